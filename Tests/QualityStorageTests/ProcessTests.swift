#if SQLite && os(Linux)
import QualityCore
import QualitySamples
import QualityStorage
import QualityStorageSQLite
import TestSupport
import Testing

@Suite("Processes on one store", .serialized)
struct ProcessTests {
    private let tenant: TenantID = "board"

    @Test(
        "that are killed at any moment lose no commit that was acknowledged and leave no half one",
        arguments: Seeds.some(1)
    )
    func killed(seed: UInt64) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            var generator = SeededGenerator(seed: seed)
            let rounds = TestSize.isFull ? 300 : 20
            var (between, acknowledged) = (0, 0)
            var last = CommitNumber.zero
            for round in 1...rounds {
                let worker = try WorkerProcess("sqlite", path, "write", "\(seed &+ UInt64(round))")
                var output = worker.waitForOutput()
                try await Task.sleep(for: .microseconds(Int.random(in: 0...40_000, using: &generator)))
                worker.end()
                output += worker.remainingOutput()
                let lines = WorkerProcess.lines(output)
                if lines.last?.first == "begin" { between += 1 }
                #expect(!lines.contains { $0.first == "error" }, "seed \(seed), round \(round)")
                let store = SQLiteStorage(path: path)
                var commits: [Int64: JournalCommit] = [:]
                var request = JournalRequest(tenant: tenant, after: last, includesPayload: false)
                while true {
                    let page = try await store.journal(request).commits
                    for commit in page {
                        commits[commit.cover.number.rawValue] = commit
                        #expect("\(commit.entries.count)" == commit.cover.reason, "seed \(seed), round \(round)")
                    }
                    guard let newest = page.last else { break }
                    request.after = newest.cover.number
                }
                last = request.after
                for line in lines where line.first == "done" {
                    acknowledged += 1
                    let found = Int64(line[2]).flatMap { commits[$0]?.cover.idempotencyKey }
                    #expect(found == line[1], "seed \(seed), round \(round)")
                }
                if round.isMultiple(of: 20) || round == rounds {
                    let report = try await QualityStore(store, tenant: tenant, access: .tester) {
                        Timestamp(microsecondsSince1970: 0)
                    }
                    .verify()
                    #expect(report.findings.isEmpty, "seed \(seed), round \(round)")
                    #expect(report.head.number == last)
                }
                await store.close()
            }
            print("killed \(rounds) times, \(between) between begin and acknowledgement, \(acknowledged) acknowledged")
            #expect(between * 3 >= rounds, "seed \(seed): only \(between) of \(rounds) kills hit a commit")
            #expect(acknowledged > rounds)
        }
    }

    @Test("that add to the same records at once are told of conflicts and lose nothing")
    func crowd() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            let commits = TestSize.isFull ? 500 : 60
            let workers = try (1...8).map { try WorkerProcess("sqlite", path, "add", "\($0)", "\(commits)") }
            var (acknowledged, conflicts) = (0, 0)
            for worker in workers {
                let last = try #require(WorkerProcess.lines(worker.remainingOutput()).last)
                #expect(last.first == "sum", "\(last)")
                guard last.count == 3 else { continue }
                acknowledged += Int(last[1]) ?? 0
                conflicts += Int(last[2]) ?? 0
            }
            print("8 processes: \(acknowledged) commits, \(conflicts) conflicts")
            #expect(acknowledged == 8 * commits)
            #expect(conflicts >= commits / 5)
            let store = SQLiteStorage(path: path)
            let counters = try await store.all(.test(tenant: tenant))
            let sum = counters.compactMap { $0.payload.flatMap { Int(String(decoding: $0.bytes, as: UTF8.self)) } }
                .reduce(0, +)
            #expect(sum == 2 * acknowledged)
            #expect(try await store.head(of: tenant).number.rawValue == Int64(acknowledged))
            await store.close()
        }
    }

    @Test("whose files may grow no further are told so, and nothing is lost")
    func fileSizeLimit() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            let worker = try WorkerProcess("sqlite", path, "fill", "1", "2000000")
            let lines = WorkerProcess.lines(worker.remainingOutput())
            #expect(lines.first?.prefix(2) == ["refused", "full"], "\(lines)")
            let acknowledged = lines.first?.last ?? ""
            #expect(lines.last == ["head", acknowledged])
            let store = SQLiteStorage(path: path)
            #expect("\(try await store.head(of: tenant).number.rawValue)" == acknowledged)
            let report = try await QualityStore(store, tenant: tenant, access: .tester) {
                Timestamp(microsecondsSince1970: 0)
            }.verify()
            #expect(report.findings.isEmpty)
            await store.close()
        }
    }
}
#endif
