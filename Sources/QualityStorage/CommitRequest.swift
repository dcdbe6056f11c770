public import QualityCore

/// Revisions of any kinds of record that are written all or not at all, with who, when and why.
public struct CommitRequest: Hashable, Sendable {
    /// What must be true of a record before the commit, or the commit is a conflict.
    public enum Precondition: Hashable, Sendable {
        /// The record has never been saved.
        case absent
        /// The newest revision was written by this commit.
        case version(CommitNumber)
    }

    /// One new revision of one record.
    public struct Write: Hashable, Sendable {
        /// The record.
        public var reference: RecordReference
        /// What must be true of it.
        public var precondition: Precondition
        /// The schema version of the payload.
        public var schemaVersion: Int
        /// The encoded record; `nil` in a tombstone.
        public var payload: SealedPayload?
        /// The facts of the record; in a tombstone those that statistics keep.
        public var facts: SealedFacts

        /// A new revision.
        public init(
            reference: RecordReference,
            precondition: Precondition,
            schemaVersion: Int,
            payload: SealedPayload?,
            facts: SealedFacts
        ) {
            self.reference = reference
            self.precondition = precondition
            self.schemaVersion = schemaVersion
            self.payload = payload
            self.facts = facts
        }
    }

    /// The tenant whose journal grows.
    public var tenant: TenantID
    /// The revisions, each of another record.
    public var writes: [Write]
    /// Who commits.
    public var actor: ActorID
    /// Why.
    public var reason: String
    /// When, by the host's clock; a journal's time never runs backwards, so the newest commit's time is the least.
    public var recordedAt: Timestamp
    /// A key that makes sending the same commit again harmless: the first receipt is returned. `nil` for none.
    public var idempotencyKey: String?

    /// A commit to be made.
    public init(
        tenant: TenantID,
        writes: [Write],
        actor: ActorID,
        reason: String,
        recordedAt: Timestamp,
        idempotencyKey: String? = nil
    ) {
        self.tenant = tenant
        self.writes = writes
        self.actor = actor
        self.reason = reason
        self.recordedAt = recordedAt
        self.idempotencyKey = idempotencyKey
    }
}

/// Proof that a commit was made.
public struct CommitReceipt: Hashable, Sendable {
    /// The number of the commit.
    public var number: CommitNumber
    /// The digest of the commit, which covers all before it.
    public var digest: ContentDigest

    /// The receipt of a commit.
    public init(number: CommitNumber, digest: ContentDigest) {
        self.number = number
        self.digest = digest
    }
}
