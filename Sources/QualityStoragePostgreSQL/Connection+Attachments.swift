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
    func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) throws(StorageError) -> AttachmentPiece? {
        guard tenant.rawValue.isStorable, id.rawValue.isStorable else { return nil }
        let rows = try read(
            tenant,
            [
                Query(
                    "SELECT bytes FROM attachment_pieces WHERE tenant = $1 AND attachment = $2 AND piece = $3",
                    [.text(tenant.rawValue), .text(id.rawValue), .integer(Int64(piece))]
                )
            ]
        )
        return rows[0].first?.bytes(0).map { AttachmentPiece(tenant: tenant, id: id, index: piece, bytes: $0) }
    }
}
#endif
