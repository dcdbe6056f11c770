public import QualityCore

extension Measure {
    /// What is required of every measure.
    public static var rules: [RecordRule<Measure>] { processRules + effectRules }

    private static var processRules: [RecordRule<Measure>] {
        [
            RecordRule(
                "D-MSR-1",
                "proposal.what",
                sv: "åtgärden ska beskrivas",
                en: "the measure must be described",
                duty: .improve,
                on: proposalDay
            ) { $0.proposal.what.isBlank },
            RecordRule(
                "D-MSR-1",
                "proposal.goal",
                sv: "åtgärden ska ha ett mål",
                en: "the measure must have a goal",
                duty: .improve,
                on: proposalDay
            ) { $0.proposal.goal.isBlank },
            RecordRule(
                "D-MSR-1",
                "proposal.followUpOn",
                sv: "uppföljningen kan inte ligga före sista dagen",
                en: "the follow-up cannot lie before the last day to do it"
            ) {
                guard let due = $0.proposal.due.value, let followUp = $0.proposal.followUpOn.value else { return false }
                return followUp < due
            },
            RecordRule(
                "D-MSR-1",
                "approver",
                sv: "den som föreslår godkänner inte",
                en: "the one who proposes does not approve"
            ) { measure in
                // Whoever proposed it at any time, also before it was sent back.
                measure.steps.contains { approval in
                    approval.phase == .approved
                        && measure.steps.contains { $0.phase == .proposed && isSame($0.by, approval.by) }
                }
            },
            RecordRule(
                "D-MSR-1",
                "follower",
                sv: "den som genomfört följer inte upp",
                en: "the one who did it does not follow it up"
            ) { zip($0.steps, $0.steps.dropFirst()).contains { $1.phase == .followedUp && isSame($0.by, $1.by) } },
            RecordRule(
                "D-MSR-1",
                "steps.reason",
                sv: "steget ska motiveras",
                en: "the step needs a reason"
            ) { $0.steps.contains { $0.phase != .cancelled && $0.lacksReason } },
            RecordRule(
                "D-DEV-10",
                "steps.reason",
                sv: "makuleringen ska motiveras",
                en: "the cancellation needs a reason"
            ) { $0.steps.contains { $0.phase == .cancelled && $0.lacksReason } },
            RecordRule(
                "D-MSR-3",
                "proposal.sources",
                sv: "åtgärden ska peka på det som föranledde den",
                en: "the measure must point at what caused it",
                duty: .improve,
                on: proposalDay
            ) { measure in
                measure.proposal.sources.value.map { $0.isEmpty || $0.contains(measure.reference) } ?? false
            },
        ]
    }

    private static var effectRules: [RecordRule<Measure>] {
        [
            RecordRule(
                "D-MSR-2",
                "effectPlan.window",
                sv: "var effekten ska synas sägs innan den kan synas",
                en: "where the effect should show is said before it can"
            ) { $0.effectPlan.map { $0.window.first < $0.by.day } ?? false },
            RecordRule(
                "D-MSR-2",
                "effectPlan",
                sv: "bedömningen saknar plan",
                en: "the verdict has no plan"
            ) { $0.verdict != nil && $0.effectPlan == nil },
            RecordRule(
                "D-MSR-2",
                "verdict.day",
                sv: "effekten bedöms när fönstret är slut",
                en: "the effect is judged when the window has ended"
            ) {
                guard let verdict = $0.verdict, let plan = $0.effectPlan else { return false }
                return verdict.by.day < plan.window.last
            },
            RecordRule(
                "D-MSR-2",
                "verdict.figures",
                sv: "bedömningen ska ha siffror bredvid sig",
                en: "the verdict must have figures beside it"
            ) { $0.verdict.map { $0.outcome != .cannotTell && $0.figures.isEmpty } ?? false },
            RecordRule(
                "D-MSR-2",
                "verdict.newMeasure",
                sv: "en åtgärd utan effekt öppnar en ny åtgärd",
                en: "a measure without effect opens a new one"
            ) { measure in
                measure.verdict.map {
                    ($0.outcome == .notEffective && $0.newMeasure == nil) || $0.newMeasure == measure.id
                } ?? false
            },
            RecordRule(
                "D-MSR-2",
                "verdict.by",
                sv: "den som genomfört bedömer inte effekten",
                en: "the one who did it does not judge the effect"
            ) {
                guard let verdict = $0.verdict, let doer = $0.step(to: .executed)?.by.value else { return false }
                return verdict.by.person == doer.person
            },
        ]
    }

    @Sendable private static func proposalDay(_ measure: Measure) -> CalendarDate? {
        measure.steps.first?.by.value?.day
    }

    private static func isSame(_ left: Stated<Signature>, _ right: Stated<Signature>) -> Bool {
        guard let left = left.value, let right = right.value else { return false }
        return left.person == right.person
    }
}

extension Measure.Step {
    fileprivate var lacksReason: Bool {
        guard phase.needsReason else { return false }
        return reason?.isBlank ?? true
    }
}
