public import QualityCore

/// A series of activities that the operation carries out, from what begins it to its result (*process*, SOSFS 2011:9 4 kap.).
///
/// It exists from the day it is identified; what it says is kept in versions. Its place under other processes is said in
/// the ``ProcessTree`` alone.
public struct CareProcess: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "process")
    /// The version of the stored form; from 2 on a description may hold a map.
    public static let schemaVersion = 2

    /// The identity of the record.
    public let id: RecordID<CareProcess>
    /// The name that people read.
    public private(set) var name: String
    /// Main, support or management (*processtyp*).
    public let processKind: ProcessKind
    /// The node of the organisation that answers for it.
    public let unit: OrganisationUnitID
    /// The day when it was identified.
    public let identified: CalendarDate
    /// The operations that it belongs to (*verksamheter*).
    public private(set) var operations: Stated<[OrganisationUnitID]>
    /// Who has answered for it (*processägare*).
    public private(set) var owners: ProcessOwners
    /// What it has said, version by version.
    public internal(set) var versions: VersionHistory<ProcessDescription>

    /// A process as identified, or as a source held it.
    public init(
        id: RecordID<CareProcess>,
        name: String,
        processKind: ProcessKind,
        unit: OrganisationUnitID,
        identified: CalendarDate,
        operations: Stated<[OrganisationUnitID]>,
        owners: ProcessOwners? = nil,
        versions: VersionHistory<ProcessDescription> = VersionHistory()
    ) throws(RuleViolation) {
        self.id = id
        self.name = name
        self.processKind = processKind
        self.unit = unit
        self.identified = identified
        self.operations = operations
        self.owners = if let owners { owners } else { try ProcessOwners() }
        self.versions = versions
    }

    /// Unit, the day of the next review, how far the versions have come, kind and operations.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: identified,
            dueOn: reviewDue,
            status: versionStatus,
            observations: [
                RecordFacts.Observation(codes: [
                    .processKind: [CategoryCode(rawValue: processKind.rawValue)],
                    .processOperation: (operations.value ?? []).map { CategoryCode(rawValue: $0.rawValue) },
                ])
            ]
        )
    }

    /// The pointer that a case begun on a day keeps; `nil` where no version was in force.
    public func version(forCaseBegun day: CalendarDate) -> VersionReference? {
        versions.inForce(on: day).map { VersionReference(reference, number: $0.number) }
    }

    /// What a version that a case points at says; `nil` for a pointer to another record.
    public func description(at pointer: VersionReference) -> ProcessDescription? {
        pointer.document == reference ? versions[pointer.number]?.content : nil
    }
}

extension CareProcess: VersionedRecord {}

extension CareProcess {
    /// Gives the process another name.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-1` when an approved process would be without a name.
    public mutating func rename(to name: String, under law: Law) throws(RuleViolation) {
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in process.name = name }
    }

    /// Says which operations the process belongs to.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-1` when an approved process would belong to none.
    public mutating func place(in operations: [OrganisationUnitID], under law: Law) throws(RuleViolation) {
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in
            process.operations = .value(operations)
        }
    }

    /// Makes a person the owner from a day, and ends the time of whoever is.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-1` when the day is not after the first day of the owner before.
    public mutating func assignOwner(
        _ person: PersonReference,
        title: String,
        from day: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in
            try process.owners.assign(person, title: title, from: day)
        }
    }

    /// Ends the time of the owner, who has left; coverage then finds a process without one.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-1` when there is no owner to release, or a version was approved later.
    public mutating func releaseOwner(lastDay day: CalendarDate, under law: Law) throws(RuleViolation) {
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in
            try process.owners.release(lastDay: day)
        }
    }
}
