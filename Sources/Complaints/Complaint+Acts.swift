public import QualityCore

extension Complaint {
    /// Tells the sender that it has come in (*bekräfta*).
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` unless it is newly received.
    public mutating func acknowledge(by signature: Signature, under law: Law) throws(RuleViolation) {
        try require(.received)
        try advance(under: law) { $0.acknowledged = signature }
    }

    /// Begins to look into it (*börja handlägga*); without acknowledgement only where no answer is wanted or possible.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` where the phase does not allow it or the receipt has a gap, `D-CMP-1` or
    ///   `D-CMP-5` while misconduct or appeal is not considered, `D-SEC-4` where the handler is involved in what it is
    ///   about, or subordinate to someone involved, without a sound exception.
    public mutating func beginHandling(
        by handler: PersonReference,
        signed signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try require(.received, .acknowledged)
        try requireReceipt()
        try advance(under: law) { course in
            course.handling = Handling(by: handler, began: signature)
            course.check(handler, override: override)
        }
    }

    /// Gives it to another handler.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` unless it is under handling, `D-SEC-4` for a conflict of interest without a
    ///   sound exception.
    public mutating func assign(
        to handler: PersonReference,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try require(.underHandling)
        try advance(under: law) { course in
            course.handling?.handler = handler
            course.check(handler, override: override)
        }
    }

    /// Says whether the text tells of a possible misconduct, and points at the Lex Sarah case where it does.
    ///
    /// - Parameters:
    ///   - consideration: yes with signature, or no with the reason; a yes is never taken back.
    ///   - report: the case that it was received into.
    ///   - law: the law.
    /// - Throws: `RuleViolation`, `D-CMP-1` with field `links` where the sender performs tasks and there is no case.
    public mutating func considerMisconduct(
        _ consideration: Consideration,
        report: RecordReference? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try require(.received, .acknowledged, .underHandling, .joinedToTheme, .answered, .closed)
        if case .yes = misconduct {
            throw violation(
                "D-CMP-1",
                "misconduct",
                sv: "en uppgift om missförhållande tas inte tillbaka",
                en: "a misconduct that was told of is not taken back"
            )
        }
        if let report { try checkLink(report) }
        try advance(under: law) { course in
            course.misconduct = consideration
            if let report, !course.links.contains(report) { course.links.append(report) }
        }
    }

    /// Finds that a submission about a decision is no appeal, so that it goes on as a complaint.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-5` where it is found already or the motivation says nothing.
    public mutating func denyAppeal(
        by signature: Signature,
        motivation: String,
        under law: Law
    ) throws(RuleViolation) {
        try require(.received, .acknowledged, .underHandling, .joinedToTheme, .answered)
        guard appealDenial == nil else {
            throw violation("D-CMP-5", "appealDenial", sv: "frågan är redan besvarad", en: "it is answered already")
        }
        try advance(under: law) { $0.appealDenial = AppealDenial(by: signature, motivation: motivation) }
    }

    /// Passes it on to the decision's handler as an appeal or what may be one; its day of receipt stays.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` where the phase does not allow it, `D-CMP-5` where it is not about a
    ///   decision.
    public mutating func passOn(_ referral: AppealReferral, under law: Law) throws(RuleViolation) {
        try require(.received, .underHandling)
        try advance(under: law) { $0.ending = .passedOn(referral) }
    }

    /// Hands it over to another to whom it clearly belongs (*överlämna*).
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` where the phase does not allow it, `D-CMP-3` without receiver or without an
    ///   answer to whether the sender was told.
    public mutating func handOver(_ handOver: HandOver, under law: Law) throws(RuleViolation) {
        try require(.received, .underHandling)
        try requireReceipt()
        try advance(under: law) { $0.ending = .handedOver(handOver) }
    }

    /// Joins it to a theme under which many submissions on one matter are answered together.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-6` where the theme is not open on the day.
    public mutating func join(
        _ theme: ComplaintTheme,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try require(.received, .underHandling)
        try requireReceipt()
        guard theme.isOpen(on: signature.day) else {
            throw violation("D-CMP-6", "theme", sv: "temat är inte öppet", en: "the theme is not open")
        }
        try advance(under: law) { $0.theme = ThemeMembership(of: theme.id, joined: signature) }
    }

    /// Answers the sender (*besvara*).
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` where the phase does not allow it or the answer has a gap, `D-CMP-3` where
    ///   health care asks for more, `D-SEC-4` where the author answers for what the author took part in, or a superior
    ///   of the author did, without a sound exception.
    public mutating func answer(
        _ answer: ComplaintAnswer,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try require(.underHandling, .joinedToTheme)
        try requireWhole(answer)
        try advance(under: law) { course in
            course.answer = answer
            course.check(answer.author.value, override: override)
        }
    }

    /// Answers the sender with the answer of the theme, on a day.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-6` where it is not joined to the theme or the theme has no answer.
    public mutating func answer(
        with theme: ComplaintTheme,
        on day: CalendarDate,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try require(.joinedToTheme)
        guard self.theme?.theme == theme.id, let common = theme.answer, common.day <= day else {
            throw violation("D-CMP-6", "theme", sv: "temat har inget svar", en: "the theme has no answer")
        }
        try advance(under: law) { course in
            course.answer = common.sent(on: day)
            course.check(common.author.value, override: override)
        }
    }

    /// Closes it after its answer (*avsluta*).
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` without an answer, or with one of which a source left out a part.
    public mutating func close(by signature: Signature, under law: Law) throws(RuleViolation) {
        guard let answer, phase == .answered else { throw ending == nil ? unanswered : impossiblePhase }
        try requireReceipt()
        try requireWhole(answer)
        try advance(under: law) { $0.ending = .closed(by: signature, unanswered: nil) }
    }

    /// Closes it without an answer, for one of the reasons that allow it.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` where the reason does not agree with the submission.
    public mutating func closeUnanswered(
        _ reason: Unanswered,
        by signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try require(.underHandling, .joinedToTheme)
        try advance(under: law) { course in
            course.ending = .closed(by: signature, unanswered: reason)
            course.check(signature.person, override: override)
        }
    }

    /// Points at what it has led to; it keeps its own answer to give.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-5` where the record is no deviation, measure or Lex Sarah case.
    public mutating func link(to record: RecordReference, under law: Law) throws(RuleViolation) {
        guard phase != .cancelled else { throw impossiblePhase }
        try checkLink(record)
        try advance(under: law) { if !$0.links.contains(record) { $0.links.append(record) } }
    }

    /// Marks it as registered by mistake, as a test or twice (*makulera*).
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` where it has ended, `D-DEV-10` without a reason.
    public mutating func cancel(by signature: Signature, reason: String, under law: Law) throws(RuleViolation) {
        guard ending == nil else { throw impossiblePhase }
        try advance(under: law) { $0.ending = .cancelled(by: signature, reason: reason) }
    }
}
