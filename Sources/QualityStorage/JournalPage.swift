public import QualityCore

/// Which commits of a journal to read: in order, without gaps, to be taken up again anywhere.
public struct JournalRequest: Hashable, Sendable {
    /// The tenant whose journal is read.
    public var tenant: TenantID
    /// Only commits after this one; zero from the start.
    public var after: CommitNumber
    /// The most commits a page may hold, at least 1.
    public var limit: Int
    /// Whether payloads are read beside the facts.
    public var includesPayload: Bool

    /// A request for commits.
    public init(tenant: TenantID, after: CommitNumber = .zero, limit: Int = 100, includesPayload: Bool) {
        self.tenant = tenant
        self.after = after
        self.limit = limit
        self.includesPayload = includesPayload
    }
}

/// Commits of a journal in their order.
public struct JournalPage: Hashable, Sendable {
    /// The commits; empty at the end of the journal.
    public var commits: [JournalCommit]

    /// A page of commits.
    public init(commits: [JournalCommit]) {
        self.commits = commits
    }
}

/// One commit as a store kept it.
public struct JournalCommit: Hashable, Sendable {
    /// One revision of a commit as a store kept it.
    public struct Entry: Hashable, Sendable {
        /// The record, and what the chain covers of the revision.
        public var link: CommitChain.Link
        /// The payload with its seal; `nil` when not asked for, and when none is left.
        public var payload: SealedPayload?
        /// The facts with their seal; `nil` when erased.
        public var facts: SealedFacts?
        /// The commit that wrote the next revision of the record; `nil` while this is the newest.
        public var supersededBy: CommitNumber?

        /// A revision as a store kept it.
        public init(
            link: CommitChain.Link,
            payload: SealedPayload?,
            facts: SealedFacts?,
            supersededBy: CommitNumber?
        ) {
            self.link = link
            self.payload = payload
            self.facts = facts
            self.supersededBy = supersededBy
        }
    }

    /// Number, time, actor, reason and key.
    public var cover: CommitChain.Cover
    /// The digest as stored.
    public var digest: ContentDigest
    /// The revisions in byte order of kind and identity.
    public var entries: [Entry]

    /// A commit as a store kept it.
    public init(cover: CommitChain.Cover, digest: ContentDigest, entries: [Entry]) {
        self.cover = cover
        self.digest = digest
        self.entries = entries
    }
}
