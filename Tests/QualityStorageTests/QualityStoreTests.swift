import QualityCore
import QualityStorage
import TestSupport
import Testing

@Suite("A register")
struct QualityStoreTests {
    private let actor = ActorID(rawValue: "tester")

    @Test("refuses a commit with all violations of all its records and writes nothing", arguments: Adapter.allCases)
    func violations(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = QualityStore.test(backend)
            let memos = ["good": "text", "bad1": "", "bad2": ""].sorted { $0.key > $1.key }.map {
                Memo($0.key, text: $0.value, received: day("2020-03-01"))
            }
            let error = await #expect(throws: StorageError.self) {
                try await store.commit(memos.map { .create($0) }, reason: "test")
            }
            #expect(error?.code == .ruleViolation)
            #expect(error?.violations.map(\.field) == ["text", "text"])
            #expect(error?.violations.map { $0.record?.id } == ["bad2", "bad1"])
            let (head, records) = (try await store.head(), try await store.records(of: Memo.self))
            #expect(head.number == .zero)
            #expect(records.isEmpty)
        }
    }

    @Test("takes an update only from the version that is saved", arguments: Adapter.allCases)
    func update(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = QualityStore.test(backend)
            var memo = Memo("d", received: day("2020-03-01"))
            let first = try await store.commit([.create(memo)], reason: "reported")
            memo.text = "Föll i ha\u{30a}llet \"trappan\" / rad\n2"
            let again = await #expect(throws: StorageError.self) {
                try await store.commit([.create(memo)], reason: "again")
            }
            #expect(again?.code == .conflict)
            let second = try await store.commit([.update(memo, from: first.number)], reason: "corrected")
            let stale = await #expect(throws: StorageError.self) {
                try await store.commit([.update(memo, from: first.number)], reason: "stale")
            }
            #expect(stale?.currentVersion == second.number)
            let saved = try #require(try await store.record(memo.id))
            #expect(saved.record == memo)
            #expect(try await store.history(of: memo.id).map(\.record.text) == ["text", memo.text])
            #expect(try await store.facts(of: Memo.kind) == [memo.facts])
            #expect(try await store.page(.words(SearchWords(of: "TRAPPAN"))).revisions.count == 1)
            #expect(try await store.verify(recomputing: [Memo.self]).findings.isEmpty)
        }
    }

    @Test("reads every record of more than one page", arguments: Adapter.allCases)
    func pages(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = QualityStore.test(backend)
            let memos = (0..<2_500).map { Memo("d\($0)", received: day("2020-03-01")) }
            try await store.commit(memos.map { .create($0) }, reason: "import")
            let ids = memos.map(\.id.rawValue).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect(try await store.records(of: Memo.self).map(\.record.id.rawValue) == ids)
            #expect(try await store.facts(of: Memo.kind).count == 2_500)
        }
    }

    @Test("refuses to read a payload of a newer schema, naming the record", arguments: Adapter.allCases)
    func newerPayload(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            var write = CommitRequest.Write.test("d", kind: Memo.kind)
            write.schemaVersion = Memo.schemaVersion + 1
            _ = try await backend.commit(.test([write]))
            let error = await #expect(throws: StorageError.self) {
                try await QualityStore.test(backend).records(of: Memo.self)
            }
            #expect(error?.code == .newerSchema)
            #expect(error?.record == write.reference)
        }
    }
}
