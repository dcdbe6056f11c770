import Deviations
import QualityCore
import TestSupport
import Testing

@Suite(
    "No sequence of acts on a deviation",
    .long,
    .requirement("D-DEV-1", "D-DEV-2", "D-DEV-3", "D-DEV-4", "D-DEV-5", "D-DEV-6", "D-DEV-7", "D-DEV-8"),
    .requirement("D-DEV-10", "D-DEV-11", "D-DEV-12", "D-HSL-1", "D-HSL-2", "D-HSL-3", "D-LXS-12", "D-SEC-4")
)
struct DeviationWalkTests {
    private static func walk() throws -> Walk<DeviationWalk> {
        let list = try DeviationCause.standardList()
        return Walk(
            acts: DeviationWalk.Act.allCases.map(\.rawValue),
            phases: DeviationPhase.allCases.map(\.rawValue) + ["waiting", "parked"],
            steps: 80
        ) { seed, law in try DeviationWalk(seed: seed, law: law, list: list) }
    }

    @Test("reaches a state that breaks a requirement", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.walk().verify(seed: seed) }

    @Test(
        "would keep the requirement of a rule that is switched off",
        .requirement("D-LAW-4"),
        arguments: Seeds.some(1)
    )
    func needed(seed: UInt64) throws { try Self.walk().verifyRulesAreNeeded(seed: seed) }
}
