#if PostgreSQL
import QualityCore
import QualityStorage

extension Connection {
    /// Takes a validated piece of an attachment.
    func attach(_ piece: AttachmentPiece) throws(StorageError) {
        try write { () throws(StorageError) in
            let place: [Parameter] = [.text(piece.tenant.rawValue), .text(piece.id.rawValue)]
            let answers = try locked(
                piece.tenant,
                [
                    Query(
                        "SELECT bytes FROM attachment_pieces WHERE tenant = $1 AND attachment = $2 AND piece = $3",
                        place + [.integer(Int64(piece.index))]
                    ),
                    Query(
                        """
                        SELECT (SELECT count(*) FROM attachment_pieces WHERE tenant = $1 AND attachment = $2),
                            EXISTS (SELECT FROM attachments WHERE tenant = $1 AND attachment = $2)
                        """,
                        place
                    ),
                ]
            )
            if let known = answers[0].first?.bytes(0), known == piece.bytes { return }
            guard let standing = answers[1].first, standing.integer(0) == Int64(piece.index), standing.integer(1) == 0
            else { throw StorageError(.conflict, detail: "a piece of an attachment out of turn") }
            _ = try commit([
                Query(
                    "INSERT INTO attachment_pieces (tenant, attachment, piece, bytes) VALUES ($1, $2, $3, $4)",
                    place + [.integer(Int64(piece.index)), .bytes(piece.bytes)]
                )
            ])
        }
    }

    /// Reads a piece of an attachment.
    ///
    /// - Throws: `StorageError.Code.damaged` when a later piece lies where this one is not.
    func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) throws(StorageError) -> AttachmentPiece? {
        guard piece >= 0, tenant.rawValue.isStorable, id.rawValue.isStorable else { return nil }
        let rows = try read(
            tenant,
            [
                Query(
                    """
                    SELECT piece, bytes FROM attachment_pieces WHERE tenant = $1 AND attachment = $2 AND piece >= $3
                    ORDER BY piece LIMIT 1
                    """,
                    [.text(tenant.rawValue), .text(id.rawValue), .integer(piece == 0 ? .min : Int64(piece))]
                )
            ]
        )
        guard let row = rows[0].first else { return nil }
        guard row.integer(0) == Int64(piece), let bytes = row.bytes(1) else {
            throw StorageError(.damaged, detail: "a piece of an attachment is missing")
        }
        return AttachmentPiece(tenant: tenant, id: id, index: piece, bytes: bytes)
    }

    /// Refuses commits with attachments that another record has, and tombstones of records whose attachments are left.
    func checkAttachments(of commits: [JournalCommit], in tenant: TenantID) throws(StorageError) {
        var named: [(record: RecordReference, version: CommitNumber, id: String)] = []
        var disposed: [(record: RecordReference, version: CommitNumber)] = []
        for commit in commits {
            for entry in commit.entries {
                let (record, version) = (entry.link.reference, commit.cover.number)
                named += (entry.payload?.content.attachments ?? []).map { (record, version, $0.id.rawValue) }
                if entry.link.payload == nil { disposed.append((record, version)) }
            }
        }
        guard !named.isEmpty || !disposed.isEmpty else { return }
        let answers = try read(
            tenant,
            [.owners(of: named.map(\.id), tenant), .left(of: disposed.map(\.record), tenant)]
        )
        var owners: [[UInt8]: RecordKey] = [:]
        for index in 0..<answers[0].count {
            let row = answers[0][index]
            owners[row.bytes(2) ?? []] = RecordKey(row.reference)
        }
        for (record, version, id) in named where owners[Array(id.utf8)] != RecordKey(record) {
            throw StorageError(
                .damaged,
                record: record,
                commit: version,
                detail: "an attachment that another record has"
            )
        }
        var left: Set<RecordKey> = []
        for index in 0..<answers[1].count {
            let row = answers[1][index]
            if try !isNamed(row.bytes(2) ?? [], by: row.reference, in: tenant) { left.insert(RecordKey(row.reference)) }
        }
        for (record, version) in disposed where left.contains(RecordKey(record)) {
            throw StorageError(
                .damaged,
                record: record,
                commit: version,
                detail: "an attachment is left of a disposed record"
            )
        }
    }

    /// Whether a revision of a record names an attachment: one that was written after a disposal may.
    private func isNamed(
        _ attachment: [UInt8],
        by record: RecordReference,
        in tenant: TenantID
    ) throws(StorageError) -> Bool {
        let rows = try read(tenant, [.attachments(of: record, tenant)])[0]
        return try rows.map { $0.text(0).flatMap(CanonicalText.attachments) ?? [] }.joined()
            .contains { $0.id.rawValue.utf8.elementsEqual(attachment) }
    }
}

extension Query {
    /// The records that have attachments, with the names of those.
    fileprivate static func owners(of attachments: [String], _ tenant: TenantID) -> Query {
        Query(
            "SELECT kind, id, attachment FROM attachments WHERE tenant = $1 AND attachment = ANY ($2::text[])",
            [.text(tenant.rawValue), .texts(attachments)]
        )
    }

    /// The attachments of some records of which pieces lie in the store.
    fileprivate static func left(of records: [RecordReference], _ tenant: TenantID) -> Query {
        Query(
            """
            SELECT a.kind, a.id, a.attachment FROM unnest($2::text[], $3::text[]) AS w (kind, id)
            JOIN attachments AS a ON a.tenant = $1 AND a.kind = w.kind COLLATE "C" AND a.id = w.id COLLATE "C"
            WHERE EXISTS (SELECT FROM attachment_pieces AS p WHERE p.tenant = $1 AND p.attachment = a.attachment)
            """,
            [.text(tenant.rawValue), .texts(records.map(\.kind.rawValue)), .texts(records.map(\.id))]
        )
    }

    /// What the revisions of a record say of its attachments.
    fileprivate static func attachments(of record: RecordReference, _ tenant: TenantID) -> Query {
        Query(
            """
            SELECT attachments FROM revisions
            WHERE tenant = $1 AND kind = $2 AND id = $3 AND attachments IS NOT NULL
            """,
            [.text(tenant.rawValue), .text(record.kind.rawValue), .text(record.id)]
        )
    }
}
#endif
