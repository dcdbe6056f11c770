#if SQLite
import QualityCore
import QualityStorage

extension JournalFile {
    /// Reads the page that a validated request names.
    func revisions(_ request: RevisionRequest) throws(StorageError) -> RevisionPage {
        var sql = SQL("SELECT ")
        sql.add(RevisionRow.columns(withPayload: request.includesPayload))
        sql.add(
            """
            , c.recorded_at, r.payload_digest IS NULL
            FROM revisions AS r CROSS JOIN commits AS c ON c.tenant = r.tenant AND c.number = r.version WHERE\u{20}
            """
        )
        var order = request.order
        var kind: RecordKind?
        switch request.selection {
        case .newest(let filter):
            sql.add(newestIn: request.tenant, asOf: request.asOf, acceptedBy: filter)
            kind = filter.singleKind
        case .record(let reference):
            sql.add(newestIn: request.tenant, asOf: request.asOf)
            sql.add(" AND r.kind = ", .text(reference.kind.rawValue))
            sql.add(" AND r.id = ", .text(reference.id))
        case .history(let reference):
            sql.add("r.tenant = ", .text(request.tenant.rawValue))
            sql.add(" AND r.version <= ", .integer(request.asOf?.rawValue ?? .max))
            sql.add(" AND r.kind = ", .text(reference.kind.rawValue))
            sql.add(" AND r.id = ", .text(reference.id))
            order = RevisionRequest.Order(.version)
        }
        if let after = request.after {
            sql.add(" AND ")
            sql.add(after, in: order, kind: kind)
        }
        sql.add(order)
        let (limit, overflow) = Int64(request.limit).addingReportingOverflow(1)
        sql.add(" LIMIT ", .integer(overflow ? .max : limit))
        var revisions: [Revision] = []
        revisions.reserveCapacity(min(request.limit, 1_000))
        try statement(sql).forEach { row throws(StorageError) in
            let read = RevisionRow(row, includesPayload: request.includesPayload)
            let facts = try read.facts()
            revisions.append(
                Revision(
                    reference: read.reference,
                    version: read.version,
                    recordedAt: Timestamp(microsecondsSince1970: row.integer(RevisionRow.next)),
                    schemaVersion: read.schemaVersion,
                    standing: facts == nil ? .erased : row.integer(RevisionRow.next + 1) != 0 ? .tombstone : .kept,
                    payload: try read.content(),
                    facts: facts
                )
            )
        }
        return RevisionPage(oneMore: revisions, for: request)
    }

    /// Reads how far a tenant's journal had come at an instant, by halving: its time never runs backwards.
    func head(of tenant: TenantID, at instant: Timestamp?) throws(StorageError) -> JournalHead {
        try read { () throws(StorageError) in
            let newest = try head(of: tenant)
            guard let instant, let latest = newest.recordedAt, instant < latest else { return newest }
            var found = JournalHead.empty
            var (low, high) = (Int64(1), newest.number.rawValue - 1)
            while low <= high {
                let middle = low + (high - low) / 2
                let head = try statement(
                    """
                    SELECT number, digest, recorded_at FROM commits WHERE tenant = ? AND number <= ?
                    ORDER BY number DESC LIMIT 1
                    """,
                    .text(tenant.rawValue),
                    .integer(middle)
                ).first(Self.head)
                if let head, let time = head.recordedAt, time <= instant {
                    found = head
                    low = middle + 1
                } else {
                    high = middle - 1
                }
            }
            return found
        }
    }
}
#endif
