import QualityCore
import QualityStorage
import Testing
import QualitySamples

@Suite("A commit")
struct CommitTests {
    @Test("is numbered 1, 2, 3 … without a gap, refused ones not counted", arguments: Adapter.allCases)
    func numbering(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            #expect(try await store.head(of: board).number == .zero)
            for number in 1...20 {
                let receipt = try await store.commit(.test([.test("r\(number)")]))
                #expect(receipt.number.rawValue == Int64(number))
                await #expect(throws: StorageError.self) { try await store.commit(.test([.test("r\(number)")])) }
            }
            #expect(try await store.head(of: board).number.rawValue == 20)
        }
    }

    @Test("is written wholly or not at all", arguments: Adapter.allCases)
    func allOrNothing(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            _ = try await store.commit(.test([.test("b")]))
            let error = await #expect(throws: StorageError.self) {
                try await store.commit(.test([.test("a"), .test("b"), .test("c")]))
            }
            #expect(error?.code == .conflict)
            #expect(error?.record?.id == "b")
            #expect(try await store.all(.test()).map(\.reference.id) == ["b"])
            #expect(try await store.head(of: board).number.rawValue == 1)
        }
    }

    @Test("that names an older version is a conflict that tells the current one", arguments: Adapter.allCases)
    func conflict(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            _ = try await store.commit(.test([.test("a")]))
            _ = try await store.commit(.test([.test("a", .version(1))]))
            let stale = await #expect(throws: StorageError.self) {
                try await store.commit(.test([.test("a", .version(1))]))
            }
            #expect(stale?.code == .conflict)
            #expect(stale?.currentVersion?.rawValue == 2)
            let missing = await #expect(throws: StorageError.self) {
                try await store.commit(.test([.test("never", .version(1))]))
            }
            #expect(missing?.code == .conflict)
            #expect(missing?.currentVersion == nil)
        }
    }

    @Test("that expects no record is a conflict when there is one", arguments: Adapter.allCases)
    func absent(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            _ = try await store.commit(.test([.test("a"), .test("b")]))
            _ = try await store.commit(.test([.test("a", kind: RecordKind(rawValue: "other"))]))
            let error = await #expect(throws: StorageError.self) { try await store.commit(.test([.test("a")])) }
            #expect(error?.code == .conflict)
            #expect(error?.currentVersion?.rawValue == 1)
        }
    }

    @Test("without writes, or with two of one record, is no request", arguments: Adapter.allCases)
    func invalid(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            let refused: [[CommitRequest.Write]] = [[], [.test("a"), .test("b"), .test("a")]]
            for writes in refused {
                let error = await #expect(throws: StorageError.self) { try await store.commit(.test(writes)) }
                #expect(error?.code == .invalidRequest)
            }
            let head = try await store.head(of: board)
            #expect(head.number == .zero)
        }
    }

    @Test("sent again under its key returns the first receipt and writes nothing", arguments: Adapter.allCases)
    func idempotency(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            let first = try await store.commit(.test([.test("a")], key: "k"))
            _ = try await store.commit(.test([.test("b")]))
            #expect(try await store.commit(.test([.test("a")], key: "k")) == first)
            #expect(try await store.head(of: board).number.rawValue == 2)
            let elsewhere = TenantID(rawValue: "other")
            _ = try await store.commit(.test([.test("a")], tenant: elsewhere, key: "k"))
            #expect(try await store.head(of: elsewhere).number.rawValue == 1)
        }
    }

    @Test("of one tenant is not seen by another", arguments: Adapter.allCases)
    func tenants(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            let tenants = ["a", "ab", "A", "", "a\u{1}b", "å", "a\u{30a}"].map(TenantID.init(rawValue:))
            for (position, tenant) in tenants.enumerated() {
                for _ in 0...position {
                    let number = try await store.head(of: tenant).number.rawValue
                    _ = try await store.commit(.test([.test("r\(number)")], tenant: tenant))
                }
            }
            for (position, tenant) in tenants.enumerated() {
                #expect(try await store.head(of: tenant).number.rawValue == Int64(position + 1))
                #expect(try await store.all(.test(tenant: tenant)).count == position + 1)
            }
        }
    }

    @Test("of a thousand records is one commit", arguments: Adapter.allCases)
    func batch(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            let receipt = try await store.commit(.test((0..<1_000).map { .test("r\($0)") }))
            let revisions = try await store.all(.test())
            #expect(revisions.count == 1_000)
            #expect(revisions.allSatisfy { $0.version == receipt.number })
        }
    }

    @Test("keeps what it was given, from no byte to a million", arguments: Adapter.allCases)
    func payloads(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            var generator = SeededGenerator(seed: 7)
            for (number, size) in [0, 1, 255, 4_096, 1_048_576].enumerated() {
                let payload = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
                let write = CommitRequest.Write.test("r\(size)", payload: payload)
                _ = try await store.commit(.test([write], at: -5))
                let revision = try #require(try await store.revisions(.test(id: "r\(size)")).revisions.first)
                #expect(revision.payload?.bytes == payload)
                #expect(revision.facts == write.facts.facts)
                #expect(revision.schemaVersion == 1)
                #expect(revision.recordedAt.microsecondsSince1970 == -5)
                #expect(revision.version.rawValue == Int64(number + 1))
            }
        }
    }

    @Test("keeps both forms of å apart, in facts and identities", arguments: Adapter.allCases)
    func unicode(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            let forms = ["a\u{30a}", "\u{e5}"]
            _ = try await store.commit(.test(forms.map { .test($0, status: $0) }, key: forms[0]))
            let second = try await store.commit(.test([.test("c")], key: forms[1]))
            #expect(second.number.rawValue == 2)
            let revisions = try await store.all(.test(limit: 1))
            #expect(
                revisions.map { Array($0.reference.id.utf8) } == ["a\u{30a}", "c", "\u{e5}"].map { Array($0.utf8) }
            )
            for form in forms {
                let revision = try #require(try await store.revisions(.test(id: form)).revisions.first)
                #expect(Array(revision.reference.id.utf8) == Array(form.utf8))
                let facts = try #require(revision.facts)
                #expect(Array(facts.status.utf8) == Array(form.utf8))
            }
        }
    }

    @Test("is refused by a closed store, as is every request", arguments: Adapter.allCases)
    func closed(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            _ = try await store.commit(.test([.test("a")]))
            try await store.close()
            try await store.close()
            let requests: [() async throws -> Void] = [
                { try await store.prepare() },
                { _ = try await store.commit(.test([.test("b")])) },
                { _ = try await store.revisions(.test()) },
                { _ = try await store.head(of: board) },
            ]
            for request in requests {
                let error = await #expect(throws: StorageError.self) { try await request() }
                #expect(error?.code == .closed)
            }
        }
    }

    @Test("can follow on any number of preparations", arguments: Adapter.allCases)
    func prepare(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            _ = try await store.commit(.test([.test("a")]))
            for _ in 1...3 { try await store.prepare() }
            #expect(try await store.head(of: board).number.rawValue == 1)
        }
    }
}
