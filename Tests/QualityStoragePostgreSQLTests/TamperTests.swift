#if PostgreSQL
import QualityCore
import QualitySamples
import QualityStorage
import QualityStoragePostgreSQL
import TestSupport
import Testing

@Suite("A journal in PostgreSQL that someone changed by SQL")
struct TamperTests {
    /// Columns that a walk along the journal passes over, each with its reason.
    private static let ignored = [
        "tenants.tenant": "a row to be locked by the commits of a tenant; the first commit makes it",
        "migrations.version": "read when the store is opened, which refuses any other",
        "migrations.applied_at": "when the tables were made; no record",
    ]

    @Test(
        "is found out by verify, which names the commit, whatever byte of a column is changed",
        arguments: Seeds.some(1)
    )
    func anyByte(seed: UInt64) async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server) { store, schema in
            try await Self.fill(store)
            let cells = try self.cells(server, schema)
            let columns = Dictionary(grouping: cells) { "\($0.table).\($0.column)" }.sorted { $0.key < $1.key }
            #expect(Set(Self.ignored.keys).isDisjoint(with: columns.map(\.key)))
            var generator = SeededGenerator(seed: seed)
            var unseen: [String] = []
            var tried: Set<String> = []
            var tries = 0
            while tries < (TestSize.isFull ? 2_000 : 100) {
                // Each column once, then any.
                let group = tries < columns.count ? columns[tries].value : cells
                let cell = group[Int.random(in: 0..<group.count, using: &generator)]
                let table = "\(schema).\(cell.table)"
                let change = "\(cell.column) = \(flipped(cell, Int.random(in: 0..<1 << 20, using: &generator)))"
                // A key refuses to be doubled, and a check to be broken.
                guard
                    let row = try? tamper(server, "UPDATE \(table) SET \(change) WHERE \(cell.row) RETURNING ctid")
                else { continue }
                tries += 1
                tried.insert("\(cell.table).\(cell.column)")
                let found = Set(try await findings(in: store).map(\.commit.rawValue))
                if found.isDisjoint(with: cell.commits) {
                    unseen.append("\(cell.table).\(change) of \(cell.commits.sorted()): found \(found.sorted())")
                }
                try tamper(server, "UPDATE \(table) SET \(change) WHERE ctid = '\(row)'")
            }
            print("seed \(seed): \(tries) bytes changed in \(tried.count) of \(columns.count) columns")
            #expect(tried.count == columns.count)
            #expect(unseen.isEmpty, "seed \(seed)")
            #expect(try await findings(in: store) == [])
        }
    }

    @Test("is whole without what verify passes over, which is made again or checked elsewhere")
    func ignored() async throws {
        try await withJournal { server, store, schema in
            let tenants = try server.shell("SELECT tenant FROM \(schema).tenants ORDER BY tenant")
            #expect(try server.shell("SELECT DISTINCT tenant FROM \(schema).commits ORDER BY tenant") == tenants)
            try tamper(server, "UPDATE \(schema).tenants SET tenant = tenant || 'x'")
            #expect(try await findings(in: store) == [])
            _ = try await store.commit(.made([.made("e")], at: 70))
            #expect(try server.shell("SELECT count(*) FROM \(schema).tenants WHERE tenant = '\(tenants)'") == "1")
            try tamper(server, "UPDATE \(schema).migrations SET version = version + 1")
            #expect(await code { _ = try await store.commit(.made([.made("f")], at: 80)) } == .newerSchema)
        }
    }

    @Test("is found out when any row is deleted, and when the end is cut off, against an earlier head")
    func deleted() async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server) { store, schema in
            try await Self.fill(store)
            try server.shell("CREATE TABLE \(schema).kept AS SELECT FROM \(schema).commits LIMIT 0")
            let rows = Dictionary(grouping: try cells(server, schema)) { "\($0.table) WHERE \($0.row)" }
                .sorted { $0.key < $1.key }
            for (row, cells) in rows.enumerated().filter({ $0.offset % 7 == 0 }).map(\.element) {
                let table = cells[0].table
                try tamper(
                    server,
                    """
                    DROP TABLE \(schema).kept; CREATE TABLE \(schema).kept AS SELECT * FROM \(schema).\(row);
                    DELETE FROM \(schema).\(row)
                    """
                )
                let found = Set(try await findings(in: store).map(\.commit.rawValue))
                #expect(!found.isDisjoint(with: cells[0].commits), "deleted: \(row), found \(found.sorted())")
                try tamper(server, "INSERT INTO \(schema).\(table) SELECT * FROM \(schema).kept")
            }
            let head = try await store.head(of: board, at: nil)
            try tamper(
                server,
                """
                DELETE FROM \(schema).commits WHERE number > 195; DELETE FROM \(schema).revisions WHERE version > 195;
                UPDATE \(schema).revisions SET superseded = \(Int64.max) WHERE superseded > 195
                """
            )
            #expect(try await findings(in: store) == [])
            #expect(try await findings(in: store, since: [head]).map(\.commit) == [head.number])
        }
    }

    @Test(
        "is found out, whichever rows were taken away or swapped",
        arguments: [
            ("DELETE FROM $.revisions WHERE version = 2", 2), ("DELETE FROM $.commits WHERE number = 3", 3),
            ("DELETE FROM $.revisions WHERE version = 3; DELETE FROM $.commits WHERE number = 3", 4),
            ("DELETE FROM $.attachment_pieces WHERE piece = 1", 2),
            ("INSERT INTO $.attachment_pieces SELECT tenant, attachment, 7, bytes FROM $.attachment_pieces LIMIT 1", 2),
            ("INSERT INTO $.attachment_pieces SELECT tenant, 'lost', piece, bytes FROM $.attachment_pieces LIMIT 1", 5),
            ("UPDATE $.attachments SET id = 'a' WHERE attachment = 'file'", 2),
            ("DELETE FROM $.attachments WHERE attachment = 'file'", 2),
            ("DELETE FROM $.commits WHERE number = 6", 6),
            (
                "INSERT INTO $.commits SELECT tenant, 9, recorded_at, actor, reason, NULL, digest FROM $.commits LIMIT 1",
                9
            ),
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
            let file = AttachmentFacts(of: [1, 2, 1, 2], id)
            let lost = AttachmentFacts(of: [3], AttachmentID(rawValue: "lost"))
            try await store.attach(AttachmentPiece(tenant: board, id: lost.id, index: 0, bytes: [3]))
            _ = try await store.commit(.made([.made("a"), .made("b", attachments: [lost])], at: 10, key: "k1"))
            _ = try await store.commit(.made([.made("c", attachments: [file])], at: 20))
            _ = try await store.commit(.made([.made("a", 1, payload: [4, 5])], at: 30, key: "k3"))
            _ = try await store.commit(.made([.made("d")], at: 40))
            _ = try await store.redact(RedactionRequest(.made([.tombstone("b", 1)], at: 50)))
            _ = try await store.commit(.made([.made("a", 3, payload: [6])], at: 60))
            #expect(try await findings(in: store) == [])
            try await body(server, store, schema)
        }
    }

    /// Two hundred commits with attachments and a disposed record.
    private static func fill(_ store: PostgreSQLStorage) async throws {
        var versions: [String: Int64] = [:]
        for number in 1...200 as ClosedRange<Int64> {
            if number == 150 {
                _ = try await store.redact(RedactionRequest(.made([.tombstone("lost", 100)], at: number)))
                continue
            }
            let record = number == 100 ? "lost" : "r\(number % 40)"
            var files: [AttachmentFacts] = []
            if number % 10 == 0 {
                let bytes = Array(repeating: UInt8(number), count: 100)
                let file = AttachmentFacts(of: bytes, AttachmentID(rawValue: "file\(number)"))
                try await store.attach(AttachmentPiece(tenant: board, id: file.id, index: 0, bytes: bytes))
                files = [file]
            }
            let write = CommitRequest.Write.made(
                record,
                versions[record],
                payload: Array("payload \(number)".utf8),
                words: "fall håll \(number)",
                attachments: files
            )
            _ = try await store.commit(.made([write], at: number, key: number % 5 == 0 ? "key\(number)" : nil))
            versions[record] = number
        }
        #expect(try await findings(in: store) == [])
    }

    /// A value of a row, the condition that finds the row, and the commits that it belongs to.
    private struct Cell {
        var table: String
        var column: String
        var type: String
        var row: String
        var commits: Set<Int64>
    }

    /// Every value of every table that the database's own catalogue names.
    ///
    /// Left out is the row that tells who once had the attachment of a disposed record: it holds no content, and keeps
    /// the name from being given away again.
    private func cells(_ server: PostgreSQLServer, _ schema: String) throws -> [Cell] {
        let columns = try server.shell(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, NULL), coalesce(a.attnum = ANY (k.conkey), false)
            FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'p'
            WHERE c.relnamespace = \(literal(schema))::regnamespace AND c.relkind = 'r' AND c.relname <> 'kept'
            ORDER BY 1, 2
            """
        ).split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        var cells: [Cell] = []
        for (table, columns) in Dictionary(grouping: columns, by: { $0[0] }) {
            let keys = columns.filter { $0[3] == "t" }.map { "format('\($0[1]) = %L', \($0[1]))" }
            for column in columns where Self.ignored["\(table).\(column[1])"] == nil {
                let rows = try server.shell(
                    """
                    SELECT concat_ws(' AND ', \(keys.joined(separator: ", "))), \(commits(of: table, schema))
                    FROM \(schema).\(table) WHERE length(\(column[1])\(column[2] == "bytea" ? "" : "::text")) > 0
                    """
                )
                for row in rows.split(separator: "\n").map({ $0.split(separator: "|").map(String.init) })
                where row.count == 2 {
                    let commits = Set(row[1].split(separator: ",").compactMap { Int64($0) })
                    cells.append(
                        Cell(table: table, column: column[1], type: column[2], row: row[0], commits: commits)
                    )
                }
            }
        }
        return cells
    }

    /// The commits that a row of a table belongs to.
    private func commits(of table: String, _ schema: String) -> String {
        switch table {
        case "commits": "number"
        case "attachments", "attachment_pieces":
            """
            (SELECT string_agg(r.version::text, ',') FROM \(schema).revisions AS r
            WHERE r.attachments::jsonb @> jsonb_build_array(jsonb_build_object('id', attachment)))
            """
        default: "version"
        }
    }

    /// Changes rows as a superuser may, past keys and policies.
    @discardableResult
    private func tamper(_ server: PostgreSQLServer, _ sql: String) throws -> String {
        try server.shell("SET session_replication_role = replica; \(sql)")
    }

    /// An expression that is the value with one bit changed; twice, it is the value again.
    private func flipped(_ cell: Cell, _ seed: Int) -> String {
        let column = cell.column
        switch cell.type {
        case "bytea":
            let bit = "(\(seed) % (8 * length(\(column))))"
            return "set_bit(\(column), \(bit), 1 - get_bit(\(column), \(bit)))"
        case "bigint": return "\(column) # (1::bigint << \(seed % 62))"
        case "integer": return "\(column) # (1 << \(seed % 30))"
        default:
            let place = "(\(seed / 8) % char_length(\(column)) + 1)"
            let letter = "chr(ascii(substr(\(column), \(place), 1)) # \(1 << (seed % 7)))"
            return "overlay(\(column) placing \(letter) from \(place))"
        }
    }

    private func literal(_ schema: String) -> String {
        "'" + schema.replacing("'", with: "''") + "'"
    }
}

extension AttachmentFacts {
    fileprivate init(of bytes: [UInt8], _ id: AttachmentID) {
        self.init(
            id: id,
            name: "bild.png",
            mediaType: "image/png",
            size: Int64(bytes.count),
            digest: ContentDigest(of: bytes)
        )
    }
}
#endif
