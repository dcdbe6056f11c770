#if PostgreSQL
import QualityCore
import QualityStorage

extension Connection {
    /// Writes a commit or a redaction that has been validated, in two round trips: one that takes the lock and reads
    /// what the commit rests on, one that writes.
    func commit(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        try write { () throws(StorageError) in
            let tenant = Parameter.text(request.tenant.rawValue)
            let attachments = Set(request.writes.flatMap { $0.payload?.content.attachments.map(\.id.rawValue) ?? [] })
            var questions = [
                Query(
                    "SELECT number, digest FROM commits WHERE tenant = $1 AND idempotency_key = $2",
                    [tenant, .text(request.idempotencyKey)]
                ),
                .head(of: request.tenant),
                // One look into the index per record, also by a plan that was made when the table was empty.
                Query(
                    """
                    SELECT w.kind, w.id, r.version
                    FROM unnest($2::text[], $3::text[]) AS w (kind, id)
                    CROSS JOIN LATERAL (
                        SELECT r.version FROM revisions AS r
                        WHERE r.tenant = $1 AND r.kind = w.kind COLLATE "C" AND r.id = w.id COLLATE "C"
                            AND r.superseded >= 9223372036854775807
                        LIMIT 1
                    ) AS r
                    """,
                    [
                        tenant, .texts(request.writes.map(\.reference.kind.rawValue)),
                        .texts(request.writes.map(\.reference.id)),
                    ]
                ),
            ]
            if !attachments.isEmpty { questions.append(.standing(of: attachments, tenant)) }
            let answers = try locked(request.tenant, questions)
            if let first = try answers[0].receipt() { return first }
            try check(request, versions: answers[2], attachments: attachments.isEmpty ? nil : answers[3])
            let (receipt, time) = request.chained(after: try answers[1].head())
            _ = try commit(request.statements(receipt, time))
            return receipt
        }
    }

    /// Writes a commit of an archive as it stands.
    func restore(_ commit: JournalCommit) throws(StorageError) {
        try write { () throws(StorageError) in
            let answers = try locked(commit.cover.tenant, [.head(of: commit.cover.tenant)])
            try commit.check(after: try answers[0].head())
            _ = try self.commit(commit.statements(replacing: commit.entries.map(\.link.reference)))
        }
    }

    private func check(_ request: CommitRequest, versions: Rows, attachments: Rows?) throws(StorageError) {
        var current: [RecordKey: CommitNumber] = [:]
        for index in 0..<versions.count {
            let row = versions[index]
            current[RecordKey(row.reference)] = row.integer(2).map(CommitNumber.init(rawValue:))
        }
        var stored: [[UInt8]: (size: Int64?, owner: RecordKey?)] = [:]
        for index in 0..<(attachments?.count ?? 0) {
            guard let row = attachments?[index], let id = row.bytes(2) else { continue }
            stored[id] = (row.integer(3), row.isNull(0) ? nil : RecordKey(row.reference))
        }
        for write in request.writes {
            let key = RecordKey(write.reference)
            try write.check(against: current[key])
            for attachment in write.payload?.content.attachments ?? [] {
                let standing = stored[Array(attachment.id.rawValue.utf8)]
                let isFree = standing?.owner.map { $0 == key } ?? true
                try attachment.check(size: standing?.size, isFree: isFree, of: write.reference)
            }
        }
    }
}

extension Rows {
    fileprivate func receipt() throws(StorageError) -> CommitReceipt? {
        guard let row = first else { return nil }
        guard let number = row.integer(0).map(CommitNumber.init(rawValue:)),
            let digest = row.bytes(1).flatMap(ContentDigest.init(bytes:))
        else { throw StorageError(.damaged, commit: row.integer(0).map(CommitNumber.init(rawValue:))) }
        return CommitReceipt(number: number, digest: digest)
    }
}

extension Query {
    /// Owner, name and size of attachments.
    fileprivate static func standing(of attachments: Set<String>, _ tenant: Parameter) -> Query {
        Query(
            """
            SELECT o.kind, o.id, a.attachment, (
                SELECT sum(length(p.bytes))::bigint FROM attachment_pieces AS p
                WHERE p.tenant = $1 AND p.attachment = a.attachment COLLATE "C"
            )
            FROM unnest($2::text[]) AS a (attachment)
            LEFT JOIN attachments AS o ON o.tenant = $1 AND o.attachment = a.attachment COLLATE "C"
            """,
            [tenant, .texts(attachments.map { $0 })]
        )
    }
}
#endif
