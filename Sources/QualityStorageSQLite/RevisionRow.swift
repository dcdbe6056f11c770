#if SQLite
import QualityCore
import QualityStorage

/// Reads a row of revisions whose columns stand in the order of ``columns(withPayload:)``.
struct RevisionRow {
    private let row: Statement.Row
    private let includesPayload: Bool

    init(_ row: Statement.Row, includesPayload: Bool) {
        self.row = row
        self.includesPayload = includesPayload
    }

    /// The columns that every reading of the row `r` starts with; the next one has the number ``next``.
    static func columns(withPayload: Bool) -> StaticString {
        withPayload
            ? """
            r.kind, r.id, r.version, r.schema_version, r.unit, r.occurred, r.discovered, r.reported, r.due, r.status,
            r.codes, r.payload, r.words, r.attachments, (SELECT bytes FROM payloads WHERE number = r.payload)
            """
            : """
            r.kind, r.id, r.version, r.schema_version, r.unit, r.occurred, r.discovered, r.reported, r.due, r.status,
            r.codes, NULL, NULL, NULL, NULL
            """
    }

    /// The number of the first column behind them.
    static let next: Int32 = 15

    var reference: RecordReference {
        RecordReference(kind: RecordKind(rawValue: row.text(0)), id: row.text(1))
    }

    var version: CommitNumber { CommitNumber(rawValue: row.integer(2)) }

    var schemaVersion: Int { Int(row.integer(3)) }

    /// The facts; `nil` when they were erased.
    func facts() throws(StorageError) -> RecordFacts? {
        guard !row.isNull(9) else { return nil }
        guard !row.isNull(4), !row.isNull(10) else { throw damaged("facts that are not all there") }
        return RecordFacts(
            unit: OrganisationUnitID(rawValue: row.text(4)),
            occurred: try day(5),
            discovered: try day(6),
            reported: try day(7),
            dueOn: try day(8),
            status: row.text(9),
            observations: try reading("codes") { () throws(JSONTextReader.Refusal) in
                try StoredText.observations(row.utf8(10))
            }
        )
    }

    /// The payload; `nil` when it was erased or not asked for, and in a tombstone.
    func content() throws(StorageError) -> SealedPayload.Content? {
        guard includesPayload, !row.isNull(11) else { return nil }
        guard !row.isNull(14) else { throw damaged("a payload that is not there") }
        return SealedPayload.Content(
            bytes: row.blob(14),
            words: try reading("words") { () throws(JSONTextReader.Refusal) in try StoredText.words(row.utf8(12)) },
            attachments: row.isNull(13)
                ? []
                : try reading("attachments") { () throws(JSONTextReader.Refusal) in
                    try StoredText.attachments(row.utf8(13))
                }
        )
    }

    /// The seal of which salt and digest stand in two columns.
    func seal(salt: Int32, digest: Int32) throws(StorageError) -> Seal {
        guard !row.isNull(salt) else { throw damaged("a seal without its salt") }
        return Seal(salt: row.blob(salt), digest: try self.digest(digest))
    }

    func digest(_ column: Int32) throws(StorageError) -> ContentDigest {
        guard let digest = ContentDigest(bytes: row.blob(column)) else { throw damaged("a digest of another length") }
        return digest
    }

    /// An error that names the record and the commit and nothing that they hold.
    func damaged(_ what: String) -> StorageError {
        StorageError(.damaged, record: reference, commit: version, detail: what)
    }

    private func day(_ column: Int32) throws(StorageError) -> CalendarDate? {
        guard !row.isNull(column) else { return nil }
        guard let day = Int32(exactly: row.integer(column)).flatMap(CalendarDate.init(daysSince1970:)) else {
            throw damaged("a day beyond the calendar")
        }
        return day
    }

    private func reading<Value>(
        _ what: String,
        _ body: () throws(JSONTextReader.Refusal) -> Value
    ) throws(StorageError) -> Value {
        do {
            return try body()
        } catch {
            throw damaged("\(what) that cannot be read")
        }
    }
}
#endif
