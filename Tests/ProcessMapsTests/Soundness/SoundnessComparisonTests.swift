import ProcessMaps
import TestSupport
import Testing

@Suite("The soundness of maps, compared")
struct SoundnessComparisonTests {
    private static func maps(_ seed: UInt64) -> [RandomMap] {
        (0..<500).map { number in
            let size = 2 + number % 9
            var map = RandomMap(seed: seed &+ UInt64(number), size: size)
            for _ in 0..<(number % 5 == 0 ? 0 : 1 + number % 3) { map.disturb() }
            return map
        }
    }

    @Test("The verdicts on 500 maps are those of WOFLAN", .long, arguments: Seeds.some(1))
    func woflan(seed: UInt64) throws {
        let maps = Self.maps(seed)
        let verdicts = maps.map { $0.map.soundness() }
        let answers = try ProcessMining.answers(maps.map { .soundness($0.body) }, of: ProcessMining.Soundness.self)
        for (number, answer) in answers.enumerated() {
            if case .notDecided = verdicts[number] { Issue.record("map \(number) of seed \(seed) is not decided") }
            #expect(verdicts[number].isSound == answer.isSound, "map \(number) of seed \(seed): \(verdicts[number])")
        }
        let sound = verdicts.count { $0.isSound }
        print("Soundness: seed \(seed), \(maps.count) maps, \(sound) of them sound, \(answers.count) compared")
        #expect((100...400).contains(sound))
    }

    @Test("A decision by structure is that of exploring every state", arguments: Seeds.some(4))
    func exploration(seed: UInt64) throws {
        for (number, map) in Self.maps(seed).enumerated() {
            let explored = TokenExplorer(map.body).isSound
            #expect(map.map.soundness().isSound == explored, "map \(number) of seed \(seed)")
        }
    }

    @Test("A trace leads to the flaw, step by step", arguments: Seeds.some(2))
    func traces(seed: UInt64) throws {
        for (number, map) in Self.maps(seed).enumerated() {
            guard case .notSound(let flaw) = map.map.soundness() else { continue }
            switch flaw.reason {
            case .unreachable, .unused: #expect(flaw.trace == [], "map \(number) of seed \(seed)")
            case .deadEnd: #expect(!flaw.nodes.isEmpty, "map \(number) of seed \(seed)")
            case .standstill, .doubled, .leftOver, .endless:
                let trace = try #require(flaw.trace, "map \(number) of seed \(seed)")
                #expect(!trace.isEmpty)
                #expect(!flaw.nodes.isEmpty)
            }
        }
    }

    @Test("A tangle of a thousand steps is decided in seconds", .long, arguments: Seeds.some(3))
    func tangles(seed: UInt64) {
        var longest = 0.0
        var sound = 0
        for number in 0..<8 {
            var map = RandomMap(seed: seed &+ UInt64(number), size: 700)
            for _ in 0..<number * 2 { map.disturb() }
            let made = map.map
            let time = ProcessorTime.seconds {
                let verdict = made.soundness()
                if case .notDecided = verdict { Issue.record("map \(number) of seed \(seed) is not decided") }
                sound += verdict.isSound ? 1 : 0
            }
            longest = max(longest, time)
        }
        print("Soundness: seed \(seed), 8 tangles, \(sound) of them sound, the longest took \(longest) s")
        #expect(longest < 10)
    }
}
