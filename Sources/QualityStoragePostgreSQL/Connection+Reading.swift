#if PostgreSQL
import QualityCore
import QualityStorage

extension Connection {
    /// Reads the page that a validated request names.
    func revisions(_ request: RevisionRequest) throws(StorageError) -> RevisionPage {
        var query = Query(
            building: """
                SELECT r.kind, r.id, r.version, r.unit, r.occurred, r.discovered, r.reported, r.due, r.status, r.codes,
                    r.schema_version, c.recorded_at, r.payload_digest IS NULL
                """
        )
        if request.includesPayload { query.append(", r.payload, r.words, r.attachments") }
        query.append(
            """
             FROM revisions AS r JOIN commits AS c ON c.tenant = r.tenant AND c.number = r.version
            WHERE r.tenant = 
            """
        )
        query.append(.text(request.tenant.rawValue))
        query.append(" AND ")
        var order = request.order
        var isThere = request.tenant.rawValue.isStorable
        switch request.selection {
        case .newest(let filter):
            query.appendNewest(asOf: request.asOf)
            query.append(" AND r.unit IS NOT NULL AND ")
            query.append(filter)
        case .record(let reference):
            query.appendNewest(asOf: request.asOf)
            isThere = query.append(reference) && isThere
        case .history(let reference):
            query.append("r.version <= ")
            query.append(.integer(request.asOf?.rawValue ?? .max))
            isThere = query.append(reference) && isThere
            order = RevisionRequest.Order(.version)
        }
        guard isThere else { return RevisionPage(revisions: [], next: nil) }
        if let after = request.after {
            query.append(" AND ")
            query.append(after, in: order)
        }
        query.append(order)
        query.append(" LIMIT ")
        let (limit, isEndless) = Int64(request.limit).addingReportingOverflow(1)
        query.append(.integer(isEndless ? .max : limit))
        let rows = try read(request.tenant, [query])[0]
        return RevisionPage(
            oneMore: try rows.map { row throws(StorageError) in try row.revision(request.includesPayload) },
            for: request
        )
    }

    /// Reads how far a tenant's journal had come.
    func head(of tenant: TenantID, at instant: Timestamp?) throws(StorageError) -> JournalHead {
        guard tenant.rawValue.isStorable else { return .empty }
        guard let instant else { return try read(tenant, [.head(of: tenant)])[0].head() }
        return try read(
            tenant,
            [
                Query(
                    """
                    SELECT number, digest, recorded_at FROM commits WHERE tenant = $1 AND recorded_at <= $2
                    ORDER BY recorded_at DESC, number DESC LIMIT 1
                    """,
                    [.text(tenant.rawValue), .integer(instant.microsecondsSince1970)]
                )
            ]
        )[0].head()
    }

    /// Reads the commits that a validated request names.
    ///
    /// - Throws: `StorageError.Code.damaged` with the number of a commit that cannot be read, of one that is not there
    ///   though a revision names it, of one whose attachments another record has, and of a disposal that left some.
    func journal(_ request: JournalRequest) throws(StorageError) -> JournalPage {
        guard request.tenant.rawValue.isStorable else { return JournalPage(commits: []) }
        let page: [Parameter] = [
            .text(request.tenant.rawValue), .integer(request.after.rawValue), .integer(Int64(request.limit)),
        ]
        let commits = Query(
            """
            SELECT number, recorded_at, actor, reason, idempotency_key, digest FROM commits
            WHERE tenant = $1 AND number > $2 ORDER BY number LIMIT $3
            """,
            page
        )
        var revisions = Query(
            building: """
                SELECT r.kind, r.id, r.version, r.unit, r.occurred, r.discovered, r.reported, r.due, r.status, r.codes,
                    r.schema_version, r.superseded, r.facts_salt, r.facts_digest, r.payload_salt, r.payload_digest
                """
        )
        if request.includesPayload { revisions.append(", r.payload, r.words, r.attachments") }
        revisions.append(" FROM revisions AS r WHERE r.tenant = ")
        revisions.append(page[0])
        // Below the first commit and behind the last there is nothing, unless others changed the tables.
        revisions.append(" AND r.version > ")
        revisions.append(request.after == .zero ? .integer(.min) : page[1])
        revisions.append(" AND r.version <= (SELECT CASE WHEN count(*) < ")
        revisions.append(page[2])
        revisions.append(
            """
             THEN 9223372036854775807 ELSE max(p.number) END
            FROM (SELECT number FROM commits WHERE tenant = 
            """
        )
        revisions.append(page[0])
        revisions.append(" AND number > ")
        revisions.append(page[1])
        revisions.append(" ORDER BY number LIMIT ")
        revisions.append(page[2])
        revisions.append(") AS p) ORDER BY r.version, r.kind, r.id")
        let answers = try read(request.tenant, [commits, revisions])
        var found = try answers[0].map { row throws(StorageError) in try row.commit(of: request.tenant) }
        var place = found.startIndex
        for index in 0..<answers[1].count {
            let row = answers[1][index]
            while place < found.endIndex, found[place].cover.number < row.version { place += 1 }
            guard place < found.endIndex, found[place].cover.number == row.version else { throw row.damage }
            found[place].entries.append(try row.entry(request.includesPayload))
        }
        if request.includesPayload { try checkAttachments(of: found, in: request.tenant) }
        return JournalPage(commits: found)
    }
}

extension Query {
    static func head(of tenant: TenantID) -> Query {
        Query(
            "SELECT number, digest, recorded_at FROM commits WHERE tenant = $1 ORDER BY number DESC LIMIT 1",
            [.text(tenant.rawValue)]
        )
    }

    /// Narrows a statement to one record; tells whether there can be such a record.
    fileprivate mutating func append(_ reference: RecordReference) -> Bool {
        append(" AND r.kind = ")
        append(.text(reference.kind.rawValue))
        append(" AND r.id = ")
        append(.text(reference.id))
        return reference.kind.rawValue.isStorable && reference.id.isStorable
    }
}

extension Rows {
    /// The head that the first row holds.
    func head() throws(StorageError) -> JournalHead {
        guard let row = first else { return .empty }
        guard let number = row.integer(0), let digest = row.bytes(1).flatMap(ContentDigest.init(bytes:)),
            let time = row.integer(2)
        else { throw StorageError(.damaged, commit: row.integer(0).map(CommitNumber.init(rawValue:))) }
        return JournalHead(
            number: CommitNumber(rawValue: number),
            digest: digest,
            recordedAt: Timestamp(microsecondsSince1970: time)
        )
    }
}
#endif
