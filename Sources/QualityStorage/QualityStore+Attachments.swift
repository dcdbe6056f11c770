public import QualityCore

extension QualityStore {
    /// Sends the bytes of a file piece by piece, before the commit that names it; sending the same again is harmless.
    ///
    /// - Parameters:
    ///   - id: the name under which the bytes lie; opaque, and used once.
    ///   - name: the name of the file.
    ///   - mediaType: the media type, such as `application/pdf`.
    ///   - bytes: the bytes, in runs of any length.
    /// - Returns: what the record's change must hold.
    public func attach<Bytes: AsyncSequence>(
        _ id: AttachmentID,
        named name: String,
        mediaType: String,
        _ bytes: Bytes
    ) async throws -> AttachmentFacts where Bytes.Element == [UInt8] {
        let judge = judge()
        guard judge.mayWriteAnything else { throw await refusal(.attach, []) }
        var digest = ContentDigest.Accumulator()
        var size: Int64 = 0
        var pending: [UInt8] = []
        var index = 0
        func send(_ piece: [UInt8]) async throws(StorageError) {
            digest.append(piece)
            size += Int64(piece.count)
            try await backend.attach(AttachmentPiece(tenant: tenant, id: id, index: index, bytes: piece))
            index += 1
        }
        for try await run in bytes {
            pending += run
            while pending.count >= StorageLimits.piece {
                try await send(Array(pending.prefix(StorageLimits.piece)))
                pending.removeFirst(StorageLimits.piece)
            }
        }
        if !pending.isEmpty { try await send(pending) }
        return AttachmentFacts(id: id, name: name, mediaType: mediaType, size: size, digest: digest.digest)
    }

    /// The bytes of a file of a record, piece by piece.
    ///
    /// - Throws: ``StorageError/Code/accessDenied`` unless the actor reads all of the record but its reporter, and the
    ///   record has the file.
    public func bytes(
        of attachment: AttachmentFacts,
        belongingTo record: RecordReference
    ) async throws(StorageError) -> AttachmentBytes {
        let judge = judge()
        var isNamed = false
        var hidden: Set<ProtectedField>?
        if let newest = try await newest(record), let facts = newest.facts {
            hidden = judge.hidden(.payload, record, facts)
            isNamed = newest.payload?.attachments.contains(attachment) ?? false
        }
        if let hidden, hidden.isSubset(of: [.reporter]), !isNamed {
            try await eachPage(.history(record), asOf: nil, includesPayload: true) { page throws(StorageError) in
                isNamed = isNamed || page.contains { $0.payload?.attachments.contains(attachment) ?? false }
            }
        }
        guard isNamed, let hidden, hidden.isSubset(of: [.reporter]) else {
            throw await refusal(.bytes, [record])
        }
        try await logRead(.bytes, [record], judge)
        return AttachmentBytes(backend: backend, tenant: tenant, facts: attachment)
    }
}

/// The bytes of a file, pulled piece by piece; the last pull checks size and digest.
public struct AttachmentBytes: AsyncSequence, Sendable {
    /// A run of bytes.
    public typealias Element = [UInt8]

    let backend: any StorageBackend
    let tenant: TenantID
    let facts: AttachmentFacts

    /// Starts at the first byte.
    public func makeAsyncIterator() -> Iterator {
        Iterator(source: self)
    }

    /// The place in a file that is being read.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        let source: AttachmentBytes
        private var index = 0
        private var size: Int64 = 0
        private var digest = ContentDigest.Accumulator()

        init(source: AttachmentBytes) {
            self.source = source
        }

        /// The next run of bytes.
        ///
        /// - Throws: ``StorageError/Code/damaged`` at the end of bytes that are not those of the record.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(StorageError) -> [UInt8]? {
            guard let piece = try await source.backend.attachment(source.facts.id, of: source.tenant, piece: index)
            else {
                guard size == source.facts.size, digest.digest == source.facts.digest else {
                    throw StorageError(.damaged, detail: "an attachment is not what the record says")
                }
                return nil
            }
            index += 1
            size += Int64(piece.bytes.count)
            digest.append(piece.bytes)
            return piece.bytes
        }
    }
}
