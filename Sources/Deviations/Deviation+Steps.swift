public import QualityCore

extension Deviation {
    /// Reads and sorts the report: everything that it must hold must be there, by correction where it was a gap.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-2` for what is missing, `D-DEV-5` when the phase is another.
    public mutating func review(by signature: Signature, under law: Law) throws(RuleViolation) {
        try take(.reviewed(signature), under: law)
    }

    /// Ends the work of investigating: every item of the checklist is present or does not apply.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-7` for a missing item, `D-SEC-4` for a conflict of interest.
    public mutating func completeInvestigation(
        by signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        let clearance = ConflictClearance(of: signature.person, in: involvement, override: override)
        try take(.investigated(signature, clearance), under: law)
    }

    /// Decides what is to be done, which may be nothing; the investigation ends by it.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-4` without an assessment of consequence, `D-DEV-7` without a
    ///   motivation, `D-SEC-4` for a conflict of interest.
    public mutating func decide(
        _ motivation: String,
        by signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        let clearance = ConflictClearance(of: signature.person, in: involvement, override: override)
        let decision = DeviationDecision(motivation: motivation, by: signature, clearance: clearance)
        try take(.decided(decision), under: law)
    }

    /// Records that what was decided has been followed up.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-5` when the phase is another.
    public mutating func recordFollowUp(by signature: Signature, under law: Law) throws(RuleViolation) {
        try take(.followedUp(signature), under: law)
    }

    /// Closes the case.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-7` while a measure has no outcome or the reporter no answer, and
    ///   with `D-HSL-1`, `D-HSL-2`, `D-HSL-3` or `D-LXS-12` for what health care asks for beside.
    public mutating func close(by signature: Signature, under law: Law) throws(RuleViolation) {
        try take(.closed(signature), under: law)
    }

    /// Takes a closed case up again; the closed times are kept.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-10` without a reason, `D-DEV-5` when the case is not closed.
    public mutating func reopen(
        reason: String,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try take(.reopened(signature, reason: reason), under: law)
    }

    /// Lets the case not be counted; it stays readable, and nothing follows on it.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-10` without a reason or as a duplicate of itself.
    public mutating func cancel(_ cancellation: DeviationCancellation, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            if deviation.pause != nil { deviation.pauses[deviation.pauses.count - 1].ended = cancellation.by }
            deviation.steps.append(.cancelled(cancellation))
        }
    }

    /// Lets the case wait for someone else or lays it aside until a day.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-5` when the case is not open, stands still already, or the words
    ///   are blank.
    public mutating func pause(
        _ ground: DeviationPause.Ground,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireOpen("pauses")
            try deviation.requireMoving()
            deviation.pauses.append(DeviationPause(ground: ground, began: signature))
        }
    }

    /// Takes the case up where it was.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-5` when it does not stand still.
    public mutating func resume(by signature: Signature, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            guard deviation.pause != nil else {
                throw deviation.refusal(
                    "D-DEV-5",
                    "pauses",
                    sv: "ärendet har inget uppehåll",
                    en: "the case does not stand still"
                )
            }
            deviation.pauses[deviation.pauses.count - 1].ended = signature
        }
    }

    private mutating func take(_ step: DeviationStep, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireMoving()
            if let ended = deviation.pauses.last?.ended, step.signature.day < ended.day {
                throw deviation.refusal(
                    "D-DEV-5",
                    "pauses",
                    sv: "steget är daterat före uppehållets slut",
                    en: "the step is dated before the pause ended"
                )
            }
            deviation.steps.append(step)
        }
    }

    private func requireMoving() throws(RuleViolation) {
        guard pause == nil else {
            throw refusal("D-DEV-5", "pauses", sv: "ärendet har ett uppehåll", en: "the case stands still")
        }
    }
}
