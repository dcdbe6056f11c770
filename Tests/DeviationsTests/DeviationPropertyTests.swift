import Deviations
import QualityCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("No sequence of acts on a deviation")
struct DeviationPropertyTests {
    private static let isFull = ProcessInfo.processInfo.environment["QUALITY_SIZE"] == "full"
    private static let ruleIDs = [
        "D-DEV-2", "D-DEV-3", "D-DEV-4", "D-DEV-6", "D-DEV-7", "D-DEV-8", "D-DEV-10", "D-DEV-11", "D-DEV-12",
        "D-HSL-1", "D-HSL-2", "D-HSL-3", "D-LXS-12", "D-SEC-4",
    ]

    @Test(
        "reaches a state that breaks a requirement",
        .requirement(
            "D-DEV-1",
            "D-DEV-2",
            "D-DEV-3",
            "D-DEV-4",
            "D-DEV-5",
            "D-DEV-6",
            "D-DEV-7",
            "D-DEV-8",
            "D-DEV-10",
            "D-DEV-11",
            "D-DEV-12",
            "D-HSL-1",
            "D-HSL-2",
            "D-HSL-3",
            "D-LXS-12",
            "D-SEC-4"
        ),
        arguments: Seeds.some(1)
    )
    func invariants(seed: UInt64) throws {
        let sequences = Self.isFull ? 10_000 : 500
        let list = try DeviationCause.standardList()
        var accepted: [DeviationWalk.Act: [DeviationPhase: Int]] = [:]
        var reached: Set<DeviationPhase> = []
        for number in 0..<sequences {
            var walk = try DeviationWalk(seed: seed &+ UInt64(number), law: .swedish, list: list)
            for _ in 0..<60 {
                let phase = walk.deviation.phase
                guard let act = try walk.step() else { continue }
                accepted[act, default: [:]][phase, default: 0] += 1
                reached.insert(walk.deviation.phase)
                let broken = DeviationInvariants.broken(by: walk.deviation)
                try #require(broken.isEmpty, "\(broken) after \(act) in sequence \(number) of seed \(seed)")
                try #require(JSON.roundTrip(walk.deviation) == walk.deviation)
                try #require(walk.deviation.violations(under: .swedish).isEmpty)
            }
        }
        print("deviation: \(sequences) sequences of seed \(seed)")
        for act in DeviationWalk.Act.allCases {
            let phases = DeviationPhase.allCases.map { "\($0.rawValue) \(accepted[act]?[$0] ?? 0)" }
            print("  \(act.rawValue): \(phases.joined(separator: ", "))")
            let total = (accepted[act] ?? [:]).values.reduce(0, +)
            #expect(total >= (Self.isFull ? 100 : 20), "\(act) was accepted \(total) times")
        }
        #expect(reached == Set(DeviationPhase.allCases))
    }

    @Test("would keep the requirement of a rule that is switched off", .requirement("D-LAW-4"), arguments: ruleIDs)
    func suspended(id: String) throws {
        let law = Law.swedish.suspending(id)
        let list = try DeviationCause.standardList()
        for number in 0..<2_000 {
            var walk = try DeviationWalk(seed: UInt64(number), law: law, list: list)
            for _ in 0..<60 {
                guard try walk.step() != nil else { continue }
                let broken = DeviationInvariants.broken(by: walk.deviation)
                try #require(broken.isSubset(of: [id]))
                if broken == [id] { return }
            }
        }
        Issue.record("nothing breaks \(id) when it is suspended")
    }
}
