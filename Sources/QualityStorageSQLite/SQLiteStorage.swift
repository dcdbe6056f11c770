#if SQLite
public import QualityCore
public import QualityStorage

/// A store in one SQLite file, safe for several tasks and several processes of one machine at once.
///
/// A commit is on disk when it returns: the file is in write-ahead mode with `synchronous=FULL`, and an opening that
/// cannot have both is refused. The file must lie on a local disk. Needs SQLite 3.38 or newer. A program that has not
/// set what the signal `SIGXFSZ` does gets it ignored, so that a limit of file size is an error and not its end.
public actor SQLiteStorage: StorageBackend {
    private enum State {
        case unopened
        case open(JournalFile)
        case closed
    }

    private let path: String
    private let isReadOnly: Bool
    private let busyTimeout: Duration
    private let salt: @Sendable () -> [UInt8]
    private let observe: @Sendable (StorageEvent) -> Void
    private let executor = QueueExecutor()
    private var state = State.unopened

    /// A store in a file, which is opened, and made when it does not exist, by the first request.
    ///
    /// - Parameters:
    ///   - path: the file, in a folder that exists.
    ///   - isReadOnly: whether the file is opened for reading alone; it must exist with tables that are up to date.
    ///   - busyTimeout: how long a request waits while others write; after that it fails with `busy`.
    ///   - salt: makes sixteen bytes that nobody can guess, new ones each time; for a file of the first schema, whose
    ///     records are sealed when it is first opened.
    ///   - observe: is told when tables are made or brought up to date, for the host's log.
    public init(
        path: String,
        isReadOnly: Bool = false,
        busyTimeout: Duration = .seconds(10),
        salt: @escaping @Sendable () -> [UInt8] = { Seal.randomSalt() },
        observe: @escaping @Sendable (StorageEvent) -> Void = { _ in }
    ) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.busyTimeout = busyTimeout
        self.salt = salt
        self.observe = observe
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

    /// Writes tombstones and erases what they replace, then writes the file anew without what was erased.
    ///
    /// - Throws: `StorageError.Code.unknownOutcome` with the number of the commit when it was made but others read old
    ///   pages for longer than a request waits; sending it again with its key, or the next opening, ends the work.
    public func redact(_ request: RedactionRequest) throws(StorageError) -> CommitReceipt {
        let file = try opened()
        try request.commit.validate(isRedaction: true)
        return try file.redact(request.commit)
    }

    /// Reads revisions.
    public func revisions(_ request: RevisionRequest) throws(StorageError) -> RevisionPage {
        let file = try opened()
        try request.validate()
        return try file.revisions(request)
    }

    /// Counts records or observations in the file.
    public func counts(_ request: CountRequest) throws(StorageError) -> CountTable {
        let file = try opened()
        try request.validate()
        return try file.counts(request)
    }

    /// Reads commits in their order.
    public func journal(_ request: JournalRequest) throws(StorageError) -> JournalPage {
        let file = try opened()
        try request.validate()
        return try file.journal(request)
    }

    /// Tells how far the journal of a tenant had come.
    public func head(of tenant: TenantID, at instant: Timestamp?) throws(StorageError) -> JournalHead {
        try opened().head(of: tenant, at: instant)
    }

    /// Writes a commit of an archive as it stands.
    public func restore(_ commit: JournalCommit) throws(StorageError) {
        try opened().restore(commit)
    }

    /// Takes a piece of an attachment; it is on disk when this returns.
    public func attach(_ piece: AttachmentPiece) throws(StorageError) {
        let file = try opened()
        try piece.validate()
        try file.attach(piece)
    }

    /// Reads a piece of an attachment.
    public func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) throws(StorageError) -> AttachmentPiece? {
        guard let bytes = try opened().piece(piece, of: id, in: tenant) else { return nil }
        return AttachmentPiece(tenant: tenant, id: id, index: piece, bytes: bytes)
    }

    /// Closes the file. Safe to call again.
    public func close() {
        state = .closed
    }

    private func opened() throws(StorageError) -> JournalFile {
        switch state {
        case .closed: throw StorageError(.closed)
        case .open(let file):
            if Task.isCancelled { throw StorageError(.cancelled) }
            return file
        case .unopened:
            let file = try JournalFile(
                path: path,
                isReadOnly: isReadOnly,
                busyTimeout: busyTimeout,
                salt: salt,
                observe: observe
            )
            state = .open(file)
            return file
        }
    }
}
#endif
