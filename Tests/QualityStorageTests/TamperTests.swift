#if SQLite
import QualityCore
import QualitySamples
import QualityStorage
import QualityStorageSQLite
import TestSupport
import Testing

@Suite("A register that was tampered with")
struct TamperTests {
    /// A value of a row, by which statement it is reached, and the commits that it belongs to.
    private struct Cell {
        var table: String
        var column: String
        var type: String
        var hex: String
        var row: String
        var commits: Set<Int64>
    }

    private let lost = AttachmentID(rawValue: "disposed")

    @Test(
        "is found out by verify, which names the commit, whatever byte of a column is changed",
        arguments: Seeds.some(1)
    )
    func anyByte(seed: UInt64) async throws {
        try await withRegister { path, copy in
            let cells = try self.cells(path)
            let byColumn = Dictionary(grouping: cells) { "\($0.table).\($0.column)" }.sorted { $0.key < $1.key }
                .map(\.value)
            var generator = SeededGenerator(seed: seed)
            var unseen: [String] = []
            var (tries, columns) = (0, Set<String>())
            while tries < (TestSize.isFull ? 2_000 : 200) {
                // Each column once, then any.
                let group = tries < byColumn.count ? byColumn[tries] : cells
                let cell = group[Int.random(in: 0..<group.count, using: &generator)]
                try copyFile(path, to: copy)
                let value = changed(cell, using: &generator)
                do {
                    try OtherProgram(copy).run(
                        "PRAGMA ignore_check_constraints = ON; UPDATE \(cell.table) SET \(cell.column) = \(value) WHERE \(cell.row)"
                    )
                } catch let failure as OtherProgram.Failure where failure.code & 0xff == 19 {
                    continue
                }
                tries += 1
                columns.insert("\(cell.table).\(cell.column)")
                let found = try await findings(copy)
                if found.isDisjoint(with: cell.commits) {
                    unseen.append("\(cell.table).\(cell.column) of \(cell.commits.sorted()): found \(found.sorted())")
                }
            }
            print("\(tries) bytes changed in \(columns.count) of \(byColumn.count) columns")
            #expect(columns.count == byColumn.count)
            #expect(unseen.isEmpty, "seed \(seed)")
        }
    }

    @Test("is found out when rows are deleted, doubled or swapped")
    func rows() async throws {
        try await withRegister { path, copy in
            let rows = Dictionary(grouping: try self.cells(path)) { "\($0.table) WHERE \($0.row)" }
            for (row, cells) in rows.sorted(by: { $0.key < $1.key }).enumerated().filter({ $0.offset % 7 == 0 }).map(
                \.element
            ) {
                try copyFile(path, to: copy)
                try OtherProgram(copy).run("DELETE FROM \(row)")
                #expect(!(try await findings(copy)).isDisjoint(with: cells[0].commits), "deleted: \(row)")
            }
            let columns =
                "kind, version, superseded, schema_version, payload_digest, payload_salt, facts_digest,"
                + " facts_salt, unit, occurred, discovered, reported, due, status, codes, payload, words, attachments"
            let changes: [(String, Int64)] = [
                (
                    "INSERT INTO commits SELECT tenant, 999, recorded_at, actor, reason, NULL, digest FROM commits WHERE number = 9",
                    999
                ),
                (
                    "INSERT INTO revisions (tenant, id, \(columns)) SELECT tenant, id || 'x', \(columns) FROM revisions WHERE version = 9",
                    9
                ),
                (
                    "INSERT INTO attachment_pieces SELECT tenant, attachment, piece + 1, bytes FROM attachment_pieces"
                        + " WHERE attachment = 'file10'", 10
                ),
                (
                    "INSERT INTO attachment_pieces SELECT tenant, attachment, piece + 7, bytes FROM attachment_pieces"
                        + " WHERE attachment = 'file20'", 20
                ),
                (
                    "INSERT INTO attachment_pieces SELECT tenant, 'disposed', piece, bytes FROM attachment_pieces"
                        + " WHERE attachment = 'file30'", 150
                ),
                ("UPDATE attachment_owners SET id = 'r9' WHERE attachment = 'file40'", 40),
                ("DELETE FROM attachment_owners WHERE attachment = 'file50'", 50),
                (
                    "UPDATE revisions SET payload = CASE payload WHEN 20 THEN 21 ELSE 20 END WHERE payload IN (20, 21)",
                    20
                ),
                (
                    "UPDATE commits SET (recorded_at, actor, reason, digest) = (SELECT recorded_at, actor, reason, digest"
                        + " FROM commits AS o WHERE o.number = 63 - commits.number) WHERE number IN (31, 32)", 31
                ),
            ]
            for (sql, number) in changes {
                try copyFile(path, to: copy)
                try OtherProgram(copy).run(sql)
                #expect(try await findings(copy).contains(number), "\(sql)")
            }
        }
    }

    @Test("by cutting off its end is found out against an earlier head alone")
    func tail() async throws {
        try await withRegister { path, copy in
            let store = SQLiteStorage(path: path)
            let head = try await store.head(of: board)
            await store.close()
            try copyFile(path, to: copy)
            try OtherProgram(copy).run(
                """
                DELETE FROM commits WHERE number > 195; DELETE FROM revisions WHERE version > 195;
                UPDATE revisions SET superseded = \(Int64.max) WHERE superseded > 195
                """
            )
            #expect(try await findings(copy).isEmpty)
            #expect(try await findings(copy, since: [head]) == [head.number.rawValue])
        }
    }

    /// Two hundred commits with attachments and a disposed record.
    private func withRegister(_ body: (String, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            let store = SQLiteStorage(path: path)
            var versions: [String: Int64] = [:]
            for number in 1...200 as ClosedRange<Int64> {
                if number == 150 {
                    _ = try await store.redact(RedactionRequest(.test([.tombstone("lost", 100)], at: number)))
                    continue
                }
                let id = "r\(number % 40)"
                var attachments: [AttachmentFacts] = []
                if number % 10 == 0 {
                    let name = number == 100 ? lost.rawValue : "file\(number)"
                    let bytes = Array(repeating: UInt8(number), count: 100)
                    let facts = AttachmentFacts(
                        id: AttachmentID(rawValue: name),
                        name: "bild.png",
                        mediaType: "image/png",
                        size: 100,
                        digest: ContentDigest(of: bytes)
                    )
                    try await store.attach(AttachmentPiece(tenant: board, id: facts.id, index: 0, bytes: bytes))
                    attachments = [facts]
                }
                let owner = number == 100 ? "lost" : id
                let precondition: CommitRequest.Precondition = versions[owner].map { .version($0) } ?? .absent
                let write = CommitRequest.Write.test(
                    owner,
                    precondition,
                    payload: Array("payload \(number)".utf8),
                    words: "fall håll \(number)",
                    attachments: attachments
                )
                _ = try await store.commit(.test([write], at: number, key: number % 5 == 0 ? "key\(number)" : nil))
                versions[owner] = number
            }
            await store.close()
            #expect(try await findings(path).isEmpty)
            try await body(path, folder + "/copy.sqlite")
        }
    }

    private func findings(_ path: String, since earlier: [JournalHead] = []) async throws -> Set<Int64> {
        let store = SQLiteStorage(path: path)
        let report = try await QualityStore(store, tenant: board, access: .tester) {
            Timestamp(microsecondsSince1970: 0)
        }
        .verify(since: earlier)
        await store.close()
        return Set(report.findings.map(\.commit.rawValue))
    }

    private func copyFile(_ path: String, to copy: String) throws {
        for ending in ["-wal", "-shm"] { try? removeFile(copy + ending) }
        try write(bytes(ofFile: path), toFile: copy)
    }

    /// Every value of every table that the file's own catalogue names.
    ///
    /// Left out is the row that tells who once had the attachment of a disposed record: it holds no content, and keeps
    /// the name from being given away again.
    private func cells(_ path: String) throws -> [Cell] {
        let file = try OtherProgram(path)
        var cells: [Cell] = []
        for table in try file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'").map({ $0[0] }) {
            let columns = try file.rows("SELECT name, pk FROM pragma_table_info('\(table)')")
            let keys = columns.filter { $0[1] != "0" }.map { $0[0] }
            let place = keys.map { "'\($0) = ' || quote(\($0))" }.joined(separator: " || ' AND ' || ")
            for column in columns.map({ $0[0] }) {
                let sql = """
                    SELECT \(place), typeof(\(column)), hex(\(column)), \(commits(of: table)) FROM \(table)
                    WHERE \(column) IS NOT NULL AND length(\(column)) > 0
                    """
                for row in try file.rows(sql) {
                    let commits = Set(row[3].split(separator: ",").compactMap { Int64($0) })
                    if table == "attachment_owners", commits.isEmpty { continue }
                    cells.append(
                        Cell(table: table, column: column, type: row[1], hex: row[2], row: row[0], commits: commits)
                    )
                }
            }
        }
        return cells
    }

    /// The commits that a row of a table belongs to.
    private func commits(of table: String) -> String {
        switch table {
        case "commits": "number"
        case "payloads": "(SELECT group_concat(version) FROM revisions WHERE payload = payloads.number)"
        case "attachment_pieces", "attachment_owners":
            """
            ifnull((SELECT group_concat(version) FROM revisions
            WHERE instr(attachments, '"id":"' || \(table).attachment || '"')), '')
            """
        default: "version"
        }
    }

    private func changed(_ cell: Cell, using generator: inout SeededGenerator) -> String {
        if cell.type == "integer" {
            return flippedInteger(cell, using: &generator)
        }
        let digits = Array(cell.hex.utf8)
        var bytes = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) ?? 0
        }
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return cell.type == "text" ? "CAST(x'\(hex)' AS TEXT)" : "x'\(hex)'"
    }

    /// SQLite has no exclusive or, so it is put together.
    private func flippedInteger(_ cell: Cell, using generator: inout SeededGenerator) -> String {
        let bit = Int64(1) << Int64.random(in: 0..<62, using: &generator)
        return "(\(cell.column) & ~\(bit)) | (~\(cell.column) & \(bit))"
    }
}
#endif
