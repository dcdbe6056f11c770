#if SQLite
import QualityCore
import QualityStorage

/// The rows of a page while it is read; their facts are decoded together at the end.
struct RevisionRows {
    private struct Row {
        var id: String
        var version: Int64
        var recordedAt: Int64
        var schemaVersion: Int64
        var payload: [UInt8]
    }

    private let kind: RecordKind
    private var rows: [Row] = []
    private var facts = FactsText()

    init(kind: RecordKind) {
        self.kind = kind
    }

    /// Takes a row: identity, version, time, schema version, facts, payload.
    mutating func append(_ row: Statement.Row) {
        rows.append(
            Row(
                id: row.text(0),
                version: row.integer(1),
                recordedAt: row.integer(2),
                schemaVersion: row.integer(3),
                payload: row.blob(5)
            )
        )
        facts.append(row.utf8(4))
    }

    /// The revisions of the page.
    func revisions() throws(StorageError) -> [Revision] {
        let kind = kind
        let facts = try facts.decode { RecordReference(kind: kind, id: rows[$0].id) }
        return zip(rows, facts).map { row, facts in
            Revision(
                reference: RecordReference(kind: kind, id: row.id),
                version: CommitNumber(rawValue: row.version),
                recordedAt: Timestamp(microsecondsSince1970: row.recordedAt),
                schemaVersion: Int(row.schemaVersion),
                payload: row.payload,
                facts: facts
            )
        }
    }
}
#endif
