import QualityCore
import QualityStorage

extension StorageCheck {
    static let redaction = [
        StorageCheck("redaction-erases-earlier-revisions", "A redaction leaves neither payload nor facts of the past.")
        {
            probe in
            let (_, tombstone) = try await probe.saveAndRedact()
            let history = try await probe.revisions(.history(RecordReference("a")))
            try probe.equal(history.map(\.standing), [.erased, .erased, .tombstone], "standings")
            try probe.expect(history.allSatisfy { $0.payload == nil }, "a payload is left in the history")
            try probe.expect(history.prefix(2).allSatisfy { $0.facts == nil }, "facts are left in the history")
            try probe.equal(history.last?.version, tombstone.number, "version of the tombstone")
            let entries = try await probe.journal().flatMap(\.entries).filter { $0.link.reference.id == "a" }
            try probe.expect(entries.allSatisfy { $0.payload == nil }, "a payload is left in the journal")
            try probe.expect(entries.prefix(2).allSatisfy { $0.facts == nil }, "facts are left in the journal")
        },
        StorageCheck("tombstone-keeps-its-facts", "A tombstone holds the facts that statistics keep, and no payload.") {
            probe in
            let facts = RecordFacts(
                unit: "ks",
                occurred: "2026-01-01",
                status: "disposed",
                codes: [.category: ["fall"]]
            )
            try await probe.saveAndRedact(keeping: facts)
            let newest = try await probe.newest("a")
            try probe.equal(newest.standing, .tombstone, "standing")
            try probe.expect(newest.payload == nil, "a tombstone with a payload")
            try probe.expect(same(newest.facts, facts), "the facts of a tombstone are changed")
            try await probe.equal(probe.found(.statuses(["disposed"])), ["a"], "tombstones found by their facts")
            try await probe.equal(
                probe.counts(by: [.status, .code(.category)]),
                [["disposed", "fall"]: 1, ["open", "fall"]: 1],
                "counts with a tombstone"
            )
        },
        StorageCheck("digests-outlive-redaction", "The digests of what was erased stay, and the chain still verifies.")
        {
            probe in
            let (links, _) = try await probe.saveAndRedact()
            let left = try await probe.journal().flatMap(\.entries).map(\.link)
            try probe.equal(Array(left.prefix(links.count)), links, "what the chain covers")
            try probe.expect(left.last?.payload == nil, "a tombstone with the digest of a payload")
            try await probe.expectSound()
        },
        StorageCheck("redaction-spares-other-records", "A redaction erases the records it names and no other.") {
            probe in
            try await probe.saveAndRedact()
            let other = try await probe.newest("b")
            try probe.equal(other.standing, .kept, "standing of another record")
            try probe.expect(other.payload != nil && other.facts != nil, "another record is erased")
            try await probe.equal(probe.found(.words(SearchWords(of: "fall"))), ["b"], "records by their words")
        },
        StorageCheck("erased-words-find-nothing", "A disposed record is not found by its words, now or as of earlier.")
        {
            probe in
            let (_, tombstone) = try await probe.saveAndRedact()
            let earlier = CommitNumber(rawValue: tombstone.number.rawValue - 1)
            for asOf in [nil, earlier] {
                try await probe.equal(probe.found(.words(SearchWords(of: "secret")), asOf: asOf), [], "found by words")
            }
        },
        StorageCheck(
            "erased-revisions-are-not-queried",
            "As of earlier, queries and counts leave a disposed record out."
        ) {
            probe in
            let (_, tombstone) = try await probe.saveAndRedact()
            let earlier = CommitNumber(rawValue: tombstone.number.rawValue - 1)
            try await probe.equal(probe.found(.everything, asOf: earlier), ["b"], "records as of earlier")
            try await probe.equal(probe.counts(by: [], asOf: earlier), [[]: 1], "counts as of earlier")
            try await probe.equal(probe.newest("a", asOf: earlier).standing, .erased, "standing as of earlier")
            try await probe.equal(probe.found(.everything), ["a", "b"], "records now")
        },
        StorageCheck("redaction-needs-the-current-version", "A redaction of an older version is refused as a conflict.")
        {
            probe in
            let first = try await probe.save([("a", RecordFacts())])
            let second = try await probe.commit(.init(RecordReference("a"), .version(first))).number
            let error = try await probe.refuses(.conflict, "redaction of an older version") {
                () async throws(StorageError) in
                try await probe.redact(.tombstone(RecordReference("a"), .version(first)))
            }
            try probe.equal(error.currentVersion, second, "current version")
            try await probe.equal(probe.newest("a").standing, .kept, "standing after a refused redaction")
        },
        StorageCheck("redaction-is-atomic", "A redaction whose last record is refused erases none.") { probe in
            let first = try await probe.save([("a", RecordFacts())])
            let second = try await probe.save([("b", RecordFacts())])
            try await probe.commit(.init(RecordReference("b"), .version(second)))
            try await probe.refuses(.conflict, "late conflict in a redaction") { () async throws(StorageError) in
                try await probe.redact(
                    .tombstone(RecordReference("a"), .version(first)),
                    .tombstone(RecordReference("b"), .version(second))
                )
            }
            try await probe.equal(probe.newest("a").standing, .kept, "standing of the first record")
            try await probe.expect(probe.newest("a").payload != nil, "the payload of the first record is gone")
            try await probe.expectSound()
        },
        StorageCheck("disposed-record-is-not-absent", "A disposed record cannot be saved as a new one.") { probe in
            let (_, tombstone) = try await probe.saveAndRedact()
            let error = try await probe.refuses(.conflict, "first revision over a tombstone") {
                () async throws(StorageError) in try await probe.commit(.init(RecordReference("a")))
            }
            try probe.equal(error.currentVersion, tombstone.number, "current version")
        },
        StorageCheck("redaction-takes-several-records", "A redaction of several records is one commit.") { probe in
            let first = try await probe.commit(.init(RecordReference("a")), .init(RecordReference("b"))).number
            let receipt = try await probe.redact(
                .tombstone(RecordReference("a"), .version(first)),
                .tombstone(RecordReference("b"), .version(first))
            )
            try probe.equal(Int(receipt.number.rawValue), 2, "number of the redaction")
            let standings = try await probe.revisions(.newest(.everything)).map(\.standing)
            try probe.equal(standings, [.tombstone, .tombstone], "standings")
            try await probe.expectSound()
        },
    ]

    static let waiting = [
        StorageCheck("wait-ends-when-ahead", "A wait ends at once when the journal has come further already.") {
            probe in
            let receipt = try await probe.commit(.init(RecordReference("a")))
            let before = CommitNumber(rawValue: receipt.number.rawValue - 1)
            let outcome = try await probe.ending("wait behind the head") { () async throws(StorageError) in
                try await probe.wait(after: before, for: .zero)
            }
            try outcome.get()
        },
        StorageCheck("wait-wakes-on-commit", "A wait ends when a commit is made.") { probe in
            let start = ContinuousClock.now
            let wait = Task {
                try await probe.ending("wait for a commit") { () async throws(StorageError) in
                    try await probe.wait(after: .zero, for: probe.subject.patience)
                }
            }
            try await Task.sleep(for: .milliseconds(30))
            try await probe.commit(.init(RecordReference("a")))
            try await wait.value.get()
            try probe.expect(
                .now - start < probe.subject.patience,
                "the wait ended at its deadline, not with the commit"
            )
        },
        StorageCheck("wait-wakes-everyone", "A commit ends every wait for it, and none for a later one.") { probe in
            let outcomes = Task {
                try await probe.concurrently(6) { number in
                    try await probe.ending("wait of one of several") { () async throws(StorageError) in
                        let after = CommitNumber(rawValue: number == 5 ? 1 : 0)
                        try await probe.wait(
                            after: after,
                            for: number == 5 ? .milliseconds(800) : probe.subject.patience
                        )
                        return number
                    }
                }
            }
            try await Task.sleep(for: .milliseconds(30))
            try await probe.commit(.init(RecordReference("a")))
            let woken = try await outcomes.value.compactMap { try? $0.get() }
            try probe.equal(woken.sorted(), [0, 1, 2, 3, 4], "waits that ended with the commit")
        },
        StorageCheck("wait-keeps-its-deadline", "A wait without a commit is refused as timed out, at its deadline.") {
            probe in
            try await probe.commit(.init(RecordReference("a")))
            let start = ContinuousClock.now
            let outcome = try await probe.ending("wait without a commit") { () async throws(StorageError) in
                try await probe.wait(after: CommitNumber(rawValue: 1), for: .milliseconds(200))
            }
            try await probe.refuses(.timedOut, "wait without a commit") { () async throws(StorageError) in
                try outcome.get()
            }
            try probe.expect(.now - start >= .milliseconds(190), "the wait ended before its deadline")
        },
        StorageCheck("wait-past-deadline-ends", "A wait whose deadline has passed is refused as timed out at once.") {
            probe in
            let outcome = try await probe.ending("wait past its deadline") { () async throws(StorageError) in
                try await probe.wait(after: .zero, for: .seconds(-1))
            }
            try await probe.refuses(.timedOut, "wait past its deadline") { () async throws(StorageError) in
                try outcome.get()
            }
        },
        StorageCheck("cancelled-wait-ends", "A wait ends with its task and is refused as cancelled.") { probe in
            let wait = Task {
                await firstAnswer(within: probe.subject.patience) { () async -> StorageError.Code? in
                    do throws(StorageError) { try await probe.wait(after: .zero, for: .seconds(3_600)) } catch {
                        return error.code
                    }
                    return nil
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            wait.cancel()
            guard let code = await wait.value else {
                throw StorageCheckFailure(.requirement, "a cancelled wait goes on")
            }
            try probe.equal(code, .cancelled, "code of a cancelled wait")
        },
        StorageCheck("wait-is-for-one-tenant", "A commit of another tenant does not end a wait.") { probe in
            let wait = Task {
                try await probe.ending("wait of one tenant") { () async throws(StorageError) in
                    try await probe.wait(after: .zero, for: .milliseconds(400))
                }
            }
            try await Task.sleep(for: .milliseconds(30))
            try await probe.commit(.init(RecordReference("a")), tenant: probe.tenant("-2"))
            let outcome = try await wait.value
            try await probe.refuses(.timedOut, "wait of one tenant") { () async throws(StorageError) in
                try outcome.get()
            }
        },
    ]
}

extension Probe {
    /// Records a and b in a commit, a again, and a disposed of; returns what the chain covered before.
    @discardableResult
    fileprivate func saveAndRedact(
        keeping facts: RecordFacts = RecordFacts(status: "disposed")
    ) async throws -> (links: [CommitChain.Link], tombstone: CommitReceipt) {
        let content = SealedPayload.Content(bytes: [1, 2], words: SearchWords(of: "secret fall"))
        let other = SealedPayload.Content(bytes: [3], words: SearchWords(of: "fall"))
        let first = try await commit(
            .init(RecordReference("a"), content: content),
            .init(RecordReference("b"), content: other)
        )
        let second = try await commit(.init(RecordReference("a"), .version(first.number), content: content))
        let links = try await journal().flatMap(\.entries).map(\.link)
        return (links, try await redact(.tombstone(RecordReference("a"), .version(second.number), facts: facts)))
    }
}
