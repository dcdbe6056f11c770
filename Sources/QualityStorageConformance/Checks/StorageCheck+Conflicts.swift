import QualityCore
import QualityStorage

extension StorageCheck {
    static let conflicts = [
        StorageCheck("absent-refuses-known-records", "A record that is there cannot be saved as a new one.") { probe in
            try await probe.save([("a", RecordFacts())])
            try await probe.refuses(.conflict, "a second first revision") { () async throws(StorageError) in
                try await probe.commit(.init(RecordReference("a")))
            }
        },
        StorageCheck("version-refuses-older-versions", "A change of an older version is refused; nothing is lost.") {
            probe in
            let first = try await probe.commit(.init(RecordReference("a"), text: "1"))
            try await probe.commit(.init(RecordReference("a"), .version(first.number), text: "2"))
            try await probe.refuses(.conflict, "change of an older version") { () async throws(StorageError) in
                try await probe.commit(.init(RecordReference("a"), .version(first.number), text: "3"))
            }
            try await probe.equal(probe.newest("a").payload?.bytes, Array("2".utf8), "newest payload")
        },
        StorageCheck("version-refuses-unknown-records", "A change of a record that is not there is refused.") { probe in
            try await probe.save([("a", RecordFacts())])
            let error = try await probe.refuses(.conflict, "unknown record") { () async throws(StorageError) in
                try await probe.commit(.init(RecordReference("b"), .version(CommitNumber(rawValue: 1))))
            }
            try probe.equal(error.currentVersion, nil, "current version of an unknown record")
        },
        StorageCheck("version-refuses-later-versions", "A version that no commit has written yet is refused.") {
            probe in
            let first = try await probe.save([("a", RecordFacts())])
            try await probe.save([("b", RecordFacts())])
            for version in [2, 3, Int64.max] {
                try await probe.refuses(.conflict, "a later version") { () async throws(StorageError) in
                    try await probe.commit(
                        .init(RecordReference("a"), .version(CommitNumber(rawValue: version)))
                    )
                }
            }
            try await probe.equal(probe.newest("a").version, first, "version")
        },
        StorageCheck("conflict-names-the-version", "A conflict names the record and its current version.") { probe in
            let first = try await probe.save([("a", RecordFacts())])
            try await probe.save([("b", RecordFacts())])
            for precondition in [CommitRequest.Precondition.absent, .version(CommitNumber(rawValue: 2))] {
                let error = try await probe.refuses(.conflict, "wrong precondition") { () async throws(StorageError) in
                    try await probe.commit(.init(RecordReference("a"), precondition))
                }
                try probe.equal(error.currentVersion, first, "current version of a conflict")
                try probe.equal(error.record, RecordReference("a"), "record of a conflict")
            }
        },
        StorageCheck("version-is-never-reused", "A version is not valid again when the content is as it was.") {
            probe in
            let first = try await probe.commit(.init(RecordReference("a"), text: "A"))
            let second = try await probe.commit(.init(RecordReference("a"), .version(first.number), text: "B"))
            let third = try await probe.commit(.init(RecordReference("a"), .version(second.number), text: "A"))
            for old in [first, second] {
                try await probe.refuses(.conflict, "an older version") { () async throws(StorageError) in
                    try await probe.commit(.init(RecordReference("a"), .version(old.number), text: "C"))
                }
            }
            try await probe.equal(probe.newest("a").version, third.number, "version")
        },
    ]

    static let idempotency = [
        StorageCheck("same-key-gives-first-receipt", "A commit sent again with its key is made once.") { probe in
            let first = try await probe.commit(.init(RecordReference("a")), key: "key")
            let again = try await probe.commit(.init(RecordReference("a")), key: "key")
            try probe.equal(again, first, "receipt")
            try await probe.equal(probe.head().number, first.number, "number of the head")
        },
        StorageCheck("key-outlives-later-commits", "A key returns its first receipt whatever came after it.") { probe in
            let first = try await probe.commit(.init(RecordReference("a")), key: "key")
            let second = try await probe.commit(.init(RecordReference("a"), .version(first.number)), key: "other")
            try await probe.commit(.init(RecordReference("a"), .version(second.number)))
            let again = try await probe.commit(.init(RecordReference("a")), key: "key")
            try probe.equal(again, first, "receipt")
            try await probe.equal(Int(probe.head().number.rawValue), 3, "number of the head")
        },
        StorageCheck("keys-belong-to-a-tenant", "Two tenants may use one key for two commits.") { probe in
            try await probe.commit(.init(RecordReference("a")), key: "key")
            try await probe.commit(.init(RecordReference("b")), key: "key", tenant: probe.tenant("-2"))
            let found = try await probe.revisions(.newest(.everything), tenant: probe.tenant("-2"))
            try probe.equal(found.map(\.reference.id), ["b"], "records of the second tenant")
        },
        StorageCheck("refused-commit-leaves-its-key", "The key of a refused commit is free for the next attempt.") {
            probe in
            let first = try await probe.commit(.init(RecordReference("a")))
            try await probe.refuses(.conflict, "conflict") { () async throws(StorageError) in
                try await probe.commit(.init(RecordReference("a")), key: "key")
            }
            let second = try await probe.commit(.init(RecordReference("a"), .version(first.number)), key: "key")
            try await probe.equal(probe.newest("a").version, second.number, "version")
        },
        StorageCheck("redaction-honours-its-key", "A redaction sent again with its key is made once.") { probe in
            let saved = try await probe.commit(.init(RecordReference("a")))
            let tombstone = CommitRequest.Write.tombstone(RecordReference("a"), .version(saved.number))
            let first = try await probe.redact(tombstone, key: "key")
            let again = try await probe.redact(tombstone, key: "key")
            try probe.equal(again, first, "receipt")
            try await probe.equal(Int(probe.head().number.rawValue), 2, "number of the head")
        },
        StorageCheck("keys-are-told-apart-by-bytes", "Both normal forms of a letter are two keys, as are two cases.") {
            probe in
            for (id, key) in [("a", "nyckel \u{e5}"), ("b", "nyckel a\u{30a}"), ("c", "Nyckel \u{e5}")] {
                try await probe.commit(.init(RecordReference(id)), key: key)
            }
            try await probe.equal(probe.found(.everything), ["a", "b", "c"], "records")
        },
    ]
}
