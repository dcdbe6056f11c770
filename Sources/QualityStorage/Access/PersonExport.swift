public import QualityCore

/// Everything that a register holds about one person, with all other persons masked (*registerutdrag*, D-SEC-9).
///
/// Texts stand as they were written and may name others: someone reads them before the export is handed over.
public struct PersonExport: Hashable, Sendable {
    /// One saved state of a record where the person occurs.
    public struct Entry: Hashable, Sendable {
        /// The record.
        public let record: RecordReference
        /// The commit that wrote it.
        public let version: CommitNumber
        /// The record as JSON, other persons masked.
        public let json: [UInt8]
        /// The number of files that belong to it; they are read one by one.
        public let attachments: Int
    }

    /// The person.
    public let person: PersonReference
    /// What for.
    public let purpose: AccessPurpose
    /// How far the journal came.
    public let head: CommitNumber
    /// Every saved state where the person occurs, oldest first.
    public let entries: [Entry]
    /// Kinds that the register holds and the export did not know.
    public let unsearchedKinds: Set<RecordKind>
}
