package import QualityCore
package import QualityStorage

/// A store in memory that can be told to refuse commits.
package actor RefusingStorage: StorageBackend {
    private let storage = InMemoryStorage()
    private var refusal: (code: StorageError.Code, times: Int)?

    package init() {}

    /// Refuses so many of the next commits, by default all, as if someone else were first or nothing could be written.
    package func refuse(_ times: Int = .max, as code: StorageError.Code) {
        refusal = (code, times)
    }

    package func prepare() async throws(StorageError) {
        try await storage.prepare()
    }

    package func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        if let (code, times) = refusal, times > 0 {
            refusal = (code, times - 1)
            throw StorageError(code, record: request.writes.first?.reference)
        }
        return try await storage.commit(request)
    }

    package func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        try await storage.revisions(request)
    }

    package func journal(_ request: JournalRequest) async throws(StorageError) -> JournalPage {
        try await storage.journal(request)
    }

    package func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead {
        try await storage.head(of: tenant, at: instant)
    }

    package func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt {
        try await storage.redact(request)
    }

    package func restore(_ commit: JournalCommit) async throws(StorageError) {
        try await storage.restore(commit)
    }

    package func attach(_ piece: AttachmentPiece) async throws(StorageError) {
        try await storage.attach(piece)
    }

    package func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) async throws(StorageError) -> AttachmentPiece? {
        try await storage.attachment(id, of: tenant, piece: piece)
    }

    package func close() async throws(StorageError) {
        await storage.close()
    }
}
