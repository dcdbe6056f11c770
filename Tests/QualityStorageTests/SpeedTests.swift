#if SQLite
import CQualitySQLite
import QualityCore
import QualityStorage
import QualityStorageSQLite
import Testing

@Suite("The adapter of SQLite, held against the same statements by the library's own interface", .serialized)
struct SpeedTests {
    @Test("commits single records and batches of a thousand at almost the same cost")
    func commits() async throws {
        let sizes = RunSize.isFull ? [(1, 20_000), (1_000, 100)] : [(1, 1_000), (1_000, 10)]
        for (records, commits) in sizes {
            var best = (adapter: Duration.seconds(1_000), library: Duration.seconds(1_000))
            for _ in 1...3 {
                let requests = (0..<commits).map { request($0, records) }
                best.adapter = min(best.adapter, try await byAdapter(requests))
                best.library = min(best.library, try await byLibrary(requests))
            }
            let ratio = best.adapter / best.library
            print("\(commits) commits of \(records): \(best.adapter), by the library \(best.library), ratio \(ratio)")
            if RunSize.isFull { #expect(ratio <= 1.3) }
        }
    }

    @Test("reads the facts of ten thousand records in less than a blink")
    func facts() async throws {
        try await withTemporaryFolder { folder in
            let store = SQLiteStorage(path: folder + "/register.sqlite")
            for number in 0..<11 { _ = try await store.commit(request(number, number < 10 ? 1_000 : 415)) }
            let register = QualityStore(store, tenant: board, access: .tester) { Timestamp(microsecondsSince1970: 0) }
            var best = Duration.seconds(1_000)
            for _ in 1...5 {
                let start = ContinuousClock.now
                #expect(try await register.facts(of: note).count == 10_415)
                best = min(best, .now - start)
            }
            print("facts of 10,415 records: \(best)")
            if RunSize.isFull { #expect(best < .milliseconds(100)) }
            await store.close()
        }
    }

    private func request(_ number: Int, _ records: Int) -> CommitRequest {
        .test(
            (0..<records).map { index in
                // Identities come in no order, as those of a register do.
                let id = String((number * 1_000 + index) &* 2_654_435_761 % 1_000_003, radix: 36)
                return .test("\(id)-\(number)-\(index)", payload: Array(repeating: UInt8(index & 255), count: 1_200))
            },
            at: Int64(number)
        )
    }

    private func byAdapter(_ requests: [CommitRequest]) async throws -> Duration {
        var duration = Duration.zero
        try await withTemporaryFolder { folder in
            let store = SQLiteStorage(path: folder + "/register.sqlite")
            try await store.prepare()
            let start = ContinuousClock.now
            for request in requests { _ = try await store.commit(request) }
            duration = .now - start
            await store.close()
        }
        return duration
    }

    private func byLibrary(_ requests: [CommitRequest]) async throws -> Duration {
        var duration = Duration.zero
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            let store = SQLiteStorage(path: path)
            try await store.prepare()
            await store.close()
            let library = try LibraryWriter(path)
            let commits = requests.map(LibraryWriter.Commit.init)
            let start = ContinuousClock.now
            for commit in commits { try library.write(commit) }
            duration = .now - start
            #expect(library.count("SELECT count(*) FROM revisions") == requests.reduce(0) { $0 + $1.writes.count })
        }
        return duration
    }
}
#endif
