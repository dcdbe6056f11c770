/// A record of the management system: a value that knows its law and tells what stores index and analysis counts.
///
/// Records are structures whose state changes only through methods named for the act, which throw ``RuleViolation``.
public protocol QualityRecord: Codable, Hashable, Sendable, Identifiable where ID == RecordID<Self> {
    /// The stable name of the kind, as stored and exported.
    static var kind: RecordKind { get }

    /// The version of the encoded form; every older one can still be decoded.
    static var schemaVersion: Int { get }

    /// Unit, days, status and codes: what a store indexes and analysis counts, free of personal data.
    var facts: RecordFacts { get }

    /// The texts of the record that a search looks through; they may hold personal data, and are erased with the record.
    ///
    /// Never who reported it: a role that the reporter is hidden from may search.
    var searchableTexts: [String?] { get }

    /// What the record says of itself when its disposal is asked for.
    var retention: RetentionStanding { get }

    /// The persons of the record as it is now, by what they are to it.
    var persons: RecordPersons { get }

    /// The record without some of its parts; parts that the kind does not have are no fault.
    ///
    /// What is left is for reading: it need not keep the rules of the kind, and no register takes it back.
    func masked(_ fields: Set<ProtectedField>) -> Self

    /// Whether two states of the record are alike in some of its parts.
    ///
    /// Someone from whom these parts are hidden may take the record from the one state to the other.
    func agrees(with other: Self, on fields: Set<ProtectedField>) -> Bool

    /// What law, board and practice require of every record of the kind.
    static var rules: [RecordRule<Self>] { get }

    /// All breaches of what law, board and practice require, at once; empty when there are none.
    ///
    /// A gap that an imported record states is no violation.
    func violations(under law: Law) -> [RuleViolation]
}

extension QualityRecord {
    /// None: a kind that says nothing is not searched.
    public var searchableTexts: [String?] { [] }

    /// Nothing: a kind that says nothing is never disposed of.
    public var retention: RetentionStanding { .unknown }

    /// None: a kind that says nothing is found by its unit alone.
    public var persons: RecordPersons { RecordPersons() }

    /// All of it: a kind that says nothing has no part to hide.
    public func masked(_ fields: Set<ProtectedField>) -> Self { self }

    /// Whether nothing at all is changed: a kind that says nothing is not changed by those who do not see all of it.
    public func agrees(with other: Self, on fields: Set<ProtectedField>) -> Bool { self == other }

    /// A pointer to the record, for code that mixes kinds.
    public var reference: RecordReference { RecordReference(id) }
}
