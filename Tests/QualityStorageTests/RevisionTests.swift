import QualityCore
import QualityStorage
import Testing
import QualitySamples

@Suite("Reading revisions")
struct RevisionTests {
    @Test("gives the same with any size of page", arguments: Adapter.allCases, [11, 12, 13] as [UInt64])
    func paging(adapter: Adapter, seed: UInt64) async throws {
        try await adapter.withStore { store in
            var generator = SeededGenerator(seed: seed)
            var versions: [String: Int64] = [:]
            for number in 1...40 as ClosedRange<Int64> {
                let ids = Set((0..<3).map { _ in "r\(Int.random(in: 0..<30, using: &generator))" })
                let writes = ids.sorted().map { id in
                    CommitRequest.Write.test(id, versions[id].map { .version($0) } ?? .absent, payload: [UInt8(number)])
                }
                _ = try await store.commit(.test(writes))
                for id in ids { versions[id] = number }
            }
            for asOf in [nil, 0, 1, 20, 40, 41] as [Int64?] {
                let whole = try await store.revisions(.test(asOf: asOf, limit: .max))
                #expect(whole.next == nil)
                for limit in 1...(whole.revisions.count + 2) {
                    let paged = try await store.all(.test(asOf: asOf, limit: limit))
                    #expect(paged == whole.revisions, "seed \(seed)")
                }
            }
            #expect(try await store.all(.test()).count == versions.count)
        }
    }

    @Test("has no further page after one that is just full", arguments: Adapter.allCases)
    func fullPage(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            _ = try await store.commit(.test([.test("a"), .test("b")]))
            #expect(try await store.revisions(.test(limit: 2)).next == nil)
            #expect(try await store.revisions(.test(limit: 1)).next?.reference.id == "a")
            #expect(try await store.revisions(.test(after: "b")).revisions.isEmpty)
            #expect(try await store.revisions(.test(after: "aa")).revisions.map(\.reference.id) == ["b"])
        }
    }

    @Test("of no size is no request", arguments: Adapter.allCases, [0, -1, .min])
    func emptyPage(adapter: Adapter, limit: Int) async throws {
        try await adapter.withStore { store in
            let error = await #expect(throws: StorageError.self) { try await store.revisions(.test(limit: limit)) }
            #expect(error?.code == .invalidRequest)
        }
    }

    @Test("as of a commit gives what was known then", arguments: Adapter.allCases)
    func past(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            _ = try await store.commit(.test([.test("a", payload: [1])], at: 10))
            _ = try await store.commit(.test([.test("b", payload: [2])], at: 20))
            _ = try await store.commit(.test([.test("a", .version(1), payload: [3])], at: 30))
            let known: [(asOf: Int64?, payloads: [[UInt8]])] = [
                (0, []), (1, [[1]]), (2, [[1], [2]]), (3, [[3], [2]]), (nil, [[3], [2]]),
            ]
            for (asOf, payloads) in known {
                #expect(try await store.all(.test(asOf: asOf)).map { $0.payload?.bytes ?? [] } == payloads)
            }
            let first = try #require(try await store.revisions(.test(id: "a", asOf: 2)).revisions.first)
            #expect(first.version.rawValue == 1)
            #expect(first.recordedAt.microsecondsSince1970 == 10)
        }
    }

    @Test("comes in byte order of identity", arguments: Adapter.allCases)
    func order(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            let ids = ["b", "a", "B", "a:1", "a-1", "a~", "10", "9", "å", "z", "𝒳", "\u{ffff}", "a\u{1}", "", "ab"]
            _ = try await store.commit(.test(ids.map { .test($0) }))
            let sorted = ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for limit in [1, 2, 1_000] {
                let read = try await store.all(.test(limit: limit))
                #expect(read.map { Array($0.reference.id.utf8) } == sorted.map { Array($0.utf8) })
            }
        }
    }

    @Test("without payloads gives all the rest", arguments: Adapter.allCases)
    func factsAlone(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            let writes = (1...5).map {
                CommitRequest.Write.test("r\($0)", payload: Array(repeating: 9, count: $0 * 2_000))
            }
            _ = try await store.commit(.test(writes))
            var whole = try await store.all(.test())
            let bare = try await store.all(.test(includesPayload: false))
            #expect(bare.map(\.facts) == writes.map(\.facts.facts))
            #expect(bare.allSatisfy { $0.payload == nil })
            for index in whole.indices { whole[index].payload = nil }
            #expect(bare == whole)
        }
    }

    @Test("of one record, of another kind or after a cursor gives just that", arguments: Adapter.allCases)
    func oneRecord(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            let other = RecordKind(rawValue: "notes")
            _ = try await store.commit(.test([.test("a"), .test("b"), .test("b", kind: other)]))
            #expect(try await store.revisions(.test(id: "b")).revisions.map(\.reference.id) == ["b"])
            #expect(try await store.revisions(.test(id: "x")).revisions.isEmpty)
            #expect(try await store.revisions(.test(id: "b", after: "a")).revisions.count == 1)
            #expect(try await store.revisions(.test(id: "b", after: "b")).revisions.isEmpty)
            #expect(try await store.all(.test(kind: other)).map(\.reference.kind) == [other])
            #expect(try await store.all(.test(kind: RecordKind(rawValue: "not"))).isEmpty)
        }
    }
}
