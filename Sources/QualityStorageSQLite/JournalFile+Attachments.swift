#if SQLite
import QualityCore
import QualityStorage

extension JournalFile {
    /// Takes a piece that has been validated.
    func attach(_ piece: AttachmentPiece) throws(StorageError) {
        let (tenant, id) = (SQL.Value.text(piece.tenant.rawValue), SQL.Value.text(piece.id.rawValue))
        try write { () throws(StorageError) in
            let count =
                try statement(
                    "SELECT max(piece) FROM attachment_pieces WHERE tenant = ? AND attachment = ?",
                    tenant,
                    id
                ).first { $0.isNull(0) ? 0 : $0.integer(0) + 1 } ?? 0
            if piece.index < count, try self.piece(piece.index, of: piece.id, in: piece.tenant) == piece.bytes {
                return
            }
            guard piece.index == count, try owner(of: piece.id, in: piece.tenant) == nil else {
                throw StorageError(.conflict, detail: "a piece of an attachment out of turn")
            }
            let add = try statement(
                "INSERT INTO attachment_pieces (tenant, attachment, piece, bytes) VALUES (?, ?, ?, ?)",
                tenant,
                id,
                .integer(Int64(piece.index))
            )
            try add.run(with: piece.bytes, at: 4)
        }
    }

    /// Reads a piece; `nil` behind the last.
    ///
    /// - Throws: `StorageError.Code.damaged` when a later piece lies where this one is not.
    func piece(_ index: Int, of id: AttachmentID, in tenant: TenantID) throws(StorageError) -> [UInt8]? {
        guard index >= 0 else { return nil }
        return try statement(
            """
            SELECT piece, bytes FROM attachment_pieces WHERE tenant = ? AND attachment = ? AND piece >= ?
            ORDER BY piece LIMIT 1
            """,
            .text(tenant.rawValue),
            .text(id.rawValue),
            .integer(index == 0 ? .min : Int64(index))
        ).first { row throws(StorageError) in
            guard row.integer(0) == index else {
                throw StorageError(.damaged, detail: "a piece of an attachment is missing")
            }
            return row.blob(1)
        }
    }

    /// The number of bytes that lie in the file; `nil` when there are none.
    func size(of id: AttachmentID, in tenant: TenantID) throws(StorageError) -> Int64? {
        try statement(
            "SELECT sum(length(bytes)) FROM attachment_pieces WHERE tenant = ? AND attachment = ?",
            .text(tenant.rawValue),
            .text(id.rawValue)
        ).first { $0.isNull(0) ? nil : $0.integer(0) } ?? nil
    }

    /// The record that names an attachment.
    func owner(of id: AttachmentID, in tenant: TenantID) throws(StorageError) -> RecordKey? {
        try statement(
            "SELECT kind, id FROM attachment_owners WHERE tenant = ? AND attachment = ?",
            .text(tenant.rawValue),
            .text(id.rawValue)
        ).first { RecordKey(RecordReference(kind: RecordKind(rawValue: $0.text(0)), id: $0.text(1))) }
    }

    /// Notes the record that names attachments.
    func own(_ attachments: [AttachmentFacts], _ record: RecordReference, in tenant: TenantID) throws(StorageError) {
        for attachment in attachments {
            try statement(
                "INSERT OR IGNORE INTO attachment_owners (tenant, attachment, kind, id) VALUES (?, ?, ?, ?)",
                .text(tenant.rawValue),
                .text(attachment.id.rawValue),
                .text(record.kind.rawValue),
                .text(record.id)
            ).run()
        }
    }
}
#endif
