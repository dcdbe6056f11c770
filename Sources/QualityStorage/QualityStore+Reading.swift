public import QualityCore

extension QualityStore {
    /// Tells how far the journal had come at an instant: the position to read an earlier day again.
    public func head(at instant: Timestamp) async throws(StorageError) -> JournalHead {
        guard !judge().isEmpty else { throw await refusal(.head, []) }
        return try await backend.head(of: tenant, at: instant)
    }

    /// Reads one page of facts that a filter accepts, in an order, of the records whose facts the actor may read.
    ///
    /// - Parameters:
    ///   - filter: which records; by person only the actor's own, by words only of records whose texts the actor reads.
    ///   - order: which come first.
    ///   - cursor: where the page before ended; `nil` from the start.
    ///   - asOf: what was known after this commit, judged by what the records said then; `nil` for what is known now.
    ///   - limit: the most revisions of a page, at least 1.
    public func page(
        _ filter: Filter,
        order: RevisionRequest.Order = .identity,
        after cursor: RevisionCursor? = nil,
        asOf: CommitNumber? = nil,
        limit: Int = 100
    ) async throws(StorageError) -> RevisionPage {
        var page = try await backend.revisions(
            RevisionRequest(
                tenant: tenant,
                .newest(try await scope(filter, for: .page, judge())),
                order: order,
                after: cursor,
                asOf: asOf,
                limit: limit,
                includesPayload: false
            )
        )
        for index in page.revisions.indices {
            page.revisions[index].facts = page.revisions[index].facts?.withoutPersons
        }
        return page
    }

    /// Counts records or observations where the data lie, of the records whose facts the actor may read.
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
        let isPersonal = keys.contains { if case .code(let dimension) = $0 { dimension.holdsPersons } else { false } }
        guard !isPersonal else { throw await refusal(.counts, []) }
        let scope = try await scope(filter, for: .counts, judge())
        let filter = policy.uncountedKinds.isEmpty ? scope : .all([scope, .not(.kinds(policy.uncountedKinds))])
        return try await backend.counts(
            CountRequest(tenant: tenant, filter: filter, measure: measure, by: keys, asOf: asOf)
        )
    }

    /// Reads commits in their order, facts without payloads, as far as the actor may know of their records.
    ///
    /// Entries that the actor may not know of are left out, and commits of nothing else; persons are left out of the
    /// facts. Digests therefore do not follow from what is given: ``verify(since:recomputing:)`` looks at it all.
    ///
    /// - Parameters:
    ///   - number: only commits after this one; zero from the start.
    ///   - limit: the most commits, at least 1.
    public func journal(after number: CommitNumber = .zero, limit: Int = 100) async throws(StorageError) -> JournalPage
    {
        JournalPage(commits: try await scan(after: number, limit: limit, for: .journal).commits)
    }

    /// The next commits that the actor may know of, and how far was looked.
    func scan(
        after number: CommitNumber,
        limit: Int,
        for request: StoreRequest
    ) async throws(StorageError) -> (commits: [JournalCommit], through: CommitNumber) {
        let judge = judge()
        guard judge.holds(.journal) else { throw await refusal(request, []) }
        var through = number
        while true {
            let page = try await backend.journal(
                JournalRequest(tenant: tenant, after: through, limit: limit, includesPayload: false)
            )
            guard let last = page.commits.last else { return ([], through) }
            through = last.cover.number
            let commits = page.commits.compactMap { $0.known(to: judge) }
            if !commits.isEmpty { return (commits, through) }
        }
    }
}

extension JournalCommit {
    fileprivate func known(to judge: AccessJudge) -> JournalCommit? {
        var commit = self
        commit.entries = entries.compactMap { entry in
            var entry = entry
            let record = entry.link.reference
            guard let facts = entry.facts else {
                return judge.isUnrestricted(.know, of: record.kind) ? entry : nil
            }
            guard judge.admits(.know, record, facts.facts) else { return nil }
            entry.facts = SealedFacts(stored: facts.facts.withoutPersons, seal: facts.seal)
            return entry
        }
        return commit.entries.isEmpty ? nil : commit
    }
}
