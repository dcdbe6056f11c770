public import QualityCore

/// A store that lives as long as the value that holds it: for tests, previews and small tools.
///
/// It is the specification of ``StorageBackend`` in a form that can be run.
public actor InMemoryStorage: StorageBackend {
    private var journals: [ByteOrdered: InMemoryJournal] = [:]
    private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    private var waited = 0
    private var isClosed = false

    /// An empty store.
    public init() {}

    /// Makes the store ready for use; safe to call again.
    public func prepare() throws(StorageError) {
        try checkOpen()
    }

    /// Writes all revisions of a commit or none.
    public func commit(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        try checkOpen()
        try request.validate()
        return try write(request)
    }

    /// Writes tombstones and erases what they replace.
    public func redact(_ request: RedactionRequest) throws(StorageError) -> CommitReceipt {
        try checkOpen()
        try request.commit.validate(isRedaction: true)
        return try write(request.commit)
    }

    /// Reads revisions.
    public func revisions(_ request: RevisionRequest) throws(StorageError) -> RevisionPage {
        try checkOpen()
        try request.validate()
        guard let journal = journals[ByteOrdered(request.tenant.rawValue)] else {
            return RevisionPage(revisions: [], next: nil)
        }
        return journal.page(request)
    }

    /// Counts records or observations in one pass over the facts.
    public func counts(_ request: CountRequest) throws(StorageError) -> CountTable {
        try checkOpen()
        try request.validate()
        return journals[ByteOrdered(request.tenant.rawValue)]?.counts(request) ?? CountTable([])
    }

    /// Reads commits in their order.
    public func journal(_ request: JournalRequest) throws(StorageError) -> JournalPage {
        try checkOpen()
        try request.validate()
        return journals[ByteOrdered(request.tenant.rawValue)]?.commits(request) ?? JournalPage(commits: [])
    }

    /// Tells how far the journal of a tenant had come.
    public func head(of tenant: TenantID, at instant: Timestamp?) throws(StorageError) -> JournalHead {
        try checkOpen()
        return journals[ByteOrdered(tenant.rawValue)]?.head(at: instant) ?? .empty
    }

    /// Returns when the tenant's journal has come further than a commit.
    public func waitForCommit(
        after number: CommitNumber,
        of tenant: TenantID,
        until deadline: ContinuousClock.Instant
    ) async throws(StorageError) {
        while try head(of: tenant, at: nil).number <= number {
            if Task.isCancelled { throw StorageError(.cancelled) }
            guard .now < deadline else { throw StorageError(.timedOut) }
            waited += 1
            let ticket = waited
            let alarm = Task {
                try? await Task.sleep(until: deadline)
                self.wake(ticket)
            }
            await withTaskCancellationHandler {
                await withCheckedContinuation { waiters[ticket] = $0 }
            } onCancel: {
                Task { await self.wake(ticket) }
            }
            alarm.cancel()
        }
    }

    /// Writes a commit of an archive as it stands.
    public func restore(_ commit: JournalCommit) throws(StorageError) {
        try checkOpen()
        try journals[ByteOrdered(commit.cover.tenant.rawValue), default: InMemoryJournal()].restore(commit)
        wakeAll()
    }

    /// Takes a piece of an attachment.
    public func attach(_ piece: AttachmentPiece) throws(StorageError) {
        try checkOpen()
        try piece.validate()
        try journals[ByteOrdered(piece.tenant.rawValue), default: InMemoryJournal()].attach(piece)
    }

    /// Reads a piece of an attachment.
    public func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) throws(StorageError) -> AttachmentPiece? {
        try checkOpen()
        guard let bytes = journals[ByteOrdered(tenant.rawValue)]?.piece(piece, of: id) else { return nil }
        return AttachmentPiece(tenant: tenant, id: id, index: piece, bytes: bytes)
    }

    /// Lets go of everything the store holds.
    public func close() {
        isClosed = true
        journals = [:]
        wakeAll()
    }

    private func write(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        if Task.isCancelled { throw StorageError(.cancelled) }
        let tenant = ByteOrdered(request.tenant.rawValue)
        let receipt = try journals[tenant, default: InMemoryJournal()].write(request)
        wakeAll()
        return receipt
    }

    private func checkOpen() throws(StorageError) {
        if isClosed { throw StorageError(.closed) }
    }

    private func wake(_ ticket: Int) {
        waiters.removeValue(forKey: ticket)?.resume()
    }

    private func wakeAll() {
        for ticket in Array(waiters.keys) { wake(ticket) }
    }
}
