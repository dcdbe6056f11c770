public import QualityCore

extension SelfCheck {
    /// Answers a question about an item, or changes the answer.
    ///
    /// `item`: the number of the item; 0 where the check concerns the unit as such.
    /// - Throws: `RuleViolation` with rule `D-SLF-3` when the check does not ask it, or *not assessed* has no reason;
    ///   `D-SLF-9` when an outcome of the question would lose its ground; `D-SLF-2` when the check is not open.
    public mutating func answer(
        _ question: QuestionCode,
        _ answer: SelfCheckAnswer,
        item: Int = 0,
        under law: Law
    ) throws(RuleViolation) {
        try change(question, item, to: answer, under: law)
    }

    /// Takes an answer back, so that the question is unanswered.
    ///
    /// - Throws: `RuleViolation` as for ``answer(_:_:item:under:)``.
    public mutating func withdrawAnswer(
        to question: QuestionCode,
        item: Int = 0,
        under law: Law
    ) throws(RuleViolation) {
        try change(question, item, to: nil, under: law)
    }

    private mutating func change(
        _ question: QuestionCode,
        _ item: Int,
        to answer: SelfCheckAnswer?,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { check throws(RuleViolation) in
            // An import without answers begins to hold some.
            var answers = check.answers.value ?? SelfCheckAnswers()
            answers[question, item] = answer
            check.set(answers: .value(answers))
        }
    }

    /// States what became of a question that was not met, or only in part: deviation, measure or accepted.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-9` when the question is met or the record of another kind, `D-SLF-2`
    ///   when it is accepted without a reason or the check is not open.
    public mutating func settle(
        _ question: QuestionCode,
        as outcome: FailureOutcome,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { check throws(RuleViolation) in check.set(outcome: .value(outcome), of: question) }
    }

    /// Takes back what became of a question.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when the check is not open.
    public mutating func withdrawOutcome(of question: QuestionCode, under law: Law) throws(RuleViolation) {
        try act(under: law) { check throws(RuleViolation) in check.set(outcome: nil, of: question) }
    }

    /// States the days whose events are reviewed.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when the check is not open.
    public mutating func review(_ period: CalendarPeriod, under law: Law) throws(RuleViolation) {
        try act(under: law) { check throws(RuleViolation) in check.set(reviewedPeriod: period) }
    }

    /// Writes what the check comes to.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when the check is not open.
    public mutating func conclude(_ text: String, under law: Law) throws(RuleViolation) {
        try act(under: law) { check throws(RuleViolation) in check.set(conclusion: text) }
    }

    /// Goes over to a later version of the template, while nothing is answered.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-5` when the check is not open, has answers or outcomes, or the
    ///   version is not a later one of the same template.
    public mutating func adopt(_ version: SelfCheckTemplate.Version, under law: Law) throws(RuleViolation) {
        guard phase == .open, answers.value?.isEmpty == true, outcomes.isEmpty else {
            throw violation(
                "D-SLF-5",
                field: "version",
                sv: "en ny mallversion lämnar påbörjade och avslutade tillfällen orörda",
                en: "a new version of the template leaves occasions that have answers or are done untouched"
            )
        }
        guard version.template == self.version.template, version.number > self.version.number else {
            throw violation(
                "D-SLF-5",
                field: "version",
                sv: "versionen är inte en senare av samma mall",
                en: "the version is not a later one of the same template"
            )
        }
        try act(under: law) { check throws(RuleViolation) in check.set(version: version) }
    }

    /// Closes the check.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-3` while a question is unanswered, `D-SLF-2` while a failed question
    ///   has no outcome, there is no conclusion, the day is too early or the check is not open, and `D-SLF-10` while
    ///   the period of a log review is not stated. What an import left as a gap is asked for too.
    public mutating func close(by signature: Signature, under law: Law) throws(RuleViolation) {
        try act(under: law) { check throws(RuleViolation) in
            try check.requireNoGaps(under: law)
            check.add(CheckClosing(closed: signature))
        }
    }

    /// Takes a closed check up again; the closed interval is kept.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when it is not closed, the reason is blank or the day too early.
    public mutating func reopen(by signature: Signature, reason: String, under law: Law) throws(RuleViolation) {
        try act(in: .closed, under: law) { check throws(RuleViolation) in
            check.reopenLast(.init(signature: signature, reason: reason))
        }
    }

    /// Makes the check not count, for a reason; it stays readable.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-7` when it is cancelled already, the reason is blank or the day too
    ///   early.
    public mutating func cancel(by signature: Signature, reason: String, under law: Law) throws(RuleViolation) {
        try perform(under: law) { check throws(RuleViolation) in
            guard check.phase != .cancelled else {
                throw check.violation("D-SLF-7", field: "phase", sv: "redan makulerad", en: "cancelled already")
            }
            check.set(cancellation: CheckCancellation(signature: signature, reason: reason))
            try check.check()
        }
    }
}
