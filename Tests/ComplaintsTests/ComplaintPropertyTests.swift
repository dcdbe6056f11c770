import Complaints
import QualityCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite(
    "Whatever acts follow, a submission",
    .requirement("D-CMP-1", "D-CMP-3", "D-CMP-4", "D-CMP-5", "D-CMP-7")
)
struct ComplaintPropertyTests {
    private static var isFull: Bool { ProcessInfo.processInfo.environment["QUALITY_SIZE"] == "full" }
    private static var sequences: Int { isFull ? 10_000 : 500 }

    @Test("keeps what the rules of complaints ask for", arguments: Seeds.some(1))
    func invariants(seed: UInt64) throws {
        var dice = Dice(seed)
        var accepted: [ComplaintWalk.Act: Int] = [:]
        var phases: [ComplaintPhase: Int] = [:]
        for _ in 0..<Self.sequences {
            var walk = try ComplaintWalk(&dice, under: law)
            for _ in 0..<20 {
                if let act = walk.step(&dice) {
                    accepted[act, default: 0] += 1
                    phases[walk.complaint.phase, default: 0] += 1
                }
                if let fault = walk.fault { Issue.record("seed \(seed): \(fault)") }
                try #require(try JSON.roundTrip(walk.complaint) == walk.complaint)
            }
        }
        print("complaint, seed \(seed): \(accepted.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", "))")
        print("by phase: \(phases.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", "))")
        for act in ComplaintWalk.Act.allCases {
            #expect(accepted[act, default: 0] >= (Self.isFull ? 100 : 20), "\(act)")
        }
        for phase in ComplaintPhase.allCases where phase != .received { #expect(phases[phase] != nil, "\(phase)") }
    }

    @Test(
        "breaks them when a rule is switched off",
        arguments: ["D-CMP-1", "D-CMP-3", "D-CMP-4", "D-CMP-5", "D-CMP-7"]
    )
    func suspended(rule: String) throws {
        var dice = Dice(1)
        let loose = law.suspending(rule)
        for _ in 0..<3_000 {
            var walk = try ComplaintWalk(&dice, under: loose)
            for _ in 0..<20 {
                _ = walk.step(&dice)
                if walk.fault?.hasPrefix(rule) == true { return }
            }
        }
        Issue.record("no sequence of acts breaks \(rule)")
    }
}
