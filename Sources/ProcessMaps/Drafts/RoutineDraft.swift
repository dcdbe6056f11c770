public import QualityCore

/// A routine that someone is writing, from an empty form to a first version in draft (*utkast till rutin*).
///
/// Submitted, it is a ``Routine`` whose first version waits for approval, so a form asks for what the approval will ask.
public struct RoutineDraft: Draft {
    /// The identity of the routine to be.
    public let id: RecordID<Routine>
    /// The day on which it was begun.
    public let begun: CalendarDate
    /// The last day on which someone wrote in it, never before the first.
    public private(set) var edited: CalendarDate
    /// What is written so far.
    public private(set) var form: Form

    /// The fields of the form, each empty until someone fills it in.
    public struct Form: Hashable, Sendable, Codable {
        /// The name that people read.
        public var name: String?
        /// The node of the organisation that answers for it.
        public var unit: OrganisationUnitID?
        /// The nodes whose staff work by it.
        public var operations: [OrganisationUnitID]?
        /// How the work is done.
        public var instruction: String?
        /// The role that answers for its being done so.
        public var responsible: String?

        /// An empty form.
        public init() {}
    }

    /// An empty form, begun on a day.
    public init(id: RecordID<Routine>, begun: CalendarDate) {
        self.id = id
        self.begun = begun
        edited = begun
        form = Form()
    }

    /// Writes in the form on a day; a day before the last one counts as the last one.
    public mutating func edit(on day: CalendarDate, _ change: (inout Form) -> Void) {
        change(&form)
        edited = max(edited, day)
    }

    /// What each field lacks, by the rules of the routine that it would become.
    public func problems(under law: Law) -> [DraftProblem] {
        var problems: [DraftProblem] = []
        if form.name?.isBlank ?? true {
            problems.append(problem("name", "D-PRO-2", sv: "rutinen ska ha ett namn", en: "the routine needs a name"))
        }
        if form.unit == nil {
            problems.append(
                problem("unit", "D-PRO-2", sv: "den som svarar för rutinen krävs", en: "who answers for it is required")
            )
        }
        if form.operations?.isEmpty ?? true {
            problems.append(
                problem(
                    "operations",
                    "D-PRO-7",
                    sv: "minst en verksamhet arbetar efter rutinen",
                    en: "at least one operation works by it"
                )
            )
        }
        problems += content.missing.map { DraftProblem(field: $0.name, rule: $0.rule, message: $0.message) }
        return problems.filter { Self.structure.contains($0.field) || !law.suspendedRules.contains($0.rule) }
    }

    /// The routine, with what is written as its first version in draft.
    ///
    /// - Throws: `DraftError` with every problem, where there is any.
    public func submit(under law: Law) throws(DraftError) -> Routine {
        if let error = DraftError(record: RecordReference(id), problems: problems(under: law)) { throw error }
        do throws(RuleViolation) {
            let version = DocumentVersion(number: 1, content: content, state: .draft)
            return try Routine(
                id: id,
                name: form.name ?? "",
                unit: form.unit ?? OrganisationUnitID(rawValue: ""),
                operations: form.operations ?? [],
                versions: VersionHistory([version], of: RecordReference(id))
            )
        } catch {
            throw DraftError(record: RecordReference(id), problem: DraftProblem(error))
        }
    }

    /// What no routine can be without, whatever the law.
    private static let structure: Set<String> = ["name", "unit"]

    private var content: Routine.Content {
        Routine.Content(instruction: .value(form.instruction ?? ""), responsible: .value(form.responsible ?? ""))
    }

    private func problem(_ field: String, _ rule: String, sv swedish: String, en english: String) -> DraftProblem {
        DraftProblem(field: field, rule: rule, message: LocalizedText(sv: swedish, en: english))
    }
}

extension RoutineDraft {
    /// Decodes the stored form; refuses a draft edited before it was begun.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(RecordID<Routine>.self, forKey: .id)
        begun = try container.decode(CalendarDate.self, forKey: .begun)
        edited = try container.decode(CalendarDate.self, forKey: .edited)
        form = try container.decode(Form.self, forKey: .form)
        guard begun <= edited else {
            throw DecodingError.dataCorruptedError(
                forKey: .edited,
                in: container,
                debugDescription: "edited before it was begun"
            )
        }
    }
}
