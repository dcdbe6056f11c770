#if SQLite
import CQualitySQLite
import QualityStorage

/// The tables of a journal file, and how a file is told from files of others.
enum Schema {
    /// What a file is to this version of the package.
    enum Standing {
        case empty
        case current
        case older(Int64)
        case newer(Int64)
        case foreign
    }

    /// The newest version of the tables that is known here.
    static let version: Int64 = 2

    /// The letters `QMgt`, in the header of every journal file.
    static let applicationID: Int64 = 0x514D_6774

    /// Tells what a file is, without changing it; to be called in a transaction, as others may be making its tables.
    private static func standing(_ connection: Connection) throws(StorageError) -> Standing {
        let application = try connection.integer("PRAGMA application_id") ?? 0
        let version = try connection.integer("PRAGMA user_version") ?? 0
        let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
        switch (application, version) {
        case (applicationID, (Self.version + 1)...): return .newer(version)
        case (applicationID, Self.version): return .current
        case (applicationID, 1...): return .older(version)
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
        case .empty, .current, .older: return standing
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

    /// Makes the tables of an empty file or brings those of an older one up to date, all or nothing.
    ///
    /// `salt`: makes the salts of an older file's seals.
    /// - Returns: the version that the file had, 0 for an empty one; `nil` when nothing had to be done.
    static func prepare(_ connection: Connection, salt: () -> [UInt8]) throws(StorageError) -> Int64? {
        if case .current = try connection.read({ () throws(StorageError) in try check(connection) }) { return nil }
        return try connection.write { () throws(StorageError) -> Int64? in
            switch try check(connection) {
            case .older(let version):
                try migrate(connection, salt: salt)
                return version
            case .empty:
                try connection.run(payloads)
                for statement in tables { try connection.run(statement) }
                return 0
            case .current, .newer, .foreign: return nil
            }
        }
    }

    /// Payloads lie in a table of their own, so that a walk along facts passes none of them.
    private static let payloads: StaticString = """
        CREATE TABLE payloads (
            number INTEGER PRIMARY KEY,
            bytes BLOB NOT NULL
        ) STRICT
        """

    /// All but the payloads, which are the same since the first version, and the marks of the file.
    static let tables: [StaticString] = [
        """
        CREATE TABLE commits (
            tenant TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            recorded_at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            reason TEXT NOT NULL,
            idempotency_key TEXT,
            digest BLOB NOT NULL,
            PRIMARY KEY (tenant, number)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE UNIQUE INDEX commits_by_idempotency_key ON commits (tenant, idempotency_key)
        WHERE idempotency_key IS NOT NULL
        """,
        """
        CREATE TABLE revisions (
            tenant TEXT NOT NULL,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            superseded INTEGER NOT NULL,
            schema_version INTEGER NOT NULL,
            payload_digest BLOB,
            payload_salt BLOB,
            facts_digest BLOB NOT NULL,
            facts_salt BLOB,
            unit TEXT,
            occurred INTEGER,
            discovered INTEGER,
            reported INTEGER,
            due INTEGER,
            status TEXT,
            codes TEXT,
            payload INTEGER,
            words TEXT,
            attachments TEXT,
            PRIMARY KEY (tenant, kind, id, version)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX revisions_by_commit ON revisions (tenant, version)",
        """
        CREATE TABLE attachment_pieces (
            tenant TEXT NOT NULL,
            attachment TEXT NOT NULL,
            piece INTEGER NOT NULL CHECK (piece >= 0),
            bytes BLOB NOT NULL,
            PRIMARY KEY (tenant, attachment, piece)
        ) STRICT
        """,
        """
        CREATE TABLE attachment_owners (
            tenant TEXT NOT NULL,
            attachment TEXT NOT NULL,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            PRIMARY KEY (tenant, attachment)
        ) STRICT, WITHOUT ROWID
        """,
        "PRAGMA application_id = 0x514D6774",
        "PRAGMA user_version = 2",
    ]

    /// Takes the columns of a commit in their order.
    static let addCommit: StaticString = """
        INSERT INTO commits (tenant, number, recorded_at, actor, reason, idempotency_key, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """

    /// Takes the columns of a revision in their order.
    static let addRevision: StaticString = """
        INSERT INTO revisions (
            tenant, kind, id, version, superseded, schema_version, payload_digest, payload_salt, facts_digest,
            facts_salt, unit, occurred, discovered, reported, due, status, codes, payload, words, attachments
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}
#endif
