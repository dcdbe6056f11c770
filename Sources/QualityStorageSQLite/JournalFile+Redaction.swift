#if SQLite
import CQualitySQLite
import QualityCore
import QualityStorage

extension JournalFile {
    /// Writes tombstones, erases what they replace, and leaves no byte of it in the files.
    ///
    /// - Throws: `StorageError.Code.unknownOutcome` with the number of the commit when it was made but others kept old
    ///   pages in use for longer than a request waits; sending it again with its key ends the work.
    func redact(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        let receipt = try write { () throws(StorageError) in
            if let first = try self.receipt(of: request) { return first }
            // Stays until the files are clean, so that the next opening ends what was cut off.
            try connection.run("CREATE VIEW IF NOT EXISTS sweep_pending AS SELECT 1")
            return try add(request)
        }
        do throws(StorageError) {
            if try isSweepPending() { try sweep() }
        } catch {
            throw StorageError(
                .unknownOutcome,
                commit: receipt.number,
                detail: "erased, but old pages are still in use: \(error.detail ?? error.code.rawValue)"
            )
        }
        return receipt
    }

    /// Whether something was erased of which bytes may be left in the files.
    func isSweepPending() throws(StorageError) -> Bool {
        try connection.integer("SELECT 1 FROM sqlite_schema WHERE name = 'sweep_pending'") != nil
    }

    /// Writes the file anew and empties the write-ahead log: pages that were split hold copies of what they once held.
    func sweep() throws(StorageError) {
        try connection.patience.shielding { () throws(StorageError) in
            try connection.run("VACUUM")
            try truncateLog()
            try connection.write { () throws(StorageError) in
                try connection.run("DROP VIEW IF EXISTS sweep_pending")
            }
            try truncateLog()
        }
    }

    private func truncateLog() throws(StorageError) {
        let isHeld = try Statement(SQL("PRAGMA wal_checkpoint(TRUNCATE)"), on: connection).first { $0.integer(0) != 0 }
        if isHeld == true { throw StorageError(.busy, detail: "the write-ahead log is in use") }
    }

    /// Erases all that is left of a record but its digests, in a transaction.
    func erase(_ record: RecordReference, in tenant: TenantID) throws(StorageError) {
        let key: [SQL.Value] = [.text(tenant.rawValue), .text(record.kind.rawValue), .text(record.id)]
        var attachments: [AttachmentFacts] = []
        let named = try statement(
            "SELECT attachments, version FROM revisions WHERE tenant = ? AND kind = ? AND id = ? AND attachments IS NOT NULL"
        )
        named.bind(key)
        try named.forEach { row throws(StorageError) in
            do throws(JSONTextReader.Refusal) {
                attachments += try StoredText.attachments(row.utf8(0))
            } catch {
                throw StorageError(
                    .damaged,
                    record: record,
                    commit: CommitNumber(rawValue: row.integer(1)),
                    detail: "attachments that cannot be read"
                )
            }
        }
        for attachment in attachments {
            try statement(
                "DELETE FROM attachment_pieces WHERE tenant = ? AND attachment = ?",
                key[0],
                .text(attachment.id.rawValue)
            ).run()
        }
        let payloads = try statement(
            """
            DELETE FROM payloads WHERE number IN (
                SELECT payload FROM revisions WHERE tenant = ? AND kind = ? AND id = ? AND payload IS NOT NULL
            )
            """
        )
        payloads.bind(key)
        try payloads.run()
        let revisions = try statement(
            """
            UPDATE revisions SET payload_salt = NULL, facts_salt = NULL, unit = NULL, occurred = NULL,
                discovered = NULL, reported = NULL, due = NULL, status = NULL, codes = NULL, payload = NULL,
                words = NULL, attachments = NULL
            WHERE tenant = ? AND kind = ? AND id = ?
            """
        )
        revisions.bind(key)
        try revisions.run()
    }
}
#endif
