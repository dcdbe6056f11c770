import Foundation
import QualityCore
import QualityStorage
import QualityStoragePostgreSQL

/// Commits through the adapter beside pgbench with one client, the same statements, pipelined and prepared alike.
///
/// pgbench has the chain's digest given; for a batch the server makes the arrays that the adapter sends.
enum PostgreSQLCommits {
    static func run(_ scale: Scale, on server: PostgreSQLServer, in folder: Folder) async throws -> [Comparison] {
        [
            try await compare("PostgreSQL, commits of one record", scale.singles, writes: 1, scale, server, folder),
            try await compare(
                "PostgreSQL, commits of 1,000 records",
                scale.batches,
                writes: 1_000,
                scale,
                server,
                folder
            ),
        ]
    }

    private static func compare(
        _ name: String,
        _ count: Int,
        writes: Int,
        _ scale: Scale,
        _ server: PostgreSQLServer,
        _ folder: Folder
    ) async throws -> Comparison {
        let (own, other) = ("own_\(writes)", "pgbench_\(writes)")
        let store = PostgreSQLStorage(url: server.url(), configuration: .init(schema: own))
        try await store.prepare()
        let empty = PostgreSQLStorage(url: server.url(), configuration: .init(schema: other))
        try await empty.prepare()
        await empty.close()
        let script = folder.file("commit-\(writes).sql")
        try transaction(writes: writes).write(toFile: script, atomically: true, encoding: .utf8)
        let slice = count / scale.turns
        let result = try await Comparison.run(name, per: "commit", goal: 1.3, turns: scale.turns) { turn in
            let requests = Specimen.commits(slice, writes: writes, from: turn * slice * writes)
            return try await seconds(per: slice) {
                for request in requests { _ = try await store.commit(request) }
            }
        } other: { turn in
            let output = try Shell.run(
                "pgbench",
                [
                    "-n", "-M", "prepared", "-c", "1", "-j", "1", "-t", "\(slice)", "-f", script, "-D",
                    "n=\(turn * slice)",
                ]
                    + variables.flatMap { ["-D", "\($0.key)=\($0.value)"] } + [server.url(schema: other)]
            )
            guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix("tps = ") }),
                let rate = Double(line.dropFirst(6).prefix { $0 != " " })
            else { throw PostgreSQLServer.Failure(description: "pgbench says: \(output)") }
            return 1 / rate
        }
        await store.close()
        for rows in [
            "SELECT md5(string_agg(md5(r::text), '' ORDER BY kind, id, version)) FROM %.revisions AS r",
            """
            SELECT md5(string_agg(md5((tenant, number, recorded_at, actor, reason, idempotency_key)::text), ''
                ORDER BY number)) FROM %.commits
            """,
        ] {
            try Inequality.check(
                name,
                try server.shell(rows.replacingOccurrences(of: "%", with: own)),
                try server.shell(rows.replacingOccurrences(of: "%", with: other))
            )
        }
        return result
    }

    private static let variables: [String: String] = {
        let facts = Specimen.facts
        return [
            "tenant": Specimen.tenant.rawValue,
            "kind": Specimen.kind.rawValue,
            "actor": Specimen.actor.rawValue,
            "reason": Specimen.reason,
            "unit": facts.unit.rawValue,
            "status": facts.status,
            "codes": #"[{"category":["fall"],"legalBasis":["sol"]}]"#,
            "words": " \(Specimen.words.words.joined(separator: " ")) ",
            "fsalt": hexadecimal(Specimen.sealedFacts.seal.salt),
            "fdigest": hexadecimal(Specimen.sealedFacts.seal.digest.bytes),
            "psalt": hexadecimal(Specimen.payload.seal.salt),
            "pdigest": hexadecimal(Specimen.payload.seal.digest.bytes),
            "payload": hexadecimal(Specimen.payload.content.bytes),
        ]
    }()

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// A transaction of pgbench; the variable `n` counts them.
    private static func transaction(writes: Int) -> String {
        func list(_ value: String, _ type: String) -> String {
            writes == 1 ? "ARRAY[\(value)]::\(type)[]" : "array_fill(\(value)::\(type), ARRAY[\(writes)])"
        }
        let ids = """
            (SELECT array_agg('r-' || (:first::bigint + i) * 2654435761 % 4294967296 ORDER BY i)
                FROM generate_series(0, \(writes - 1)) AS i)
            """
        let id = writes == 1 ? "ARRAY['r-' || :first::bigint * 2654435761 % 4294967296]" : ids
        return """
            \\set first :n * \(writes)
            \\set n :n + 1
            \\startpipeline
            BEGIN ISOLATION LEVEL READ COMMITTED;
            SELECT set_config('quality.tenant', '=' || :tenant, true);
            INSERT INTO tenants (tenant) VALUES (:tenant) ON CONFLICT DO NOTHING;
            SELECT FROM tenants WHERE tenant = :tenant FOR UPDATE;
            SELECT current_setting('synchronous_commit'), current_setting('fsync'),
                current_setting('full_page_writes'), (SELECT max(version)::bigint FROM migrations);
            SELECT number, digest FROM commits WHERE tenant = :tenant AND idempotency_key = NULL::text;
            SELECT number, digest, recorded_at FROM commits WHERE tenant = :tenant ORDER BY number DESC LIMIT 1;
            SELECT w.kind, w.id, r.version FROM unnest(\(list(":kind", "text")), \(id)) AS w (kind, id)
                CROSS JOIN LATERAL (SELECT r.version FROM revisions AS r WHERE r.tenant = :tenant
                AND r.kind = w.kind COLLATE "C" AND r.id = w.id COLLATE "C"
                AND r.superseded >= 9223372036854775807 LIMIT 1) AS r;
            \\endpipeline
            \\startpipeline
            INSERT INTO commits (tenant, number, recorded_at, actor, reason, idempotency_key, digest)
                VALUES (:tenant, :n, \(Specimen.time.microsecondsSince1970), :actor, :reason, NULL, :fdigest);
            INSERT INTO revisions (
                tenant, version, superseded, kind, id, schema_version, unit, occurred, discovered, reported, due,
                status, codes, facts_salt, facts_digest, payload_salt, payload_digest, words, attachments, payload
            ) SELECT :tenant, :n, 9223372036854775807, w.* FROM unnest(
                \(list(":kind", "text")), \(id), \(list("1", "bigint")), \(list(":unit", "text")),
                \(list("19700", "integer")), \(list("19701", "integer")), \(list("19702", "integer")),
                \(list("19732", "integer")), \(list(":status", "text")), \(list(":codes", "text")),
                \(list(":fsalt", "bytea")), \(list(":fdigest", "bytea")), \(list(":psalt", "bytea")),
                \(list(":pdigest", "bytea")), \(list(":words", "text")), \(list("'[]'", "text")),
                \(list(":payload", "bytea"))
            ) AS w;
            COMMIT;
            \\endpipeline

            """
    }
}

extension PostgreSQLServer {
    /// Where other programs reach a schema with the settings of the adapter.
    func url(schema: String) -> String {
        url() + "&client_encoding=UTF8&options=-csearch_path%3D\(schema)%20-cjit%3Doff"
    }
}
