public import QualityCore

/// Where revisions are kept: the requirements that every adapter meets alike.
///
/// An adapter keeps one journal for each tenant. It numbers the commits of a tenant 1, 2, 3 … without a gap, chains them
/// by digest, writes a commit wholly or not at all, keeps every revision, and never looks into a payload.
/// ``InMemoryStorage`` is the specification that can be run: where words are unclear, an adapter does what it does.
/// Every request checks itself first (`validate`), honours the cancellation of its task, and throws
/// ``StorageError/Code/closed`` after ``close()``.
public protocol StorageBackend: Sendable {
    /// Makes the store ready for use. Safe to call any number of times, from any number of processes.
    func prepare() async throws(StorageError)

    /// Writes all revisions of a commit or none.
    ///
    /// Throws ``StorageError/Code/conflict`` when a precondition does not hold. A known idempotency key returns its
    /// first receipt, whatever else has happened since.
    func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt

    /// Reads revisions.
    func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage

    /// Counts records or observations. Without an implementation of its own, an adapter pages and counts.
    func counts(_ request: CountRequest) async throws(StorageError) -> CountTable

    /// Reads commits in their order.
    func journal(_ request: JournalRequest) async throws(StorageError) -> JournalPage

    /// Tells how far the journal of a tenant had come.
    ///
    /// `instant`: the newest commit recorded at this time or before is meant; `nil` for the newest of all.
    func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead

    /// Returns when the tenant's journal has come further than a commit. Without an implementation of its own, an
    /// adapter asks for the head again and again.
    ///
    /// Throws ``StorageError/Code/timedOut`` at the deadline and ``StorageError/Code/cancelled`` with its task.
    func waitForCommit(
        after number: CommitNumber,
        of tenant: TenantID,
        until deadline: ContinuousClock.Instant
    ) async throws(StorageError)

    /// Writes tombstones and erases what they replace, all or nothing; afterwards no byte of it is left in the store's
    /// own files.
    func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt

    /// Writes a commit of an archive as it stands, erased revisions and all.
    ///
    /// Throws ``StorageError/Code/conflict`` unless its number follows the newest commit and its digest follows from it;
    /// `supersededBy` is not read but told from the journal.
    func restore(_ commit: JournalCommit) async throws(StorageError)

    /// Takes a piece of an attachment, before the commit that names it. The same piece again is harmless; another
    /// one at its place is ``StorageError/Code/conflict``, as is any piece of an attachment that a commit has named.
    func attach(_ piece: AttachmentPiece) async throws(StorageError)

    /// Reads a piece of an attachment; `nil` behind the last, and when the attachment is not there.
    func attachment(_ id: AttachmentID, of tenant: TenantID, piece: Int) async throws(StorageError) -> AttachmentPiece?

    /// Lets go of everything the store holds.
    func close() async throws(StorageError)
}

extension StorageBackend {
    /// Pages through the records and counts.
    public func counts(_ request: CountRequest) async throws(StorageError) -> CountTable {
        try request.validate()
        var rows: [CountTable.Row] = []
        var page = RevisionRequest(
            tenant: request.tenant,
            .newest(request.filter),
            asOf: try await request.asOf.orHead { () async throws(StorageError) in
                try await head(of: request.tenant, at: nil).number
            },
            includesPayload: false
        )
        repeat {
            let revisions = try await revisions(page)
            for revision in revisions.revisions {
                if let facts = revision.facts { rows += request.rows(of: revision.reference.kind, facts: facts) }
            }
            page.after = revisions.next
        } while page.after != nil
        return CountTable(rows)
    }

    /// Asks for the head until it has come further: at once, then after waits that grow to half a second.
    public func waitForCommit(
        after number: CommitNumber,
        of tenant: TenantID,
        until deadline: ContinuousClock.Instant
    ) async throws(StorageError) {
        var pause = Duration.milliseconds(5)
        while try await head(of: tenant, at: nil).number <= number {
            guard .now < deadline else { throw StorageError(.timedOut) }
            do {
                try await Task.sleep(until: min(deadline, .now + pause))
            } catch {
                throw StorageError(.cancelled)
            }
            pause = min(pause * 2, .milliseconds(500))
        }
    }
}

extension Optional<CommitNumber> {
    fileprivate func orHead(
        _ head: () async throws(StorageError) -> CommitNumber
    ) async throws(StorageError) -> CommitNumber {
        if let self { return self }
        return try await head()
    }
}
