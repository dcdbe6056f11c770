#if SQLite
import CQualitySQLite
import QualityCore
import QualityStorage

/// Runs the statements of a commit by the interface of the library, with all values ready as bytes.
final class LibraryWriter {
    /// The values of a commit.
    struct Commit {
        var actor: [UInt8]
        var reason: [UInt8]
        var records: [Record]

        init(_ request: CommitRequest) {
            actor = Array(request.actor.rawValue.utf8)
            reason = Array(request.reason.utf8)
            records = request.writes.map(Record.init)
        }
    }

    /// The values of a revision.
    struct Record {
        var kind: [UInt8]
        var id: [UInt8]
        var payload: [UInt8]
        var salt: [UInt8]
        var digest: [UInt8]
        var factsSalt: [UInt8]
        var factsDigest: [UInt8]
        var unit: [UInt8]
        var reported: Int64
        var status: [UInt8]
        var codes = Array(#"[{"category":["c"]}]"#.utf8)

        init(_ write: CommitRequest.Write) {
            kind = Array(write.reference.kind.rawValue.utf8)
            id = Array(write.reference.id.utf8)
            payload = write.payload?.content.bytes ?? []
            salt = write.payload?.seal.salt ?? []
            digest = write.payload?.seal.digest.bytes ?? []
            factsSalt = write.facts.seal.salt
            factsDigest = write.facts.seal.digest.bytes
            unit = Array(write.facts.facts.unit.rawValue.utf8)
            reported = Int64(write.facts.facts.reported?.daysSince1970 ?? 0)
            status = Array(write.facts.facts.status.utf8)
        }
    }

    private var handle: OpaquePointer?
    private var statements: [OpaquePointer?] = []
    private var number: Int64 = 0
    private let tenant = Array(board.rawValue.utf8)

    init(_ path: String) throws {
        guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else {
            throw OtherProgram.Failure(code: sqlite3_errcode(handle))
        }
        sqlite3_exec(
            handle,
            "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA fullfsync = ON",
            nil,
            nil,
            nil
        )
        let texts = [
            "BEGIN IMMEDIATE",
            "PRAGMA user_version",
            "SELECT version FROM revisions WHERE tenant = ? AND kind = ? AND id = ? ORDER BY version DESC LIMIT 1",
            "SELECT number, digest, recorded_at FROM commits WHERE tenant = ? ORDER BY number DESC LIMIT 1",
            """
            INSERT INTO commits (tenant, number, recorded_at, actor, reason, idempotency_key, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            "INSERT INTO payloads (bytes) VALUES (?)",
            """
            INSERT INTO revisions (
                tenant, kind, id, version, superseded, schema_version, payload_digest, payload_salt, facts_digest,
                facts_salt, unit, occurred, discovered, reported, due, status, codes, payload, words, attachments
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            "COMMIT",
        ]
        for text in texts {
            var statement: OpaquePointer?
            guard sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK
            else { throw OtherProgram.Failure(code: sqlite3_errcode(handle)) }
            statements.append(statement)
        }
    }

    deinit {
        for statement in statements { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    func count(_ sql: String) -> Int {
        var statement: OpaquePointer?
        sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        return sqlite3_step(statement) == SQLITE_ROW ? Int(sqlite3_column_int64(statement, 0)) : -1
    }

    func write(_ commit: Commit) throws {
        number += 1
        try step(0)
        try step(1)
        text(2, 1, tenant)
        for record in commit.records {
            text(2, 2, record.kind)
            text(2, 3, record.id)
            try step(2)
        }
        text(3, 1, tenant)
        try step(3)
        text(4, 1, tenant)
        sqlite3_bind_int64(statements[4], 2, number)
        sqlite3_bind_int64(statements[4], 3, number)
        text(4, 4, commit.actor)
        text(4, 5, commit.reason)
        blob(4, 7, commit.records[0].digest)
        try step(4)
        text(6, 1, tenant)
        sqlite3_bind_int64(statements[6], 4, number)
        sqlite3_bind_int64(statements[6], 5, .max)
        sqlite3_bind_int64(statements[6], 6, 1)
        text(6, 19, [])
        for record in commit.records { try write(record) }
        try step(7)
    }

    private func write(_ record: Record) throws {
        blob(5, 1, record.payload)
        try step(5)
        text(6, 2, record.kind)
        text(6, 3, record.id)
        blob(6, 7, record.digest)
        blob(6, 8, record.salt)
        blob(6, 9, record.factsDigest)
        blob(6, 10, record.factsSalt)
        text(6, 11, record.unit)
        sqlite3_bind_int64(statements[6], 14, record.reported)
        text(6, 16, record.status)
        text(6, 17, record.codes)
        sqlite3_bind_int64(statements[6], 18, sqlite3_last_insert_rowid(handle))
        try step(6)
    }

    /// The bytes lie in an array that outlives the statement's run, so that they are bound in place.
    private func text(_ statement: Int, _ position: Int32, _ bytes: [UInt8]) {
        guard !bytes.isEmpty else {
            sqlite3_bind_text(statements[statement], position, "", 0, nil)
            return
        }
        bytes.withUnsafeBytes { buffer in
            _ = sqlite3_bind_text(
                statements[statement],
                position,
                buffer.assumingMemoryBound(to: CChar.self).baseAddress,
                Int32(buffer.count),
                nil
            )
        }
    }

    private func blob(_ statement: Int, _ position: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            _ = sqlite3_bind_blob(statements[statement], position, buffer.baseAddress, Int32(buffer.count), nil)
        }
    }

    private func step(_ statement: Int) throws {
        let code = sqlite3_step(statements[statement])
        sqlite3_reset(statements[statement])
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw OtherProgram.Failure(code: code) }
    }
}
#endif
