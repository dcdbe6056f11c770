#if SQLite
import CQualitySQLite
import QualityStorage

/// An open file with its tables and prepared statements; used by one thread at a time.
final class JournalFile {
    let connection: Connection
    let begin: Statement
    let beginReading: Statement
    let end: Statement
    let schemaVersion: Statement
    let newestCommit: Statement
    let commitWithKey: Statement
    let newestVersion: Statement
    let addCommit: Statement
    let addPayload: Statement
    let supersede: Statement
    let addRevision: Statement
    var codes = JSONText()
    var words: [UInt8] = []
    private var cache: [[UInt8]: Statement] = [:]

    /// Opens a file and makes it ready for use.
    init(
        path: String,
        isReadOnly: Bool,
        busyTimeout: Duration,
        salt: () -> [UInt8],
        observe: (StorageEvent) -> Void
    ) throws(StorageError) {
        try Schema.checkUntouched(path)
        let connection = try Connection(path: path, isReadOnly: isReadOnly, busyTimeout: busyTimeout)
        let standing = try connection.read { () throws(StorageError) in try Schema.check(connection) }
        if isReadOnly {
            guard case .current = standing else {
                throw StorageError(.readOnly, detail: "the tables must be made or brought up to date first")
            }
        } else {
            try Self.makeDurable(connection, busyTimeout: busyTimeout)
            if let version = try Schema.prepare(connection, salt: salt) {
                observe(.migration(from: Int(version), to: Int(Schema.version)))
            }
        }
        self.connection = connection
        func prepared(_ sql: StaticString) throws(StorageError) -> Statement {
            try Statement(SQL(sql), on: connection)
        }
        begin = try prepared("BEGIN IMMEDIATE")
        beginReading = try prepared("BEGIN DEFERRED")
        end = try prepared("COMMIT")
        schemaVersion = try prepared("PRAGMA user_version")
        newestCommit = try prepared(
            "SELECT number, digest, recorded_at FROM commits WHERE tenant = ? ORDER BY number DESC LIMIT 1"
        )
        commitWithKey = try prepared("SELECT number, digest FROM commits WHERE tenant = ? AND idempotency_key = ?")
        newestVersion = try prepared(
            "SELECT version FROM revisions WHERE tenant = ? AND kind = ? AND id = ? ORDER BY version DESC LIMIT 1"
        )
        addCommit = try prepared(Schema.addCommit)
        addPayload = try prepared("INSERT INTO payloads (bytes) VALUES (?)")
        supersede = try prepared(
            "UPDATE revisions SET superseded = ? WHERE tenant = ? AND kind = ? AND id = ? AND version = ?"
        )
        addRevision = try prepared(Schema.addRevision)
        if !isReadOnly, try isSweepPending() { try sweep() }
    }

    /// A statement for a text, prepared once, with its values bound.
    func statement(_ sql: SQL) throws(StorageError) -> Statement {
        let statement: Statement
        if let known = cache[sql.text] {
            statement = known
        } else {
            statement = try Statement(sql, on: connection)
            if cache.count >= 64 { cache = [:] }
            cache[sql.text] = statement
        }
        statement.bind(sql.values)
        return statement
    }

    /// A statement for a text that is written out whole.
    func statement(_ sql: StaticString, _ values: SQL.Value...) throws(StorageError) -> Statement {
        let statement = try statement(SQL(sql))
        statement.bind(values)
        return statement
    }

    /// Runs a closure in a transaction that holds the write lock from its start, on tables that are known.
    func write<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        if Task.isCancelled { throw StorageError(.cancelled) }
        return try connection.transaction(begin: begin, commit: end) { () throws(StorageError) in
            // Another process may have brought the file to a newer schema since it was opened.
            let version = try schemaVersion.first { $0.integer(0) } ?? 0
            guard version == Schema.version else {
                throw StorageError(.newerSchema, detail: "schema \(version), known up to \(Schema.version)")
            }
            return try body()
        }
    }

    /// Runs a closure that sees one state of the file from its first read to its end.
    func read<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        if Task.isCancelled { throw StorageError(.cancelled) }
        return try connection.transaction(begin: beginReading, commit: end, body)
    }

    /// Sets what keeps commits whole and on disk, reads it back and refuses anything weaker.
    private static func makeDurable(_ connection: Connection, busyTimeout: Duration) throws(StorageError) {
        let mode = try setWriteAhead(connection, deadline: .now + busyTimeout)
        try connection.run("PRAGMA synchronous = FULL")
        try connection.run("PRAGMA fullfsync = ON")
        try connection.run("PRAGMA secure_delete = ON")
        guard mode == "wal", try connection.integer("PRAGMA synchronous") ?? 0 >= 2,
            try connection.integer("PRAGMA fullfsync") == 1,
            try connection.integer("PRAGMA secure_delete") == 1,
            try connection.text("PRAGMA encoding") == "UTF-8"
        else {
            throw StorageError(
                .weakDurability,
                detail: "the file cannot have journal_mode=WAL, synchronous=FULL, secure_delete=ON and UTF-8"
            )
        }
    }

    /// Two connections that change the mode of a new file at once are told off at once, so the wait is made here.
    private static func setWriteAhead(
        _ connection: Connection,
        deadline: ContinuousClock.Instant
    ) throws(StorageError) -> String? {
        while true {
            do throws(StorageError) {
                return try connection.text("PRAGMA journal_mode = WAL")
            } catch {
                guard connection.isBusy, !Task.isCancelled, .now < deadline else { throw error }
                sqlite3_sleep(10)
            }
        }
    }
}
#endif
