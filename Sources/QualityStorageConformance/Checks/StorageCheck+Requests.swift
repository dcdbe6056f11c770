import QualityCore
import QualityStorage

extension StorageCheck {
    static let requests = [
        StorageCheck("page-of-nothing-is-refused", "A limit below 1 is refused, for revisions and for commits.") {
            probe in
            try await probe.save([("a", RecordFacts())])
            for limit in [0, -1, .min] {
                try await probe.refuses(.invalidRequest, "revisions") { () async throws(StorageError) in
                    try await probe.revisions(.newest(.everything), limit: limit)
                }
                try await probe.refuses(.invalidRequest, "commits") { () async throws(StorageError) in
                    try await probe.journal(limit: limit)
                }
            }
        },
        StorageCheck("nine-keys-are-refused", "A count by more than eight keys is refused.") { probe in
            try await probe.refuses(.invalidRequest, "nine keys") { () async throws(StorageError) in
                try await probe.counts(by: Array(repeating: .status, count: 9))
            }
        },
        StorageCheck("empty-commit-is-refused", "A commit and a redaction without writes are refused.") { probe in
            try await probe.refusesRequest(probe.request([]), "a commit without writes")
            try await probe.refuses(.invalidRequest, "a redaction without writes") { () async throws(StorageError) in
                try await probe.redact()
            }
        },
        StorageCheck("two-writes-of-a-record-are-refused", "Two writes of one record in a commit are refused.") {
            probe in
            let write = CommitRequest.Write(RecordReference("a"))
            try await probe.refusesRequest(probe.request([write, .init(RecordReference("b")), write]), "two writes")
            let forms = ["\u{e5}", "a\u{30a}"].map { CommitRequest.Write(RecordReference($0)) }
            try await probe.send(probe.request(forms))
        },
        StorageCheck("names-with-nul-are-refused", "A NUL in any name or in the reason is refused.") { probe in
            for request in probe.requests(naming: "a\0b") { try await probe.refusesRequest(request, "a NUL") }
            try await probe.refusesRequest(
                probe.request([.init(RecordReference("a"))], reason: "be\0cause"),
                "a reason with a NUL"
            )
        },
        StorageCheck("long-names-are-refused", "A name of more than 512 bytes is refused.") { probe in
            let name = String(repeating: "a", count: 511) + "\u{e5}"
            for request in probe.requests(naming: name) { try await probe.refusesRequest(request, "a long name") }
        },
        StorageCheck(
            "tombstone-belongs-to-redaction",
            "A tombstone in a commit and a payload in a redaction are refused."
        ) {
            probe in
            let first = try await probe.save([("a", RecordFacts())])
            let tombstone = CommitRequest.Write.tombstone(RecordReference("a"), .version(first))
            try await probe.refuses(.invalidRequest, "a tombstone in a commit") { () async throws(StorageError) in
                try await probe.commit(tombstone)
            }
            try await probe.refuses(.invalidRequest, "a payload in a redaction") { () async throws(StorageError) in
                try await probe.redact(.init(RecordReference("a"), .version(first)))
            }
            try await probe.refuses(.invalidRequest, "a redaction of a new record") { () async throws(StorageError) in
                try await probe.redact(.tombstone(RecordReference("b"), .absent))
            }
            try await probe.equal(probe.newest("a").standing, .kept, "standing")
        },
        StorageCheck("piece-out-of-bounds-is-refused", "A piece of 0 or of more than 1,048,576 bytes is refused.") {
            probe in
            let pieces = [(0, 0), (0, 1 << 20 + 1), (-1, 1)]
            for (index, size) in pieces {
                let piece = AttachmentPiece(
                    tenant: probe.tenant,
                    id: AttachmentID(rawValue: "file"),
                    index: index,
                    bytes: Array(repeating: 1, count: size)
                )
                try await probe.refuses(.invalidRequest, "a piece out of bounds") { () async throws(StorageError) in
                    try await probe.store.attach(piece)
                }
            }
        },
    ]
}

extension Probe {
    /// Otherwise good commits, each with a bad name in another place.
    fileprivate func requests(naming name: String) -> [CommitRequest] {
        let writes: [CommitRequest.Write] = [
            .init(RecordReference(name)), .init(RecordReference("a", kind: name)),
            .init(RecordReference("a"), facts: RecordFacts(unit: name)),
            .init(RecordReference("a"), facts: RecordFacts(status: name)),
            .init(RecordReference("a"), facts: RecordFacts(codes: [.category: [CategoryCode(rawValue: name)]])),
            .init(RecordReference("a"), facts: RecordFacts(codes: [CodeDimension(rawValue: name): ["a"]])),
        ]
        let good = CommitRequest.Write(RecordReference("a"))
        var requests = writes.map { request([.init(RecordReference("first")), $0]) }
        requests.append(request([good], key: name))
        requests.append(request([good], tenant: TenantID(rawValue: name)))
        requests.append(request([good]))
        requests[requests.count - 1].actor = ActorID(rawValue: name)
        return requests
    }

    fileprivate func refusesRequest(_ request: CommitRequest, _ what: String) async throws {
        try await refuses(.invalidRequest, what) { () async throws(StorageError) in try await send(request) }
        try await equal(head(), .empty, "head after a refused request")
    }
}
