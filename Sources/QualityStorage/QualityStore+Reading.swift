public import QualityCore

extension QualityStore {
    /// Tells how far the journal had come at an instant: the position to read an earlier day again.
    public func head(at instant: Timestamp) async throws(StorageError) -> JournalHead {
        try await backend.head(of: tenant, at: instant)
    }

    /// Reads one page of facts that a filter accepts, in an order.
    ///
    /// - Parameters:
    ///   - filter: which records.
    ///   - order: which come first.
    ///   - cursor: where the page before ended; `nil` from the start.
    ///   - asOf: what was known after this commit; `nil` for what is known now.
    ///   - limit: the most revisions of a page, at least 1.
    public func page(
        _ filter: Filter,
        order: RevisionRequest.Order = .identity,
        after cursor: RevisionCursor? = nil,
        asOf: CommitNumber? = nil,
        limit: Int = 100
    ) async throws(StorageError) -> RevisionPage {
        try await backend.revisions(
            RevisionRequest(
                tenant: tenant,
                .newest(filter),
                order: order,
                after: cursor,
                asOf: asOf,
                limit: limit,
                includesPayload: false
            )
        )
    }

    /// Counts records or observations where the data lie.
    ///
    /// - Parameters:
    ///   - filter: which records.
    ///   - measure: what is counted.
    ///   - keys: what counts are kept apart by.
    ///   - asOf: what was known after this commit; `nil` for what is known now.
    public func counts(
        _ filter: Filter = .everything,
        _ measure: CountRequest.Measure = .records,
        by keys: [CountRequest.Key] = [],
        asOf: CommitNumber? = nil
    ) async throws(StorageError) -> CountTable {
        try await backend.counts(
            CountRequest(tenant: tenant, filter: filter, measure: measure, by: keys, asOf: asOf)
        )
    }

    /// Reads every saved state of a record, oldest first.
    public func history<Record: QualityRecord>(
        of id: RecordID<Record>
    ) async throws(StorageError) -> [SavedRecord<Record>] {
        var records: [SavedRecord<Record>] = []
        try await eachPage(.history(RecordReference(id)), asOf: nil, includesPayload: true) {
            page throws(StorageError) in
            for revision in page where revision.standing == .kept { records.append(try SavedRecord(revision)) }
        }
        return records
    }

    /// Reads commits in their order, facts without payloads.
    ///
    /// - Parameters:
    ///   - number: only commits after this one; zero from the start.
    ///   - limit: the most commits, at least 1.
    public func journal(after number: CommitNumber = .zero, limit: Int = 100) async throws(StorageError) -> JournalPage
    {
        try await backend.journal(JournalRequest(tenant: tenant, after: number, limit: limit, includesPayload: false))
    }
}
