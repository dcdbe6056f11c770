/// A record that a person is filling in: everything may be missing, and it is no record until submitted (*utkast*).
///
/// Stored and synchronised as a record of a kind of its own, such as `draft.deviation`, and never counted. The identity
/// of the record to be is fixed in the draft, so one that is made without a network and sent twice gives one record. A
/// form uses the draft and ``submit(under:)``; initialisers of records are for importers and tests.
public struct Draft<Form: DraftForm>: QualityRecord {
    /// The stable name of the kind, as stored: that of the record after `draft.`.
    public static var kind: RecordKind { Form.Record.kind.draft }
    /// The version of the stored form.
    public static var schemaVersion: Int { Form.schemaVersion }
    /// None: a draft may lack everything.
    public static var rules: [RecordRule<Draft>] { [] }

    /// The identity of the record to be.
    public let recordID: RecordID<Form.Record>
    /// Who fills it in, by which it is told to be someone's own; `nil` when a program does, or when nobody is named.
    public let writer: PersonReference?
    /// The day on which it was begun.
    public let begun: CalendarDate
    /// The last day on which someone wrote in it, never before the first.
    public private(set) var edited: CalendarDate
    /// What is written so far.
    public private(set) var form: Form
    /// Whether it is still written in.
    public private(set) var state: DraftState

    /// An empty form, begun on a day by someone.
    public init(id: RecordID<Form.Record>, begun: CalendarDate, by writer: PersonReference? = nil) {
        recordID = id
        self.writer = writer
        self.begun = begun
        edited = begun
        form = Form()
        state = .open
    }

    /// The identity of the draft: the stored form of that of the record to be.
    public var id: RecordID<Draft> { RecordID(sameAs: recordID) }

    /// The unit chosen so far and the state; no day and no code.
    public var facts: RecordFacts {
        RecordFacts(
            unit: form.unit ?? .notChosen,
            status: state.rawValue,
            observations: writer.map { _ in [RecordFacts.Observation(codes: [:])] } ?? []
        )
    }

    /// Who writes.
    public var persons: RecordPersons { RecordPersons(reporters: writer.map { [$0] } ?? []) }

    /// Writes in the form on a day; a day before the last one counts as the last one.
    ///
    /// - Throws: `RuleViolation` with rule `draft.state` when the draft is submitted or expired.
    public mutating func edit(on day: CalendarDate, _ change: (inout Form) -> Void) throws(RuleViolation) {
        try requireOpen()
        change(&form)
        edited = max(edited, day)
    }

    /// Ends a draft that has become a record; it stays as it was sent, so that a copy sent again is known.
    ///
    /// - Throws: `RuleViolation` with rule `draft.state` when it is submitted already or expired.
    public mutating func markSubmitted() throws(RuleViolation) {
        try requireOpen()
        state = .submitted
    }

    /// Ends a draft that has ceased as of a day and lets go of all that was written in it.
    ///
    /// - Throws: `RuleViolation` with rule `draft.state` when it has not ceased by the rules.
    public mutating func expire(on day: CalendarDate, by rules: [DraftExpiry]) throws(RuleViolation) {
        guard isExpired(on: day, by: rules) else { throw stateViolation }
        form = Form()
        state = .expired
    }

    private func requireOpen() throws(RuleViolation) {
        guard state == .open else { throw stateViolation }
    }

    private var stateViolation: RuleViolation {
        RuleViolation(
            rule: DraftRule.state,
            record: reference,
            field: "state",
            message: LocalizedText(
                sv: "utkastet är inte i ett läge för det",
                en: "the draft is not in a state for that"
            )
        )
    }
}

extension Draft {
    /// What each field lacks, at most one problem a field, in the order of the form; empty when it can be submitted.
    ///
    /// Beside what is missing, what the record that it would be breaks: one fault of structure, or all rules at once. It
    /// is judged as soon as the fields that no record can be without are filled in.
    public func problems(under law: Law) -> [DraftProblem] { judged(under: law).problems }

    /// The record; the only way from a draft to one, and the same however often it is asked for.
    ///
    /// - Throws: ``DraftError`` with every problem, where there is any.
    public func submit(under law: Law) throws(DraftError) -> Form.Record {
        let (record, problems) = judged(under: law)
        guard let record, problems.isEmpty else {
            throw DraftError(record: RecordReference(recordID), problems: problems)
        }
        return record
    }

    private func judged(under law: Law) -> (record: Form.Record?, problems: [DraftProblem]) {
        let fields = Form.fields
        var found = fields.compactMap { $0.problem(of: form, under: law) }
        let submission = DraftSubmission(id: recordID, form: form, law: law)
        found += form.detailProblems(submission)
        var record: Form.Record?
        do throws(RuleViolation) {
            let would = try form.record(submission)
            found += would.violations(under: law).map(problem)
            record = would
        } catch {
            found.append(problem(error))
        }
        var seen: Set<String> = []
        let single = found.filter { seen.insert($0.field).inserted }
        let order = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let places = single.map { order[Form.field(of: $0)?.name ?? ""] ?? fields.count }
        let sorted = zip(places, single).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
        return (record, sorted.map { cited($0.element.1, under: law) })
    }

    /// A problem with the provision in force on the day of the last edit, where no record told of one.
    private func cited(_ problem: DraftProblem, under law: Law) -> DraftProblem {
        guard problem.citation == nil else { return problem }
        let field = Form.field(of: problem)?.name
        let rule = Form.Record.rules.first {
            $0.id == problem.rule && $0.duty != nil && Form.field(closestTo: $0.field)?.name == field
        }
        guard let duty = rule?.duty, let provision = law.provision(for: duty, on: edited) else { return problem }
        return DraftProblem(
            field: problem.field,
            rule: problem.rule,
            citation: provision.citation,
            ground: provision.ground,
            message: problem.message
        )
    }

    private func problem(_ violation: RuleViolation) -> DraftProblem {
        DraftProblem(
            field: Form.field(closestTo: violation.field)?.name ?? violation.field,
            rule: violation.rule,
            citation: violation.citation,
            ground: violation.ground,
            message: violation.message
        )
    }
}

extension Draft {
    private enum CodingKeys: String, CodingKey {
        case recordID = "id"
        case writer, begun, edited, form, state
    }

    /// Decodes the stored form; refuses a draft edited before it was begun. One without a state is open.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        recordID = try container.decode(RecordID<Form.Record>.self, forKey: .recordID)
        writer = try container.decodeIfPresent(PersonReference.self, forKey: .writer)
        begun = try container.decode(CalendarDate.self, forKey: .begun)
        edited = try container.decode(CalendarDate.self, forKey: .edited)
        form = try container.decode(Form.self, forKey: .form)
        state = try container.decodeIfPresent(DraftState.self, forKey: .state) ?? .open
        guard begun <= edited else {
            throw DecodingError.dataCorruptedError(
                forKey: .edited,
                in: container,
                debugDescription: "edited before it was begun"
            )
        }
    }

    /// Encodes the stored form; an open draft has no state in it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(recordID, forKey: .recordID)
        try container.encodeIfPresent(writer, forKey: .writer)
        try container.encode(begun, forKey: .begun)
        try container.encode(edited, forKey: .edited)
        try container.encode(form, forKey: .form)
        try container.encodeIfPresent(state == .open ? nil : state, forKey: .state)
    }
}
