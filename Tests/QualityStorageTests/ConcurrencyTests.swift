import QualityCore
import QualityStorage
import QualityStorageSQLite
import Testing
import QualitySamples

@Suite("Tasks that commit at once")
struct ConcurrencyTests {
    @Test("lose no change that was acknowledged", arguments: Adapter.allCases)
    func tasks(adapter: Adapter) async throws {
        try await adapter.withStore { store in
            try await count(with: [store])
        }
    }

    #if SQLite
    @Test("through two stores on one file lose no change that was acknowledged")
    func stores() async throws {
        try await withTemporaryFolder { folder in
            let stores = (1...2).map { _ in SQLiteStorage(path: folder + "/register.sqlite", busyTimeout: .seconds(60))
            }
            try await count(with: stores)
            for store in stores { await store.close() }
        }
    }

    @Test("through eight stores prepare one new file together")
    func preparation() async throws {
        try await withTemporaryFolder { folder in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...8 {
                    group.addTask {
                        let store = SQLiteStorage(path: folder + "/register.sqlite", busyTimeout: .seconds(60))
                        try await store.prepare()
                        _ = try await store.commit(.test([.test("r\(number)")]))
                        await store.close()
                    }
                }
                try await group.waitForAll()
            }
            let store = SQLiteStorage(path: folder + "/register.sqlite")
            #expect(try await store.head(of: board).number.rawValue == 8)
            await store.close()
        }
    }
    #endif

    /// Eight tasks add one to each of two counters, fifty times, and try again after a conflict.
    private func count(with stores: [any StorageBackend]) async throws {
        let acknowledged = try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                let store = stores[task % stores.count]
                group.addTask { try await addToCounters(in: store, seed: UInt64(task)) }
            }
            return try await group.reduce(0, +)
        }
        #expect(acknowledged == 400)
        for store in stores {
            let counters = try await store.all(.test())
            #expect(counters.map(counter).reduce(0, +) == 2 * acknowledged)
            #expect(try await store.head(of: board).number.rawValue == Int64(acknowledged))
        }
    }
}

@Sendable
private func addToCounters(in store: any StorageBackend, seed: UInt64) async throws -> Int {
    var generator = SeededGenerator(seed: seed)
    var acknowledged = 0
    while acknowledged < 50 {
        let pair = ["a", "b", "c", "d"].shuffled(using: &generator).prefix(2)
        var writes: [CommitRequest.Write] = []
        for id in pair {
            let saved = try await store.revisions(.test(id: id)).revisions.first
            let count = (saved.map(counter) ?? 0) + 1
            writes.append(
                .test(
                    id,
                    saved.map { .version($0.version) } ?? .absent,
                    payload: [UInt8(count >> 8), UInt8(count & 0xff)]
                )
            )
        }
        do throws(StorageError) {
            _ = try await store.commit(.test(writes))
            acknowledged += 1
        } catch {
            guard error.code == .conflict else { throw error }
        }
    }
    return acknowledged
}

private func counter(of revision: Revision) -> Int {
    let bytes = revision.payload?.bytes ?? []
    return bytes.count == 2 ? Int(bytes[0]) << 8 + Int(bytes[1]) : 0
}
