/// Records whose payloads, words, attachments, facts and salts are erased in one commit of the chain (*gallring*).
///
/// Each record gets a tombstone with the facts that statistics keep; every earlier revision keeps only the digests of
/// its seals, so the chain still verifies.
public struct RedactionRequest: Hashable, Sendable {
    /// The commit whose writes are tombstones, one for each record to erase.
    public var commit: CommitRequest

    /// A redaction by its commit.
    public init(_ commit: CommitRequest) {
        self.commit = commit
    }
}
