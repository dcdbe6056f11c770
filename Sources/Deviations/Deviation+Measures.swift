public import QualityCore

extension Deviation {
    /// Links a proposed measure that meets some of the causes.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-8` when it names no recorded cause, `D-DEV-7` when it is linked.
    public mutating func linkMeasure(
        _ measure: RecordReference,
        meeting causes: [DeviationCause.ID],
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireOpen("measures")
            deviation.measures.append(MeasureLink(measure, meeting: causes))
        }
    }

    /// Records that an undecided measure is to be done.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-7` when it is not linked or not undecided, `D-HSL-3` in health care
    ///   when nothing is said about when.
    public mutating func approveMeasure(
        _ measure: RecordReference,
        doer: PersonReference,
        timing: MeasureLink.Timing?,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try settle(measure, under: law) {
            $0 == .undecided
        } to: { _ in
            .approved(signature, doer: doer, timing: timing, outcome: nil)
        }
    }

    /// Records that an undecided measure is not to be done.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-7` when it is not linked or not undecided, or without a reason.
    public mutating func rejectMeasure(
        _ measure: RecordReference,
        reason: String,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try settle(measure, under: law) {
            $0 == .undecided
        } to: { _ in
            .rejected(signature, reason: reason)
        }
    }

    /// Records what became of an approved measure.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-7` when it is not approved or has an outcome, when its doer records
    ///   it, or without a reason.
    public mutating func recordOutcome(
        _ outcome: MeasureLink.Outcome,
        of measure: RecordReference,
        under law: Law
    ) throws(RuleViolation) {
        try settle(measure, under: law) {
            if case .approved(_, _, _, nil) = $0 { true } else { false }
        } to: { state in
            guard case .approved(let by, let doer, let timing, _) = state else { return state }
            return .approved(by, doer: doer, timing: timing, outcome: outcome)
        }
    }

    /// Records how the reporter was answered, or why not.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-7` when a reporter with a name is called anonymous.
    public mutating func answerReporter(_ answer: ReporterAnswer, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("reporterAnswer")
            deviation.reporterAnswer = answer
        }
    }

    private mutating func settle(
        _ measure: RecordReference,
        under law: Law,
        from isReady: (MeasureLink.State) -> Bool,
        to next: (MeasureLink.State) -> MeasureLink.State
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("measures")
            guard let index = deviation.measures.firstIndex(where: { $0.measure == measure }),
                isReady(deviation.measures[index].state)
            else {
                throw deviation.refusal(
                    "D-DEV-7",
                    "measures",
                    sv: "åtgärden är inte i rätt läge",
                    en: "the measure is not in a state for that"
                )
            }
            deviation.measures[index].state = next(deviation.measures[index].state)
        }
    }
}
