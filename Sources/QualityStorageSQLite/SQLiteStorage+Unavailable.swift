#if !SQLite
public import QualityStorage

/// A store in one SQLite file: there only when the package trait `SQLite` is enabled.
@available(*, unavailable, message: "Enable the package trait SQLite of QualityManagement to use SQLiteStorage.")
public struct SQLiteStorage: StorageBackend {
    /// A store in a file.
    public init(path: String, busyTimeout: Duration = .seconds(10)) {}

    /// Makes the store ready for use; safe to call again.
    public func prepare() async throws(StorageError) {
        throw Self.missingTrait
    }

    /// Writes all revisions of a commit or none.
    public func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        throw Self.missingTrait
    }

    /// Reads the newest revision of each record that the request names.
    public func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        throw Self.missingTrait
    }

    /// Tells how far the journal of a tenant has come.
    public func head(of tenant: TenantID) async throws(StorageError) -> JournalHead {
        throw Self.missingTrait
    }

    /// Lets go of everything the store holds.
    public func close() async throws(StorageError) {
        throw Self.missingTrait
    }

    private static var missingTrait: StorageError {
        StorageError(.backend, detail: "the package trait SQLite is not enabled")
    }
}
#endif
