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
        let cover = CommitChain.Cover(
            tenant: request.tenant,
            number: receipt.number,
            recordedAt: time,
            actor: request.actor,
            reason: request.reason,
            idempotencyKey: request.idempotencyKey
        )
        try add(cover, receipt.digest)
        for write in request.writes {
            if write.payload == nil { try erase(write.reference, in: request.tenant) }
            if case .version(let version) = write.precondition { try supersede(version, of: write.reference) }
            try add(
                JournalCommit.Entry(
                    link: CommitChain.Link(
                        reference: write.reference,
                        schemaVersion: write.schemaVersion,
                        payload: write.payload?.seal.digest,
                        facts: write.facts.seal.digest
                    ),
                    payload: write.payload,
                    facts: write.facts,
                    supersededBy: nil
                ),
                in: request.tenant
            )
        }
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

    /// Adds a commit, and binds what all its revisions have in common.
    private func add(_ cover: CommitChain.Cover, _ digest: ContentDigest) throws(StorageError) {
        addCommit.bind(1, cover.tenant.rawValue)
        addCommit.bind(2, cover.number.rawValue)
        addCommit.bind(3, cover.recordedAt.microsecondsSince1970)
        addCommit.bind(4, cover.actor.rawValue)
        addCommit.bind(5, cover.reason)
        if let key = cover.idempotencyKey { addCommit.bind(6, key) } else { addCommit.bindNull(6) }
        addCommit.bind(7, blob: digest.bytes)
        try addCommit.run()
        supersede.bind(1, cover.number.rawValue)
        supersede.bind(2, cover.tenant.rawValue)
        addRevision.bind(1, cover.tenant.rawValue)
        addRevision.bind(4, cover.number.rawValue)
        addRevision.bind(5, .max)
    }

    private func supersede(_ version: CommitNumber, of record: RecordReference) throws(StorageError) {
        supersede.bind(3, record.kind.rawValue)
        supersede.bind(4, record.id)
        supersede.bind(5, version.rawValue)
        try supersede.run()
    }

    private func add(_ entry: JournalCommit.Entry, in tenant: TenantID) throws(StorageError) {
        addRevision.bind(2, entry.link.reference.kind.rawValue)
        addRevision.bind(3, entry.link.reference.id)
        addRevision.bind(6, Int64(entry.link.schemaVersion))
        if let digest = entry.link.payload { addRevision.bind(7, blob: digest.bytes) } else { addRevision.bindNull(7) }
        try bind(entry.payload, of: entry.link.reference, in: tenant)
        addRevision.bind(9, blob: entry.link.facts.bytes)
        bind(entry.facts)
        try addRevision.run()
    }

    private func bind(
        _ payload: SealedPayload?,
        of record: RecordReference,
        in tenant: TenantID
    ) throws(StorageError) {
        guard let payload else {
            for column: Int32 in [8, 18, 19, 20] { addRevision.bindNull(column) }
            return
        }
        try addPayload.run(with: payload.content.bytes, at: 1)
        addRevision.bind(8, blob: payload.seal.salt)
        addRevision.bind(18, connection.lastRow)
        StoredText.write(payload.content.words, to: &words)
        addRevision.bind(19, utf8: words)
        guard !payload.content.attachments.isEmpty else { return addRevision.bindNull(20) }
        try own(payload.content.attachments, record, in: tenant)
        StoredText.write(payload.content.attachments, to: &codes)
        addRevision.bind(20, utf8: codes.bytes)
    }

    private func bind(_ facts: SealedFacts?) {
        guard let facts else {
            for column: Int32 in 10...17 { addRevision.bindNull(column) }
            return
        }
        addRevision.bind(10, blob: facts.seal.salt)
        addRevision.bind(11, facts.facts.unit.rawValue)
        bind(12, facts.facts.occurred)
        bind(13, facts.facts.discovered)
        bind(14, facts.facts.reported)
        bind(15, facts.facts.dueOn)
        addRevision.bind(16, facts.facts.status)
        StoredText.write(facts.facts.observations, to: &codes)
        addRevision.bind(17, utf8: codes.bytes)
    }

    private func bind(_ column: Int32, _ day: CalendarDate?) {
        if let day { addRevision.bind(column, Int64(day.daysSince1970)) } else { addRevision.bindNull(column) }
    }

    /// Writes a commit of an archive as it stands.
    func restore(_ commit: JournalCommit) throws(StorageError) {
        let tenant = commit.cover.tenant
        try write { () throws(StorageError) in
            try commit.check(after: try head(of: tenant))
            try add(commit.cover, commit.digest)
            newestVersion.bind(1, tenant.rawValue)
            for entry in commit.entries {
                newestVersion.bind(2, entry.link.reference.kind.rawValue)
                newestVersion.bind(3, entry.link.reference.id)
                if let version = try newestVersion.first({ CommitNumber(rawValue: $0.integer(0)) }) {
                    try supersede(version, of: entry.link.reference)
                }
                try add(entry, in: tenant)
            }
        }
    }
}
#endif
