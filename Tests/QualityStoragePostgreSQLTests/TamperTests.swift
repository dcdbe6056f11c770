#if PostgreSQL
import QualityCore
import QualityStorage
import QualityStoragePostgreSQL
import Testing

@Suite("A journal in PostgreSQL that someone changed by SQL")
struct TamperTests {
    @Test("is found out, commit by commit, whichever column a byte was flipped in")
    func columns() async throws {
        try await withJournal { server, store, schema in
            let columns = try server.shell(
                """
                SELECT table_name || ' ' || column_name || ' ' || data_type FROM information_schema.columns
                WHERE table_schema || '' = \(literal(schema)) AND table_name IN ('commits', 'revisions', 'attachment_pieces')
                """
            ).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            #expect(columns.count == 31)
            for column in columns {
                let (table, name) = (column[0], column[1])
                // Commit 3 changes what commit 1 wrote.
                let place = ["commits": "number = 3", "revisions": "version = 3 AND id = 'a'"][table] ?? "piece = 1"
                try tamper(server, "UPDATE \(schema).\(table) SET \(name) = \(flipped(name, column[2])) WHERE \(place)")
                let found = try await findings(in: store)
                let named = Set(found.map(\.commit.rawValue))
                // A commit that is gone from its place is missed before the next.
                let isGone = table == "commits" && ["tenant", "number"].contains(name)
                let expected: Int64 = table == "attachment_pieces" ? 2 : isGone ? 4 : 3
                #expect(named.contains(expected), "\(table).\(name): \(found)")
                try restore(server, schema)
            }
            #expect(try await findings(in: store) == [])
        }
    }

    @Test(
        "is found out, whichever rows were taken away or swapped",
        arguments: [
            ("DELETE FROM $.revisions WHERE version = 2", 2), ("DELETE FROM $.commits WHERE number = 3", 4),
            ("DELETE FROM $.revisions WHERE version = 3; DELETE FROM $.commits WHERE number = 3", 4),
            ("DELETE FROM $.attachment_pieces WHERE piece = 1", 2),
            ("DELETE FROM $.revisions WHERE version = 6; DELETE FROM $.commits WHERE number = 6", 6),
            (
                """
                UPDATE $.revisions AS r SET payload = o.payload FROM $.revisions AS o
                WHERE r.version IN (1, 3) AND o.version = 4 - r.version AND r.id = 'a' AND o.id = 'a'
                """, 1
            ),
            (
                """
                UPDATE $.revisions AS r SET unit = NULL, status = NULL, codes = NULL, occurred = NULL, discovered = NULL,
                reported = NULL, due = NULL, facts_salt = NULL, payload_salt = NULL, words = NULL, attachments = NULL,
                payload = NULL WHERE version = 4
                """, 4
            ),
            (
                """
                INSERT INTO $.revisions (tenant, kind, id, version, superseded, schema_version, facts_digest)
                SELECT tenant, kind, 'new', 4, superseded, schema_version, facts_digest FROM $.revisions WHERE version = 4
                """, 4
            ),
        ]
    )
    func rows(change: String, commit: Int64) async throws {
        try await withJournal { server, store, schema in
            let head = try await store.head(of: board, at: nil)
            try tamper(server, change.replacing("$", with: schema))
            let found = try await findings(in: store, since: [head])
            #expect(found.contains { $0.commit.rawValue == commit }, "\(found)")
        }
    }

    @Test("refuses to answer from observations that are none")
    func damaged() async throws {
        try await withJournal { server, store, schema in
            try tamper(server, "UPDATE \(schema).revisions SET codes = 'hemligt' WHERE version = 4")
            let filter = Filter.codes(.category, [CategoryCode(rawValue: "x")])
            #expect(await code { _ = try await store.newest() } == .damaged)
            #expect(await code { _ = try await store.newest(filter) } == .damaged)
            let count = CountRequest(tenant: board, filter: .everything, by: [.code(.category)])
            #expect(await code { _ = try await store.counts(count) } == .damaged)
        }
    }

    /// Six commits: three records, one changed twice, one with a file, one disposed of.
    private func withJournal(_ body: (PostgreSQLServer, PostgreSQLStorage, String) async throws -> Void) async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server) { store, schema in
            let id = AttachmentID(rawValue: "file")
            for index in 0...1 {
                try await store.attach(AttachmentPiece(tenant: board, id: id, index: index, bytes: [1, 2]))
            }
            let digest = ContentDigest(of: [1, 2, 1, 2])
            let file = AttachmentFacts(id: id, name: "f", mediaType: "text/plain", size: 4, digest: digest)
            _ = try await store.commit(.made([.made("a"), .made("b")], at: 10, key: "k1"))
            _ = try await store.commit(.made([.made("c", attachments: [file])], at: 20))
            _ = try await store.commit(.made([.made("a", 1, payload: [4, 5])], at: 30, key: "k3"))
            _ = try await store.commit(.made([.made("d")], at: 40))
            _ = try await store.redact(RedactionRequest(.made([.tombstone("b", 1)], at: 50)))
            _ = try await store.commit(.made([.made("a", 3, payload: [6])], at: 60))
            #expect(try await findings(in: store) == [])
            for table in ["commits", "revisions", "attachment_pieces"] {
                try server.shell("CREATE TABLE \(schema).kept_\(table) AS TABLE \(schema).\(table)")
            }
            try await body(server, store, schema)
        }
    }

    /// Changes rows as a superuser may, past keys and policies.
    private func tamper(_ server: PostgreSQLServer, _ sql: String) throws {
        try server.shell("SET session_replication_role = replica; \(sql)")
    }

    private func restore(_ server: PostgreSQLServer, _ schema: String) throws {
        for table in ["commits", "revisions", "attachment_pieces"] {
            try tamper(
                server,
                "DELETE FROM \(schema).\(table); INSERT INTO \(schema).\(table) SELECT * FROM \(schema).kept_\(table)"
            )
        }
    }

    /// An expression that is the value with one bit changed.
    private func flipped(_ column: String, _ type: String) -> String {
        switch type {
        case "bytea": "set_bit(\(column), 0, 1 - get_bit(\(column), 0))"
        case "bigint": "\(column) # 1024"
        case "integer": "\(column) # 1"
        default: "overlay(\(column) placing chr(ascii(right(\(column), 1)) # 1) from char_length(\(column)))"
        }
    }

    private func literal(_ schema: String) -> String {
        "'" + schema.dropFirst().dropLast().replacing("\"\"", with: "\"").replacing("'", with: "''") + "'"
    }
}
#endif
