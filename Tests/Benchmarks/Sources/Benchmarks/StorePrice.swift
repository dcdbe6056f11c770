import QualityCore
import QualitySamples
import QualityStorage
import QualityStoragePostgreSQL
import QualityStorageSQLite

/// `QualityStore` with its rules, encoding and digests beside the adapter alone with the same commits.
enum StorePrice {
    static func sqlite(_ scale: Scale, in folder: Folder) async throws -> [Comparison] {
        try await compare("SQLite", scale) { SQLiteStorage(path: folder.file("price-\($0)")) }
    }

    static func postgreSQL(_ scale: Scale, on server: PostgreSQLServer) async throws -> [Comparison] {
        try await compare("PostgreSQL", scale) {
            PostgreSQLStorage(url: server.url(), configuration: .init(schema: "price_\($0)"))
        }
    }

    private static func store(_ backend: some StorageBackend) -> QualityStore {
        let access = StoreAccess(program: Specimen.actor, as: .importProgram)
        return QualityStore(backend, tenant: Specimen.tenant, access: access) { Specimen.time }
    }

    private static func compare(
        _ name: String,
        _ scale: Scale,
        _ backend: (String) -> some StorageBackend
    ) async throws -> [Comparison] {
        var results: [Comparison] = []
        for (count, writes) in [(scale.records, 1), (scale.records * 5, scale.records / 2)] {
            let register = try SampleRegister(seed: 1, deviations: count, complaints: 0, lexSarahCases: 0)
            let changes = register.deviations.map { RecordChange.create($0) }
            let (own, other) = (backend("own_\(writes)"), backend("other_\(writes)"))
            let store = store(own)
            try await store.prepare()
            try await other.prepare()
            var comparison = Comparison(
                "\(name), commits of \(writes) through QualityStore, beside the adapter",
                per: "commit"
            )
            let slice = max(1, count / writes / 10)
            var rest = changes[...]
            var done = CommitNumber.zero
            while !rest.isEmpty {
                let parts = (0..<slice).map { _ in
                    defer { rest = rest.dropFirst(writes) }
                    return Array(rest.prefix(writes))
                }
                let price = try await seconds(per: slice) {
                    for part in parts { try await store.commit(part, reason: Specimen.reason) }
                }
                let page = try await own.journal(
                    JournalRequest(tenant: Specimen.tenant, after: done, limit: slice, includesPayload: true)
                )
                let requests = page.commits.map { commit in
                    Specimen.commit(
                        commit.entries.compactMap { entry in
                            entry.facts.map {
                                CommitRequest.Write(
                                    reference: entry.link.reference,
                                    precondition: .absent,
                                    schemaVersion: entry.link.schemaVersion,
                                    payload: entry.payload,
                                    facts: $0
                                )
                            }
                        }
                    )
                }
                let bare = try await seconds(per: slice) {
                    for request in requests { _ = try await other.commit(request) }
                }
                comparison.add(own: price, other: bare)
                done = page.commits.last?.cover.number ?? done
            }
            let heads = (
                try await own.head(of: Specimen.tenant, at: nil), try await other.head(of: Specimen.tenant, at: nil)
            )
            try Inequality.check("\(name), heads of the chain", heads.0, heads.1)
            try await own.close()
            try await other.close()
            results.append(comparison)
        }
        return results
    }
}
