/// The stable name of a kind of record, such as `deviation`: stored, exported and never translated.
public struct RecordKind: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A kind by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The kind of the drafts of records of this kind, such as `draft.deviation`.
    public var draft: RecordKind { RecordKind(rawValue: "draft." + rawValue) }
}
