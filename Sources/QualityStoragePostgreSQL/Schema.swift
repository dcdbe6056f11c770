#if PostgreSQL
import QualityStorage

/// The tables of a journal, and how a schema of the database is told from schemas of others.
enum Schema {
    /// The newest version of the tables that is known here.
    static let version: Int64 = 1

    /// Makes a new connection ready: settings, what they came to be, and the tables.
    ///
    /// - Returns: whether the tables had to be made.
    static func prepare(
        _ connection: Connection,
        _ configuration: PostgreSQLStorage.Configuration
    ) throws(StorageError) -> Bool {
        let name = Parameter.text(configuration.schema)
        let answers = try connection.run([
            Query(
                """
                SELECT set_config('search_path', quote_ident($1) || ', pg_temp', false),
                    set_config('quality.schema', $1, false),
                    set_config('statement_timeout', $2, false),
                    set_config('lock_timeout', $3, false),
                    set_config('idle_in_transaction_session_timeout', $2, false),
                    set_config('row_security', 'on', false),
                    set_config('jit', 'off', false)
                """,
                [
                    name, .text(configuration.answerTimeout.inMilliseconds),
                    .text(configuration.busyTimeout.inMilliseconds),
                ]
            ),
            Query(
                """
                SELECT current_setting('synchronous_commit'), current_setting('fsync'),
                    current_setting('full_page_writes'), current_setting('server_encoding'),
                    current_setting('server_version_num')::bigint
                """
            ),
            Query(standing),
        ])
        guard let settings = answers[1].first, settings.integer(4) ?? 0 >= 140_000, settings.text(3) == "UTF8" else {
            throw StorageError(.backend, detail: "PostgreSQL 14 or newer and a database in UTF8 are needed")
        }
        try checkDurability(settings)
        guard try needsTables(answers[2], connection) else { return false }
        return try connection.write { () throws(StorageError) in
            let answers = try connection.run([
                Query("BEGIN ISOLATION LEVEL READ COMMITTED"),
                Query("SELECT pg_advisory_xact_lock(hashtextextended('quality.' || $1, 0))", [name]),
                Query(standing),
            ])
            guard try needsTables(answers[2], connection) else { return false }
            _ = try connection.run(statements.map { Query(building: $0) } + [Query("COMMIT")])
            return true
        }
    }

    /// Refuses settings by which an acknowledged commit could be lost; they are the first three columns.
    static func checkDurability(_ row: Row) throws(StorageError) {
        guard ["on", "remote_apply"].contains(row.text(0)), row.text(1) == "on", row.text(2) == "on" else {
            throw StorageError(
                .weakDurability,
                detail: "synchronous_commit, fsync and full_page_writes must be on"
            )
        }
    }

    /// Refuses tables of a newer version.
    static func check(_ version: Int64?) throws(StorageError) {
        guard version == Self.version else {
            throw StorageError(.newerSchema, detail: "schema \(version ?? 0), known up to \(Self.version)")
        }
    }

    private static let standing: StaticString = """
        SELECT to_regclass(quote_ident(current_setting('quality.schema')) || '.migrations') IS NOT NULL,
            EXISTS (
                SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname = current_setting('quality.schema')
            )
        """

    private static func needsTables(_ rows: Rows, _ connection: Connection) throws(StorageError) -> Bool {
        if rows.first?.integer(0) == 1 {
            try check(try connection.run([Query("SELECT max(version)::bigint FROM migrations")])[0].first?.integer(0))
            return false
        }
        guard rows.first?.integer(1) == 0 else {
            throw StorageError(.backend, detail: "the schema of the database holds something else")
        }
        return true
    }

    /// The head of a tenant is the newest of its commits; `tenants` only holds the row that a commit locks.
    private static let statements: [StaticString] = [
        """
        DO $do$ BEGIN
            IF to_regnamespace(quote_ident(current_setting('quality.schema'))) IS NULL THEN
                EXECUTE format('CREATE SCHEMA %I', current_setting('quality.schema'));
            END IF;
        END $do$
        """,
        """
        CREATE TABLE migrations (
            version integer PRIMARY KEY,
            applied_at timestamptz NOT NULL DEFAULT now()
        )
        """,
        "INSERT INTO migrations (version) VALUES (1)",
        """
        CREATE TABLE tenants (
            tenant text COLLATE "C" PRIMARY KEY
        )
        """,
        """
        CREATE TABLE commits (
            tenant text COLLATE "C" NOT NULL,
            number bigint NOT NULL CHECK (number >= 1),
            recorded_at bigint NOT NULL,
            actor text COLLATE "C" NOT NULL,
            reason text COLLATE "C" NOT NULL,
            idempotency_key text COLLATE "C",
            digest bytea NOT NULL,
            PRIMARY KEY (tenant, number),
            UNIQUE (tenant, idempotency_key)
        )
        """,
        "CREATE INDEX commits_by_time ON commits (tenant, recorded_at, number)",
        """
        CREATE TABLE revisions (
            tenant text COLLATE "C" NOT NULL,
            kind text COLLATE "C" NOT NULL,
            id text COLLATE "C" NOT NULL,
            version bigint NOT NULL,
            superseded bigint NOT NULL,
            schema_version bigint NOT NULL,
            unit text COLLATE "C",
            occurred integer,
            discovered integer,
            reported integer,
            due integer,
            status text COLLATE "C",
            codes text COLLATE "C",
            facts_salt bytea,
            facts_digest bytea NOT NULL,
            payload_salt bytea,
            payload_digest bytea,
            words text COLLATE "C",
            attachments text COLLATE "C",
            payload bytea,
            PRIMARY KEY (tenant, kind, id, version),
            FOREIGN KEY (tenant, version) REFERENCES commits (tenant, number)
        )
        """,
        "CREATE INDEX revisions_by_commit ON revisions (tenant, version)",
        // What asks with `>=`, too, cannot be answered from the index by report, which fits one record as ill as all.
        """
        CREATE UNIQUE INDEX newest_revisions ON revisions (tenant, kind, id)
        WHERE superseded >= 9223372036854775807
        """,
        """
        CREATE INDEX newest_revisions_by_report
        ON revisions (tenant, coalesce(reported, -2147483648), kind, id)
        WHERE superseded = 9223372036854775807
        """,
        """
        CREATE TABLE attachments (
            tenant text COLLATE "C" NOT NULL,
            attachment text COLLATE "C" NOT NULL,
            kind text COLLATE "C" NOT NULL,
            id text COLLATE "C" NOT NULL,
            PRIMARY KEY (tenant, attachment)
        )
        """,
        "CREATE INDEX attachments_by_record ON attachments (tenant, kind, id)",
        """
        CREATE TABLE attachment_pieces (
            tenant text COLLATE "C" NOT NULL,
            attachment text COLLATE "C" NOT NULL,
            piece bigint NOT NULL,
            bytes bytea NOT NULL,
            PRIMARY KEY (tenant, attachment, piece)
        )
        """,
        // The value is the tenant behind an equals sign, so that a session that names none sees no tenant at all.
        """
        DO $do$ DECLARE name text; BEGIN
            FOREACH name IN ARRAY ARRAY['tenants', 'commits', 'revisions', 'attachments', 'attachment_pieces'] LOOP
                EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
                EXECUTE format(
                    'CREATE POLICY one_tenant ON %I USING '
                    '(tenant = substr(nullif(current_setting(''quality.tenant'', true), ''''), 2))',
                    name
                );
            END LOOP;
        END $do$
        """,
    ]
}

extension Duration {
    /// As the server takes a setting of time; at least one, as zero stands for no end.
    fileprivate var inMilliseconds: String {
        "\(Int32(max(1, min(self / .milliseconds(1), Double(Int32.max)))))"
    }
}
#endif
