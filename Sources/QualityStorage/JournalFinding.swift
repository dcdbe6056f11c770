public import QualityCore

/// A place where a journal is not what was written.
public struct JournalFinding: Hashable, Sendable {
    /// What is wrong there.
    public enum Fault: Hashable, Sendable {
        /// A commit is missing before this one.
        case missingCommit
        /// The digest of the commit does not follow from the one before and what the commit holds.
        case digest
        /// Time runs backwards.
        case time
        /// The payload is not what its seal says.
        case payload
        /// The facts are not what their seal says, or not those of the payload.
        case facts
        /// The bytes of an attachment are not what the record says.
        case attachment
        /// Payload or facts are gone though the record was never disposed of.
        case erasedWithoutTombstone
        /// Payload or facts are there though the record was disposed of.
        case leftAfterTombstone
        /// The revision is not marked by the commit that wrote the next one.
        case succession
        /// What is stored cannot be read.
        case unreadable
        /// The journal does not come as far as the head it is held against.
        case cutOff
        /// The journal holds another commit than the head it is held against.
        case otherHistory
    }

    /// The commit.
    public let commit: CommitNumber
    /// The record; `nil` when the commit as such is meant.
    public let record: RecordReference?
    /// What is wrong.
    public let fault: Fault

    /// A finding.
    public init(commit: CommitNumber, record: RecordReference? = nil, fault: Fault) {
        self.commit = commit
        self.record = record
        self.fault = fault
    }
}
