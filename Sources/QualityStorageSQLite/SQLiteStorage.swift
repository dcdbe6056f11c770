#if SQLite
public import QualityStorage

/// A store in one SQLite file, safe for several tasks and several processes of one machine at once.
///
/// A commit is on disk when it returns: the file is in write-ahead mode with `synchronous=FULL`, and an opening that
/// cannot have both is refused. The file must lie on a local disk. Needs SQLite 3.37 or newer.
public actor SQLiteStorage: StorageBackend {
    private enum State {
        case unopened
        case open(JournalFile)
        case closed
    }

    private let path: String
    private let busyTimeout: Duration
    private let executor = QueueExecutor()
    private var state = State.unopened

    /// A store in a file, which is opened, and made when it does not exist, by the first request.
    ///
    /// - Parameters:
    ///   - path: the file, in a folder that exists.
    ///   - busyTimeout: how long a request waits while others write; after that it fails with `SQLITE_BUSY`.
    public init(path: String, busyTimeout: Duration = .seconds(10)) {
        self.path = path
        self.busyTimeout = busyTimeout
    }

    /// A queue of the store's own, so that waiting for the disk holds up no other task.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Opens the file and makes its tables where there are none.
    ///
    /// - Throws: `StorageError.Code.newerSchema` or, for a file of something else, `StorageError.Code.backend`; such
    ///   a file is left as it was.
    public func prepare() throws(StorageError) {
        _ = try opened()
    }

    /// Writes all revisions of a commit or none.
    public func commit(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        let file = try opened()
        try request.validate()
        return try file.commit(request)
    }

    /// Reads the newest revision of each record that the request names.
    public func revisions(_ request: RevisionRequest) throws(StorageError) -> RevisionPage {
        let file = try opened()
        try request.validate()
        return try file.revisions(request)
    }

    /// Tells how far the journal of a tenant has come.
    public func head(of tenant: TenantID) throws(StorageError) -> JournalHead {
        try opened().head(of: tenant)
    }

    /// Closes the file. Safe to call again.
    public func close() {
        state = .closed
    }

    private func opened() throws(StorageError) -> JournalFile {
        switch state {
        case .closed: throw StorageError(.closed)
        case .open(let file): return file
        case .unopened:
            let file = try JournalFile(path: path, busyTimeout: busyTimeout)
            state = .open(file)
            return file
        }
    }
}
#endif
