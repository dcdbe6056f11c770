import QualityCore
import QualityStorage

/// A store where someone else is first, a number of times.
actor BusyStorage: StorageBackend {
    private let storage = InMemoryStorage()
    private var refusals = 0

    func refuse(_ times: Int) {
        refusals = times
    }

    func prepare() async throws(StorageError) {
        try await storage.prepare()
    }

    func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        if refusals > 0 {
            refusals -= 1
            throw StorageError(.conflict, record: request.writes[0].reference)
        }
        return try await storage.commit(request)
    }

    func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        try await storage.revisions(request)
    }

    func head(of tenant: TenantID) async throws(StorageError) -> JournalHead {
        try await storage.head(of: tenant)
    }

    func close() async throws(StorageError) {
        await storage.close()
    }
}
