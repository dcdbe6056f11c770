#if canImport(Darwin) || canImport(Glibc) || canImport(Musl)
import QualityCore
import QualitySamples
package import QualityStorage
import Testing

/// A store that other processes write to, and what must hold of it whatever becomes of them.
package struct WorkerTrial: Sendable {
    private static let tenant: TenantID = "board"

    private let worker: [String]
    private let open: @Sendable () -> any StorageBackend

    /// A trial of a store.
    ///
    /// - Parameters:
    ///   - adapter: the adapter as `StorageWorker` calls it.
    ///   - place: where its store is.
    ///   - open: opens the same store in this process.
    package init(_ adapter: String, at place: String, open: @escaping @Sendable () -> any StorageBackend) {
        worker = [adapter, place]
        self.open = open
    }

    /// Kills a writer at seeded moments, again and again on one growing register: what it was told is there, and
    /// nothing is there by halves.
    package func kill(rounds: Int, seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        var (between, acknowledged) = (0, 0)
        var last = CommitNumber.zero
        for round in 1...rounds {
            let place = "seed \(seed), round \(round)"
            let writer = try WorkerProcess(worker + ["write", "\(seed &+ UInt64(round))"])
            // Mostly right after a beginning, as a slow machine spends its time elsewhere; else after an acknowledgement.
            let isAimed = Int.random(in: 0..<4, using: &generator) > 0
            let wanted = Int.random(in: 1...5, using: &generator)
            let delay = Int.random(in: 0...(isAimed ? 1_500 : 20_000), using: &generator)
            let output = await writer.end(after: .microseconds(delay)) { lines in
                lines.count { $0[0] == (isAimed ? "begin" : "done") } >= wanted
            }
            let lines = WorkerProcess.lines(output)
            if lines.last?.first == "begin" { between += 1 }
            #expect(!lines.contains { $0.first == "error" }, "\(place): \(lines.last ?? [])")

            let store = open()
            let commits = try await self.commits(in: store, after: last)
            for commit in commits.values {
                let key = commit.cover.idempotencyKey ?? "?"
                #expect("\(commit.entries.count)" == commit.cover.reason, "\(place)")
                #expect(commit.entries.allSatisfy { $0.link.reference.id.hasPrefix(key + "-") }, "\(place)")
            }
            for line in lines where line.first == "done" {
                acknowledged += 1
                #expect(Int64(line[2]).flatMap { commits[$0]?.cover.idempotencyKey } == line[1], "\(place)")
            }
            last = max(last, CommitNumber(rawValue: commits.keys.max() ?? 0))
            if round.isMultiple(of: 60) || round == rounds {
                let report = try await verify(store)
                #expect(report.findings.isEmpty, "\(place)")
                #expect(report.head.number >= last, "\(place)")
            }
            try await store.close()
        }
        print(
            """
            \(worker[0]), seed \(seed): killed \(rounds) times, \(between) between begin and acknowledgement; \
            \(acknowledged) commits acknowledged, \(last.rawValue) found, all whole
            """
        )
        #expect(between * 3 >= rounds, "seed \(seed): only \(between) of \(rounds) kills hit a commit")
        #expect(acknowledged > rounds)
    }

    /// Has eight processes add to the same records: they are told of conflicts, and no sum is lost.
    package func crowd(commits: Int) async throws {
        let gate = try Gate()
        let workers = try (1...8).map {
            try WorkerProcess(worker + ["add", "\($0)", "\(commits)"], input: gate.entrance)
        }
        for worker in workers {
            let said = WorkerProcess.lines(await worker.output { !$0.isEmpty })
            #expect(said == [["ready"]])
        }
        gate.open()
        var (acknowledged, conflicts) = (0, 0)
        for worker in workers {
            let last = WorkerProcess.lines(await worker.remainingOutput()).last ?? []
            #expect(last.first == "sum", "\(last)")
            guard last.count == 3 else { continue }
            acknowledged += Int(last[1]) ?? 0
            conflicts += Int(last[2]) ?? 0
        }
        print("\(worker[0]): 8 processes, \(acknowledged) commits, \(conflicts) conflicts, no other refusal")
        #expect(acknowledged == 8 * commits)
        #expect(conflicts >= commits / 5)
        let store = open()
        let counters = try await store.revisions(
            RevisionRequest(tenant: Self.tenant, .newest(.everything), includesPayload: true)
        ).revisions
        let sum = counters.compactMap { $0.payload.flatMap { Int(String(decoding: $0.bytes, as: UTF8.self)) } }
            .reduce(0, +)
        #expect(sum == 2 * acknowledged)
        #expect(try await store.head(of: Self.tenant, at: nil).number.rawValue == Int64(acknowledged))
        try await store.close()
    }

    /// Fills a store until it refuses: it says why, can be read, and holds what it acknowledged.
    ///
    /// - Parameters:
    ///   - task: what limits the space, as `StorageWorker` calls it.
    ///   - limit: how much there is.
    package func fill(_ task: String, limit: Int) async throws {
        let writer = try WorkerProcess(worker + [task, "1", "\(limit)"])
        let lines = WorkerProcess.lines(await writer.remainingOutput())
        try #require(lines.count == 3, "\(lines)")
        let acknowledged = Int64(lines[0].last ?? "") ?? -1
        #expect(lines[0] == ["refused", "full", "\(acknowledged)"])
        #expect(lines[1] == ["attachment", "full"])
        #expect(lines[2] == ["read", "\(acknowledged)", "\(acknowledged)"])
        #expect(acknowledged > 0)
        print("\(worker[0]), \(task) \(limit): \(acknowledged) commits, then full")
        let store = open()
        #expect(try await store.head(of: Self.tenant, at: nil).number.rawValue == acknowledged)
        #expect(try await commits(in: store, after: .zero).count == Int(acknowledged))
        #expect(try await verify(store).findings.isEmpty)
        try await store.close()
    }

    private func commits(
        in store: any StorageBackend,
        after number: CommitNumber
    ) async throws -> [Int64: JournalCommit] {
        var commits: [Int64: JournalCommit] = [:]
        var request = JournalRequest(tenant: Self.tenant, after: number, includesPayload: false)
        while true {
            let page = try await store.journal(request).commits
            for commit in page { commits[commit.cover.number.rawValue] = commit }
            guard let newest = page.last else { return commits }
            request.after = newest.cover.number
        }
    }

    private func verify(_ store: any StorageBackend) async throws -> JournalReport {
        let access = StoreAccess(program: "tester", as: .archiveProgram)
        return try await QualityStore(store, tenant: Self.tenant, access: access) {
            Timestamp(microsecondsSince1970: 0)
        }.verify()
    }
}
#endif
