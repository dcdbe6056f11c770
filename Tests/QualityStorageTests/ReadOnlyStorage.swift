import QualityCore
import QualityStorage

/// A store that stops taking commits.
actor ReadOnlyStorage: StorageBackend {
    private let storage = InMemoryStorage()
    private var isLocked = false

    func lock() {
        isLocked = true
    }

    func prepare() async throws(StorageError) {
        try await storage.prepare()
    }

    func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        if isLocked { throw StorageError(.readOnly) }
        return try await storage.commit(request)
    }

    func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        try await storage.revisions(request)
    }

    func journal(_ request: JournalRequest) async throws(StorageError) -> JournalPage {
        try await storage.journal(request)
    }

    func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead {
        try await storage.head(of: tenant, at: instant)
    }

    func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt {
        try await storage.redact(request)
    }

    func restore(_ commit: JournalCommit) async throws(StorageError) {
        try await storage.restore(commit)
    }

    func attach(_ piece: AttachmentPiece) async throws(StorageError) {
        try await storage.attach(piece)
    }

    func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) async throws(StorageError) -> AttachmentPiece? {
        try await storage.attachment(id, of: tenant, piece: piece)
    }

    func close() async throws(StorageError) {
        await storage.close()
    }
}
