public import QualityCore

extension Deviation {
    /// Puts a fact of the report right or fills a gap; the report as sent stays as it is.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-3` without a reason, or for what the corrected facts would break.
    public mutating func correct(_ correction: DeviationCorrection, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("corrections")
            deviation.corrections.append(correction)
            deviation.current.apply(correction.change)
        }
    }

    /// Records what the event led to and could have led to, and the risk where that is assessed too.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-4` when the possible is less than the actual.
    public mutating func assess(
        _ assessment: DeviationAssessment,
        risk estimate: RiskEstimate? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireOpen("assessments")
            deviation.assessments.append(assessment)
            if let estimate { deviation.risk = estimate }
        }
    }

    /// Adds who took part in the event and who stands under whom; nobody is taken away.
    ///
    /// An investigator who turns out to be in conflict, without an exception, is relieved by the same act.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-10` when the case is cancelled.
    public mutating func recordInvolvement(
        of people: Involvement,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("involvement")
            deviation.involvement.involved.formUnion(people.involved)
            deviation.involvement.superiors.merge(people.superiors) { _, new in new }
            guard let investigator = deviation.investigator, !investigator.clearance.isOverridden,
                deviation.involvement.conflict(of: investigator.clearance.person) != nil
            else { return }
            deviation.assignments[deviation.assignments.count - 1].relieved = signature
        }
    }

    /// Gives someone the investigation, in place of whoever had it.
    ///
    /// - Throws: `RuleViolation` with rule `D-SEC-4` when the person is involved or subordinate to someone involved,
    ///   unless the exception has a reason and comes from another, impartial person.
    public mutating func assignInvestigator(
        _ person: PersonReference,
        by signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireOpen("assignments")
            if deviation.investigator != nil {
                deviation.assignments[deviation.assignments.count - 1].relieved = signature
            }
            let clearance = ConflictClearance(of: person, in: deviation.involvement, override: override)
            deviation.assignments.append(InvestigatorAssignment(clearance: clearance, assigned: signature))
        }
    }

    /// Adds a note to the investigation about an item of the checklist.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-7` when its text or source is blank or causes are told as a note.
    public mutating func addNote(
        _ note: InvestigationNote,
        about item: InvestigationItem,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireOpen("investigation")
            deviation.investigation.entries.append(DeviationInvestigation.Entry(item: item, note: note))
        }
    }

    /// States that an item of the checklist does not apply, with the reason.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-7` without a reason.
    public mutating func exempt(
        _ item: InvestigationItem,
        reason: String,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireOpen("investigation")
            deviation.investigation.exemptions.append(
                DeviationInvestigation.Exemption(item: item, reason: reason, by: signature)
            )
        }
    }

    /// Adds a cause from the version of the board's list that holds on the day; gives its number.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-8` when that version has no such code or the words are blank.
    @discardableResult
    public mutating func addCause(
        _ code: CategoryCode,
        from list: Classification,
        text: String? = nil,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) -> DeviationCause.ID {
        let id = DeviationCause.ID(rawValue: investigation.causes.count)
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireOpen("causes")
            let version = list.version(on: signature.day)
            guard version[code] != nil else {
                throw deviation.refusal(
                    "D-DEV-8",
                    "causes",
                    sv: "orsaken finns inte i listan",
                    en: "the cause is not in the list"
                )
            }
            deviation.investigation.causes.append(
                DeviationCause(id: id, code: code, version: version.id, text: text, by: signature)
            )
        }
        return id
    }
}
