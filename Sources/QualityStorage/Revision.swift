public import QualityCore

/// One saved state of one record.
public struct Revision: Hashable, Sendable {
    /// What is left of a saved state.
    public enum Standing: Hashable, Sendable {
        /// All of it.
        case kept
        /// It was written in place of a disposed record and holds the facts that statistics keep.
        case tombstone
        /// The record was disposed of later: neither payload nor facts are left.
        case erased
    }

    /// The record.
    public var reference: RecordReference
    /// The commit that wrote it.
    public var version: CommitNumber
    /// When it was written.
    public var recordedAt: Timestamp
    /// The schema version of the payload.
    public var schemaVersion: Int
    /// What is left of it.
    public var standing: Standing
    /// The encoded record with words and attachments; `nil` when not asked for, and when none is left.
    public var payload: SealedPayload.Content?
    /// The facts of the record; `nil` when erased.
    public var facts: RecordFacts?

    /// A saved state.
    public init(
        reference: RecordReference,
        version: CommitNumber,
        recordedAt: Timestamp,
        schemaVersion: Int,
        standing: Standing,
        payload: SealedPayload.Content?,
        facts: RecordFacts?
    ) {
        self.reference = reference
        self.version = version
        self.recordedAt = recordedAt
        self.schemaVersion = schemaVersion
        self.standing = standing
        self.payload = payload
        self.facts = facts
    }
}
