import QualityCore
import QualitySamples
import QualityStorage
import StorageTestSupport
import Synchronization
import TestSupport
import Testing

#if SQLite
import QualityStorageSQLite
#endif

/// What an observer was told.
final class Told: Sendable {
    private let state = Mutex<[StorageEvent]>([])

    var events: [StorageEvent] { state.withLock { $0 } }

    @Sendable func observe(_ event: StorageEvent) { state.withLock { $0.append(event) } }
}

@Suite("An observer is told")
struct ObserverTests {
    private let told = Told()
    private let memo = Memo("m", received: day("2024-03-01"))

    private func store(
        _ backend: some StorageBackend = InMemoryStorage(),
        access: StoreAccess = .tester,
        slowAfter: Duration? = nil
    ) -> QualityStore {
        let ticks = Ticks(seed: 1)
        return QualityStore(
            backend,
            tenant: board,
            access: access,
            observe: told.observe,
            slowAfter: slowAfter,
            now: ticks.now
        )
    }

    @Test("of a commit, with its number and how many records it wrote")
    func commit() async throws {
        try await store().commit([.create(memo)], reason: "test")
        #expect(told.events == [.commit(CommitNumber(rawValue: 1), writes: 1)])
    }

    @Test("of a conflict, with the record and nothing that stands in it")
    func conflict() async throws {
        let store = store()
        try await store.commit([.create(memo)], reason: "test")
        await #expect(throws: StorageError.self) { try await store.commit([.create(memo)], reason: "test") }
        #expect(told.events.last == .conflict(memo.reference))
    }

    @Test("of a read that was refused, with who and what")
    func refused() async throws {
        let backend = InMemoryStorage()
        try await store(backend).commit([.create(memo)], reason: "test")
        let stranger = store(backend, access: StoreAccess(program: "stranger"))
        await #expect(throws: StorageError.self) { try await stranger.record(memo.id) }
        #expect(told.events.last == .refusedRead("stranger", memo.reference))
    }

    @Test(
        "of a request that took longer than asked for by the host's clock, and of no other",
        arguments: [(.milliseconds(999), true), (.seconds(1), false), (nil, false)] as [(Duration?, Bool)]
    )
    func slow(after: Duration?, isTold: Bool) async throws {
        // The clock goes one second from each look at it to the next.
        _ = try await store(slowAfter: after).head()
        #expect(told.events == (isTold ? [.slowRequest(.head, .seconds(1))] : []))
    }

    #if SQLite
    @Test("of tables that were made, once for a file")
    func migration() async throws {
        try await withTemporaryFolder { folder in
            for _ in 1...2 {
                let file = SQLiteStorage(path: folder + "/register.sqlite", observe: told.observe)
                try await file.prepare()
                await file.close()
            }
        }
        #expect(told.events == [.migration(from: 0, to: 2)])
    }
    #endif
}
