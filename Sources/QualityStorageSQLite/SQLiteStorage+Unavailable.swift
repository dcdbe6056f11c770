#if !SQLite
public import QualityStorage

/// A store in one SQLite file: there only when the package trait `SQLite` is enabled.
@available(*, unavailable, message: "Enable the package trait SQLite of QualityManagement to use SQLiteStorage.")
public enum SQLiteStorage: StorageBackend {
    /// Makes the store ready for use; safe to call again.
    public func prepare() async throws(StorageError) {}

    /// Writes all revisions of a commit or none.
    public func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        switch self {}
    }

    /// Reads the newest revision of each record that the request names.
    public func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        switch self {}
    }

    /// Tells how far the journal of a tenant has come.
    public func head(of tenant: TenantID) async throws(StorageError) -> JournalHead {
        switch self {}
    }

    /// Lets go of everything the store holds.
    public func close() async throws(StorageError) {}
}
#endif
