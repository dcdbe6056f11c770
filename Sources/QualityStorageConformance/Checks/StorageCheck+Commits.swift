import QualityCore
import QualityStorage

extension StorageCheck {
    static let commits = [
        StorageCheck("commit-is-atomic", "A commit whose last write is refused leaves none of its writes.") { probe in
            try await probe.commit(.init(RecordReference("z")))
            try await probe.refuses(.conflict, "late conflict") { () async throws(StorageError) in
                try await probe.commit(
                    .init(RecordReference("a")),
                    .init(RecordReference("b")),
                    .init(RecordReference("z"))
                )
            }
            try await probe.equal(probe.found(.everything), ["z"], "records after a refused commit")
            try await probe.equal(
                probe.revisions(.history(RecordReference("a"))).count,
                0,
                "history of a refused write"
            )
            try await probe.equal(probe.counts(by: []), [[]: 1], "count after a refused commit")
        },
        StorageCheck("refused-commit-takes-no-number", "A refused commit is not in the journal and takes no number.") {
            probe in
            try await probe.commit(.init(RecordReference("a")))
            let head = try await probe.head()
            for _ in 0..<3 {
                try await probe.refuses(.conflict, "conflict") { () async throws(StorageError) in
                    try await probe.commit(.init(RecordReference("a")))
                }
            }
            try await probe.equal(probe.head(), head, "head after refused commits")
            let next = try await probe.commit(.init(RecordReference("b")))
            try probe.equal(Int(next.number.rawValue), 2, "number after refused commits")
            try await probe.equal(probe.journal().count, 2, "commits in the journal")
        },
        StorageCheck("commit-shows-everywhere", "A commit shows at once in revisions, counts, journal and head.") {
            probe in
            for number in 1...3 {
                let receipt = try await probe.commit(.init(RecordReference("\(number)")))
                try await probe.equal(probe.found(.everything).count, number, "records")
                try await probe.equal(probe.counts(by: []), [[]: number], "count")
                try await probe.equal(probe.journal().map(\.cover.number).last, receipt.number, "newest in the journal")
                try await probe.equal(probe.head().number, receipt.number, "number of the head")
            }
        },
        StorageCheck("numbers-start-at-one", "The commits of a tenant are numbered 1, 2, 3 … without gaps.") { probe in
            for number in 1...12 {
                let receipt = try await probe.commit(.init(RecordReference("\(number)")))
                try probe.equal(Int(receipt.number.rawValue), number, "number of a commit")
            }
        },
        StorageCheck("version-is-commit-number", "The version of a revision is the number of its commit.") { probe in
            let first = try await probe.commit(.init(RecordReference("a")), .init(RecordReference("b")))
            let second = try await probe.commit(.init(RecordReference("a"), .version(first.number)))
            try await probe.equal(probe.newest("a").version, second.number, "version of the changed record")
            try await probe.equal(probe.newest("b").version, first.number, "version of the unchanged record")
        },
        StorageCheck(
            "ten-thousand-writes",
            "A commit of 10,000 records is written whole and read whole.",
            within: .seconds(600)
        ) { probe in
            let receipt = try await probe.send(probe.request(thousands))
            try probe.equal(Int(receipt.number.rawValue), 1, "number of the commit")
            try await probe.equal(probe.counts(by: []), [[]: thousands.count], "count")
            let revisions = try await probe.revisions(.newest(.everything), limit: 20_000, includesPayload: false)
            try probe.equal(revisions.map(\.reference), thousands.map(\.reference), "records in order")
            let entries = try await probe.journal(includesPayload: false).first?.entries.count
            try probe.equal(entries, thousands.count, "entries in the journal")
        },
        StorageCheck("concurrent-commits-lose-no-update", "Of concurrent changes of one version one alone succeeds.") {
            probe in
            var version = try await probe.commit(.init(RecordReference("a"))).number
            for _ in 0..<5 {
                let base = version
                let receipts = await probe.concurrently(6) { number -> CommitReceipt? in
                    try? await probe.commit(.init(RecordReference("a"), .version(base), text: "\(number)"))
                }
                let successes = receipts.compactMap(\.self)
                try probe.equal(successes.count, 1, "successful changes of one version")
                version = successes[0].number
            }
            try await probe.equal(probe.revisions(.history(RecordReference("a"))).count, 6, "revisions")
        },
        StorageCheck("concurrent-commits-have-no-gaps", "Concurrent commits get consecutive numbers, each once.") {
            probe in
            let receipts = try await probe.concurrently(30) { number in
                try await probe.commit(.init(RecordReference("\(number)")))
            }
            try probe.equal(receipts.map(\.number.rawValue).sorted(), Array(1...30), "numbers")
            try await probe.equal(probe.journal().map(\.cover.number.rawValue), Array(1...30), "numbers in the journal")
            try await probe.expectSound()
        },
        StorageCheck("cancelled-commit-writes-nothing", "A commit in a cancelled task is refused and not made.") {
            probe in
            let task = Task { () async -> Result<CommitReceipt, StorageError> in
                while !Task.isCancelled { await Task.yield() }
                do throws(StorageError) {
                    return .success(try await probe.commit(.init(RecordReference("a"))))
                } catch {
                    return .failure(error)
                }
            }
            task.cancel()
            let outcome = await task.value
            try await probe.refuses(.cancelled, "commit in a cancelled task") { () async throws(StorageError) in
                try outcome.get()
            }
            try await probe.equal(probe.head(), .empty, "head after a cancelled commit")
        },
        StorageCheck("cancelled-reader-harms-nothing", "A reader cancelled midway leaves the store in use for others.")
        {
            probe in
            try await probe.save((10..<40).map { ("\($0)", RecordFacts()) })
            let reader = Task {
                var request = RevisionRequest(
                    tenant: probe.tenant,
                    .newest(.everything),
                    limit: 2,
                    includesPayload: true
                )
                var pages = 0
                repeat {
                    request.after = try await probe.store.revisions(request).next
                    pages += 1
                    if pages == 3 { withUnsafeCurrentTask { $0?.cancel() } }
                } while request.after != nil
            }
            if case .failure(let error) = await reader.result {
                try probe.equal((error as? StorageError)?.code, .cancelled, "code of a cancelled read")
            }
            try await probe.equal(probe.found(.everything).count, 30, "records after a cancelled read")
            try await probe.commit(.init(RecordReference("next")))
        },
    ]

    /// Made once: sealing takes longer than saving.
    private static let thousands: [CommitRequest.Write] = (10_000..<20_000).map { .init(RecordReference("\($0)")) }
}

extension Probe {
    /// The answers of as many tasks as asked for, in any order.
    func concurrently<Answer: Sendable>(
        _ count: Int,
        _ work: @escaping @Sendable (Int) async throws -> Answer
    ) async rethrows -> [Answer] {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            for number in 0..<count { group.addTask { try await work(number) } }
            var answers: [Answer] = []
            for try await answer in group { answers.append(answer) }
            return answers
        }
    }
}
