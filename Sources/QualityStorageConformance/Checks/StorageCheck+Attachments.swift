import QualityCore
import QualityStorage

private let file = AttachmentID(rawValue: "file")

extension StorageCheck {
    static let attachments = [
        StorageCheck("attachment-comes-back-in-pieces", "Pieces come back byte for byte, the largest one too.") {
            probe in
            let pieces: [[UInt8]] = [
                Array(repeating: 7, count: 1 << 20), Array(UInt8.min...UInt8.max) + [0, 0], [0], [255],
            ]
            try await probe.attach(file, pieces)
            for (index, bytes) in pieces.enumerated() {
                let piece = try await probe.store.attachment(file, of: probe.tenant, piece: index)
                try probe.expect(piece?.bytes == bytes, "piece \(index) is changed")
                try probe.equal(piece?.index, index, "place of a piece")
                try probe.equal(piece?.tenant, probe.tenant, "tenant of a piece")
            }
        },
        StorageCheck(
            "attachment-ends-with-nothing",
            "Behind the last piece, before the first and elsewhere is nothing."
        ) {
            probe in
            try await probe.attach(file, [[1], [2]])
            for index in [2, 3, .max, -1] {
                let piece = try await probe.store.attachment(file, of: probe.tenant, piece: index)
                try probe.expect(piece == nil, "a piece where there is none")
            }
            let other = try await probe.store.attachment(AttachmentID(rawValue: "other"), of: probe.tenant, piece: 0)
            try probe.expect(other == nil, "a piece of an unknown attachment")
        },
        StorageCheck("piece-out-of-turn-is-refused", "A piece that would leave a gap is refused as a conflict.") {
            probe in
            try await probe.refusesPiece(1, [1], "a second piece first")
            try await probe.attach(file, [[1]])
            try await probe.refusesPiece(2, [3], "a third piece second")
            try await probe.expectPieces([[1]])
        },
        StorageCheck("piece-sent-again-is-harmless", "A piece that is sent again changes nothing.") { probe in
            try await probe.attach(file, [[1, 2], [3]])
            try await probe.attach(file, [[1, 2], [3]])
            try await probe.expectPieces([[1, 2], [3]])
        },
        StorageCheck("piece-is-never-replaced", "Another piece at a place that is taken is refused as a conflict.") {
            probe in
            try await probe.attach(file, [[1, 2], [3]])
            for bytes in [[9, 9], [1], [1, 2, 3]] as [[UInt8]] {
                try await probe.refusesPiece(0, bytes, "another piece")
            }
            try await probe.expectPieces([[1, 2], [3]])
        },
        StorageCheck("named-attachment-takes-no-piece", "An attachment that a commit has named takes no further piece.")
        {
            probe in
            try await probe.attach(file, [[1, 2]])
            try await probe.commit(probe.naming("a", [1, 2]))
            try await probe.refusesPiece(1, [3], "a piece after the commit")
            try await probe.expectPieces([[1, 2]])
        },
        StorageCheck("attachment-has-one-record", "A second record that names an attachment is refused.") { probe in
            try await probe.attach(file, [[1]])
            let first = try await probe.commit(probe.naming("a", [1])).number
            try await probe.refuses(.invalidRequest, "a second owner") { () async throws(StorageError) in
                try await probe.commit(probe.naming("b", [1]))
            }
            try await probe.commit(probe.naming("a", [1], .version(first)))
            try await probe.equal(probe.newest("a").payload?.attachments.map(\.id), [file], "attachments")
        },
        StorageCheck("attachment-must-be-whole", "A commit that names bytes that are not all there is refused whole.") {
            probe in
            try await probe.refuses(.invalidRequest, "no bytes") { () async throws(StorageError) in
                try await probe.commit(probe.naming("a", [1, 2]))
            }
            try await probe.attach(file, [[1]])
            try await probe.refuses(.invalidRequest, "too few bytes") { () async throws(StorageError) in
                try await probe.commit(.init(RecordReference("b")), probe.naming("a", [1, 2]))
            }
            try await probe.equal(probe.head(), .empty, "head")
            try await probe.attach(file, [[1], [2]])
            try await probe.commit(probe.naming("a", [1, 2]))
            try await probe.expectPieces([[1], [2]])
        },
        StorageCheck("attachment-may-be-empty", "A file of no bytes has no pieces and can be named.") { probe in
            try await probe.commit(probe.naming("a", []))
            try await probe.equal(probe.newest("a").payload?.attachments.map(\.size), [0], "sizes")
            try await probe.expectPieces([])
        },
        StorageCheck("attachment-is-erased-with-its-record", "Disposal of a record erases its attachments alone.") {
            probe in
            let other = AttachmentID(rawValue: "other")
            try await probe.attach(file, [[1], [2]])
            try await probe.attach(other, [[3]])
            let first = try await probe.commit(probe.naming("a", [1, 2])).number
            try await probe.commit(probe.naming("b", [3], id: other))
            let second = try await probe.commit(.init(RecordReference("a"), .version(first))).number
            try await probe.expectPieces([[1], [2]])
            try await probe.redact(.tombstone(RecordReference("a"), .version(second)))
            try await probe.expectPieces([])
            let left = try await probe.store.attachment(other, of: probe.tenant, piece: 0)
            try probe.equal(left?.bytes, [3], "piece of another record")
        },
    ]
}

extension Probe {
    func attach(_ id: AttachmentID, _ pieces: [[UInt8]]) async throws(StorageError) {
        for (index, bytes) in pieces.enumerated() {
            try await store.attach(AttachmentPiece(tenant: tenant, id: id, index: index, bytes: bytes))
        }
    }

    fileprivate func naming(
        _ record: String,
        _ bytes: [UInt8],
        _ precondition: CommitRequest.Precondition = .absent,
        id: AttachmentID = file
    ) -> CommitRequest.Write {
        let facts = AttachmentFacts(
            id: id,
            name: "bild.png",
            mediaType: "image/png",
            size: Int64(bytes.count),
            digest: ContentDigest(of: bytes)
        )
        return CommitRequest.Write(
            RecordReference(record),
            precondition,
            content: SealedPayload.Content(bytes: [1], attachments: [facts])
        )
    }

    fileprivate func refusesPiece(_ index: Int, _ bytes: [UInt8], _ what: String) async throws {
        try await refuses(.conflict, what) { () async throws(StorageError) in
            try await store.attach(AttachmentPiece(tenant: tenant, id: file, index: index, bytes: bytes))
        }
    }

    fileprivate func expectPieces(_ pieces: [[UInt8]]) async throws {
        for index in 0...pieces.count {
            let piece = try await store.attachment(file, of: tenant, piece: index)
            try equal(piece?.bytes, index < pieces.count ? pieces[index] : nil, "piece \(index)")
        }
    }
}
