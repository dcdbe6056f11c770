#if SQLite
import QualityCore
import QualityStorage

extension JournalFile {
    /// Writes a commit that has been validated.
    func commit(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        let facts = try FactsText.encode(request.writes)
        return try connection.write { () throws(StorageError) in
            try checkSchema()
            if let first = try receipt(of: request) { return first }
            for write in request.writes {
                try write.check(against: try version(of: write.reference, in: request.tenant))
            }
            let number = CommitNumber(rawValue: try head(of: request.tenant).number.rawValue + 1)
            try addCommit.run([
                .text(request.tenant.rawValue), .integer(number.rawValue),
                .integer(request.recordedAt.microsecondsSince1970), .text(request.actor.rawValue),
                .text(request.reason), request.idempotencyKey.map { .text($0) } ?? .null,
            ])
            for (write, facts) in zip(request.writes, facts) {
                try addPayload.run([.bytes(write.payload)])
                try addRevision.run([
                    .text(request.tenant.rawValue), .text(write.reference.kind.rawValue), .text(write.reference.id),
                    .integer(number.rawValue), .integer(Int64(write.schemaVersion)), .text(facts),
                    .integer(connection.lastRow),
                ])
            }
            return CommitReceipt(number: number)
        }
    }

    /// Reads the page that a validated request names.
    func revisions(_ request: RevisionRequest) throws(StorageError) -> RevisionPage {
        if let id = request.id, let after = request.after, !after.utf8.lexicographicallyPrecedes(id.utf8) {
            return RevisionPage(revisions: [], next: nil)
        }
        // The text that follows next on another in byte order is the same with a zero byte behind.
        let start = request.id ?? request.after.map { $0 + "\0" } ?? ""
        var parameters: [Statement.Parameter] = [
            .text(request.tenant.rawValue), .text(request.kind.rawValue), .text(start),
            .integer(request.asOf?.rawValue ?? .max), .integer(request.includesPayload ? 1 : 0),
        ]
        if request.id == nil {
            let (limit, overflow) = Int64(request.limit).addingReportingOverflow(1)
            parameters.append(.integer(overflow ? .max : limit))
        }
        var rows = RevisionRows(kind: request.kind)
        try (request.id == nil ? pageOfRevisions : oneRevision).forEach(parameters) { rows.append($0) }
        var revisions = try rows.revisions()
        guard revisions.count > request.limit else { return RevisionPage(revisions: revisions, next: nil) }
        revisions.removeLast()
        return RevisionPage(revisions: revisions, next: revisions.last?.reference.id)
    }

    /// Reads how far a tenant's journal has come.
    func head(of tenant: TenantID) throws(StorageError) -> JournalHead {
        let number = try newestCommit.first([.text(tenant.rawValue)]) { $0.integer(0) } ?? 0
        return JournalHead(number: CommitNumber(rawValue: number))
    }

    /// Another process may have brought the file to a newer schema since it was opened.
    private func checkSchema() throws(StorageError) {
        let version = try schemaVersion.first { $0.integer(0) } ?? 0
        guard version == Schema.version else {
            throw StorageError(.newerSchema, detail: "schema \(version), known up to \(Schema.version)")
        }
    }

    private func receipt(of request: CommitRequest) throws(StorageError) -> CommitReceipt? {
        guard let key = request.idempotencyKey else { return nil }
        let number = try commitWithKey.first([.text(request.tenant.rawValue), .text(key)]) { $0.integer(0) }
        return number.map { CommitReceipt(number: CommitNumber(rawValue: $0)) }
    }

    private func version(
        of record: RecordReference,
        in tenant: TenantID
    ) throws(StorageError) -> CommitNumber? {
        let number = try newestVersion.first([
            .text(tenant.rawValue), .text(record.kind.rawValue), .text(record.id),
        ]) { $0.integer(0) }
        return number.map(CommitNumber.init(rawValue:))
    }
}
#endif
