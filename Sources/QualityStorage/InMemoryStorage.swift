import QualityCore

/// A store that lives as long as the value that holds it: for tests, previews and small tools.
///
/// It is the specification of ``StorageBackend`` in a form that can be run.
public actor InMemoryStorage: StorageBackend {
    private struct Journal {
        var head = CommitNumber.zero
        var receipts: [ByteOrdered: CommitReceipt] = [:]
        /// By kind and identity, oldest revision first.
        var records: [ByteOrdered: [ByteOrdered: [Revision]]] = [:]
        /// The identities of a kind in byte order; rebuilt when asked for after a commit that added one.
        var order: [ByteOrdered: [ByteOrdered]] = [:]
    }

    private var journals: [ByteOrdered: Journal] = [:]
    private var isClosed = false

    /// An empty store.
    public init() {}

    /// Makes the store ready for use; safe to call again.
    public func prepare() throws(StorageError) {
        try checkOpen()
    }

    /// Writes all revisions of a commit or none.
    public func commit(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        try checkOpen()
        try request.validate()
        let tenant = ByteOrdered(request.tenant.rawValue)
        let key = request.idempotencyKey.map(ByteOrdered.init)
        var journal = journals[tenant] ?? Journal()
        if let key, let receipt = journal.receipts[key] { return receipt }
        for write in request.writes {
            let kind = ByteOrdered(write.reference.kind.rawValue)
            let current = journal.records[kind]?[ByteOrdered(write.reference.id)]?.last?.version
            try write.check(against: current)
        }
        journals[tenant] = nil
        let number = CommitNumber(rawValue: journal.head.rawValue + 1)
        journal.head = number
        for write in request.writes {
            let revision = Revision(
                reference: write.reference,
                version: number,
                recordedAt: request.recordedAt,
                schemaVersion: write.schemaVersion,
                payload: write.payload,
                facts: write.facts
            )
            let kind = ByteOrdered(write.reference.kind.rawValue)
            journal.records[kind, default: [:]][ByteOrdered(write.reference.id), default: []].append(revision)
            if write.precondition == .absent { journal.order[kind] = nil }
        }
        let receipt = CommitReceipt(number: number)
        if let key { journal.receipts[key] = receipt }
        journals[tenant] = journal
        return receipt
    }

    /// Reads the newest revision of each record that the request names.
    public func revisions(_ request: RevisionRequest) throws(StorageError) -> RevisionPage {
        try checkOpen()
        try request.validate()
        let tenant = ByteOrdered(request.tenant.rawValue)
        let kind = ByteOrdered(request.kind.rawValue)
        guard let records = journals[tenant]?.records[kind] else {
            return RevisionPage(revisions: [], next: nil)
        }
        let ids = request.id.map { [ByteOrdered($0)] } ?? sortedIDs(of: kind, in: tenant)
        var page: [Revision] = []
        let start = request.after.map { cursor in
            ids.partitioningIndex { ByteOrdered(cursor) < $0 }
        }
        for id in ids[(start ?? 0)...] {
            guard
                var revision = records[id]?.last(where: { revision in
                    request.asOf.map { revision.version <= $0 } ?? true
                })
            else { continue }
            if page.count == request.limit {
                return RevisionPage(revisions: page, next: page.last?.reference.id)
            }
            if !request.includesPayload { revision.payload = [] }
            page.append(revision)
        }
        return RevisionPage(revisions: page, next: nil)
    }

    /// Tells how far the journal of a tenant has come.
    public func head(of tenant: TenantID) throws(StorageError) -> JournalHead {
        try checkOpen()
        return JournalHead(number: journals[ByteOrdered(tenant.rawValue)]?.head ?? .zero)
    }

    /// Lets go of everything the store holds.
    public func close() {
        isClosed = true
        journals = [:]
    }

    private func checkOpen() throws(StorageError) {
        if isClosed { throw StorageError(.closed) }
    }

    private func sortedIDs(of kind: ByteOrdered, in tenant: ByteOrdered) -> [ByteOrdered] {
        if let known = journals[tenant]?.order[kind] { return known }
        let ids = journals[tenant]?.records[kind]?.keys.sorted() ?? []
        journals[tenant]?.order[kind] = ids
        return ids
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first position whose element satisfies a condition that holds from some position on.
    fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
