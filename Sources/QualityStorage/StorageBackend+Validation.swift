public import QualityCore

/// What the chain, the databases and the search of a store can hold alike.
enum StorageLimits {
    /// The most bytes of a name: kind, identity, tenant, actor, key, code, status.
    static let name = 512
    /// The most bytes of a piece of an attachment.
    static let piece = 1 << 20

    /// The most conditions of a filter that lie in each other, what decides nothing left out.
    static let depth = 24

    static func check(_ filter: Filter) throws(StorageError) {
        guard filter.simplified.depth <= depth else {
            throw StorageError(.invalidRequest, detail: "a filter of more than \(depth) levels")
        }
    }

    static func check(_ name: String, _ what: StaticString) throws(StorageError) {
        guard !name.utf8.contains(0) else { throw StorageError(.invalidRequest, detail: "\(what) with a NUL") }
        guard name.utf8.count <= Self.name else { throw StorageError(.invalidRequest, detail: "\(what) is too long") }
    }
}

extension CommitRequest {
    /// Checks what every adapter checks before it touches its store.
    ///
    /// - Parameter isRedaction: whether every write must be a tombstone rather than none.
    /// - Throws: ``StorageError/Code/invalidRequest`` for a commit without writes or with two writes of one record, for
    ///   names with a NUL or of more than 512 bytes, and for a tombstone outside a redaction.
    public func validate(isRedaction: Bool = false) throws(StorageError) {
        guard !writes.isEmpty else { throw StorageError(.invalidRequest, detail: "a commit without writes") }
        try StorageLimits.check(tenant.rawValue, "a tenant")
        try StorageLimits.check(actor.rawValue, "an actor")
        try StorageLimits.check(idempotencyKey ?? "", "an idempotency key")
        guard !reason.utf8.contains(0) else { throw StorageError(.invalidRequest, detail: "a reason with a NUL") }
        var seen: Set<RecordKey> = []
        var attached: Set<ByteOrdered> = []
        for write in writes {
            let attachments = Set((write.payload?.content.attachments ?? []).map { ByteOrdered($0.id.rawValue) })
            guard attached.isDisjoint(with: attachments) else {
                throw StorageError(.invalidRequest, record: write.reference, detail: "an attachment of two records")
            }
            attached.formUnion(attachments)
            try write.validate(isRedaction: isRedaction)
            guard seen.insert(RecordKey(write.reference)).inserted else {
                throw StorageError(.invalidRequest, record: write.reference, detail: "two writes of one record")
            }
        }
    }
}

extension CommitRequest.Write {
    fileprivate func validate(isRedaction: Bool) throws(StorageError) {
        guard isRedaction == (payload == nil) else {
            throw StorageError(
                .invalidRequest,
                record: reference,
                detail: isRedaction ? "a redaction with a payload" : "a tombstone outside a redaction"
            )
        }
        if isRedaction, precondition == .absent {
            throw StorageError(.invalidRequest, record: reference, detail: "a redaction of a record never saved")
        }
        try StorageLimits.check(reference.kind.rawValue, "a kind")
        try StorageLimits.check(reference.id, "an identity")
        try StorageLimits.check(facts.facts.unit.rawValue, "a unit")
        try StorageLimits.check(facts.facts.status, "a status")
        for observation in facts.facts.observations {
            for (dimension, codes) in observation.codes {
                try StorageLimits.check(dimension.rawValue, "a dimension")
                for code in codes { try StorageLimits.check(code.rawValue, "a code") }
            }
        }
    }

    /// Checks the precondition against the newest version that the store holds; `nil` when the record is not there.
    ///
    /// - Throws: ``StorageError/Code/conflict`` with the current version.
    public func check(against current: CommitNumber?) throws(StorageError) {
        switch (precondition, current) {
        case (.absent, nil): return
        case (.version(let expected), let current?) where expected == current: return
        default: throw StorageError(.conflict, record: reference, currentVersion: current)
        }
    }
}

extension RevisionRequest {
    /// Checks what every adapter checks before it reads.
    ///
    /// - Throws: ``StorageError/Code/invalidRequest`` when a page may hold nothing, and for a filter of more than 24
    ///   levels.
    public func validate() throws(StorageError) {
        guard limit >= 1 else { throw StorageError(.invalidRequest, detail: "a page of no revisions") }
        if case .newest(let filter) = selection { try StorageLimits.check(filter) }
    }
}

extension JournalRequest {
    /// Checks what every adapter checks before it reads.
    ///
    /// - Throws: ``StorageError/Code/invalidRequest`` when a page may hold nothing.
    public func validate() throws(StorageError) {
        guard limit >= 1 else { throw StorageError(.invalidRequest, detail: "a page of no commits") }
    }
}

extension CountRequest {
    /// Checks what every adapter checks before it counts.
    ///
    /// - Throws: ``StorageError/Code/invalidRequest`` for more than eight keys, and for a filter of more than 24 levels.
    public func validate() throws(StorageError) {
        try StorageLimits.check(filter)
        guard keys.count <= 8 else { throw StorageError(.invalidRequest, detail: "more than eight keys") }
    }
}

extension AttachmentPiece {
    /// Checks what every adapter checks before it takes a piece.
    ///
    /// - Throws: ``StorageError/Code/invalidRequest`` for a place below 0, and unless the piece holds 1 to 1,048,576
    ///   bytes.
    public func validate() throws(StorageError) {
        try StorageLimits.check(tenant.rawValue, "a tenant")
        try StorageLimits.check(id.rawValue, "an attachment")
        guard index >= 0, 1...StorageLimits.piece ~= bytes.count else {
            throw StorageError(.invalidRequest, detail: "a piece of an attachment out of bounds")
        }
    }
}

extension AttachmentFacts {
    /// Checks that the bytes lie in the store before a commit names them; an empty file has no pieces.
    ///
    /// - Parameters:
    ///   - stored: the number of bytes in the store; `nil` when the attachment is not there.
    ///   - isFree: whether no other record names it.
    ///   - record: the record that names it.
    /// - Throws: ``StorageError/Code/invalidRequest``.
    public func check(size stored: Int64?, isFree: Bool, of record: RecordReference) throws(StorageError) {
        guard isFree else {
            throw StorageError(.invalidRequest, record: record, detail: "an attachment of another record")
        }
        guard size == stored ?? 0 else {
            throw StorageError(.invalidRequest, record: record, detail: "an attachment whose bytes are not all there")
        }
    }
}

extension JournalCommit {
    /// Checks that a commit of an archive comes next after a head and is what its digest says.
    ///
    /// - Throws: ``StorageError/Code/conflict`` when another commit is next, ``StorageError/Code/invalidRequest`` when
    ///   the digest does not follow, or the commit is empty.
    public func check(after head: JournalHead) throws(StorageError) {
        guard cover.number.rawValue == head.number.rawValue + 1 else {
            throw StorageError(.conflict, commit: cover.number, detail: "the commit is not the next")
        }
        let digest = CommitChain.digest(after: head.digest, cover, entries.lazy.map(\.link))
        guard !entries.isEmpty, digest == self.digest, head.recordedAt.map({ $0 <= cover.recordedAt }) ?? true else {
            throw StorageError(.invalidRequest, commit: cover.number, detail: "the digest does not follow")
        }
    }
}
