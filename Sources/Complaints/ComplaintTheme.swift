public import QualityCore

/// A matter on which many submissions are answered together, each still registered and answered (*tema*, D-CMP-6).
public struct ComplaintTheme: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "complaintTheme")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<ComplaintTheme>
    /// The node of the organisation that it is about.
    public let unit: OrganisationUnitID
    /// What the submissions are about.
    public let matter: String
    /// Why they are answered together, such as a crisis.
    public let reason: String
    /// Who set it, and when.
    public let opened: Signature
    /// The answer to all of them; `nil` until there is one.
    public private(set) var answer: ComplaintAnswer?
    /// Who ended it, and when; `nil` while it goes on.
    public private(set) var ended: Signature?

    /// A theme as set.
    ///
    /// - Throws: `RuleViolation` with rule `D-CMP-6` when answer or end comes before the opening.
    public init(
        id: RecordID<ComplaintTheme>,
        unit: OrganisationUnitID,
        matter: String,
        reason: String,
        opened: Signature,
        answer: ComplaintAnswer? = nil,
        ended: Signature? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.matter = matter
        self.reason = reason
        self.opened = opened
        self.answer = answer
        self.ended = ended
        try checkOrder()
    }

    /// Whether submissions can join on a day.
    public func isOpen(on day: CalendarDate) -> Bool {
        opened.day <= day && ended == nil
    }

    /// Sets the answer to all submissions of the theme; each gets it by its own act.
    ///
    /// - Throws: `RuleViolation` with rule `D-CMP-6` when there is one, the theme has ended, or the day is too early.
    public mutating func setAnswer(_ answer: ComplaintAnswer, under law: Law) throws(RuleViolation) {
        guard self.answer == nil, ended == nil else {
            throw violation("answer", sv: "temat är besvarat eller avslutat", en: "the theme is answered or has ended")
        }
        guard answer.words.value != nil, answer.measures.value != nil, answer.author.value != nil else {
            throw violation("answer", sv: "svaret är inte angivet", en: "the answer is not stated")
        }
        try perform(under: law) { (theme: inout ComplaintTheme) throws(RuleViolation) in
            theme.answer = answer
            try theme.checkOrder()
        }
    }

    /// Ends the theme when each of its submissions has its answer or its reason for none.
    ///
    /// - Throws: `RuleViolation` with rule `D-CMP-6`, field `submissions`, while one of them is open.
    public mutating func end(
        by signature: Signature,
        submissions: some Sequence<Complaint>,
        under law: Law
    ) throws(RuleViolation) {
        guard ended == nil else {
            throw violation("ended", sv: "temat är redan avslutat", en: "the theme has ended already")
        }
        guard unanswered(in: submissions).isEmpty else {
            throw violation("submissions", sv: "en inlämning är obesvarad", en: "a submission is unanswered")
        }
        try perform(under: law) { (theme: inout ComplaintTheme) throws(RuleViolation) in
            theme.ended = signature
            try theme.checkOrder()
        }
    }

    /// The submissions of the theme that have neither an answer nor an end, in their order.
    public func unanswered(in submissions: some Sequence<Complaint>) -> [Complaint] {
        submissions.filter { $0.theme?.theme == id && $0.phase == .joinedToTheme }
    }

    /// Answers every open submission of the theme with its answer on a day; all others are left out.
    ///
    /// - Throws: `RuleViolation`, the first refusal; then none is answered.
    public func answerAll(
        in submissions: some Sequence<Complaint>,
        on day: CalendarDate,
        under law: Law
    ) throws(RuleViolation) -> [Complaint] {
        var answered: [Complaint] = []
        for var complaint in unanswered(in: submissions) {
            if complaint.receipt.contact.value == .anonymous { continue }
            try complaint.answer(with: self, on: day, under: law)
            answered.append(complaint)
        }
        return answered
    }

    /// Unit, days and status of the record; a theme is no observation of its own.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: opened.day,
            status: ended != nil ? "ended" : answer != nil ? "answered" : "open",
            observations: []
        )
    }

    /// What is required of every theme.
    public static var rules: [RecordRule<ComplaintTheme>] {
        [
            RecordRule(
                "D-CMP-6",
                field: "matter",
                duty: .receiveComplaints,
                message: LocalizedText(sv: "temat ska ange vad det gäller", en: "the theme must say what it is about"),
                selectedBy: { $0.opened.day }
            ) { theme, _ in theme.matter.allSatisfy(\.isWhitespace) },
            RecordRule(
                "D-CMP-6",
                field: "reason",
                duty: .receiveComplaints,
                message: LocalizedText(sv: "temat kräver skäl", en: "the theme needs a reason"),
                selectedBy: { $0.opened.day }
            ) { theme, _ in theme.reason.allSatisfy(\.isWhitespace) },
            RecordRule(
                "D-CMP-6",
                field: "answer",
                duty: .receiveComplaints,
                message: LocalizedText(sv: "svaret ska återges", en: "the answer must be kept"),
                selectedBy: { $0.opened.day }
            ) { theme, _ in theme.answer?.words.isBlank == true },
        ]
    }

    private func checkOrder() throws(RuleViolation) {
        if let answer, answer.day < opened.day {
            throw violation("answer", sv: "svaret är daterat före temat", en: "the answer is dated before the theme")
        }
        if let ended, ended.day < max(opened.day, answer?.day ?? opened.day) {
            throw violation("ended", sv: "temat slutar innan det börjar", en: "the theme ends before it begins")
        }
    }

    private func violation(_ field: String, sv swedish: String, en english: String) -> RuleViolation {
        RuleViolation(
            rule: "D-CMP-6",
            record: reference,
            field: field,
            message: LocalizedText(sv: swedish, en: english)
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<ComplaintTheme>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            matter: container.decode(String.self, forKey: .matter),
            reason: container.decode(String.self, forKey: .reason),
            opened: container.decode(Signature.self, forKey: .opened),
            answer: container.decodeIfPresent(ComplaintAnswer.self, forKey: .answer),
            ended: container.decodeIfPresent(Signature.self, forKey: .ended)
        )
    }
}
