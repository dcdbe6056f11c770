import QualityCore

/// The commits of a register as they are made, from any place on; waits for the next until its task is cancelled.
public struct ChangeFeed: AsyncSequence, Sendable {
    /// A commit with facts and without payloads.
    public typealias Element = JournalCommit

    let store: QualityStore
    let start: CommitNumber

    /// Starts after the commit that the feed was asked to start after.
    public func makeAsyncIterator() -> Iterator {
        Iterator(store: store, position: start)
    }

    /// The place in a journal that is being followed.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        let store: QualityStore
        private var waiting: ArraySlice<JournalCommit> = []
        private var scanned: CommitNumber
        /// The commit that was given last.
        public private(set) var position: CommitNumber

        init(store: QualityStore, position: CommitNumber) {
            self.store = store
            self.position = position
            scanned = position
        }

        /// The next commit; `nil` when the task is cancelled.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(StorageError) -> JournalCommit? {
            while waiting.isEmpty {
                if Task.isCancelled { return nil }
                let found = try await store.scan(after: scanned, limit: 100, for: .changes)
                (waiting, scanned) = (found.commits[...], found.through)
                guard waiting.isEmpty else { break }
                do {
                    try await store.backend.waitForCommit(after: scanned, of: store.tenant, until: .now + .seconds(30))
                } catch  where error.code == .timedOut {
                    continue
                } catch  where error.code == .cancelled {
                    return nil
                }
            }
            guard let commit = waiting.popFirst() else { return nil }
            position = commit.cover.number
            return commit
        }
    }
}

extension QualityStore {
    /// The commits of the register as they are made, as far as the actor may know of their records.
    ///
    /// `number`: only commits after this one; zero from the start. Who may not read the journal is refused by the first
    /// commit that is asked for.
    public func changes(after number: CommitNumber = .zero) -> ChangeFeed {
        ChangeFeed(store: self, start: number)
    }
}
