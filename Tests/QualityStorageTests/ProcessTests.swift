#if SQLite && os(Linux)
import QualityStorage
import QualityStorageSQLite
import StorageTestSupport
import TestSupport
import Testing

@Suite("Processes on one file", .serialized)
struct ProcessTests {
    @Test(
        "that are killed at any moment lose no commit that was acknowledged and leave no half one",
        arguments: Seeds.some(1)
    )
    func killed(seed: UInt64) async throws {
        try await withTrial { trial, _ in try await trial.kill(rounds: TestSize.isFull ? 300 : 20, seed: seed) }
    }

    @Test("that add to the same records at once are told of conflicts and lose nothing")
    func crowd() async throws {
        try await withTrial { trial, _ in try await trial.crowd(commits: TestSize.isFull ? 500 : 60) }
    }

    @Test(
        "of which no more space may be taken are told so, and nothing is lost",
        arguments: [("fill-file", 2_000_000), ("fill-pages", 500)]
    )
    func full(task: String, limit: Int) async throws {
        try await withTrial { trial, path in
            try await trial.fill(task, limit: limit)
            // Where there is space again, it goes on.
            let store = SQLiteStorage(path: path)
            let head = try await store.head(of: "board")
            let receipt = try await store.commit(.test([.test("more")], tenant: "board"))
            #expect(receipt.number.rawValue == head.number.rawValue + 1)
            await store.close()
        }
    }

    @Test(
        "whose connections keep a weaker setting are refused, and nothing is written",
        arguments: [
            "synchronous = NORMAL", "synchronous = OFF", "journal_mode = DELETE", "fullfsync = OFF",
            "secure_delete = OFF",
        ]
    )
    func weaker(setting: String) async throws {
        try await withTrial { _, path in
            let store = SQLiteStorage(path: path)
            _ = try await store.commit(.test([.test("a")]))
            await store.close()
            let worker = try WorkerProcess(["sqlite", path, "weaken", "1", setting])
            let lines = WorkerProcess.lines(await worker.remainingOutput())
            #expect(lines == [["refused", "weakDurability"]])
            let again = SQLiteStorage(path: path)
            #expect(try await again.head(of: board).number.rawValue == 1)
            #expect(try await again.commit(.test([.test("b")])).number.rawValue == 2)
            await again.close()
            #expect(try OtherProgram(path).rows("PRAGMA journal_mode") == [["wal"]])
        }
    }

    @Test("whose connections keep settings as strong as asked for are served")
    func strong() async throws {
        try await withTrial { _, path in
            let worker = try WorkerProcess(["sqlite", path, "weaken", "1", "synchronous = EXTRA"])
            #expect(WorkerProcess.lines(await worker.remainingOutput()) == [["done", "1"]])
        }
    }

    private func withTrial(_ body: (WorkerTrial, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            let trial = WorkerTrial("sqlite", at: path) { SQLiteStorage(path: path, busyTimeout: .seconds(600)) }
            try await body(trial, path)
        }
    }
}
#endif
