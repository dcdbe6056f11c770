import ProcessMaps
import TestSupport
import Testing

@Suite("Cases against maps of sixty nodes")
struct SixtyNodesTests {
    /// A map of blocks with at most sixty nodes, and close to them.
    private static func map(_ seed: UInt64) -> ProcessMap {
        for size in (1...45).reversed() {
            let map = RandomMap(seed: seed, size: size)
            if map.body.nodes.count <= 60 { return map.map }
        }
        preconditionFailure("no map of seed \(seed) is small enough")
    }

    /// A map with one way for each number, all taken at once, each of so many steps, and the last of them in a loop.
    private static func wide(_ ways: [Int], loops: Bool) -> ProcessMap {
        ProcessMap("Wide") {
            start("s")
            parallel(id: "p") {
                for (way, steps) in ways.enumerated() {
                    branch {
                        for number in 0..<steps { step("\(way) \(number)") }
                        if loops {
                            choice("again \(way)?", id: MapElementID("c\(way)")) {
                                branch()
                                branch { step("once more \(way)") }
                            }
                        }
                    }
                }
            }
            end("e")
        }
    }

    private static func logs(_ seed: UInt64) -> [(map: ProcessMap, cases: [[String]])] {
        let wide = [
            wide(Array(repeating: 1, count: 56), loops: false), wide(Array(repeating: 4, count: 14), loops: false),
            wide(Array(repeating: 9, count: 6), loops: false), wide(Array(repeating: 2, count: 11), loops: true),
        ]
        let maps = (0..<24).map { Self.map(seed &+ $0) } + wide
        return maps.enumerated().map { number, map in
            var logs = DisturbedLogs(seed: seed &+ UInt64(number), map: map)
            let cases = logs.cases(3, of: PetriNet(map), upTo: 80, most: number % 10)
            let names = MapIndex(map).nodes.filter { $0.activity != nil }.map(\.name)
            var draws = Draws(seed: seed &+ UInt64(number))
            let drawn = (0..<60).map { _ in names[draws.below(names.count)] }
            return (map, cases + [names.shuffled(using: &draws), drawn])
        }
    }

    @Test(
        "All cases are aligned, at the cost that pm4py finds where it comes to an end",
        .long,
        arguments: Seeds.some(1)
    )
    func costs(seed: UInt64) throws {
        let logs = Self.logs(seed)
        var longest = 0.0
        var costs: [[Int]] = []
        for (number, (map, cases)) in logs.enumerated() {
            #expect((30...60).contains(MapIndex(map).nodes.count), "map \(number) of seed \(seed)")
            let aligner = Aligner(PetriNet(map))
            costs.append([])
            for activities in cases {
                let time = try ProcessorTime.seconds { costs[number].append(try aligner.align(activities).cost) }
                longest = max(longest, time)
            }
        }
        let answers = try ProcessMining.answers(
            logs.map { .costs($0.map, $0.cases) },
            of: ProcessMining.Costs.self
        )
        var compared = 0
        for (number, answer) in answers.enumerated() {
            for (place, theirs) in answer.costs.enumerated() {
                guard let theirs else { continue }
                #expect(costs[number][place] == theirs, "case \(place) of log \(number) of seed \(seed)")
                compared += 1
            }
        }
        let count = costs.reduce(0) { $0 + $1.count }
        print("Alignment: seed \(seed), \(count) cases, the longest took \(longest) s, \(compared) compared")
        #expect(compared > count / 3 && longest < 20)
    }
}
