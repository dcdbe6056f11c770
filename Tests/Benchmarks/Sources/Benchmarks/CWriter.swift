import CBenchmarkSQLite
import QualityCore
import QualityStorage

/// Writes commits by the statements of the adapter through the C interface, every value ready in memory.
final class CWriter {
    /// Bytes that stay where they are, so that they are bound without a copy.
    struct Bytes {
        let start: UnsafePointer<UInt8>
        let count: Int

        init(_ bytes: some Collection<UInt8>) {
            let place = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
            for (index, byte) in bytes.enumerated() { (place + index).initialize(to: byte) }
            start = UnsafePointer(place)
            count = bytes.count
        }
    }

    /// A commit of new records with its values ready.
    struct Commit {
        let ids: [Bytes]
        let links: [CommitChain.Link]

        init(_ request: CommitRequest) {
            ids = request.writes.map { Bytes($0.reference.id.utf8) }
            links = request.writes.map {
                CommitChain.Link(
                    reference: $0.reference,
                    schemaVersion: $0.schemaVersion,
                    payload: $0.payload?.seal.digest,
                    facts: $0.facts.seal.digest
                )
            }
        }
    }

    private let file: CFile
    private let begin, end, version, newestVersion, newestCommit, addCommit, addPayload, addRevision: OpaquePointer
    private let tenant = Bytes(Specimen.tenant.rawValue.utf8)
    private let actor = Bytes(Specimen.actor.rawValue.utf8)
    private let reason = Bytes(Specimen.reason.utf8)
    private let kind = Bytes(Specimen.kind.rawValue.utf8)
    private let unit = Bytes(Specimen.facts.unit.rawValue.utf8)
    private let status = Bytes(Specimen.facts.status.utf8)
    private let codes = Bytes(#"[{"category":["fall"],"legalBasis":["sol"]}]"#.utf8)
    private let words = Bytes(" \(Specimen.words.words.joined(separator: " ")) ".utf8)
    private let payload = Bytes(Specimen.payload.content.bytes)
    private let payloadDigest = Bytes(Specimen.payload.seal.digest.bytes)
    private let payloadSalt = Bytes(Specimen.payload.seal.salt)
    private let factsDigest = Bytes(Specimen.sealedFacts.seal.digest.bytes)
    private let factsSalt = Bytes(Specimen.sealedFacts.seal.salt)

    init(_ file: CFile) throws {
        self.file = file
        begin = try file.prepare("BEGIN IMMEDIATE")
        end = try file.prepare("COMMIT")
        version = try file.prepare("PRAGMA user_version")
        newestVersion = try file.prepare(
            "SELECT version FROM revisions WHERE tenant = ? AND kind = ? AND id = ? ORDER BY version DESC LIMIT 1"
        )
        newestCommit = try file.prepare(
            "SELECT number, digest, recorded_at FROM commits WHERE tenant = ? ORDER BY number DESC LIMIT 1"
        )
        addCommit = try file.prepare(
            """
            INSERT INTO commits (tenant, number, recorded_at, actor, reason, idempotency_key, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        )
        addPayload = try file.prepare("INSERT INTO payloads (bytes) VALUES (?)")
        addRevision = try file.prepare(
            """
            INSERT INTO revisions (
                tenant, kind, id, version, superseded, schema_version, payload_digest, payload_salt, facts_digest,
                facts_salt, unit, occurred, discovered, reported, due, status, codes, payload, words, attachments
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        bindConstants()
    }

    deinit {
        for statement in [
            begin, end, version, newestVersion, newestCommit, addCommit, addPayload, addRevision,
        ] { sqlite3_finalize(statement) }
    }

    func write(_ commit: Commit) throws {
        try run(begin)
        try run(version)
        for id in commit.ids {
            text(newestVersion, 3, id)
            try run(newestVersion)
        }
        var number: Int64 = 1
        var head = ContentDigest.zero
        try run(newestCommit) { row in
            number = sqlite3_column_int64(row, 0) + 1
            let digest = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(row, 1),
                count: Int(sqlite3_column_bytes(row, 1))
            )
            head = ContentDigest(bytes: Array(digest)) ?? .zero
        }
        let cover = CommitChain.Cover(
            tenant: Specimen.tenant,
            number: CommitNumber(rawValue: number),
            recordedAt: Specimen.time,
            actor: Specimen.actor,
            reason: Specimen.reason,
            idempotencyKey: nil
        )
        sqlite3_bind_int64(addCommit, 2, number)
        try CommitChain.digest(after: head, cover, commit.links).bytes.withUnsafeBytes { digest in
            sqlite3_bind_blob64(addCommit, 7, digest.baseAddress, UInt64(digest.count), nil)
            try run(addCommit)
        }
        sqlite3_bind_int64(addRevision, 4, number)
        for id in commit.ids {
            try run(addPayload)
            text(addRevision, 3, id)
            sqlite3_bind_int64(addRevision, 18, sqlite3_last_insert_rowid(file.handle))
            try run(addRevision)
        }
        try run(end)
    }

    private func bindConstants() {
        for statement in [newestVersion, newestCommit, addCommit, addRevision] { text(statement, 1, tenant) }
        text(newestVersion, 2, kind)
        sqlite3_bind_int64(addCommit, 3, Specimen.time.microsecondsSince1970)
        text(addCommit, 4, actor)
        text(addCommit, 5, reason)
        blob(addPayload, 1, payload)
        text(addRevision, 2, kind)
        sqlite3_bind_int64(addRevision, 5, .max)
        sqlite3_bind_int64(addRevision, 6, 1)
        for (column, bytes) in zip(Int32(7)..., [payloadDigest, payloadSalt, factsDigest, factsSalt]) {
            blob(addRevision, column, bytes)
        }
        text(addRevision, 11, unit)
        let facts = Specimen.facts
        for (column, day) in zip(Int32(12)..., [facts.occurred, facts.discovered, facts.reported, facts.dueOn]) {
            if let day { sqlite3_bind_int64(addRevision, column, Int64(day.daysSince1970)) }
        }
        text(addRevision, 16, status)
        text(addRevision, 17, codes)
        text(addRevision, 19, words)
    }

    private func text(_ statement: OpaquePointer, _ column: Int32, _ bytes: Bytes) {
        bytes.start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
            _ = sqlite3_bind_text64(statement, column, start, UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
        }
    }

    private func blob(_ statement: OpaquePointer, _ column: Int32, _ bytes: Bytes) {
        sqlite3_bind_blob64(statement, column, bytes.start, UInt64(bytes.count), nil)
    }

    private func run(_ statement: OpaquePointer, _ read: (OpaquePointer) -> Void = { _ in }) throws {
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW {
            read(statement)
            code = sqlite3_step(statement)
        }
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw CFile.Failure(code: code, text: "a statement of the writer") }
    }
}
