#if PostgreSQL
import QualityCore
import QualityStorage
import QualityStoragePostgreSQL
import StorageTestSupport
import TestSupport
import Testing

@Suite("A register in PostgreSQL")
struct AgreementTests {
    @Test(
        "answers as InMemoryStorage to any sequence of requests",
        arguments: 1...(TestSize.isFull ? 40 : 8) as ClosedRange<UInt64>
    )
    func sequences(seed: UInt64) async throws {
        try await withStore { store, _ in
            let memory = InMemoryStorage()
            var source = RequestSource(seed: seed, known: memory)
            for step in 1...250 {
                let request = try await source.next()
                let expected = await answer(of: memory, to: request)
                let found = await answer(of: store, to: request)
                guard found == expected else {
                    Issue.record("seed \(seed), step \(step): \(request)\nexpected \(expected)\nfound \(found)")
                    return
                }
            }
            let faults = try await findings(in: store)
            #expect(faults.isEmpty)
        }
    }

    @Test("writes a batch of thousands as one commit and verifies it")
    func batch() async throws {
        try await withStore { store, _ in
            let receipt = try await store.commit(.made((0..<2_500).map { .made("r\($0)") }))
            let revisions = try await store.newest()
            #expect(revisions.count == 2_500)
            #expect(revisions.allSatisfy { $0.version == receipt.number })
            #expect(try await findings(in: store) == [])
        }
    }

    @Test("keeps a payload of megabytes")
    func large() async throws {
        try await withStore { store, _ in
            let payload = (0..<4 << 20).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
            _ = try await store.commit(.made([.made("a", payload: payload), .made("b", payload: payload)]))
            #expect(try await store.newest().first?.payload?.bytes == payload)
        }
    }

    @Test("is prepared by many stores at once, and loses no change of tasks that write together")
    func together() async throws {
        let configuration = PostgreSQLStorage.Configuration.patient(poolSize: 2)
        let url = try PostgreSQLServer.shared().url()
        let stores = (1...6).map { _ in PostgreSQLStorage(url: url, configuration: configuration) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for store in stores {
                for task in 1...4 {
                    group.addTask {
                        try await store.prepare()
                        for _ in 1...10 { try await Self.addOne(to: "c\(task)", in: store) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let counts = try await stores[0].newest().compactMap { $0.payload?.bytes[0] }
        #expect(counts == [60, 60, 60, 60])
        #expect(try await stores[0].head(of: board, at: nil).number.rawValue == 240)
        #expect(try await findings(in: stores[1]) == [])
        for store in stores { await store.close() }
    }

    private static func addOne(to id: String, in store: PostgreSQLStorage) async throws {
        let reference = RecordReference(kind: RecordKind(rawValue: "note"), id: id)
        while true {
            let request = RevisionRequest(tenant: board, .record(reference), includesPayload: true)
            let saved = try await store.revisions(request).revisions.first
            let count = (saved?.payload?.bytes[0] ?? 0) + 1
            do throws(StorageError) {
                _ = try await store.commit(.made([.made(id, saved?.version.rawValue, payload: [count])]))
                return
            } catch {
                guard error.code == .conflict else { throw error }
            }
        }
    }

    @Test("leaves nothing of a disposed record in its rows")
    func redaction() async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server) { store, schema in
            let secret = Array("hemligt".utf8)
            let id = AttachmentID(rawValue: "file")
            try await store.attach(AttachmentPiece(tenant: board, id: id, index: 0, bytes: secret))
            let file = AttachmentFacts(
                id: id,
                name: "hemligt.pdf",
                mediaType: "text/plain",
                size: 7,
                digest: ContentDigest(of: secret)
            )
            let writes = [CommitRequest.Write.made("a", payload: secret, words: "hemligt", attachments: [file])]
            _ = try await store.commit(.made(writes))
            _ = try await store.commit(.made([.made("a", 1, payload: secret, words: "hemligt")]))
            #expect(try await findings(in: store) == [])
            _ = try await store.redact(RedactionRequest(.made([.tombstone("a", 2)])))
            #expect(try await findings(in: store) == [])
            for table in ["revisions", "attachment_pieces"] {
                let rows = try server.shell("SELECT t::text FROM \(schema).\(table) AS t")
                #expect(!rows.contains("hemligt") && !rows.contains("68656d6c696774"))
            }
            #expect(try await store.attachment(id, of: board, piece: 0) == nil)
        }
    }
}
#endif
