public import QualityCore

/// A fixed way of carrying out an activity that says who is responsible (*rutin*, SOSFS 2011:9 4 kap. 4 §).
public struct Routine: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "routine")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// What a version of a routine says.
    public struct Content: Hashable, Sendable, Codable {
        /// How the work is done, or where that is written (*arbetssätt*).
        public let instruction: Stated<String>
        /// The role that answers for its being done so (*ansvarig*).
        public let responsible: Stated<String>

        /// What a version says; anything may be blank while it is written.
        public init(instruction: Stated<String> = .value(""), responsible: Stated<String> = .value("")) {
            self.instruction = instruction
            self.responsible = responsible
        }
    }

    /// The identity of the record.
    public let id: RecordID<Routine>
    /// The name that people read.
    public let name: String
    /// The node of the organisation that answers for it.
    public let unit: OrganisationUnitID
    /// The nodes whose staff work by it, with all below them.
    public private(set) var operations: [OrganisationUnitID]
    /// What it has said, version by version.
    public internal(set) var versions: VersionHistory<Content>
    /// Who has acknowledged which version, in the order it was done.
    public private(set) var acknowledgements: [Acknowledgement]

    /// A routine, or one as a source held it.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-7` when an acknowledgement is of a version that was not approved on
    ///   its day, or stands twice.
    public init(
        id: RecordID<Routine>,
        name: String,
        unit: OrganisationUnitID,
        operations: [OrganisationUnitID],
        versions: VersionHistory<Content> = VersionHistory(),
        acknowledgements: [Acknowledgement] = []
    ) throws(RuleViolation) {
        self.id = id
        self.name = name
        self.unit = unit
        self.operations = operations
        self.versions = versions
        self.acknowledgements = acknowledgements
        try checkAcknowledgements()
    }

    /// Unit, the day of the next review, how far the versions have come, and operations.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            dueOn: reviewDue,
            status: versionStatus,
            observations: [
                RecordFacts.Observation(codes: [
                    .processOperation: operations.map { CategoryCode(rawValue: $0.rawValue) }
                ])
            ]
        )
    }

    /// Says whose staff work by the routine.
    public mutating func place(in operations: [OrganisationUnitID], under law: Law) throws(RuleViolation) {
        try perform(under: law) { (routine: inout Routine) throws(RuleViolation) in routine.operations = operations }
    }

    /// Records that a person has read a version and will work by it; doing it again changes nothing.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-7` when the version is a draft or has ceased on that day.
    public mutating func acknowledge(
        _ number: Int,
        by person: PersonReference,
        on day: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        guard let status = versions.status(of: number, on: day), status != .draft, status != .withdrawn else {
            throw acknowledgementViolation
        }
        guard !acknowledgements.contains(where: { $0.number == number && $0.person == person }) else { return }
        try perform(under: law) { (routine: inout Routine) throws(RuleViolation) in
            routine.acknowledgements.append(Acknowledgement(number: number, person: person, day: day))
        }
    }

    private func checkAcknowledgements() throws(RuleViolation) {
        var seen: Set<Acknowledgement.Key> = []
        for acknowledgement in acknowledgements {
            guard let approval = versions[acknowledgement.number]?.state.approval,
                approval.approver.value.map({ $0.day <= acknowledgement.day }) ?? true,
                seen.insert(acknowledgement.key).inserted
            else { throw acknowledgementViolation }
        }
    }

    private var acknowledgementViolation: RuleViolation {
        RuleViolation(
            rule: "D-PRO-7",
            record: reference,
            field: "acknowledgements",
            message: LocalizedText(
                sv: "bara en version som är godkänd den dagen kvitteras, en gång av var och en",
                en: "only a version that is approved on the day is acknowledged, once by each"
            )
        )
    }
}

extension Routine: VersionedRecord {}

extension Routine {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<Routine>.self, forKey: .id),
            name: container.decode(String.self, forKey: .name),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            operations: container.decode([OrganisationUnitID].self, forKey: .operations),
            versions: container.decode(VersionHistory<Content>.self, forKey: .versions),
            acknowledgements: container.decode([Acknowledgement].self, forKey: .acknowledgements)
        )
    }
}
