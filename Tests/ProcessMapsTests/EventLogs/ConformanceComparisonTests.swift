import Foundation
import ProcessMaps
import TestSupport
import Testing

@Suite("Cases against maps, compared")
struct ConformanceComparisonTests {
    /// Compares tokens and costs of cases with what pm4py finds by its own net of the map, and by ours.
    private static func compare(_ logs: [(map: ProcessMap, cases: [[String]])], _ what: String) throws {
        let questions = logs.map { ProcessMining.Question.conformance($0.map, $0.cases) }
        let answers = try ProcessMining.answers(questions, of: ProcessMining.Conformance.self)
        var compared = 0
        for (number, (map, cases)) in logs.enumerated() {
            let net = PetriNet(map)
            let replay = TokenReplay(net)
            let aligner = Aligner(net)
            let counts = cases.map { replay.count($0) }
            let costs = try cases.map { try aligner.align($0).cost }
            let tokens = counts.map { [$0.produced, $0.consumed, $0.missing, $0.remaining] }
            for found in [answers[number].theirs, answers[number].ours] {
                #expect(costs == found.costs, "\(what) \(number), \(map.name): \(cases)")
                #expect(tokens == found.counts, "\(what) \(number), \(map.name): \(cases)")
            }
            compared += cases.count
        }
        print("Conformance: \(what), \(logs.count) logs, \(compared) cases with equal tokens and costs")
    }

    @Test(
        "Tokens and costs of 200 disturbed logs against three maps are those of pm4py",
        .long,
        arguments: Seeds.some(1)
    )
    func disturbed(seed: UInt64) throws {
        let logs = (0..<200).flatMap { number in
            let map = ExampleMaps.all[number % ExampleMaps.all.count]
            var disturbed = DisturbedLogs(seed: seed &+ UInt64(number), map: map)
            let cases = disturbed.cases(5, of: PetriNet(map))
            return ExampleMaps.all.map { (map: $0, cases: cases) }
        }
        try Self.compare(logs, "seed \(seed), disturbed log")
    }

    @Test("Tokens, costs and what follows on what in the example log are those of pm4py")
    func example() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty else {
            print("Event log conformance: not run, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
            return
        }
        let file = URL(filePath: folder).appending(path: "xes/running_example.xes")
        let answer = try #require(ProcessMining.answers([.cases(of: file)], of: MinedCases.self).first)
        try Self.compare(ExampleMaps.all.map { ($0, answer.cases) }, "running_example")
        let log = EventLog(of: answer.cases, id: { _ in "" }, events: { $0.map { LoggedEvent($0) } })
        let edges = DirectlyFollowsGraph(log).edges.map {
            MinedCases.Edge($0.pair.first, $0.pair.second, $0.count)
        }
        #expect(Set(edges) == Set(answer.edges))
    }
}
