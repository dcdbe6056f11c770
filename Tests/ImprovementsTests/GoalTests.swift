import Improvements
import QualityCore
import TestSupport
import Testing

extension Goal {
    static func draft(
        wording: Stated<String> = .value("Fler nöjda"),
        indicator: Stated<String> = .value("Andel nöjda"),
        target: Target? = Target(.atLeast, 90, partlyFrom: 80),
        comparisons: [Comparison] = []
    ) throws -> Goal {
        try Goal(
            id: identity("g:1"),
            unit: "U1",
            period: days("2024-01-01", "2024-12-31"),
            wording: wording,
            indicator: indicator,
            target: target,
            comparisons: comparisons
        )
    }

    static func outcome(
        _ figure: Double?,
        stated: Attainment? = nil,
        basis: String? = nil,
        on date: String = "2025-01-10"
    ) -> Outcome {
        Outcome(figure: figure, stated: stated, basis: basis, by: signed("p1", date))
    }
}

@Suite("A goal", .requirement("D-GOL-1"))
struct GoalTests {
    @Test(
        "is met, partly met or not met by its figure",
        arguments: [
            (Goal.Target.Direction.atLeast, 90.0, 80.0, 90.0, Goal.Attainment.met),
            (.atLeast, 90, 80, 89.9, .partlyMet),
            (.atLeast, 90, 80, 79.9, .notMet), (.atMost, 10, 20, 10, .met), (.atMost, 10, 20, 20, .partlyMet),
            (.atMost, 10, 20, 20.1, .notMet),
        ]
    )
    func derived(
        direction: Goal.Target.Direction,
        target: Double,
        partly: Double,
        figure: Double,
        attainment: Goal.Attainment
    ) throws {
        var goal = try Goal.draft(target: Goal.Target(direction, target, partlyFrom: partly))
        #expect(goal.attainment == nil)
        try goal.assess(Goal.outcome(figure), under: .swedish)
        #expect(goal.attainment == attainment)
        #expect(!goal.hasContradiction)
        #expect(goal.facts.observations.first?.codes[.attainment] == [CategoryCode(rawValue: attainment.rawValue)])
    }

    @Test("shows a contradiction between what was said and the figure")
    func contradiction() throws {
        var goal = try Goal.draft()
        try goal.assess(Goal.outcome(70, stated: .met), under: .swedish)
        #expect(goal.hasContradiction)
        try goal.assess(Goal.outcome(70, stated: .notMet), under: .swedish)
        #expect(!goal.hasContradiction)
        #expect(goal.outcomes.count == 2)
    }

    @Test("tells figure, basis or reason, and no figure where nothing was measured")
    func outcomes() throws {
        var goal = try Goal.draft()
        let refused: [(Goal.Outcome, String)] = [
            (Goal.outcome(70, stated: .notMeasured), "outcome.figure"),
            (Goal.outcome(nil, stated: .met), "outcome.basis"),
            (Goal.outcome(nil, stated: .notMeasured, basis: " "), "outcome.basis"),
            (Goal.outcome(nil, basis: "Intervjuer"), "outcome.stated"), (Goal.outcome(.nan), "figure"),
            (Goal.outcome(70, on: "2023-12-31"), "outcomes.day"),
        ]
        for (outcome, field) in refused {
            #expect(refusal { try goal.assess(outcome, under: .swedish) } == Refusal("D-GOL-1", field))
        }
        let accepted = [
            Goal.outcome(70, stated: .notMet), Goal.outcome(nil, stated: .met, basis: "Intervjuer"),
            Goal.outcome(nil, stated: .notMeasured, basis: "För få svar"),
        ]
        for outcome in accepted {
            #expect(refusal { try goal.assess(outcome, under: .swedish) } == nil)
        }
    }

    @Test("has words, an indicator, a target that hangs together and an earlier period to compare with")
    func content() throws {
        let before = Goal.Comparison(.ownEarlier, period: days("2023-01-01", "2023-12-31"), figure: 80)
        let same = Goal.Comparison(.ownEarlier, period: days("2023-06-01", "2024-01-01"), figure: 80)
        let broken: [(Goal, String)] = [
            (try .draft(wording: .value("")), "wording"), (try .draft(indicator: .value("")), "indicator"),
            (try .draft(target: Goal.Target(.atLeast, 90, partlyFrom: 90)), "target.partlyFrom"),
            (try .draft(target: Goal.Target(.atMost, 10, partlyFrom: 9)), "target.partlyFrom"),
            (try .draft(comparisons: [same]), "comparisons"),
        ]
        for (goal, field) in broken {
            #expect(goal.violations(under: .swedish).map(Refusal.init) == [Refusal("D-GOL-1", field)])
        }
        #expect(try Goal.draft(comparisons: [before]).violations(under: .swedish).isEmpty)
        var gap = try Goal.draft(indicator: .notStated(source: "csv"))
        #expect(gap.violations(under: .swedish).isEmpty)
        #expect(refusal { try gap.assess(Goal.outcome(70), under: .swedish) } == Refusal("D-GOL-1", "indicator"))
    }

    @Test("keeps its target once there is an outcome, and is withdrawn with a reason")
    func withdrawn() throws {
        var goal = try Goal.draft()
        try goal.assess(Goal.outcome(70), under: .swedish)
        #expect(
            refusal { try goal.retarget(Goal.Target(.atLeast, 60), under: .swedish) } == Refusal("D-GOL-1", "target")
        )
        #expect(refusal { try goal.withdraw(reason: "", under: .swedish) } == Refusal("D-GOL-1", "withdrawal"))
        #expect(refusal { try goal.withdraw(reason: "Ersatt", under: .swedish) } == nil)
        #expect(goal.facts.observations.isEmpty)
    }
}

@Suite("Every sequence of acts on a goal", .requirement("D-GOL-1"))
struct GoalWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private typealias Model = RecordModel<Goal>

    private static var model: RecordModel<Goal> {
        RecordModel(
            draft: { draws throws(RuleViolation) in
                try Goal(
                    id: identity("g:1"),
                    unit: "U1",
                    period: days("2024-01-01", "2024-12-31"),
                    wording: draws.stated(),
                    indicator: draws.stated(),
                    target: draws.happens(percent: 80) ? target(&draws) : nil
                )
            },
            acts: [
                Model.Act("retarget") { goal, draws, law throws(RuleViolation) in
                    try goal.retarget(target(&draws), under: law)
                },
                Model.Act("assess") { goal, draws, law throws(RuleViolation) in
                    let outcome = Goal.Outcome(
                        figure: draws.happens(percent: 70) ? Double(draws.number(0...100)) : nil,
                        stated: draws.pick(Goal.Attainment.allCases + [nil, nil]),
                        basis: draws.happens(percent: 70) ? draws.text() : nil,
                        by: draws.signature()
                    )
                    try goal.assess(outcome, under: law)
                },
                Model.Act("compare") { goal, draws, law throws(RuleViolation) in
                    let source = draws.pick(Goal.Comparison.Source.allCases)
                    let period = draws.pick([days("2023-01-01", "2023-12-31"), days("2024-01-01", "2024-12-31")])
                    try goal.compare(Goal.Comparison(source, period: period, figure: 50), under: law)
                },
                Model.Act("withdraw") { goal, draws, law throws(RuleViolation) in
                    if draws.happens(percent: 70) { throw notTried }
                    try goal.withdraw(reason: draws.text(), under: law)
                },
            ],
            invariants: invariants,
            phases: ["set", "assessed", "withdrawn"]
        )
    }

    private static func target(_ draws: inout Draws) -> Goal.Target {
        let partly = draws.happens(percent: 70) ? Double(draws.number(0...60)) : nil
        return Goal.Target(draws.pick([.atLeast, .atLeast, .atMost]), 50, partlyFrom: partly)
    }

    private static var invariants: [Model.Invariant] {
        [
            .init("D-GOL-1") { $0.wording.value == "Text" },
            .init("D-GOL-1") { $0.indicator.value == "Text" },
            .init("D-GOL-1") { goal in
                guard let target = goal.target, let partly = target.partlyFrom else { return true }
                return target.direction == .atLeast ? partly < target.figure : partly > target.figure
            },
            .init("D-GOL-1") { goal in
                goal.outcomes.filter { $0.stated == .notMeasured }.allSatisfy { $0.figure == nil }
            },
            .init("D-GOL-1") { goal in
                goal.outcomes.filter { $0.figure == nil }.allSatisfy { $0.basis == "Text" }
            },
            .init("D-GOL-1") { goal in
                goal.outcomes.allSatisfy { $0.stated != nil || ($0.figure != nil && goal.target != nil) }
            },
            .init("D-GOL-1") { goal in
                goal.comparisons.filter { $0.source == .ownEarlier }.allSatisfy { $0.period.last < day("2024-01-01") }
            },
            .init("D-GOL-1") { $0.withdrawal != " " },
            .init("D-GOL-1") { goal in
                let found = goal.outcomes.map(\.by.day)
                return found == found.sorted()
            },
        ]
    }
}
