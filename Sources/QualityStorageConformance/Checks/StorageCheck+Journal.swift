import QualityCore
import QualityStorage

extension StorageCheck {
    static let journal = [
        StorageCheck("journal-is-ascending-and-gapless", "The journal holds every commit once, in order.") { probe in
            try await probe.save((0..<15).map { ("\($0)", RecordFacts()) })
            try await probe.equal(probe.journal().map(\.cover.number.rawValue), Array(1...15), "numbers")
        },
        StorageCheck("journal-resumes-after-any-commit", "The journal is taken up after any commit, in any size.") {
            probe in
            try await probe.save((0..<6).map { ("\($0)", RecordFacts()) })
            for after in 0...7 {
                for limit in [1, 2, 6] {
                    let numbers = try await probe.journal(after: CommitNumber(rawValue: Int64(after)), limit: limit)
                        .map { Int($0.cover.number.rawValue) }
                    let expected = after < 6 ? Array((after + 1)...min(after + limit, 6)) : []
                    try probe.equal(numbers, expected, "commits after \(after), at most \(limit)")
                }
            }
        },
        StorageCheck("journal-entries-are-in-byte-order", "The entries of a commit stand in byte order.") { probe in
            let records = [("b", "k"), ("a", "k"), ("Z", "k"), ("10", "k"), ("9", "k"), ("\u{e5}", "K"), ("a", "K")]
                .map { RecordReference($0.0, kind: $0.1) }
            try await probe.send(probe.request(records.map { .init($0) }))
            let entries = try await probe.journal().first?.entries ?? []
            try probe.equal(
                entries.map { RecordKey($0.link.reference) },
                records.map { RecordKey($0) }.sorted(),
                "order"
            )
        },
        StorageCheck("journal-keeps-seals", "The journal gives the salts and digests that were committed.") { probe in
            let facts = RecordFacts(occurred: "2026-01-02")
            let write = CommitRequest.Write(RecordReference("a"), facts: facts, content: .init(bytes: [1, 2, 3]))
            try await probe.commit(write)
            let entry = try await probe.journal().first?.entries.first
            try probe.equal(entry?.payload?.seal, write.payload?.seal, "seal of the payload")
            try probe.equal(entry?.facts?.seal, write.facts.seal, "seal of the facts")
            try probe.equal(entry?.link.payload, write.payload?.seal.digest, "digest of the payload")
            try probe.equal(entry?.link.facts, write.facts.seal.digest, "digest of the facts")
            try probe.equal(entry?.link.schemaVersion, 1, "schema version")
        },
        StorageCheck("journal-names-the-next-revision", "Each entry names the commit that wrote the next revision.") {
            probe in
            let first = try await probe.save([("a", RecordFacts())])
            try await probe.save([("b", RecordFacts())])
            let third = try await probe.commit(.init(RecordReference("a"), .version(first))).number
            let fourth = try await probe.redact(.tombstone(RecordReference("a"), .version(third))).number
            let next = try await probe.journal().map { $0.entries.first?.supersededBy }
            try probe.equal(next, [third, nil, fourth, nil], "next revisions")
        },
        StorageCheck("journal-keeps-who-when-and-why", "The journal gives tenant, actor, reason, time and key.") {
            probe in
            let reason = " Because\n\"it's\" \u{e5} a\u{30a} " + String(repeating: "long ", count: 2_000)
            var request = probe.request([.init(RecordReference("a"))], key: "key", at: 1_772_600_000_123_457)
            request.actor = "manager-3@\u{e5}"
            request.reason = reason
            try await probe.send(request)
            request.idempotencyKey = nil
            request.writes = [.init(RecordReference("b"))]
            try await probe.send(request)
            for (commit, key) in zip(try await probe.journal(), ["key", nil]) {
                try probe.expect(same(commit.cover.reason, reason), "the reason is changed")
                try probe.equal(commit.cover.actor, "manager-3@\u{e5}", "actor")
                try probe.equal(commit.cover.tenant, probe.tenant, "tenant")
                try probe.equal(commit.cover.recordedAt, request.recordedAt, "time")
                try probe.equal(commit.cover.idempotencyKey, key, "key")
            }
            try await probe.equal(probe.newest("a").recordedAt, request.recordedAt, "time of a revision")
        },
        StorageCheck("journal-payload-when-asked-for", "The journal gives payloads when asked and always facts.") {
            probe in
            try await probe.save([("a", RecordFacts())])
            for includesPayload in [true, false] {
                let entry = try await probe.journal(includesPayload: includesPayload).first?.entries.first
                try probe.equal(entry?.payload != nil, includesPayload, "whether there is a payload")
                try probe.expect(entry?.facts != nil, "the journal leaves out facts")
                try probe.expect(entry?.link.payload != nil, "the digest of a payload goes with the payload")
            }
        },
    ]

    static let chain = [
        StorageCheck("digest-chains-commits", "Each digest is that of the chain over the one before.") { probe in
            try await probe.saveMixedDays()
            var previous = ContentDigest.zero
            for commit in try await probe.journal() {
                let digest = CommitChain.digest(after: previous, commit.cover, commit.entries.map(\.link))
                try probe.equal(commit.digest, digest, "digest")
                previous = digest
            }
            try await probe.equal(probe.head().digest, previous, "digest of the head")
        },
        StorageCheck("receipt-holds-the-digest", "Receipt, journal and head give the same digest and number.") {
            probe in
            for id in ["a", "b", "c"] {
                let receipt = try await probe.commit(.init(RecordReference(id)))
                let head = try await probe.head()
                try probe.equal(receipt.digest, head.digest, "digest of receipt and head")
                try probe.equal(receipt.number, head.number, "number of receipt and head")
                try await probe.equal(probe.journal().last?.digest, receipt.digest, "digest of receipt and journal")
            }
        },
        StorageCheck("receipt-follows-the-request", "A receipt is what the request chained after the head gives.") {
            probe in
            for id in ["a", "b", "c"] {
                let request = probe.request([.init(RecordReference(id)), .init(RecordReference("\(id)2"))], key: id)
                let expected = request.chained(after: try await probe.head()).receipt
                try await probe.equal(probe.send(request), expected, "receipt")
            }
        },
        StorageCheck("time-never-runs-backwards", "A commit by a clock that is behind is recorded at the head's time.")
        {
            probe in
            var times: [Int64] = []
            for (number, time) in ([50, 40, -10, 60, 59] as [Int64]).enumerated() {
                try await probe.commit(.init(RecordReference("\(number)")), at: time)
                times.append(max(time, times.last ?? time))
                let recorded = try await probe.newest("\(number)").recordedAt
                try probe.equal(recorded.microsecondsSince1970, times[number], "time of a revision")
                try await probe.equal(probe.head().recordedAt, recorded, "time of the head")
            }
            let journal = try await probe.journal().map(\.cover.recordedAt.microsecondsSince1970)
            try probe.equal(journal, times, "times of the journal")
            try await probe.expectSound()
        },
        StorageCheck("times-before-1970-are-kept", "Times before 1970 and far after are kept to the microsecond.") {
            probe in
            for (id, time) in [("a", -2_208_988_800_000_001), ("b", -1), ("c", 7_258_118_399_999_999)]
                as [(String, Int64)]
            {
                try await probe.commit(.init(RecordReference(id)), at: time)
                try await probe.equal(probe.newest(id).recordedAt.microsecondsSince1970, time, "time")
                try await probe.equal(probe.head().recordedAt?.microsecondsSince1970, time, "time of the head")
            }
        },
    ]
}
