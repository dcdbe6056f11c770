#if PostgreSQL
import QualityCore
import QualityStorage
import QualityStoragePostgreSQL
import Synchronization
import Testing

@Suite("A store whose server fails it")
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
        let store = PostgreSQLStorage(url: server.url(database: "cut")) { event in told.withLock { $0.append(event) } }
        for number in 1...3 {
            _ = try await store.commit(.made([.made("r\(number)")]))
            try server.shell("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'cut'")
        }
        #expect(try await store.head(of: board, at: nil).number.rawValue == 3)
        #expect(told.withLock { $0 } == [.migration(from: 0, to: 1)] + Array(repeating: .retry(.unavailable), count: 3))
        await store.close()
    }

    @Test("is unavailable when the server takes no more connections, and works when one is free")
    func connections() async throws {
        let server = try PostgreSQLServer.shared()
        try server.shell("CREATE DATABASE few OWNER quality CONNECTION LIMIT 1")
        let first = PostgreSQLStorage(url: server.url(database: "few"))
        try await first.prepare()
        let second = PostgreSQLStorage(url: server.url(database: "few"))
        #expect(await code { try await second.prepare() } == .unavailable)
        await first.close()
        var left = 100
        while await code({ try await second.prepare() }) != nil, left > 0 {
            left -= 1
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(left > 0)
        await second.close()
    }

    @Test("does not know what became of a commit whose answer was cut off, and learns it by the key")
    func unknownOutcome() async throws {
        let server = try PostgreSQLServer.shared()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.stop() }
        let configuration = PostgreSQLStorage.Configuration(schema: freshSchema(), poolSize: 1)
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
        try await withStore(on: server, { $0.busyTimeout = .milliseconds(300) }) { store, schema in
            _ = try await store.commit(.made([.made("a")]))
            try await server.hold("SELECT * FROM \(schema).tenants FOR UPDATE")
            #expect(await code { _ = try await store.commit(.made([.made("b")])) } == .busy)
            #expect(try await store.newest().count == 1)
            try server.release(schema)
            #expect(try await store.commit(.made([.made("b")])).number.rawValue == 2)
        }
    }

    @Test("stops waiting when its task is cancelled, for the server as for its turn")
    func cancellation() async throws {
        let server = try PostgreSQLServer.shared()
        try await withStore(on: server, { $0.poolSize = 1 }) { store, schema in
            _ = try await store.commit(.made([.made("a")]))
            try await server.hold("LOCK TABLE \(schema).tenants")
            let start = ContinuousClock.now
            let tasks = ["b", "c"].map { id in
                Task { await code { _ = try await store.commit(.made([.made(id)])) } }
            }
            try await Task.sleep(for: .milliseconds(200))
            for task in tasks { task.cancel() }
            for task in tasks { #expect(await task.value == .cancelled) }
            #expect(ContinuousClock.now - start < .seconds(8))
            try server.release(schema)
            #expect(try await store.newest().count == 1)
        }
    }

    @Test("refuses a server that may lose what it acknowledged", arguments: ["off", "local", "remote_write"])
    func weak(setting: String) async throws {
        let server = try PostgreSQLServer.shared()
        let store = PostgreSQLStorage(url: server.url() + "&options=-csynchronous_commit%3D\(setting)")
        #expect(await code { try await store.prepare() } == .weakDurability)
        await store.close()
    }

    @Test("refuses a server that became weak while it was open")
    func weakened() async throws {
        let server = try PostgreSQLServer()
        try await withStore(on: server) { store, _ in
            _ = try await store.commit(.made([.made("a")]))
            try server.shell("ALTER SYSTEM SET full_page_writes = off")
            try server.shell("SELECT pg_reload_conf()")
            try await Task.sleep(for: .milliseconds(500))
            #expect(await code { _ = try await store.commit(.made([.made("b")])) } == .weakDurability)
            #expect(try await store.newest().count == 1)
        }
    }

    @Test("refuses tables of a newer version, also when they became so while it was open")
    func newer() async throws {
        let server = try PostgreSQLServer.shared()
        let configuration = PostgreSQLStorage.Configuration(schema: freshSchema())
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
        let configuration = PostgreSQLStorage.Configuration(schema: freshSchema())
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
