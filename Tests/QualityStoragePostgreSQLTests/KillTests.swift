#if PostgreSQL
import QualityCore
import QualityStorage
import QualityStoragePostgreSQL
import TestSupport
import Testing

@Suite("A server that is killed while others write", .serialized)
struct KillTests {
    @Test("has every commit that it acknowledged, whole, and no half of another")
    func kills() async throws {
        let server = try PostgreSQLServer()
        try await withStore(on: server, { $0.busyTimeout = .seconds(60) }) { store, _ in
            try await store.commitBatch("start")
            var acknowledged: Set<String> = ["start"]
            for round in 1...(TestSize.isFull ? 30 : 3) {
                let written = try await withThrowingTaskGroup(of: Set<String>.self) { group in
                    for writer in 1...4 {
                        group.addTask { await store.batches("\(round)-\(writer)") }
                    }
                    try await Task.sleep(for: .milliseconds(150 + 37 * round % 200))
                    if round % 2 == 0 { try server.kill() } else { try server.stop("immediate") }
                    return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
                }
                #expect(!written.isEmpty)
                acknowledged.formUnion(written)
                try server.start()
                let revisions = try await store.newest()
                var batches: [String: [CommitNumber]] = [:]
                for revision in revisions {
                    batches[String(revision.reference.id.prefix { $0 != "/" }), default: []].append(revision.version)
                }
                let areWhole = batches.values.allSatisfy { $0.count == 5 && Set($0).count == 1 }
                #expect(areWhole)
                #expect(acknowledged.isSubset(of: Set(batches.keys)), "round \(round)")
                let head = try await store.head(of: board, at: nil)
                #expect(head.number.rawValue == Int64(batches.count))
            }
            #expect(try await findings(in: store) == [])
        }
    }
}

extension PostgreSQLStorage {
    fileprivate func commitBatch(_ name: String) async throws(StorageError) {
        _ = try await commit(.made((0..<5).map { .made("\(name)/\($0)") }, key: name))
    }

    /// Commits batch after batch until the server is gone, and tells which were acknowledged.
    fileprivate func batches(_ prefix: String) async -> Set<String> {
        var acknowledged: Set<String> = []
        while true {
            let name = "\(prefix)-\(acknowledged.count)"
            do throws(StorageError) {
                try await commitBatch(name)
                acknowledged.insert(name)
            } catch {
                if ![.unavailable, .unknownOutcome].contains(error.code) { Issue.record(error) }
                return acknowledged
            }
        }
    }
}
#endif
