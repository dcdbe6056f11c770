#if SQLite
import QualityCore
import QualityStorage
import QualityStorageSQLite
import Testing

@Suite("A file of the first schema")
struct MigrationTests {
    @Test("is sealed and chained when it is opened, and keeps every revision under its number")
    func migration() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            try write([], toFile: path)
            let old = try OtherProgram(path)
            try old.run(
                """
                CREATE TABLE commits (tenant TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 1),
                    recorded_at INTEGER NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL, idempotency_key TEXT,
                    PRIMARY KEY (tenant, number)) STRICT, WITHOUT ROWID;
                CREATE UNIQUE INDEX commits_by_idempotency_key ON commits (tenant, idempotency_key)
                    WHERE idempotency_key IS NOT NULL;
                CREATE TABLE payloads (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
                CREATE TABLE revisions (tenant TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
                    version INTEGER NOT NULL, schema_version INTEGER NOT NULL, facts TEXT NOT NULL,
                    payload INTEGER NOT NULL REFERENCES payloads (number),
                    PRIMARY KEY (tenant, kind, id, version DESC),
                    FOREIGN KEY (tenant, version) REFERENCES commits (tenant, number)) STRICT, WITHOUT ROWID;
                CREATE INDEX revisions_by_commit ON revisions (tenant, version);
                PRAGMA application_id = 0x514D6774;
                PRAGMA user_version = 1;
                INSERT INTO commits VALUES ('t', 1, 20, 'a', 'r', 'k'), ('t', 2, 10, 'a', 'r', NULL),
                    ('u', 1, 5, 'a', 'r', 'k');
                INSERT INTO payloads VALUES (1, x'01'), (2, x'02'), (3, x''), (4, x'04');
                INSERT INTO revisions VALUES
                    ('t', 'note', 'x', 1, 1, '{"unit":"u","status":"open","observations":[{"codes":{"category":["c"]}}]}', 1),
                    ('t', 'note', 'y', 1, 1, '{"unit":"u","status":"open","observations":[]}', 2),
                    ('t', 'note', 'x', 2, 2, '{"unit":"v","status":"shut","observations":[]}', 3),
                    ('u', 'note', 'x', 1, 1, '{"unit":"u","status":"open","observations":[]}', 4);
                """
            )
            let told = Told()
            let store = SQLiteStorage(
                path: path,
                salt: { Array(repeating: 5, count: 16) },
                observe: told.observe
            )
            let saved = try await store.all(.test(tenant: "t"))
            #expect(told.events == [.migration(from: 1, to: 2)])
            #expect(saved.map(\.version.rawValue) == [2, 1])
            #expect(saved.map { $0.payload?.bytes } == [[], [2]])
            #expect(saved.map { $0.facts?.status } == ["shut", "open"])
            #expect(try await store.all(.test(tenant: "t", asOf: 1)).map { $0.payload?.bytes } == [[1], [2]])
            for tenant in ["t", "u"] as [TenantID] {
                let register = QualityStore(store, tenant: tenant, access: .tester) {
                    Timestamp(microsecondsSince1970: 99)
                }
                #expect(try await register.verify().findings.isEmpty)
            }
            let again = try await store.commit(.test([.test("new")], tenant: "t", key: "k"))
            #expect(again.number.rawValue == 1)
            #expect(try await store.commit(.test([.test("new")], tenant: "t")).number.rawValue == 3)
            await store.close()
        }
    }
}
#endif
