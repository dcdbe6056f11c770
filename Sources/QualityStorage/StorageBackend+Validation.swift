import QualityCore

extension CommitRequest {
    /// Checks what every adapter checks before it touches its store.
    ///
    /// - Throws: ``StorageError/Code/invalidRequest`` for a commit without writes or with two writes of one record.
    public func validate() throws(StorageError) {
        guard !writes.isEmpty else { throw StorageError(.invalidRequest, detail: "a commit without writes") }
        var seen: Set<[ByteOrdered]> = []
        for write in writes {
            let record = [ByteOrdered(write.reference.kind.rawValue), ByteOrdered(write.reference.id)]
            guard !seen.insert(record).inserted else { continue }
            throw StorageError(.invalidRequest, record: write.reference, detail: "two writes of one record")
        }
    }
}

extension CommitRequest.Write {
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
    /// - Throws: ``StorageError/Code/invalidRequest`` when a page may hold nothing.
    public func validate() throws(StorageError) {
        guard limit >= 1 else { throw StorageError(.invalidRequest, detail: "a page of no revisions") }
    }
}
