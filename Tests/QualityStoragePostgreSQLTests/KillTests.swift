#if PostgreSQL
import QualityCore
import QualitySamples
import QualityStorage
import QualityStoragePostgreSQL
import StorageTestSupport
import Synchronization
import TestSupport
import Testing

@Suite("PostgreSQL when someone is killed", .serialized, .timeLimit(.minutes(60)))
struct KillTests {
    @Test(
        "has every commit that a killed server acknowledged, whole, and no half of another",
        arguments: Seeds.some(1)
    )
    func servers(seed: UInt64) async throws {
        let server = try PostgreSQLServer()
        try await withStore(on: server) { store, _ in
            var generator = SeededGenerator(seed: seed)
            let batches = Batches(store)
            try await batches.commit("start")
            let rounds = TestSize.isFull ? 30 : 3
            for round in 1...rounds {
                let before = batches.acknowledged.count
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 1...4 {
                        group.addTask { await batches.commitOn("\(round)-\(writer)") }
                    }
                    try await until { batches.acknowledged.count > before }
                    try await Task.sleep(for: .milliseconds(Int.random(in: 0...200, using: &generator)))
                    if round % 2 == 0 { try server.kill() } else { try server.stop("immediate") }
                    try await group.waitForAll()
                }
                try server.start()
                var found: [String: [CommitNumber]] = [:]
                for revision in try await store.newest() {
                    found[String(revision.reference.id.prefix { $0 != "/" }), default: []].append(revision.version)
                }
                let areWhole = found.values.allSatisfy { $0.count == 5 && Set($0).count == 1 }
                #expect(areWhole, "seed \(seed), round \(round)")
                #expect(batches.acknowledged.isSubset(of: found.keys), "seed \(seed), round \(round)")
                let head = try await store.head(of: board, at: nil)
                #expect(head.number.rawValue == Int64(found.count), "seed \(seed), round \(round)")
            }
            print("seed \(seed): server killed \(rounds) times, \(batches.acknowledged.count) batches acknowledged")
            #expect(try await findings(in: store) == [])
        }
    }

    #if os(Linux)
    @Test("has every commit that a killed client was told of, and no half one", arguments: Seeds.some(1))
    func clients(seed: UInt64) async throws {
        try await trial("killed").kill(rounds: TestSize.isFull ? 300 : 12, seed: seed)
    }

    @Test("tells processes that add to the same records of conflicts, and loses nothing")
    func crowd() async throws {
        try await trial("crowd").crowd(commits: TestSize.isFull ? 500 : 40)
    }

    private func trial(_ database: String) throws -> WorkerTrial {
        let server = try PostgreSQLServer.shared()
        try server.shell("CREATE DATABASE \(database) OWNER quality")
        let url = server.url(database: database)
        var configuration = PostgreSQLStorage.Configuration.patient()
        configuration.schema = "quality"
        return WorkerTrial("postgresql", at: url) { [configuration] in
            PostgreSQLStorage(url: url, configuration: configuration)
        }
    }
    #endif
}

/// Batches of five records that several tasks commit, and the names of those that were acknowledged.
private final class Batches: Sendable {
    private let store: PostgreSQLStorage
    private let names = Mutex<Set<String>>([])

    init(_ store: PostgreSQLStorage) {
        self.store = store
    }

    var acknowledged: Set<String> { names.withLock { $0 } }

    func commit(_ name: String) async throws(StorageError) {
        _ = try await store.commit(.made((0..<5).map { .made("\(name)/\($0)") }, key: name))
        names.withLock { _ = $0.insert(name) }
    }

    /// Commits batch after batch until the server is gone.
    func commitOn(_ prefix: String) async {
        for number in 0... {
            do throws(StorageError) {
                try await commit("\(prefix)-\(number)")
            } catch {
                if ![.unavailable, .unknownOutcome].contains(error.code) { Issue.record(error) }
                return
            }
        }
    }
}
#endif
