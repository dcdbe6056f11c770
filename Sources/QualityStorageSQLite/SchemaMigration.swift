#if SQLite
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import QualityCore
import QualityStorage

/// Copies the commits of the first version of the tables to those of the second.
struct SchemaMigration {
    private let commits: Statement
    private let revisions: Statement
    private let addCommit: Statement
    private let addRevision: Statement
    private let supersede: Statement

    init(_ connection: Connection) throws(StorageError) {
        func prepared(_ sql: StaticString) throws(StorageError) -> Statement {
            try Statement(SQL(sql), on: connection)
        }
        commits = try prepared(
            "SELECT tenant, number, recorded_at, actor, reason, idempotency_key FROM commits_1 ORDER BY tenant, number"
        )
        revisions = try prepared(
            """
            SELECT r.kind, r.id, r.schema_version, r.facts, p.bytes, r.payload
            FROM revisions_1 AS r CROSS JOIN payloads AS p ON p.number = r.payload
            WHERE r.tenant = ? AND r.version = ? ORDER BY r.kind, r.id
            """
        )
        addCommit = try prepared(Schema.addCommit)
        addRevision = try prepared(Schema.addRevision)
        supersede = try prepared(
            "UPDATE revisions SET superseded = ? WHERE tenant = ? AND kind = ? AND id = ? AND superseded = ?"
        )
    }

    /// Copies all commits of all tenants, chaining those of each.
    func run(salt: () -> [UInt8]) throws(StorageError) {
        var tenant: [UInt8]?
        var head = JournalHead.empty
        try commits.forEach { row throws(StorageError) in
            if tenant != Array(row.utf8(0)) { head = .empty }
            tenant = Array(row.utf8(0))
            let number = row.integer(1)
            guard number == head.number.rawValue + 1 else {
                throw StorageError(
                    .damaged,
                    commit: CommitNumber(rawValue: number),
                    detail: "a commit before it is missing"
                )
            }
            let saved = try revisions(of: row.text(0), number, salt)
            let request = CommitRequest(
                tenant: TenantID(rawValue: row.text(0)),
                writes: saved.map(\.write),
                actor: ActorID(rawValue: row.text(3)),
                reason: row.text(4),
                recordedAt: Timestamp(microsecondsSince1970: row.integer(2)),
                idempotencyKey: row.isNull(5) ? nil : row.text(5)
            )
            let (receipt, time) = request.chained(after: head)
            try add(request, receipt, time)
            for (write, payload) in saved { try add(write, payload, receipt.number, request.tenant.rawValue) }
            head = JournalHead(number: receipt.number, digest: receipt.digest, recordedAt: time)
        }
    }

    private func revisions(
        of tenant: String,
        _ number: Int64,
        _ salt: () -> [UInt8]
    ) throws(StorageError) -> [(write: CommitRequest.Write, payload: Int64)] {
        let decoder = JSONDecoder()
        var found: [(CommitRequest.Write, Int64)] = []
        revisions.bind(1, tenant)
        revisions.bind(2, number)
        try revisions.forEach { row throws(StorageError) in
            let reference = RecordReference(kind: RecordKind(rawValue: row.text(0)), id: row.text(1))
            guard let facts = try? decoder.decode(RecordFacts.self, from: Data(row.utf8(3))) else {
                throw StorageError(
                    .damaged,
                    record: reference,
                    commit: CommitNumber(rawValue: number),
                    detail: "facts that cannot be read"
                )
            }
            let write = CommitRequest.Write(
                reference: reference,
                precondition: .absent,
                schemaVersion: Int(row.integer(2)),
                payload: SealedPayload(SealedPayload.Content(bytes: row.blob(4)), salt: salt()),
                facts: SealedFacts(facts, salt: salt())
            )
            found.append((write, row.integer(5)))
        }
        return found
    }

    private func add(_ request: CommitRequest, _ receipt: CommitReceipt, _ time: Timestamp) throws(StorageError) {
        addCommit.bind(1, request.tenant.rawValue)
        addCommit.bind(2, receipt.number.rawValue)
        addCommit.bind(3, time.microsecondsSince1970)
        addCommit.bind(4, request.actor.rawValue)
        addCommit.bind(5, request.reason)
        if let key = request.idempotencyKey { addCommit.bind(6, key) } else { addCommit.bindNull(6) }
        addCommit.bind(7, blob: receipt.digest.bytes)
        try addCommit.run()
    }

    private func add(
        _ write: CommitRequest.Write,
        _ payload: Int64,
        _ number: CommitNumber,
        _ tenant: String
    ) throws(StorageError) {
        supersede.bind([
            .integer(number.rawValue), .text(tenant), .text(write.reference.kind.rawValue), .text(write.reference.id),
            .integer(.max),
        ])
        try supersede.run()
        var codes = JSONText()
        StoredText.write(write.facts.facts.observations, to: &codes)
        addRevision.bind([
            .text(tenant), .text(write.reference.kind.rawValue), .text(write.reference.id), .integer(number.rawValue),
            .integer(.max), .integer(Int64(write.schemaVersion)),
        ])
        addRevision.bind(7, blob: write.payload?.seal.digest.bytes ?? [])
        addRevision.bind(8, blob: write.payload?.seal.salt ?? [])
        addRevision.bind(9, blob: write.facts.seal.digest.bytes)
        addRevision.bind(10, blob: write.facts.seal.salt)
        addRevision.bind(11, write.facts.facts.unit.rawValue)
        for (column, field) in zip(Int32(12)..., [DayField.occurred, .discovered, .reported, .due]) {
            if let day = write.facts.facts[day: field] {
                addRevision.bind(column, Int64(day.daysSince1970))
            } else {
                addRevision.bindNull(column)
            }
        }
        addRevision.bind(16, write.facts.facts.status)
        addRevision.bind(17, utf8: codes.bytes)
        addRevision.bind(18, payload)
        addRevision.bind(19, "")
        addRevision.bindNull(20)
        try addRevision.run()
    }
}
#endif
