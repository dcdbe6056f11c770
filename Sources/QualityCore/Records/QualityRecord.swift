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
    var searchableTexts: [String?] { get }

    /// What the record says of itself when its disposal is asked for.
    var retention: RetentionStanding { get }

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

    /// A pointer to the record, for code that mixes kinds.
    public var reference: RecordReference { RecordReference(id) }
}
