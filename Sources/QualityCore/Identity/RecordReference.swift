/// A pointer to a record of any kind, by kind and identity: how records of different kinds are linked.
public struct RecordReference: Hashable, Sendable, Codable {
    /// The kind of the record.
    public let kind: RecordKind
    /// The identity within the kind, as stored.
    public let id: String

    /// A pointer to a record.
    public init<Record: QualityRecord>(_ id: RecordID<Record>) {
        kind = Record.kind
        self.id = id.rawValue
    }

    /// A pointer from its stored parts.
    public init(kind: RecordKind, id: String) {
        self.kind = kind
        self.id = id
    }
}

extension RecordReference: CustomStringConvertible {
    /// Kind and identity, `deviation/avv:AVV-2020-00001`.
    public var description: String { "\(kind.rawValue)/\(id)" }
}
