#if SQLite
import CQualitySQLite
import QualityStorage

/// An open file with its tables and prepared statements.
struct JournalFile {
    let connection: Connection
    let schemaVersion: Statement
    let newestCommit: Statement
    let commitWithKey: Statement
    let newestVersion: Statement
    let addCommit: Statement
    let addPayload: Statement
    let addRevision: Statement
    let pageOfRevisions: Statement
    let oneRevision: Statement

    /// Opens a file and makes it ready for use.
    init(path: String, busyTimeout: Duration) throws(StorageError) {
        try Schema.checkUntouched(path)
        let connection = try Connection(path: path, busyTimeout: busyTimeout)
        _ = try connection.read { () throws(StorageError) in try Schema.check(connection) }
        try Self.makeDurable(connection, busyTimeout: busyTimeout)
        try Schema.prepare(connection)
        self.connection = connection
        schemaVersion = try Statement("PRAGMA user_version", on: connection)
        newestCommit = try Statement("SELECT max(number) FROM commits WHERE tenant = ?1", on: connection)
        commitWithKey = try Statement(
            "SELECT number FROM commits WHERE tenant = ?1 AND idempotency_key = ?2",
            on: connection
        )
        newestVersion = try Statement(
            """
            SELECT version FROM revisions WHERE tenant = ?1 AND kind = ?2 AND id = ?3
            ORDER BY version DESC LIMIT 1
            """,
            on: connection
        )
        addCommit = try Statement(
            """
            INSERT INTO commits (tenant, number, recorded_at, actor, reason, idempotency_key)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            on: connection
        )
        addPayload = try Statement("INSERT INTO payloads (bytes) VALUES (?1)", on: connection)
        addRevision = try Statement(
            """
            INSERT INTO revisions (tenant, kind, id, version, schema_version, facts, payload)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            on: connection
        )
        pageOfRevisions = try Statement(
            """
            SELECT r.id, r.version, c.recorded_at, r.schema_version, r.facts,
                CASE WHEN ?5 THEN (SELECT bytes FROM payloads WHERE payloads.number = r.payload) END
            FROM revisions AS r CROSS JOIN commits AS c ON c.tenant = r.tenant AND c.number = r.version
            WHERE r.tenant = ?1 AND r.kind = ?2 AND r.id >= ?3 AND r.version <= ?4
            AND NOT EXISTS (
                SELECT 1 FROM revisions AS newer
                WHERE newer.tenant = r.tenant AND newer.kind = r.kind AND newer.id = r.id
                AND newer.version > r.version AND newer.version <= ?4
            )
            ORDER BY r.id LIMIT ?6
            """,
            on: connection
        )
        oneRevision = try Statement(
            """
            SELECT r.id, r.version, c.recorded_at, r.schema_version, r.facts,
                CASE WHEN ?5 THEN (SELECT bytes FROM payloads WHERE payloads.number = r.payload) END
            FROM revisions AS r CROSS JOIN commits AS c ON c.tenant = r.tenant AND c.number = r.version
            WHERE r.tenant = ?1 AND r.kind = ?2 AND r.id = ?3 AND r.version <= ?4
            ORDER BY r.version DESC LIMIT 1
            """,
            on: connection
        )
    }

    /// Sets what keeps commits whole and on disk, reads it back and refuses anything weaker.
    private static func makeDurable(_ connection: Connection, busyTimeout: Duration) throws(StorageError) {
        let mode = try setWriteAhead(connection, deadline: .now + busyTimeout)
        try connection.run("PRAGMA synchronous = FULL")
        try connection.run("PRAGMA foreign_keys = ON")
        guard mode == "wal", try connection.integer("PRAGMA synchronous") ?? 0 >= 2,
            try connection.integer("PRAGMA foreign_keys") == 1,
            try connection.text("PRAGMA encoding") == "UTF-8"
        else {
            throw StorageError(
                .backend,
                detail: "the file cannot have journal_mode=WAL, synchronous=FULL, foreign_keys=ON and UTF-8"
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
                guard connection.isBusy, .now < deadline else { throw error }
                sqlite3_sleep(10)
            }
        }
    }
}
#endif
