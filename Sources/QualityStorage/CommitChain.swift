public import QualityCore

/// The chain of a tenant's commits: each digest covers the one before, so that no commit can be changed unseen.
public enum CommitChain: Sendable {
    /// What a digest covers of one revision; what was erased stays covered by the digest of its seal.
    public struct Link: Hashable, Sendable {
        /// The record.
        public var reference: RecordReference
        /// The schema version of the payload.
        public var schemaVersion: Int
        /// The digest of the payload; `nil` for a tombstone.
        public var payload: ContentDigest?
        /// The digest of the facts.
        public var facts: ContentDigest

        /// What is covered of a revision.
        public init(
            reference: RecordReference,
            schemaVersion: Int,
            payload: ContentDigest?,
            facts: ContentDigest
        ) {
            self.reference = reference
            self.schemaVersion = schemaVersion
            self.payload = payload
            self.facts = facts
        }
    }

    /// What a digest covers of a commit besides its revisions.
    public struct Cover: Hashable, Sendable {
        /// The tenant.
        public var tenant: TenantID
        /// The number of the commit.
        public var number: CommitNumber
        /// When it was made, as stored.
        public var recordedAt: Timestamp
        /// Who made it.
        public var actor: ActorID
        /// Why.
        public var reason: String
        /// The idempotency key.
        public var idempotencyKey: String?

        /// What is covered of a commit.
        public init(
            tenant: TenantID,
            number: CommitNumber,
            recordedAt: Timestamp,
            actor: ActorID,
            reason: String,
            idempotencyKey: String?
        ) {
            self.tenant = tenant
            self.number = number
            self.recordedAt = recordedAt
            self.actor = actor
            self.reason = reason
            self.idempotencyKey = idempotencyKey
        }
    }

    /// The digest of a commit: SHA-256 of the digest before it, the commit, and its revisions in byte order of kind and
    /// identity.
    ///
    /// - Parameters:
    ///   - previous: the digest of the commit before; zero for the first.
    ///   - commit: the commit.
    ///   - revisions: its revisions, in any order.
    public static func digest(
        after previous: ContentDigest,
        _ commit: Cover,
        _ revisions: some Sequence<Link>
    ) -> ContentDigest {
        var content = CanonicalBytes("commit 1")
        content.append(previous)
        content.append(commit.tenant.rawValue)
        content.append(commit.number.rawValue)
        content.append(commit.recordedAt.microsecondsSince1970)
        content.append(commit.actor.rawValue)
        content.append(commit.reason)
        content.append(commit.idempotencyKey) { $0.append($1) }
        let links = revisions.map { (RecordKey($0.reference), $0) }.sorted { $0.0 < $1.0 }
        content.append(Int64(links.count))
        for (_, link) in links {
            content.append(link.reference.kind.rawValue)
            content.append(link.reference.id)
            content.append(Int64(link.schemaVersion))
            content.append(link.payload) { $0.append($1) }
            content.append(link.facts)
        }
        return ContentDigest(of: content.bytes)
    }
}

extension CommitRequest {
    /// The receipt of this commit when it comes next after a head, and the time it is recorded at.
    ///
    /// Every adapter calls it under the lock that gives the number.
    public func chained(after head: JournalHead) -> (receipt: CommitReceipt, recordedAt: Timestamp) {
        let number = CommitNumber(rawValue: head.number.rawValue + 1)
        let time = max(recordedAt, head.recordedAt ?? recordedAt)
        let digest = CommitChain.digest(
            after: head.digest,
            CommitChain.Cover(
                tenant: tenant,
                number: number,
                recordedAt: time,
                actor: actor,
                reason: reason,
                idempotencyKey: idempotencyKey
            ),
            writes.lazy.map(\.link)
        )
        return (CommitReceipt(number: number, digest: digest), time)
    }
}

extension CommitRequest.Write {
    /// What the chain covers of the revision.
    public var link: CommitChain.Link {
        CommitChain.Link(
            reference: reference,
            schemaVersion: schemaVersion,
            payload: payload?.seal.digest,
            facts: facts.seal.digest
        )
    }

    /// The revision as a journal keeps it while it is the newest.
    public var entry: JournalCommit.Entry {
        JournalCommit.Entry(link: link, payload: payload, facts: facts, supersededBy: nil)
    }
}
