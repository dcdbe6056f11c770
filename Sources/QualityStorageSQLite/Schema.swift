#if SQLite
import CQualitySQLite
import QualityStorage

/// The tables of a journal file, and how a file is told from files of others.
enum Schema {
    /// What a file is to this version of the package.
    enum Standing {
        case empty
        case current
        case newer(Int64)
        case foreign
    }

    /// The newest version of the tables that is known here.
    static let version: Int64 = 1

    /// The letters `QMgt`, in the header of every journal file.
    static let applicationID: Int64 = 0x514D_6774

    /// Tells what a file is, without changing it; to be called in a transaction, as others may be making its tables.
    private static func standing(_ connection: Connection) throws(StorageError) -> Standing {
        let application = try connection.integer("PRAGMA application_id") ?? 0
        let version = try connection.integer("PRAGMA user_version") ?? 0
        let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
        switch (application, version) {
        case (applicationID, (Self.version + 1)...): return .newer(version)
        case (applicationID, 1...): return .current
        case (0, 0) where tables == 0: return .empty
        default: return .foreign
        }
    }

    /// Refuses a file that is newer than this version or belongs to something else; to be called in a transaction.
    static func check(_ connection: Connection) throws(StorageError) -> Standing {
        try check(try standing(connection))
    }

    private static func check(_ standing: Standing) throws(StorageError) -> Standing {
        switch standing {
        case .empty, .current: return standing
        case .newer(let version):
            throw StorageError(.newerSchema, detail: "schema \(version), known up to \(Self.version)")
        case .foreign: throw StorageError(.backend, detail: "the file is a database of something else")
        }
    }

    /// Refuses the same by the file as it lies on disk, so that not even an opening recovers or tidies it.
    ///
    /// What cannot be told that way is left to the opening.
    static func checkUntouched(_ path: String) throws(StorageError) {
        guard let connection = try? Connection(untouched: path),
            let standing = try? connection.read({ () throws(StorageError) in try standing(connection) })
        else { return }
        _ = try check(standing)
    }

    /// Makes the tables of an empty file, all or none.
    static func prepare(_ connection: Connection) throws(StorageError) {
        guard case .empty = try connection.read({ () throws(StorageError) in try check(connection) }) else { return }
        try connection.write { () throws(StorageError) in
            guard case .empty = try check(connection) else { return }
            for statement in statements { try connection.run(statement) }
        }
    }

    /// Payloads lie in a table of their own, so that a walk along facts passes none of them.
    private static let statements: [StaticString] = [
        """
        CREATE TABLE commits (
            tenant TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            recorded_at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            reason TEXT NOT NULL,
            idempotency_key TEXT,
            PRIMARY KEY (tenant, number)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE UNIQUE INDEX commits_by_idempotency_key ON commits (tenant, idempotency_key)
        WHERE idempotency_key IS NOT NULL
        """,
        """
        CREATE TABLE payloads (
            number INTEGER PRIMARY KEY,
            bytes BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE revisions (
            tenant TEXT NOT NULL,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            schema_version INTEGER NOT NULL,
            facts TEXT NOT NULL,
            payload INTEGER NOT NULL REFERENCES payloads (number),
            PRIMARY KEY (tenant, kind, id, version DESC),
            FOREIGN KEY (tenant, version) REFERENCES commits (tenant, number)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX revisions_by_commit ON revisions (tenant, version)",
        "PRAGMA application_id = 0x514D6774",
        "PRAGMA user_version = 1",
    ]
}
#endif
