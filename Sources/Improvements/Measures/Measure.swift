public import QualityCore

/// Something done so that what happened does not happen again, from proposal to verdict on its effect (*åtgärd*).
///
/// SOSFS 2011:9 5 kap. 7–8 §§. That it was done is followed up by another than the doer (D-MSR-1); whether it helped is
/// a person's verdict on figures named beforehand (D-MSR-2).
public struct Measure: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "measure")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<Measure>
    /// The unit that does it (*enhet*).
    public let unit: OrganisationUnitID
    /// What is to be done; it can be reworded until it is approved.
    public private(set) var proposal: Proposal
    /// Every step taken, from the proposal on.
    public private(set) var steps: [Step]
    /// Where and when the effect should show; `nil` when nobody has said.
    public private(set) var effectPlan: EffectPlan?
    /// The verdict on the effect; `nil` until it falls.
    public private(set) var verdict: EffectVerdict?

    /// A measure as proposed.
    public init(id: RecordID<Measure>, unit: OrganisationUnitID, proposal: Proposal, proposedBy: Signature) {
        self.id = id
        self.unit = unit
        self.proposal = proposal
        steps = [Step(.proposed, by: .value(proposedBy))]
    }

    /// A measure as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-MSR-1` when a step cannot follow on the one before, in kind or in time, or
    ///   `D-MSR-2` when a verdict stands on a measure that was not executed.
    public init(
        id: RecordID<Measure>,
        unit: OrganisationUnitID,
        proposal: Proposal,
        steps: [Step],
        effectPlan: EffectPlan? = nil,
        verdict: EffectVerdict? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.proposal = proposal
        self.steps = steps
        self.effectPlan = effectPlan
        self.verdict = verdict
        try checkStructure()
    }

    /// How far the measure has come.
    public var phase: MeasurePhase { steps.last?.phase ?? .proposed }

    /// The latest step to a phase; `nil` when it was never taken.
    public func step(to phase: MeasurePhase) -> Step? {
        steps.last { $0.phase == phase }
    }

    /// Words the proposal anew, before it is approved.
    ///
    /// - Throws: `RuleViolation` with rule `D-MSR-1` once it has been decided on, or when a rule refuses the wording.
    public mutating func reword(_ proposal: Proposal, under law: Law) throws(RuleViolation) {
        try change(under: law) { (measure: inout Measure) throws(RuleViolation) in
            try measure.ensure(
                [.proposed, .sentBack].contains(measure.phase),
                "D-MSR-1",
                "proposal",
                sv: "förslaget är redan beslutat",
                en: "the proposal has been decided on"
            )
            measure.proposal = proposal
        }
    }

    /// Takes the next step of the measure.
    ///
    /// Approval asks for every fact of the proposal that an imported record may lack.
    ///
    /// - Throws: `RuleViolation` with rule `D-MSR-1` when the phase cannot follow, a reason is missing, the proposer
    ///   approves or the doer follows up; `D-DEV-10` when a cancellation has no reason.
    public mutating func move(
        to next: MeasurePhase,
        by signature: Signature,
        reason: String? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try change(under: law) { (measure: inout Measure) throws(RuleViolation) in
            if next == .approved { try measure.requireProposal(under: law) }
            if next == .followedUp, let step = measure.step(to: .executed) {
                try measure.require(step.by, "D-MSR-1", "steps.executed", under: law)
            }
            measure.steps.append(
                Step(
                    next,
                    by: .value(signature),
                    reason: next.needsReason ? .value(reason ?? "") : reason.map(Stated.value)
                )
            )
        }
    }

    /// Says where and when the effect should show, before it can.
    ///
    /// - Throws: `RuleViolation` with rule `D-MSR-2` when the window has begun, the verdict has fallen or the measure
    ///   will not be done.
    public mutating func planEffect(_ plan: EffectPlan, under law: Law) throws(RuleViolation) {
        try change(under: law) { (measure: inout Measure) throws(RuleViolation) in
            try measure.ensure(
                measure.verdict == nil && ![.rejected, .notExecuted, .cancelled].contains(measure.phase),
                "D-MSR-2",
                "effectPlan",
                sv: "effekten kan inte längre planeras",
                en: "the effect can no longer be planned"
            )
            measure.effectPlan = plan
        }
    }

    /// Gives the verdict on the effect; a later one replaces it.
    ///
    /// - Throws: `RuleViolation` with rule `D-MSR-2` when the measure is not done, nothing was named beforehand, the
    ///   window has not ended, figures are missing, the doer judges, or no effect opens no new measure.
    public mutating func judgeEffect(_ verdict: EffectVerdict, under law: Law) throws(RuleViolation) {
        try change(under: law) { (measure: inout Measure) throws(RuleViolation) in
            try measure.ensure(
                measure.phase != .cancelled,
                "D-MSR-2",
                "verdict",
                sv: "åtgärden är makulerad",
                en: "the measure is cancelled"
            )
            measure.verdict = verdict
        }
    }

    private func requireProposal(under law: Law) throws(RuleViolation) {
        try require(proposal.what, "D-MSR-1", "proposal.what", under: law)
        try require(proposal.goal, "D-MSR-1", "proposal.goal", under: law)
        try require(proposal.responsible, "D-MSR-1", "proposal.responsible", under: law)
        try require(proposal.due, "D-MSR-1", "proposal.due", under: law)
        try require(proposal.followUpOn, "D-MSR-1", "proposal.followUpOn", under: law)
        try require(proposal.sources, "D-MSR-3", "proposal.sources", under: law)
        if let step = step(to: .proposed) { try require(step.by, "D-MSR-1", "steps.proposed", under: law) }
    }
}

extension Measure: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        let isOrdered =
            steps.first?.phase == .proposed
            && zip(steps, steps.dropFirst()).allSatisfy { $0.phase.successors.contains($1.phase) }
        try ensure(
            isOrdered,
            "D-MSR-1",
            "steps",
            sv: "steget kan inte följa på det förra",
            en: "the step cannot follow on the one before"
        )
        try ensure(
            steps.compactMap { $0.by.value?.day }.isAscending,
            "D-MSR-1",
            "steps.day",
            sv: "steget är daterat före det förra",
            en: "the step is dated before the one before"
        )
        guard let verdict else { return }
        try ensure(
            step(to: .executed) != nil,
            "D-MSR-2",
            "verdict",
            sv: "åtgärden är inte genomförd",
            en: "the measure is not executed"
        )
        try ensure(
            verdict.figures.allSatisfy { [$0.before, $0.after].allSatisfy { $0?.isFinite ?? true } },
            "D-MSR-2",
            "verdict.figures",
            sv: "siffran är inget tal",
            en: "the figure is no number"
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<Measure>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            proposal: container.decode(Proposal.self, forKey: .proposal),
            steps: container.decode([Step].self, forKey: .steps),
            effectPlan: container.decodeIfPresent(EffectPlan.self, forKey: .effectPlan),
            verdict: container.decodeIfPresent(EffectVerdict.self, forKey: .verdict)
        )
    }
}
