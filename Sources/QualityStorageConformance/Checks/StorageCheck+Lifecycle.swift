import QualityCore
import QualityStorage

extension StorageCheck {
    static let lifecycle = [
        StorageCheck("prepare-is-repeatable", "Preparing a store again changes nothing in it.") { probe in
            try await probe.commit(.init(RecordReference("a")))
            let head = try await probe.head()
            try await probe.store.prepare()
            try await probe.store.prepare()
            try await probe.equal(probe.head(), head, "head after preparing again")
            try await probe.equal(probe.found(.everything), ["a"], "records after preparing again")
        },
        StorageCheck("closed-store-refuses-writes", "After closing, every write is refused as closed.") { probe in
            let receipt = try await probe.commit(.init(RecordReference("a")))
            try await probe.store.close()
            try await probe.refuses(.closed, "commit") { () async throws(StorageError) in
                try await probe.commit(.init(RecordReference("b")))
            }
            try await probe.refuses(.closed, "redaction") { () async throws(StorageError) in
                try await probe.redact(.tombstone(RecordReference("a"), .version(receipt.number)))
            }
            let piece = AttachmentPiece(
                tenant: probe.tenant,
                id: AttachmentID(rawValue: "file"),
                index: 0,
                bytes: [1]
            )
            try await probe.refuses(.closed, "piece of an attachment") { () async throws(StorageError) in
                try await probe.store.attach(piece)
            }
        },
        StorageCheck("closed-store-refuses-reads", "After closing, every reading request is refused as closed.") {
            probe in
            try await probe.commit(.init(RecordReference("a")))
            try await probe.store.close()
            try await probe.refuses(.closed, "revisions") { () async throws(StorageError) in
                try await probe.revisions(.newest(.everything))
            }
            try await probe.refuses(.closed, "counts") { () async throws(StorageError) in
                try await probe.counts(by: [])
            }
            try await probe.refuses(.closed, "journal") { () async throws(StorageError) in
                try await probe.journal()
            }
            try await probe.refuses(.closed, "head") { () async throws(StorageError) in try await probe.head() }
            try await probe.refuses(.closed, "attachment") { () async throws(StorageError) in
                try await probe.store.attachment(AttachmentID(rawValue: "file"), of: probe.tenant, piece: 0)
            }
        },
        StorageCheck("closed-store-refuses-preparing", "After closing, preparing and waiting are refused as closed.") {
            probe in
            try await probe.store.close()
            try await probe.refuses(.closed, "prepare") { () async throws(StorageError) in
                try await probe.store.prepare()
            }
            try await probe.refuses(.closed, "wait") { () async throws(StorageError) in
                try await probe.wait(after: .zero, for: .milliseconds(50))
            }
        },
        StorageCheck("close-is-repeatable", "Closing a closed store is harmless.") { probe in
            try await probe.store.close()
            try await probe.store.close()
        },
        StorageCheck("close-ends-waits", "Closing ends a wait for a commit, which is refused as closed.") { probe in
            let wait = Task {
                try await probe.ending("wait on a closed store") { () async throws(StorageError) in
                    try await probe.wait(after: .zero, for: probe.subject.patience)
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            try await probe.store.close()
            let outcome = try await wait.value
            try await probe.refuses(.closed, "wait on a closed store") { () async throws(StorageError) in
                try outcome.get()
            }
        },
        StorageCheck(
            "data-survive-reopening",
            "What was committed is there when the store is opened again, and numbers go on from it.",
            needsReopening: true
        ) { probe in
            guard let reopen = probe.subject.reopen else { return }
            let receipt = try await probe.commit(.init(RecordReference("a"), text: "first"), key: "key")
            try await probe.store.close()
            let again = Probe(store: try await reopen(probe.store), subject: probe.subject, name: probe.name)
            try await again.store.prepare()
            try await again.equal(again.head().digest, receipt.digest, "digest of the head")
            try await again.equal(again.found(.everything), ["a"], "records")
            let resent = try await again.commit(.init(RecordReference("a"), text: "first"), key: "key")
            try again.equal(resent, receipt, "receipt of a known idempotency key")
            let next = try await again.commit(.init(RecordReference("b")))
            try again.equal(Int(next.number.rawValue), 2, "number of the next commit")
            try await again.expectSound()
            try await again.store.close()
        },
    ]
}

extension Probe {
    func wait(
        after number: CommitNumber,
        for duration: Duration,
        tenant: TenantID? = nil
    ) async throws(StorageError) {
        try await store.waitForCommit(after: number, of: tenant ?? self.tenant, until: .now + duration)
    }
}
