public import QualityCore

extension Complaint {
    /// Fills gaps that a source left in the receipt; what is stated stays as it is.
    ///
    /// - Parameters:
    ///   - facts: the receipt as it should be: gaps, or what is stated already, leave a field alone.
    ///   - policy: the board's times, which set the deadlines where they now run.
    ///   - law: the law.
    /// - Throws: `RuleViolation`, `D-CMP-1` with the field that another value is stated of.
    public mutating func complete(
        _ facts: Receipt,
        policy: ComplaintPolicy,
        under law: Law
    ) throws(RuleViolation) {
        guard phase != .cancelled else { throw impossiblePhase }
        let old = receipt
        let filled = Receipt(
            receivedBy: try fill(old.receivedBy, facts.receivedBy, "receipt.receivedBy"),
            sender: try fill(old.sender, facts.sender, "receipt.sender"),
            contact: try fill(old.contact, facts.contact, "receipt.contact"),
            wish: try fill(old.wish, facts.wish, "receipt.wish"),
            words: try fill(old.words, facts.words, "receipt.words"),
            subject: try fill(old.subject, facts.subject, "receipt.subject"),
            legalBases: try fill(old.legalBases, facts.legalBases, "receipt.legalBases"),
            concerns: try fill(old.concerns, facts.concerns, "receipt.concerns")
        )
        let times = filled.clockRuns ? deadlines ?? policy.deadlines(from: received) : nil
        try advance(under: law) { course in
            course.receipt = filled
            course.deadlines = times
        }
    }

    /// Fills gaps that a source left in the answer; what is stated stays, and the day too.
    ///
    /// - Throws: `RuleViolation`, `D-CMP-7` with the field that another value is stated of.
    public mutating func completeAnswer(
        author: PersonReference,
        words: String,
        measures: ComplaintAnswer.Measures,
        under law: Law
    ) throws(RuleViolation) {
        guard let old = answer, phase != .cancelled else { throw impossiblePhase }
        guard old.hasGaps else {
            throw violation(
                "D-CMP-7",
                "answer.words",
                sv: "svaret är redan angivet",
                en: "the answer is stated already"
            )
        }
        let filled = ComplaintAnswer(
            on: old.day,
            author: old.author.value == nil ? .value(author) : old.author,
            words: old.words.value == nil ? .value(words) : old.words,
            measures: old.measures.value == nil ? .value(measures) : old.measures,
            explanation: old.explanation,
            adaptation: old.adaptation,
            withheld: old.withheld
        )
        try advance(under: law) { $0.answer = filled }
    }

    private func fill<Value: Equatable>(
        _ old: Stated<Value>,
        _ new: Stated<Value>,
        _ field: String
    ) throws(RuleViolation) -> Stated<Value> {
        guard let value = new.value else { return old }
        guard let stated = old.value else { return new }
        guard stated == value else {
            throw violation("D-CMP-1", field, sv: "det som angavs ändras inte", en: "what was stated is not changed")
        }
        return old
    }

    /// Refuses an act that the present phase does not lead to.
    func require(_ phases: ComplaintPhase...) throws(RuleViolation) {
        guard phases.contains(phase) else { throw impossiblePhase }
    }

    /// Refuses to go on while a source has left out what the way hangs on.
    func requireReceipt() throws(RuleViolation) {
        let facts: [(field: String, isStated: Bool)] = [
            ("receipt.words", receipt.words.value != nil), ("receipt.sender", receipt.sender.value != nil),
            ("receipt.contact", receipt.contact.value != nil), ("receipt.wish", receipt.wish.value != nil),
            ("receipt.subject", receipt.subject.value != nil),
            ("receipt.legalBases", receipt.legalBases.value != nil),
        ]
        if let gap = facts.first(where: { !$0.isStated }) { throw notStated(gap.field) }
    }

    /// Refuses an answer of which a part is not stated.
    func requireWhole(_ answer: ComplaintAnswer) throws(RuleViolation) {
        if answer.author.value == nil { throw notStated("answer.author") }
        if answer.words.value == nil { throw notStated("answer.words") }
        if answer.measures.value == nil { throw notStated("answer.measures") }
    }

    private func notStated(_ field: String) -> RuleViolation {
        violation(
            "D-CMP-7",
            field,
            sv: "uppgiften saknas i källan och behövs nu",
            en: "the source lacks what is needed now"
        )
    }

    /// Refuses a pointer to what no complaint leads to.
    func checkLink(_ record: RecordReference) throws(RuleViolation) {
        let kinds: Set<RecordKind> = [
            RecordKind(rawValue: "deviation"), RecordKind(rawValue: "measure"), Self.lexSarahKind,
        ]
        guard kinds.contains(record.kind) else {
            throw violation(
                "D-CMP-5",
                "links",
                sv: "ett klagomål leder till avvikelse, åtgärd eller lex Sarah",
                en: "a complaint leads to a deviation, a measure or a Lex Sarah case"
            )
        }
    }
}

extension ComplaintAnswer {
    /// The same answer, sent on a day.
    func sent(on day: CalendarDate) -> ComplaintAnswer {
        ComplaintAnswer(
            on: day,
            author: author,
            words: words,
            measures: measures,
            explanation: explanation,
            adaptation: adaptation,
            withheld: withheld
        )
    }
}
