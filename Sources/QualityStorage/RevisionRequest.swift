public import QualityCore

/// Which revisions to read: the newest of each record of a kind, page by page in byte order of identity.
public struct RevisionRequest: Hashable, Sendable {
    /// The tenant whose journal is read.
    public var tenant: TenantID
    /// The kind of record.
    public var kind: RecordKind
    /// Only this record; `nil` for all of the kind.
    public var id: String?
    /// Only records whose identity comes after this one, the cursor of the page before; `nil` from the start.
    public var after: String?
    /// What was known after this commit, so that an earlier day can be read again; `nil` for what is known now.
    public var asOf: CommitNumber?
    /// The most revisions a page may hold, at least 1.
    public var limit: Int
    /// Whether payloads are read beside the facts.
    public var includesPayload: Bool

    /// A request for the newest revisions of a kind.
    public init(
        tenant: TenantID,
        kind: RecordKind,
        id: String? = nil,
        after: String? = nil,
        asOf: CommitNumber? = nil,
        limit: Int = 1_000,
        includesPayload: Bool
    ) {
        self.tenant = tenant
        self.kind = kind
        self.id = id
        self.after = after
        self.asOf = asOf
        self.limit = limit
        self.includesPayload = includesPayload
    }
}

/// One page of revisions.
public struct RevisionPage: Hashable, Sendable {
    /// The revisions in byte order of identity.
    public var revisions: [Revision]
    /// The cursor of the next page; `nil` when this is the last.
    public var next: String?

    /// A page of revisions.
    public init(revisions: [Revision], next: String?) {
        self.revisions = revisions
        self.next = next
    }
}
