import Improvements
import QualityCore
import TestSupport
import Testing

@Suite("Every sequence of acts on a measure", .requirement("D-MSR-1", "D-MSR-2", "D-MSR-3"))
struct MeasureWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private static var model: RecordModel<Measure> {
        RecordModel(
            draft: { draws in
                let proposal = proposal(&draws)
                return Measure(id: identity("m:1"), unit: "U1", proposal: proposal, proposedBy: draws.signature())
            },
            acts: (MeasurePhase.allCases + forward + forward).map(move) + [
                RecordModel.Act("reword") { measure, draws, law throws(RuleViolation) in
                    try measure.reword(proposal(&draws), under: law)
                },
                RecordModel.Act("planEffect") { measure, draws, law throws(RuleViolation) in
                    try measure.planEffect(effectPlan(&draws), under: law)
                },
                RecordModel.Act("judgeEffect") { measure, draws, law throws(RuleViolation) in
                    try measure.judgeEffect(verdict(&draws), under: law)
                },
                RecordModel.Act("judgeEffect") { measure, draws, law throws(RuleViolation) in
                    try measure.judgeEffect(verdict(&draws), under: law)
                },
            ],
            invariants: invariants,
            phases: Set(MeasurePhase.allCases.map(\.rawValue)),
            length: 50
        )
    }

    private static let forward: [MeasurePhase] = [.approved, .planned, .executed, .followedUp]

    private static func move(to phase: MeasurePhase) -> RecordModel<Measure>.Act {
        RecordModel.Act(phase.rawValue) { measure, draws, law throws(RuleViolation) in
            if [.cancelled, .rejected, .notExecuted].contains(phase), draws.happens(percent: 85) { throw notTried }
            let reason = draws.happens(percent: 80) ? draws.text() : nil
            try measure.move(to: phase, by: draws.signature(), reason: reason, under: law)
        }
    }

    private static func proposal(_ draws: inout Draws) -> Measure.Proposal {
        let due = draws.later(draws.clock, 1...60)
        let source = RecordReference(kind: Measure.kind, id: draws.happens(percent: 5) ? "m:1" : "m:2")
        return Measure.Proposal(
            what: draws.stated(),
            goal: draws.stated(),
            responsible: .value(draws.person()),
            due: draws.happens(percent: 10) ? .notStated(source: "csv") : .value(due),
            followUpOn: .value(draws.later(due, -3...30)),
            sources: .value(draws.happens(percent: 5) ? [] : [source])
        )
    }

    private static func effectPlan(_ draws: inout Draws) -> Measure.EffectPlan {
        let first = draws.later(draws.clock, -10...30)
        let last = draws.later(first, 0...40)
        return Measure.EffectPlan(
            category: "service",
            unit: "U1",
            window: CalendarPeriod(first: first, last: last) ?? days("2024-01-01", "2024-01-31"),
            by: Signature(draws.person(), title: "utvecklare", on: draws.clock)
        )
    }

    private static func verdict(_ draws: inout Draws) -> Measure.EffectVerdict {
        Measure.EffectVerdict(
            draws.pick(Measure.EffectVerdict.Outcome.allCases),
            figures: draws.happens(percent: 10) ? [] : [Measure.EffectFigure("fall", before: 4, after: nil)],
            newMeasure: draws.happens(percent: 50) ? identity(draws.pick(["m:1", "m:2", "m:3"])) : nil,
            by: Signature(draws.person(), title: "utvecklare", on: draws.later(draws.clock, 0...120))
        )
    }

    private static func pairs(_ measure: Measure) -> [(Measure.Step, Measure.Step)] {
        Array(zip(measure.steps, measure.steps.dropFirst()))
    }

    private static func person(_ step: Measure.Step?) -> PersonReference? { step?.by.value?.person }

    private static var invariants: [RecordModel<Measure>.Invariant] {
        [
            .init("D-MSR-1") { $0.proposal.what.value != " " },
            .init("D-MSR-1") { $0.proposal.goal.value != " " },
            .init("D-MSR-1") {
                guard case .value(let due) = $0.proposal.due, case .value(let seen) = $0.proposal.followUpOn else {
                    return true
                }
                return due <= seen
            },
            .init("D-MSR-1") { measure in
                !pairs(measure).contains { $0.1.phase == .approved && person($0.0) == person($0.1) }
            },
            .init("D-MSR-1") { measure in
                !pairs(measure).contains { $0.1.phase == .followedUp && person($0.0) == person($0.1) }
            },
            .init("D-MSR-1") { measure in
                measure.steps.filter { [.rejected, .sentBack, .notExecuted].contains($0.phase) }
                    .allSatisfy { $0.reason?.value == "Text" }
            },
            .init("D-DEV-10") { measure in
                measure.steps.filter { $0.phase == .cancelled }.allSatisfy { $0.reason?.value == "Text" }
            },
            .init("D-MSR-3") { $0.proposal.sources.value?.map(\.id) == ["m:2"] },
            .init("D-MSR-2") { measure in
                guard let plan = measure.effectPlan else { return true }
                return plan.by.day <= plan.window.first
            },
            .init("D-MSR-2") { $0.verdict == nil || $0.effectPlan != nil },
            .init("D-MSR-2") { measure in
                guard let verdict = measure.verdict, let plan = measure.effectPlan else { return true }
                return plan.window.last <= verdict.by.day
            },
            .init("D-MSR-2") { measure in
                guard let verdict = measure.verdict else { return true }
                return verdict.outcome == .cannotTell || !verdict.figures.isEmpty
            },
            .init("D-MSR-2") { measure in
                guard let verdict = measure.verdict else { return true }
                return verdict.newMeasure?.rawValue != "m:1"
                    && (verdict.outcome != .notEffective || verdict.newMeasure != nil)
            },
            .init("D-MSR-2") { measure in
                guard let verdict = measure.verdict else { return true }
                return person(measure.steps.first { $0.phase == .executed }) != verdict.by.person
            },
            .init("D-MSR-1") { measure in
                let stepDays = measure.steps.compactMap { $0.by.value?.day }
                return stepDays == stepDays.sorted()
            },
            .init("D-MSR-2") { measure in
                measure.verdict == nil || measure.steps.contains { $0.phase == .executed }
            },
        ]
    }
}
