import QualityCore

/// A store in front of another, which tells of the requests that took long by the host's clock.
struct ObservedStorage: StorageBackend {
    let backend: any StorageBackend
    let slowAfter: Duration
    let observe: @Sendable (StorageEvent) -> Void
    let now: @Sendable () -> Timestamp

    func prepare() async throws(StorageError) { try await backend.prepare() }

    func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        try await timed(.commit) { () throws(StorageError) in try await backend.commit(request) }
    }

    func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        try await timed(.revisions) { () throws(StorageError) in try await backend.revisions(request) }
    }

    func counts(_ request: CountRequest) async throws(StorageError) -> CountTable {
        try await timed(.counts) { () throws(StorageError) in try await backend.counts(request) }
    }

    func journal(_ request: JournalRequest) async throws(StorageError) -> JournalPage {
        try await timed(.journal) { () throws(StorageError) in try await backend.journal(request) }
    }

    func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead {
        try await timed(.head) { () throws(StorageError) in try await backend.head(of: tenant, at: instant) }
    }

    func waitForCommit(
        after number: CommitNumber,
        of tenant: TenantID,
        until deadline: ContinuousClock.Instant
    ) async throws(StorageError) {
        try await backend.waitForCommit(after: number, of: tenant, until: deadline)
    }

    func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt {
        try await timed(.redact) { () throws(StorageError) in try await backend.redact(request) }
    }

    func restore(_ commit: JournalCommit) async throws(StorageError) {
        try await timed(.restore) { () throws(StorageError) in try await backend.restore(commit) }
    }

    func attach(_ piece: AttachmentPiece) async throws(StorageError) {
        try await timed(.attach) { () throws(StorageError) in try await backend.attach(piece) }
    }

    func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) async throws(StorageError) -> AttachmentPiece? {
        try await timed(.attachment) { () throws(StorageError) in
            try await backend.attachment(id, of: tenant, piece: piece)
        }
    }

    func close() async throws(StorageError) { try await backend.close() }

    private func timed<Value>(
        _ request: StorageEvent.Request,
        _ body: () async throws(StorageError) -> Value
    ) async throws(StorageError) -> Value {
        let start = now()
        defer {
            let passed = now().microsecondsSince1970 - start.microsecondsSince1970
            if passed > 0, .microseconds(passed) > slowAfter { observe(.slowRequest(request, .microseconds(passed))) }
        }
        return try await body()
    }
}
