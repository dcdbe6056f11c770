import QualityCore
import QualityStorage
import QualityStorageSQLite
import QualitySamples
import TestSupport
import Testing

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
            let path = folder + "/register.sqlite"
            let stores = (1...2).map { _ in SQLiteStorage(path: path, busyTimeout: .seconds(600)) }
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
                        let store = SQLiteStorage(path: folder + "/register.sqlite", busyTimeout: .seconds(600))
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

    /// Eight tasks add one to each of two counters, again and again, and try again after a conflict.
    private func count(with stores: [any StorageBackend]) async throws {
        let commits = TestSize.isFull ? 500 : 50
        let (acknowledged, conflicts) = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for task in 0..<8 {
                let store = stores[task % stores.count]
                group.addTask { (commits, try await addToCounters(commits, in: store, seed: UInt64(task))) }
            }
            return try await group.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
        }
        print("\(stores.count) \(type(of: stores[0])): 8 tasks, \(acknowledged) commits, \(conflicts) conflicts")
        #expect(acknowledged == 8 * commits)
        #expect(conflicts >= commits / 5)
        for store in stores {
            let counters = try await store.all(.test())
            #expect(counters.map(counter).reduce(0, +) == 2 * acknowledged)
            #expect(try await store.head(of: board).number.rawValue == Int64(acknowledged))
        }
    }
}

/// Returns how many conflicts there were; any other refusal is an error.
@Sendable
private func addToCounters(_ commits: Int, in store: any StorageBackend, seed: UInt64) async throws -> Int {
    var generator = SeededGenerator(seed: seed)
    var (acknowledged, conflicts) = (0, 0)
    while acknowledged < commits {
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
        // Whoever changes a record has read it some time before.
        await Task.yield()
        do throws(StorageError) {
            _ = try await store.commit(.test(writes))
            acknowledged += 1
        } catch {
            guard error.code == .conflict else { throw error }
            conflicts += 1
        }
    }
    return conflicts
}

private func counter(of revision: Revision) -> Int {
    let bytes = revision.payload?.bytes ?? []
    return bytes.count == 2 ? Int(bytes[0]) << 8 + Int(bytes[1]) : 0
}
