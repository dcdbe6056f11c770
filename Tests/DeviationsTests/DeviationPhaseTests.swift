import Deviations
import QualityCore
import QualitySamples
import TestSupport
import Testing

@Suite("The phase of a deviation", .requirement("D-DEV-5", "D-DEV-10"))
struct DeviationPhaseTests {
    /// The table of D-DEV-5, written a second time: a row for each phase, in it what may follow.
    private static let table = """
        reported     reviewed cancelled
        reviewed     investigated decided cancelled
        investigated decided cancelled
        decided      followedUp cancelled
        followedUp   closed cancelled
        closed       reviewed cancelled
        cancelled
        """

    private static func mayFollow(_ next: DeviationPhase, on phase: DeviationPhase) -> Bool {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == phase.rawValue { return words.dropFirst().contains(next.rawValue) }
        }
        return false
    }

    @Test("moves as its table says and in no other way", arguments: DeviationPhase.allCases, DeviationPhase.allCases)
    func moves(from: DeviationPhase, to: DeviationPhase) throws {
        let before = try Deviation.draft(phase: from)
        var deviation = before
        let isLegal = Self.mayFollow(to, on: from)
        let refused = refusal { try deviation.move(to: to) }
        #expect(refused == (isLegal ? nil : Refusal("D-DEV-5", "phase")))
        #expect(deviation.phase == (isLegal ? to : from))
        #expect(from.successors.contains(to) == isLegal)
        #expect(try JSON.roundTrip(deviation) == deviation)
        #expect(isLegal || deviation == before, "a refused move changes nothing")
    }

    @Test("has a name that people read in each language", arguments: DeviationPhase.allCases)
    func labels(phase: DeviationPhase) {
        #expect(!phase.label(.swedish).isEmpty && !phase.label(.english).isEmpty)
        #expect(Set(DeviationPhase.allCases.map(\.label)).count == DeviationPhase.allCases.count)
    }

    @Test("is all that any order of moves can change", .requirement("D-DEV-3"), arguments: Seeds.some(5))
    func randomMoves(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let start = try Deviation.draft()
            var deviation = start
            var history = [deviation.phase]
            for _ in 0..<random.draw(1...20) {
                let next = random.pick(DeviationPhase.allCases)
                if refusal({ try deviation.move(to: next) }) == nil { history.append(next) }
            }
            for (earlier, later) in zip(history, history.dropFirst()) {
                try #require(Self.mayFollow(later, on: earlier))
            }
            try #require(history.last == deviation.phase)
            try #require(!history.dropLast().contains(.cancelled), "nothing follows on cancelled")
            if let closed = history.firstIndex(of: .closed) {
                let before = history[..<closed]
                try #require(before.contains(.reviewed) && before.contains(.decided) && before.contains(.followedUp))
            }
            let restored = try Deviation.draft(phase: deviation.phase)
            try #require(restored == deviation, "only the phase differs from the report")
        }
    }
}
