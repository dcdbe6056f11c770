import QualityCore
import QualityStorage

/// A handle on a store in memory that closes for itself alone, so that the store can be opened again.
actor Reopened: StorageBackend {
    nonisolated let store: InMemoryStorage?
    private var isClosed = false

    init(store: InMemoryStorage?) {
        self.store = store
    }

    private var open: InMemoryStorage {
        get throws(StorageError) {
            guard let store, !isClosed else { throw StorageError(.closed) }
            return store
        }
    }

    func prepare() async throws(StorageError) { try await open.prepare() }
    func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt { try await open.commit(request) }
    func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        try await open.revisions(request)
    }
    func counts(_ request: CountRequest) async throws(StorageError) -> CountTable { try await open.counts(request) }
    func journal(_ request: JournalRequest) async throws(StorageError) -> JournalPage {
        try await open.journal(request)
    }
    func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead {
        try await open.head(of: tenant, at: instant)
    }
    func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt {
        try await open.redact(request)
    }
    func restore(_ commit: JournalCommit) async throws(StorageError) { try await open.restore(commit) }
    func attach(_ piece: AttachmentPiece) async throws(StorageError) { try await open.attach(piece) }
    func attachment(_ id: AttachmentID, of tenant: TenantID, piece: Int) async throws(StorageError) -> AttachmentPiece?
    {
        try await open.attachment(id, of: tenant, piece: piece)
    }
    func close() { isClosed = true }
}

/// A store in memory behind the protocol's own counting and waiting.
struct Paging: StorageBackend {
    let base: InMemoryStorage

    func prepare() async throws(StorageError) { try await base.prepare() }
    func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt { try await base.commit(request) }
    func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        try await base.revisions(request)
    }
    func journal(_ request: JournalRequest) async throws(StorageError) -> JournalPage {
        try await base.journal(request)
    }
    func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead {
        try await base.head(of: tenant, at: instant)
    }
    func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt {
        try await base.redact(request)
    }
    func restore(_ commit: JournalCommit) async throws(StorageError) { try await base.restore(commit) }
    func attach(_ piece: AttachmentPiece) async throws(StorageError) { try await base.attach(piece) }
    func attachment(_ id: AttachmentID, of tenant: TenantID, piece: Int) async throws(StorageError) -> AttachmentPiece?
    {
        try await base.attachment(id, of: tenant, piece: piece)
    }
    func close() async throws(StorageError) { await base.close() }
}
