#if SQLite
import QualityCore
import QualityStorage

extension JournalFile {
    /// Writes a commit that has been validated.
    func commit(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        try write { () throws(StorageError) in
            if let first = try receipt(of: request) { return first }
            return try add(request)
        }
    }

    /// Writes what a commit holds, in a transaction.
    func add(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        newestVersion.bind(1, request.tenant.rawValue)
        for write in request.writes { try check(write, in: request.tenant) }
        let (receipt, time) = request.chained(after: try head(of: request.tenant))
        addCommit.bind(1, request.tenant.rawValue)
        addCommit.bind(2, receipt.number.rawValue)
        addCommit.bind(3, time.microsecondsSince1970)
        addCommit.bind(4, request.actor.rawValue)
        addCommit.bind(5, request.reason)
        if let key = request.idempotencyKey { addCommit.bind(6, key) } else { addCommit.bindNull(6) }
        addCommit.bind(7, blob: receipt.digest.bytes)
        try addCommit.run()
        supersede.bind(1, receipt.number.rawValue)
        supersede.bind(2, request.tenant.rawValue)
        addRevision.bind(1, request.tenant.rawValue)
        addRevision.bind(4, receipt.number.rawValue)
        addRevision.bind(5, .max)
        for write in request.writes { try add(write, in: request.tenant) }
        return receipt
    }

    /// The receipt of the commit that was made under the same key.
    func receipt(of request: CommitRequest) throws(StorageError) -> CommitReceipt? {
        guard let key = request.idempotencyKey else { return nil }
        commitWithKey.bind(1, request.tenant.rawValue)
        commitWithKey.bind(2, key)
        return try commitWithKey.first { row throws(StorageError) in
            let number = CommitNumber(rawValue: row.integer(0))
            return CommitReceipt(number: number, digest: try Self.digest(row, 1, of: number))
        }
    }

    /// Reads how far a tenant's journal has come.
    func head(of tenant: TenantID) throws(StorageError) -> JournalHead {
        newestCommit.bind(1, tenant.rawValue)
        return try newestCommit.first(Self.head) ?? .empty
    }

    static func head(_ row: Statement.Row) throws(StorageError) -> JournalHead {
        let number = CommitNumber(rawValue: row.integer(0))
        return JournalHead(
            number: number,
            digest: try digest(row, 1, of: number),
            recordedAt: Timestamp(microsecondsSince1970: row.integer(2))
        )
    }

    static func digest(
        _ row: Statement.Row,
        _ column: Int32,
        of number: CommitNumber
    ) throws(StorageError) -> ContentDigest {
        guard let digest = ContentDigest(bytes: row.blob(column)) else {
            throw StorageError(.damaged, commit: number, detail: "a digest of another length")
        }
        return digest
    }

    private func check(_ write: CommitRequest.Write, in tenant: TenantID) throws(StorageError) {
        newestVersion.bind(2, write.reference.kind.rawValue)
        newestVersion.bind(3, write.reference.id)
        try write.check(against: try newestVersion.first { CommitNumber(rawValue: $0.integer(0)) })
        guard let payload = write.payload, !payload.content.attachments.isEmpty else { return }
        for attachment in payload.content.attachments {
            let owner = try owner(of: attachment.id, in: tenant)
            try attachment.check(
                size: try size(of: attachment.id, in: tenant),
                isFree: owner.map { $0 == RecordKey(write.reference) } ?? true,
                of: write.reference
            )
        }
    }

    private func add(_ write: CommitRequest.Write, in tenant: TenantID) throws(StorageError) {
        let (kind, id) = (write.reference.kind.rawValue, write.reference.id)
        if write.payload == nil { try erase(write.reference, in: tenant) }
        if case .version(let version) = write.precondition {
            supersede.bind(3, kind)
            supersede.bind(4, id)
            supersede.bind(5, version.rawValue)
            try supersede.run()
        }
        addRevision.bind(2, kind)
        addRevision.bind(3, id)
        addRevision.bind(6, Int64(write.schemaVersion))
        try bind(write.payload, of: write.reference, in: tenant)
        addRevision.bind(9, blob: write.facts.seal.digest.bytes)
        addRevision.bind(10, blob: write.facts.seal.salt)
        bind(write.facts.facts)
        try addRevision.run()
    }

    private func bind(
        _ payload: SealedPayload?,
        of record: RecordReference,
        in tenant: TenantID
    ) throws(StorageError) {
        guard let payload else {
            for column: Int32 in [7, 8, 18, 19, 20] { addRevision.bindNull(column) }
            return
        }
        try addPayload.run(with: payload.content.bytes, at: 1)
        addRevision.bind(7, blob: payload.seal.digest.bytes)
        addRevision.bind(8, blob: payload.seal.salt)
        addRevision.bind(18, connection.lastRow)
        StoredText.write(payload.content.words, to: &words)
        addRevision.bind(19, utf8: words)
        guard !payload.content.attachments.isEmpty else { return addRevision.bindNull(20) }
        try own(payload.content.attachments, record, in: tenant)
        StoredText.write(payload.content.attachments, to: &codes)
        addRevision.bind(20, utf8: codes.bytes)
    }

    private func bind(_ facts: RecordFacts) {
        addRevision.bind(11, facts.unit.rawValue)
        var column: Int32 = 12
        for day in [facts.occurred, facts.discovered, facts.reported, facts.dueOn] {
            if let day { addRevision.bind(column, Int64(day.daysSince1970)) } else { addRevision.bindNull(column) }
            column += 1
        }
        addRevision.bind(16, facts.status)
        StoredText.write(facts.observations, to: &codes)
        addRevision.bind(17, utf8: codes.bytes)
    }
}
#endif
