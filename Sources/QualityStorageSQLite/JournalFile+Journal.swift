#if SQLite
import QualityCore
import QualityStorage

extension JournalFile {
    /// Reads the commits that a validated request names.
    ///
    /// - Throws: `StorageError.Code.damaged` with the number of a commit that cannot be read, of one that is not there
    ///   though a revision names it, of one whose attachments another record has, and of a disposal that left some.
    func journal(_ request: JournalRequest) throws(StorageError) -> JournalPage {
        try read { () throws(StorageError) in
            // Below the first commit there is nothing, unless the file was changed by others.
            let first = request.after == .zero ? Int64.min : request.after.rawValue + 1
            var commits = try commits(of: request, from: first)
            let isLast = commits.count < request.limit
            let last = isLast ? Int64.max : commits.last?.cover.number.rawValue ?? .max
            try addEntries(to: &commits, of: request, from: first, through: last)
            return JournalPage(commits: commits)
        }
    }

    private func commits(of request: JournalRequest, from first: Int64) throws(StorageError) -> [JournalCommit] {
        var commits: [JournalCommit] = []
        try statement(
            """
            SELECT number, recorded_at, actor, reason, idempotency_key, digest FROM commits
            WHERE tenant = ? AND number >= ? ORDER BY number LIMIT ?
            """,
            .text(request.tenant.rawValue),
            .integer(first),
            .integer(Int64(request.limit))
        ).forEach { row throws(StorageError) in
            let number = CommitNumber(rawValue: row.integer(0))
            commits.append(
                JournalCommit(
                    cover: CommitChain.Cover(
                        tenant: request.tenant,
                        number: number,
                        recordedAt: Timestamp(microsecondsSince1970: row.integer(1)),
                        actor: ActorID(rawValue: row.text(2)),
                        reason: row.text(3),
                        idempotencyKey: row.isNull(4) ? nil : row.text(4)
                    ),
                    digest: try Self.digest(row, 5, of: number),
                    entries: []
                )
            )
        }
        return commits
    }

    private func addEntries(
        to commits: inout [JournalCommit],
        of request: JournalRequest,
        from first: Int64,
        through last: Int64
    ) throws(StorageError) {
        let next = RevisionRow.next
        var sql = SQL("SELECT ")
        sql.add(RevisionRow.columns(withPayload: request.includesPayload))
        sql.add(", r.superseded, r.payload_digest, r.payload_salt, r.facts_digest, r.facts_salt")
        sql.add(" FROM revisions AS r WHERE r.tenant = ", .text(request.tenant.rawValue))
        sql.add(" AND r.version >= ", .integer(first))
        sql.add(" AND r.version <= ", .integer(last), " ORDER BY r.version, r.kind, r.id")
        var place = commits.startIndex
        var owned: [(RecordReference, CommitNumber, [AttachmentFacts])] = []
        var hasTombstones = false
        try statement(sql).forEach { row throws(StorageError) in
            let read = RevisionRow(row, includesPayload: request.includesPayload)
            let version = read.version
            while place < commits.endIndex, commits[place].cover.number < version { place += 1 }
            guard place < commits.endIndex, commits[place].cover.number == version else {
                throw read.damaged("a revision without its commit")
            }
            let content = try read.content()
            let facts = try read.facts()
            let superseded = row.integer(next)
            if row.isNull(next + 1) { hasTombstones = true }
            commits[place].entries.append(
                JournalCommit.Entry(
                    link: CommitChain.Link(
                        reference: read.reference,
                        schemaVersion: read.schemaVersion,
                        payload: row.isNull(next + 1) ? nil : try read.digest(next + 1),
                        facts: try read.digest(next + 3)
                    ),
                    payload: try content.map { content throws(StorageError) in
                        SealedPayload(stored: content, seal: try read.seal(salt: next + 2, digest: next + 1))
                    },
                    facts: try facts.map { facts throws(StorageError) in
                        SealedFacts(stored: facts, seal: try read.seal(salt: next + 4, digest: next + 3))
                    },
                    supersededBy: superseded == .max ? nil : CommitNumber(rawValue: superseded)
                )
            )
            if let content, !content.attachments.isEmpty {
                owned.append((read.reference, version, content.attachments))
            }
        }
        for (record, version, attachments) in owned {
            for attachment in attachments
            where try owner(of: attachment.id, in: request.tenant) != RecordKey(record) {
                throw StorageError(
                    .damaged,
                    record: record,
                    commit: version,
                    detail: "an attachment that another record has"
                )
            }
        }
        if hasTombstones, request.includesPayload { try checkDisposals(in: request.tenant, from: first, through: last) }
    }

    /// Refuses tombstones of records of which pieces lie in the file under a name that no revision says any more.
    private func checkDisposals(in tenant: TenantID, from first: Int64, through last: Int64) throws(StorageError) {
        try statement(
            """
            SELECT t.kind, t.id, t.version FROM attachment_owners AS o
            JOIN revisions AS t ON t.tenant = o.tenant AND t.kind = o.kind AND t.id = o.id
            WHERE o.tenant = ? AND t.version >= ? AND t.version <= ? AND t.payload_digest IS NULL
                AND EXISTS (
                    SELECT 1 FROM attachment_pieces AS p WHERE p.tenant = o.tenant AND p.attachment = o.attachment
                )
                AND NOT EXISTS (
                    SELECT 1 FROM revisions AS r,
                        json_each(CASE WHEN json_valid(r.attachments) THEN r.attachments ELSE '[]' END) AS f
                    WHERE r.tenant = o.tenant AND r.kind = o.kind AND r.id = o.id
                        AND json_extract(f.value, '$.id') = o.attachment
                )
            ORDER BY t.version
            """,
            .text(tenant.rawValue),
            .integer(first),
            .integer(last)
        ).first { row throws(StorageError) in
            throw StorageError(
                .damaged,
                record: RecordReference(kind: RecordKind(rawValue: row.text(0)), id: row.text(1)),
                commit: CommitNumber(rawValue: row.integer(2)),
                detail: "an attachment is left of a disposed record"
            )
        }
    }
}
#endif
