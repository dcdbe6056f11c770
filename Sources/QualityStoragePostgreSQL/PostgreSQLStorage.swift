#if PostgreSQL
public import QualityCore
public import QualityStorage

/// A store in a schema of a PostgreSQL database, safe for any number of tasks, processes and machines at once.
///
/// A commit is on the server's disk when it returns: a server that would acknowledge it earlier is refused. Rows are
/// kept apart by tenant through row-level security, which holds for every role but a superuser; let the store connect
/// as another. Statements wait on threads of the store's own. Needs PostgreSQL and libpq 14 or newer.
public struct PostgreSQLStorage: StorageBackend {
    private let pool: ConnectionPool

    /// A store on a server, which is reached, and given its tables when there are none, by the first request.
    ///
    /// - Parameters:
    ///   - url: where the server is, such as `postgresql://role@host/database?sslmode=verify-full`; whatever it leaves
    ///     out is taken from the environment, as by all programs of libpq.
    ///   - configuration: the name of the schema, the number of connections, and how long to wait.
    ///   - observe: is told when tables are made and when a cut connection is replaced, for the host's log.
    public init(
        url: String,
        configuration: Configuration = Configuration(),
        observe: @escaping @Sendable (StorageEvent) -> Void = { _ in }
    ) {
        pool = ConnectionPool(url: url, configuration, observe)
    }

    /// Reaches the server and makes the tables where there are none.
    ///
    /// - Throws: `StorageError.Code.newerSchema`, `StorageError.Code.weakDurability`, or, for a schema that holds
    ///   something else, `StorageError.Code.backend`; nothing was touched then.
    public func prepare() async throws(StorageError) {
        try await pool.withConnection { connection throws(StorageError) in
            _ = try connection.run([Query("SELECT max(version)::bigint FROM migrations")])
        }
    }

    /// Writes all revisions of a commit or none.
    public func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        try pool.checkOpen()
        try request.validate()
        return try await pool.withConnection { connection throws(StorageError) in
            try connection.commit(request)
        }
    }

    /// Writes tombstones and erases what they replace in the rows.
    ///
    /// What an erased row held stays in the files of the server until `VACUUM` has run, and in its log until that was
    /// recycled; both are the operator's part, as are backups and replicas.
    public func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt {
        try pool.checkOpen()
        try request.commit.validate(isRedaction: true)
        return try await pool.withConnection { connection throws(StorageError) in
            try connection.commit(request.commit)
        }
    }

    /// Reads revisions.
    public func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        try pool.checkOpen()
        try request.validate()
        return try await pool.withConnection { connection throws(StorageError) in
            try connection.revisions(request)
        }
    }

    /// Counts records or observations where they lie.
    public func counts(_ request: CountRequest) async throws(StorageError) -> CountTable {
        try pool.checkOpen()
        try request.validate()
        return try await pool.withConnection { connection throws(StorageError) in
            try connection.counts(request)
        }
    }

    /// Reads commits in their order.
    public func journal(_ request: JournalRequest) async throws(StorageError) -> JournalPage {
        try pool.checkOpen()
        try request.validate()
        return try await pool.withConnection { connection throws(StorageError) in
            try connection.journal(request)
        }
    }

    /// Tells how far the journal of a tenant had come.
    public func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead {
        try pool.checkOpen()
        return try await pool.withConnection { connection throws(StorageError) in
            try connection.head(of: tenant, at: instant)
        }
    }

    /// Writes a commit of an archive as it stands.
    public func restore(_ commit: JournalCommit) async throws(StorageError) {
        try pool.checkOpen()
        try await pool.withConnection { connection throws(StorageError) in
            try connection.restore(commit)
        }
    }

    /// Takes a piece of an attachment.
    public func attach(_ piece: AttachmentPiece) async throws(StorageError) {
        try pool.checkOpen()
        try piece.validate()
        try await pool.withConnection { connection throws(StorageError) in
            try connection.attach(piece)
        }
    }

    /// Reads a piece of an attachment.
    public func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) async throws(StorageError) -> AttachmentPiece? {
        try pool.checkOpen()
        return try await pool.withConnection { connection throws(StorageError) in
            try connection.attachment(id, of: tenant, piece: piece)
        }
    }

    /// Closes all connections, those at work as soon as they are done. Safe to call again.
    public func close() async {
        pool.close()
    }
}

extension PostgreSQLStorage {
    /// How a store uses its server.
    public struct Configuration: Hashable, Sendable {
        /// The schema of the database that holds the tables; made when it does not exist.
        public var schema: String
        /// The most connections at once, at least 1.
        public var poolSize: Int
        /// How long to wait for a connection to the server; after that the store is unavailable.
        public var connectTimeout: Duration
        /// How long a request waits for its turn, and for others that write; after that the store is busy.
        public var busyTimeout: Duration
        /// How long the server may take for an answer; after that a request has timed out, and the outcome of a commit
        /// is unknown.
        public var answerTimeout: Duration

        /// A way to use a server.
        public init(
            schema: String = "quality",
            poolSize: Int = 8,
            connectTimeout: Duration = .seconds(5),
            busyTimeout: Duration = .seconds(10),
            answerTimeout: Duration = .seconds(60)
        ) {
            self.schema = schema
            self.poolSize = poolSize
            self.connectTimeout = connectTimeout
            self.busyTimeout = busyTimeout
            self.answerTimeout = answerTimeout
        }
    }
}
#endif
