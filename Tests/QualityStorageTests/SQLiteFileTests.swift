#if SQLite
import QualityCore
import QualityStorage
import QualityStorageSQLite
import Testing
import QualitySamples

@Suite("A file of SQLiteStorage")
struct SQLiteFileTests {
    @Test("holds the same when it is opened again")
    func reopening() async throws {
        try await withFile { path in
            let first = SQLiteStorage(path: path)
            _ = try await first.commit(.test([.test("a"), .test("b", payload: [])], key: "k"))
            _ = try await first.commit(.test([.test("a", .version(1), payload: [4])]))
            let saved = try await first.all(.test())
            await first.close()
            let second = SQLiteStorage(path: path)
            #expect(try await second.all(.test()) == saved)
            #expect(try await second.head(of: board).number.rawValue == 2)
            #expect(try await second.commit(.test([.test("a")], key: "k")).number.rawValue == 1)
            await second.close()
        }
    }

    @Test("shows two stores each other's commits and conflicts")
    func twoStores() async throws {
        try await withFile { path in
            let (left, right) = (SQLiteStorage(path: path), SQLiteStorage(path: path))
            _ = try await left.commit(.test([.test("a")]))
            #expect(try await right.all(.test()).map(\.reference.id) == ["a"])
            #expect(try await right.commit(.test([.test("a", .version(1))])).number.rawValue == 2)
            let error = await #expect(throws: StorageError.self) {
                try await left.commit(.test([.test("a", .version(1))]))
            }
            #expect(error?.code == .conflict)
            #expect(error?.currentVersion?.rawValue == 2)
            #expect(try await left.head(of: board) == right.head(of: board))
            await left.close()
            await right.close()
        }
    }

    @Test("keeps both forms of å apart in a reason")
    func reason() async throws {
        try await withFile { path in
            let store = SQLiteStorage(path: path)
            let reasons = ["r\u{e5}d 1", "ra\u{30a}d 2"]
            for (number, reason) in reasons.enumerated() {
                _ = try await store.commit(.test([.test("r\(number)")], reason: reason))
            }
            await store.close()
            let file = try bytes(ofFile: path)
            for reason in reasons { #expect(file.contains(Array(reason.utf8))) }
        }
    }

    @Test("of a newer schema is refused and left as it was")
    func newerSchema() async throws {
        try await withFile { path in
            try await makeRegister(path)
            try change(path, at: 60, to: [0, 0, 0, 99])
            try await expectRefusal(of: path, .newerSchema)
        }
    }

    @Test("of a newer schema is left as it was even when its last writer was cut off")
    func newerSchemaAfterCrash() async throws {
        try await withFile { path in
            try await makeRegister(path)
            try change(path, at: 60, to: [0, 0, 0, 99])
            let copy = path + ".copy"
            let other = try OtherProgram(path)
            try other.run("CREATE TABLE later (name TEXT)")
            try write(bytes(ofFile: path), toFile: copy)
            try write(bytes(ofFile: path + "-wal"), toFile: copy + "-wal")
            try await expectRefusal(of: copy, .newerSchema)
        }
    }

    @Test("takes nothing of a commit that fails half-way, and the error says nothing of the data")
    func failureHalfWay() async throws {
        try await withFile { path in
            let store = SQLiteStorage(path: path)
            _ = try await store.commit(.test([.test("a")]))
            try OtherProgram(path).run(
                """
                CREATE TRIGGER stop BEFORE INSERT ON revisions WHEN new.id = 'bad'
                BEGIN SELECT raise(ABORT, 'secret'); END
                """
            )
            let error = await #expect(throws: StorageError.self) {
                try await store.commit(.test([.test("b"), .test("bad")], key: "k"))
            }
            #expect(error?.code == .backend)
            #expect(error?.detail == "SQLITE_CONSTRAINT (1811): constraint failed")
            #expect(try await store.all(.test()).map(\.reference.id) == ["a"])
            #expect(try await store.commit(.test([.test("b")], key: "k")).number.rawValue == 2)
            await store.close()
        }
    }

    @Test("that another process made newer while it was open takes no more commits")
    func newerWhileOpen() async throws {
        try await withFile { path in
            let store = SQLiteStorage(path: path)
            _ = try await store.commit(.test([.test("a")]))
            let other = try OtherProgram(path)
            try other.run("PRAGMA user_version = 99")
            let error = await #expect(throws: StorageError.self) { try await store.commit(.test([.test("new")])) }
            #expect(error?.code == .newerSchema)
            #expect(try await store.head(of: board).number.rawValue == 1)
            await store.close()
        }
    }

    @Test("that another process writes to can be read, and takes commits when the other is done")
    func busy() async throws {
        try await withFile { path in
            let store = SQLiteStorage(path: path, busyTimeout: .seconds(1))
            _ = try await store.commit(.test([.test("a")]))
            let other = try OtherProgram(path)
            try other.run("BEGIN IMMEDIATE")
            let error = await #expect(throws: StorageError.self) { try await store.commit(.test([.test("b")])) }
            #expect(error?.code == .busy)
            #expect(error?.detail == "SQLITE_BUSY (5): database is locked")
            #expect(try await store.all(.test()).count == 1)
            try other.run("ROLLBACK")
            #expect(try await store.commit(.test([.test("b")])).number.rawValue == 2)
            await store.close()
        }
    }

    @Test("whose facts were damaged names the record and nothing that it holds")
    func damagedFacts() async throws {
        try await withFile { path in
            let store = SQLiteStorage(path: path)
            _ = try await store.commit(.test([.test("a"), .test("b"), .test("c")]))
            try OtherProgram(path).run("UPDATE revisions SET codes = 'secret' WHERE id = 'b'")
            let error = await #expect(throws: StorageError.self) { try await store.revisions(.test()) }
            #expect(error?.code == .damaged)
            #expect(error?.record?.id == "b")
            #expect(error?.description.contains("secret") == false)
            await store.close()
        }
    }

    @Test("that is a database of something else is refused and left as it was", arguments: [0, 1, 0x4D])
    func foreign(application: UInt8) async throws {
        try await withFile { path in
            try await makeRegister(path)
            try change(path, at: 68, to: [0, 0, 0, application])
            try await expectRefusal(of: path, .backend)
        }
    }

    @Test("that is no database is refused with the code of SQLite", arguments: [5, 600, 9_000])
    func noDatabase(size: Int) async throws {
        try await withFile { path in
            try write(Array(repeating: UInt8(ascii: "x"), count: size), toFile: path)
            let error = try await expectRefusal(of: path, .backend)
            #expect(error?.detail?.hasPrefix("SQLITE_NOTADB (26)") == true)
        }
    }

    @Test("that holds nothing yet is made a register, whatever the letters of its path")
    func emptyFile() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/nämnd 100% ?&#.sqlite"
            try write([], toFile: path)
            try await makeRegister(path)
            #expect(try bytes(ofFile: path)[68..<72].elementsEqual("QMgt".utf8))
            try change(path, at: 60, to: [0, 0, 0, 3])
            try await expectRefusal(of: path, .newerSchema)
        }
    }

    @Test("that cannot be opened, or cannot be kept durably, is an error of the back-end")
    func impossible() async throws {
        try await withTemporaryFolder { folder in
            let paths: [(String, StorageError.Code)] = [
                (folder + "/none/register.sqlite", .backend), (folder, .backend), (":memory:", .weakDurability),
            ]
            for (path, code) in paths {
                let store = SQLiteStorage(path: path)
                let error = await #expect(throws: StorageError.self) { try await store.prepare() }
                #expect(error?.code == code)
                #expect(error?.detail?.contains(folder) == false)
            }
        }
    }

    private func withFile(_ body: (String) async throws -> Void) async throws {
        try await withTemporaryFolder { try await body($0 + "/register.sqlite") }
    }

    private func makeRegister(_ path: String) async throws {
        let store = SQLiteStorage(path: path)
        _ = try await store.commit(.test([.test("a")]))
        await store.close()
    }

    /// Overwrites a field of the file's header.
    private func change(_ path: String, at offset: Int, to field: [UInt8]) throws {
        var file = try bytes(ofFile: path)
        file.replaceSubrange(offset..<(offset + field.count), with: field)
        try write(file, toFile: path)
    }

    @discardableResult
    private func expectRefusal(of path: String, _ code: StorageError.Code) async throws -> StorageError? {
        let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex))
        let before = try (bytes(ofFile: path), files(in: folder))
        let store = SQLiteStorage(path: path)
        let error = await #expect(throws: StorageError.self) { try await store.prepare() }
        await #expect(throws: StorageError.self) { try await store.commit(.test([.test("new")])) }
        await store.close()
        #expect(error?.code == code)
        #expect(try bytes(ofFile: path) == before.0)
        #expect(try files(in: folder) == before.1)
        return error
    }
}
#endif
