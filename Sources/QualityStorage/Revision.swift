public import QualityCore

/// One saved state of one record.
public struct Revision: Hashable, Sendable {
    /// The record.
    public var reference: RecordReference
    /// The commit that wrote it.
    public var version: CommitNumber
    /// When it was written.
    public var recordedAt: Timestamp
    /// The schema version of the payload.
    public var schemaVersion: Int
    /// The encoded record; empty when the request asked for facts alone.
    public var payload: [UInt8]
    /// The facts of the record.
    public var facts: RecordFacts

    /// A saved state.
    public init(
        reference: RecordReference,
        version: CommitNumber,
        recordedAt: Timestamp,
        schemaVersion: Int,
        payload: [UInt8],
        facts: RecordFacts
    ) {
        self.reference = reference
        self.version = version
        self.recordedAt = recordedAt
        self.schemaVersion = schemaVersion
        self.payload = payload
        self.facts = facts
    }
}
