import QualityCore
import QualityStorage
import QualityStoragePostgreSQL
import QualityStorageSQLite

/// Counts through the adapters beside plain SQL that answers the same question on the same tables.
enum Counts {
    static func sqlite(_ scale: Scale, in folder: Folder) async throws -> [Comparison] {
        let path = folder.file("revisions")
        let store = SQLiteStorage(path: path)
        try await Register.fill(store, revisions: scale.revisions)
        let file = try CFile(path)
        var results: [Comparison] = []
        for question in Question.all {
            results.append(
                try await compare("SQLite, " + question.name, question.request, store, scale) {
                    var rows: [String] = []
                    let time = try await seconds(per: 1) { rows = try file.rows(question.sqlite) }
                    return (rows, time)
                }
            )
        }
        await store.close()
        return results
    }

    static func postgreSQL(_ scale: Scale, on server: PostgreSQLServer) async throws -> [Comparison] {
        let store = PostgreSQLStorage(url: server.url(), configuration: .init(schema: "counts"))
        try await Register.fill(store, revisions: scale.revisions)
        try server.shell("VACUUM (ANALYZE) counts.revisions")
        var results: [Comparison] = []
        for question in Question.all {
            results.append(
                try await compare("PostgreSQL, " + question.name, question.request, store, scale) {
                    try answer(question.postgreSQL, on: server)
                }
            )
        }
        await store.close()
        return results
    }

    private static func compare(
        _ name: String,
        _ request: CountRequest,
        _ store: some StorageBackend,
        _ scale: Scale,
        _ plain: () async throws -> (rows: [String], seconds: Double)
    ) async throws -> Comparison {
        var table = try await store.counts(request)
        var rows = try await plain().rows
        let turns = min(scale.turns, 5)
        let result = try await Comparison.run("Counts, \(name)", per: "request", goal: 1.2, turns: turns) { _ in
            try await seconds(per: 1) { table = try await store.counts(request) }
        } other: { _ in
            let answer = try await plain()
            rows = answer.rows
            return answer.seconds
        }
        let own = table.rows.map { ($0.keys.map { $0 ?? "" } + ["\($0.count)"]).joined(separator: "|") }
        try Inequality.check(name, own.sorted(), rows.sorted())
        return result
    }

    /// Asks twice in a session of psql, as the adapter's session is warm, and takes the second time.
    private static func answer(
        _ sql: String,
        on server: PostgreSQLServer
    ) throws -> (rows: [String], seconds: Double) {
        let tenant = "SELECT set_config('quality.tenant', '=\(Specimen.tenant.rawValue)', false)"
        let output = try Shell.run(
            "psql",
            ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1"]
                + [tenant, "\\timing on", sql, sql].flatMap { ["-c", $0] } + [server.url(schema: "counts")]
        )
        let parts = output.split(separator: "Time: ", omittingEmptySubsequences: false)
        guard parts.count == 3, let time = Double(parts[2].prefix { $0 != " " }),
            let end = parts[1].firstIndex(of: "\n")
        else { throw PostgreSQLServer.Failure(description: "psql says: \(output)") }
        return (parts[1][end...].split(separator: "\n").map(String.init), time / 1_000)
    }
}
