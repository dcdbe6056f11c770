#if PostgreSQL
import QualityCore
import QualityStorage
import QualityStoragePostgreSQL
import Testing

@Suite("The rows of a tenant in PostgreSQL")
struct TenantTests {
    private let tables = ["tenants", "commits", "revisions", "attachments", "attachment_pieces"]

    @Test("are seen by no session of another, nor by one that names none")
    func isolation() async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server) { store, schema in
            for tenant in ["", "a", "=a"] as [TenantID] {
                let id = AttachmentID(rawValue: "file")
                try await store.attach(AttachmentPiece(tenant: tenant, id: id, index: 0, bytes: [1]))
                let digest = ContentDigest(of: [1])
                let file = AttachmentFacts(id: id, name: "f", mediaType: "text/plain", size: 1, digest: digest)
                _ = try await store.commit(.made([.made("r", attachments: [file])], tenant: tenant))
            }
            for table in tables {
                let count = "SELECT count(*) FROM \(schema).\(table)"
                #expect(try server.shell(count, role: "quality") == "0")
                #expect(try server.shell("BEGIN; SET LOCAL quality.tenant = ''; \(count)", role: "quality") == "0")
                for tenant in ["", "a", "=a"] {
                    let seen = "SELECT count(*), min(tenant) FROM \(schema).\(table)"
                    let answer = try server.shell("SET quality.tenant = '=\(tenant)'; \(seen)", role: "quality")
                    #expect(answer == "1|\(tenant)")
                }
                #expect(try server.shell(count) == "3")
            }
        }
    }

    @Test("can be written by no session of another")
    func writing() async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server) { store, schema in
            _ = try await store.commit(.made([.made("r")], tenant: "a"))
            try server.shell(
                "SET quality.tenant = '=b'; UPDATE \(schema).revisions SET unit = 'x'; DELETE FROM \(schema).revisions",
                role: "quality"
            )
            #expect(try server.shell("SELECT unit FROM \(schema).revisions") == "SÄBO")
            #expect(throws: PostgreSQLServer.Failure.self) {
                try server.shell(
                    "SET quality.tenant = '=b'; INSERT INTO \(schema).tenants VALUES ('c')",
                    role: "quality"
                )
            }
        }
    }
}
#endif
