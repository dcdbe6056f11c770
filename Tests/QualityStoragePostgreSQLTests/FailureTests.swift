#if PostgreSQL
import QualityCore
import QualityStorage
import QualityStoragePostgreSQL
import Synchronization
import Testing

@Suite("A store whose server fails it", .timeLimit(.minutes(30)))
struct FailureTests {
    @Test("is unavailable while the server is stopped, and works again by itself")
    func restart() async throws {
        let server = try PostgreSQLServer()
        try await withStore(on: server) { store, _ in
            _ = try await store.commit(.made([.made("a")]))
            try server.stop()
            #expect(await code { _ = try await store.commit(.made([.made("b")])) } == .unavailable)
            #expect(await code { _ = try await store.newest() } == .unavailable)
            try server.start()
            _ = try await store.commit(.made([.made("b")]))
            #expect(try await store.newest().count == 2)
        }
    }

    @Test("replaces connections that were cut while they were idle")
    func cutWhileIdle() async throws {
        let server = try PostgreSQLServer.shared()
        try server.shell("CREATE DATABASE cut OWNER quality")
        let told = Mutex<[StorageEvent]>([])
        let store = PostgreSQLStorage(url: server.url(database: "cut"), configuration: .patient()) { event in
            told.withLock { $0.append(event) }
        }
        for number in 1...3 {
            _ = try await store.commit(.made([.made("r\(number)")]))
            try server.shell("SELECT pg_terminate_backend(pid, 600000) FROM pg_stat_activity WHERE datname = 'cut'")
        }
        #expect(try await store.head(of: board, at: nil).number.rawValue == 3)
        #expect(told.withLock { $0 } == [.migration(from: 0, to: 1)] + Array(repeating: .retry(.unavailable), count: 3))
        await store.close()
    }

    @Test("is unavailable when the server takes no more connections, and works when one is free")
    func connections() async throws {
        let server = try PostgreSQLServer.shared()
        try server.shell("CREATE DATABASE few OWNER quality CONNECTION LIMIT 1")
        let first = PostgreSQLStorage(url: server.url(database: "few"), configuration: .patient())
        try await first.prepare()
        let second = PostgreSQLStorage(url: server.url(database: "few"), configuration: .patient())
        #expect(await code { try await second.prepare() } == .unavailable)
        await first.close()
        try await until { await code { try await second.prepare() } == nil }
        await second.close()
    }

    @Test("does not know what became of a commit whose answer was cut off, and learns it by the key")
    func unknownOutcome() async throws {
        let server = try PostgreSQLServer.shared()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.stop() }
        let configuration = PostgreSQLStorage.Configuration.patient(poolSize: 1)
        let url = "postgresql://quality@127.0.0.1:\(proxy.port)/quality?sslmode=disable"
        let store = PostgreSQLStorage(url: url, configuration: configuration)
        _ = try await store.commit(.made([.made("a")]))
        let request = CommitRequest.made([.made("b")], key: "k")
        proxy.cutNextCommits(1)
        #expect(await code { _ = try await store.commit(request) } == .unknownOutcome)
        #expect(try await store.commit(request).number.rawValue == 2)
        #expect(try await store.head(of: board, at: nil).number.rawValue == 2)
        // An answer to a reader is asked for again.
        proxy.cutNextCommits(1)
        #expect(try await store.newest().count == 2)
        await store.close()
    }

    @Test("is busy when others hold the tenant for too long, and works when they are done")
    func waiting() async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server, { $0.busyTimeout = .seconds(1) }) { store, schema in
            _ = try await store.commit(.made([.made("a")]))
            try await server.hold("SELECT * FROM \(schema).tenants FOR UPDATE")
            #expect(await code { _ = try await store.commit(.made([.made("b")])) } == .busy)
            #expect(try await store.newest().count == 1)
            try server.release(schema)
            // On a slow machine even an idle server may take longer than this store waits.
            try await until { await code { _ = try await store.commit(.made([.made("b")])) } != .busy }
            #expect(try await store.head(of: board, at: nil).number.rawValue == 2)
        }
    }

    @Test("stops waiting when its task is cancelled, for the server as for its turn")
    func cancellation() async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server, { $0.poolSize = 1 }) { store, schema in
            _ = try await store.commit(.made([.made("a")]))
            try await server.hold("LOCK TABLE \(schema).tenants")
            let tasks = ["b", "c"].map { id in
                Task { await code { _ = try await store.commit(.made([.made(id)])) } }
            }
            let waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '\(schema).tenants'::regclass"
            try await until { try server.shell(waiting) != "0" }
            for task in tasks { task.cancel() }
            for task in tasks { #expect(await task.value == .cancelled) }
            try server.release(schema)
            #expect(try await store.newest().count == 1)
        }
    }

    @Test("refuses a server that may lose what it acknowledged", arguments: ["off", "local", "remote_write"])
    func weak(setting: String) async throws {
        let server = try PostgreSQLServer.shared()
        let url = server.url() + "&options=-csynchronous_commit%3D\(setting)"
        let store = PostgreSQLStorage(url: url, configuration: .patient())
        #expect(await code { try await store.prepare() } == .weakDurability)
        await store.close()
    }

    @Test("refuses a server that is weak or became so while it was open, by whichever setting, and reads from it")
    func weakened() async throws {
        let server = try PostgreSQLServer()
        try await withStore(on: server) { store, _ in
            var expected: Int64 = 0
            for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
                _ = try await store.commit(.made([.made("before \(setting)")]))
                try await server.set(setting, to: "off")
                let id = AttachmentID(rawValue: "file")
                let piece = AttachmentPiece(tenant: board, id: id, index: 0, bytes: [1])
                #expect(await code { _ = try await store.commit(.made([.made("b")])) } == .weakDurability, "\(setting)")
                #expect(await code { try await store.attach(piece) } == .weakDurability, "\(setting)")
                expected += 1
                #expect(try await store.newest().count == Int(expected))
                let other = PostgreSQLStorage(url: server.url(), configuration: .patient())
                #expect(await code { try await other.prepare() } == .weakDurability, "\(setting)")
                try await server.set(setting, to: nil)
                try await other.prepare()
                await other.close()
            }
            #expect(try await store.commit(.made([.made("b")])).number.rawValue == expected + 1)
        }
    }

    @Test("refuses tables of a newer version, also when they became so while it was open")
    func newer() async throws {
        let server = try PostgreSQLServer.shared()
        let configuration = PostgreSQLStorage.Configuration.patient()
        let store = PostgreSQLStorage(url: server.url(), configuration: configuration)
        _ = try await store.commit(.made([.made("a")]))
        let schema = quoted(configuration.schema)
        try server.shell("INSERT INTO \(schema).migrations (version) VALUES (99)")
        #expect(await code { _ = try await store.commit(.made([.made("b")])) } == .newerSchema)
        let other = PostgreSQLStorage(url: server.url(), configuration: configuration)
        #expect(await code { try await other.prepare() } == .newerSchema)
        #expect(try server.shell("SELECT count(*) FROM \(schema).commits") == "1")
        for store in [store, other] { await store.close() }
    }

    @Test("leaves a schema that holds something else as it was")
    func foreign() async throws {
        let server = try PostgreSQLServer.shared()
        let configuration = PostgreSQLStorage.Configuration.patient()
        let schema = quoted(configuration.schema)
        try server.shell("CREATE SCHEMA \(schema)", role: "quality")
        try server.shell("CREATE TABLE \(schema).commits (other text)", role: "quality")
        let store = PostgreSQLStorage(url: server.url(), configuration: configuration)
        #expect(await code { try await store.prepare() } == .backend)
        await store.close()
        let count = "SELECT count(*) FROM pg_tables WHERE schemaname = '\(configuration.schema)'"
        #expect(try server.shell(count) == "1")
    }

    @Test("can be closed while others wait for their turn")
    func closing() async throws {
        try await withStore(poolSize: 1) { store, _ in
            let tasks = (0..<20).map { number in
                Task { await code { _ = try await store.commit(.made([.made("r\(number)")])) } }
            }
            _ = try await store.head(of: board, at: nil)
            await store.close()
            await store.close()
            for task in tasks {
                let outcome = await task.value
                #expect(outcome == nil || outcome == .closed)
            }
            #expect(await code { try await store.prepare() } == .closed)
        }
    }
}
#endif
