public import QualityCore

extension LexSarahCase {
    mutating func act(
        under law: Law,
        _ change: (inout LexSarahCase) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try perform(under: law) { (found: inout LexSarahCase) throws(RuleViolation) in
            try change(&found)
            try found.checkStructure()
        }
    }

    func require(_ phases: Set<LexSarahPhase>, field: String = "phase") throws(RuleViolation) {
        guard phases.contains(phase) else {
            throw violation(
                "D-LXS-13",
                field: field,
                LocalizedText(
                    sv: "går inte när ärendet är i läget \(phase.label(.swedish))",
                    en: "is not possible while the case is \(phase.label(.english))"
                )
            )
        }
    }

    /// Adds another report on the same matter, with its own receipt, reporter and answer.
    public mutating func receive(_ report: MisconductReport, under law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.received, .underInvestigation, .investigationEnded, .decided], field: "reports")
            guard report.reporter.value != nil, report.receipt.value != nil else {
                throw found.violation("D-LXS-13", field: "reports.receipt", Self.gapMessage)
            }
            found.reports.append(report)
        }
    }

    /// Tells another way by which the operator came to know of the event.
    public mutating func learn(_ knowledge: MadeKnown, under law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in found.knowledge.append(knowledge) }
    }

    /// Files the case under categories, in the place of those it had.
    public mutating func file(under categories: [CategoryCode], law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in found.categories = Self.unique(categories) }
    }

    /// Answers whether a serious misconduct is obvious already at receipt; if so it is notified as soon as possible.
    public mutating func considerSuspicion(_ answer: Consideration, under law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.received, .underInvestigation], field: "suspicion")
            found.suspicion = answer
        }
    }

    /// Records an immediate measure, in any phase.
    public mutating func record(_ measure: RemedyMeasure, under law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in found.remedyMeasures.append(measure) }
    }

    /// States whether the danger is removed, in any phase.
    public mutating func state(_ remedy: RemedyState, under law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in found.remedy = .value(remedy) }
    }

    /// Begins the investigation.
    ///
    /// - Throws: `RuleViolation` with rule `D-SEC-4` for a conflict of interest without a sound exception.
    public mutating func begin(
        by signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.received])
            found.check(.investigate, of: signature.person, by: signature, override: override)
            found.rounds.append(InvestigationRound(begun: .value(signature)))
            found.phase = .underInvestigation
        }
    }

    /// Writes an entry of the investigation; after its end the text is locked and ``add(_:under:)`` is the way.
    public mutating func note(
        _ topic: InvestigationTopic,
        _ note: InvestigationNote,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.underInvestigation], field: "notes")
            found.rounds[found.rounds.count - 1].entries.append(InvestigationRound.Entry(topic, note))
        }
    }

    /// Adds what came to light after the investigation ended.
    public mutating func add(_ addition: InvestigationNote, under law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.investigationEnded, .decided, .closed], field: "additions")
            if let ended = found.investigationEnded, addition.author.day < ended {
                throw found.violation("D-LXS-13", field: "additions", Self.gapMessage)
            }
            found.additions.append(addition)
        }
    }

    /// Answers a question about what was done towards the person concerned.
    public mutating func answer(
        _ question: PersonAnswers.Question,
        _ answer: Consideration,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            var answers = found.answers.value ?? PersonAnswers()
            answers.considerations[question] = answer
            found.answers = .value(answers)
        }
    }

    /// Answers whether the event was reported to the police.
    public mutating func answer(
        policeReport answer: PersonAnswers.PoliceReport,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            var answers = found.answers.value ?? PersonAnswers()
            answers.police = answer
            found.answers = .value(answers)
        }
    }

    /// Ends the investigation and locks its text.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-4` where a question is unanswered, `D-LXS-14` where one about the
    ///   person is, `D-SEC-4` for a conflict of interest without a sound exception.
    public mutating func endInvestigation(
        _ scope: InvestigationRound.Scope,
        by signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.underInvestigation], field: "investigationEnded")
            found.check(.investigate, of: signature.person, by: signature, override: override)
            guard found.answers.value != nil else {
                throw found.violation("D-LXS-14", field: "answers", Self.gapMessage)
            }
            let last = found.rounds.count - 1
            found.rounds[last].ended = signature.day
            found.rounds[last].endedBy = .value(signature)
            found.rounds[last].scope = .value(scope)
            found.phase = .investigationEnded
        }
    }

    /// Proposes degree and motivation, as the investigator.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-13` without a motivation, `D-SEC-4` for a conflict of interest
    ///   without a sound exception.
    public mutating func propose(
        _ proposal: MisconductDecision.Proposal,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.underInvestigation, .investigationEnded, .decided], field: "proposal")
            guard !Self.isBlank(proposal.motivation) else {
                throw found.violation("D-LXS-13", field: "proposal.motivation", Self.gapMessage)
            }
            found.check(.investigate, of: proposal.by.person, by: proposal.by, override: override)
            found.proposal = proposal
        }
    }

    /// Decides the degree, after a proposal by another.
    ///
    /// - Throws: `RuleViolation` with rule `D-SEC-4` for a conflict of interest without a sound exception.
    public mutating func decide(
        _ decision: MisconductDecision,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.investigationEnded], field: "decision")
            try found.append(decision, override: override)
        }
    }

    /// Decides another degree in the place of the one that holds; the history is kept.
    ///
    /// - Throws: `RuleViolation` with rule `D-SEC-4` for a conflict of interest without a sound exception.
    public mutating func revise(
        _ decision: MisconductDecision,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.decided], field: "decision")
            try found.append(decision, override: override)
        }
    }

    private mutating func append(
        _ decision: MisconductDecision,
        override: ConflictOverride?
    ) throws(RuleViolation) {
        for (rule, field, isGap) in [
            ("D-LXS-5", "decision.motivation", decision.motivation.value == nil),
            ("D-LXS-5", "decision.by", decision.by.value == nil),
            ("D-LXS-5", "decision.delegation", decision.delegation.value == nil),
            ("D-LXS-2", "decision.grounds", decision.grounds.value == nil),
            ("D-LXS-13", "proposal", proposal == nil),
        ] where isGap {
            throw violation(rule, field: field, Self.gapMessage)
        }
        if let signature = decision.by.value {
            check(.decide, of: signature.person, by: signature, override: override)
        }
        var complete = decision
        if let proposal { complete.proposedBy = .value(proposal.by) }
        decisions.append(complete)
        proposal = nil
        phase = .decided
    }
}
