#if SQLite
import QualityCore
import QualitySamples
import QualityStorage
import QualityStorageSQLite
import TestSupport
import Testing

@Suite("A file that cannot be written")
struct SpaceTests {
    @Test("because it was opened for reading alone is read and takes no commit")
    func readOnly() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            let writer = SQLiteStorage(path: path)
            _ = try await writer.commit(.test([.test("a"), .test("b")]))
            let reader = SQLiteStorage(path: path, isReadOnly: true)
            #expect(try await reader.all(.test()) == writer.all(.test()))
            let requests: [() async throws -> Void] = [
                { _ = try await reader.commit(.test([.test("c")])) },
                { _ = try await reader.redact(RedactionRequest(.test([.tombstone("a", 1)]))) },
                {
                    try await reader.attach(
                        AttachmentPiece(tenant: board, id: AttachmentID(rawValue: "f"), index: 0, bytes: [1])
                    )
                },
            ]
            for request in requests {
                let error = await #expect(throws: StorageError.self) { try await request() }
                #expect(error?.code == .readOnly)
            }
            _ = try await writer.commit(.test([.test("c")]))
            #expect(try await reader.head(of: board) == writer.head(of: board))
            await reader.close()
            await writer.close()
            let missing = SQLiteStorage(path: folder + "/none.sqlite", isReadOnly: true)
            await #expect(throws: StorageError.self) { try await missing.prepare() }
            #expect(try files(in: folder).contains("none.sqlite") == false)
        }
    }

    @Test("while another writes stops waiting when its task is cancelled", .timeLimit(.minutes(30)))
    func cancelled() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            let store = SQLiteStorage(path: path, busyTimeout: .seconds(3_600))
            _ = try await store.commit(.test([.test("a")]))
            let other = try OtherProgram(path)
            try other.run("BEGIN IMMEDIATE")
            let task = Task { try await store.commit(.test([.test("b")])) }
            try await Task.sleep(for: .milliseconds(50))
            task.cancel()
            let error = await #expect(throws: StorageError.self) { try await task.value }
            #expect(error?.code == .cancelled)
            try other.run("ROLLBACK")
            #expect(try await store.head(of: board).number.rawValue == 1)
            await store.close()
        }
    }

    @Test("holds no byte of what was erased, in any form, and still verifies", arguments: Seeds.some(1))
    func erased(seed: UInt64) async throws {
        try await withTemporaryFolder { folder in
            let store = SQLiteStorage(path: folder + "/register.sqlite")
            var generator = SeededGenerator(seed: seed)
            let marks = (0..<50).map { _ in
                "hemlig"
                    + String(
                        (0..<12).map { _ in Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &generator))) }
                    )
            }
            var versions: [String: Int64] = [:]
            for number in 1...600 as ClosedRange<Int64> {
                let index = Int(number) % 150
                let secret = index < 50 ? marks[index] : "offentlig"
                let id = "r\(index * 7_919 % 150)"
                var attachments: [AttachmentFacts] = []
                if number <= 150 {
                    let bytes = Array("fil \(secret)".utf8)
                    let facts = AttachmentFacts(
                        id: AttachmentID(rawValue: "f\(number)"),
                        name: secret + ".txt",
                        mediaType: "text/plain",
                        size: Int64(bytes.count),
                        digest: ContentDigest(of: bytes)
                    )
                    try await store.attach(AttachmentPiece(tenant: board, id: facts.id, index: 0, bytes: bytes))
                    attachments = [facts]
                }
                let text = String(repeating: "\(secret) \(number) ", count: Int.random(in: 1...60, using: &generator))
                let write = CommitRequest.Write.test(
                    id,
                    versions[id].map { .version($0) } ?? .absent,
                    payload: Array(text.utf8),
                    words: text,
                    attachments: attachments,
                    status: "s" + secret
                )
                _ = try await store.commit(.test([write], at: number))
                versions[id] = number
            }
            let erased = (0..<50).map { index in "r\(index * 7_919 % 150)" }
            for half in [erased.prefix(25), erased.suffix(25)] {
                _ = try await store.redact(
                    RedactionRequest(.test(half.map { .tombstone($0, versions[$0] ?? 0) }, at: 700))
                )
            }
            for name in try files(in: folder) {
                let content = try bytes(ofFile: folder + "/" + name)
                for mark in marks { #expect(!holds(content, Array(mark.utf8)), "\(mark) in \(name), seed \(seed)") }
                if name == "register.sqlite" { #expect(holds(content, Array("offentlig".utf8))) }
            }
            let report = try await QualityStore(store, tenant: board, access: .tester) {
                Timestamp(microsecondsSince1970: 0)
            }.verify()
            #expect(report.findings.isEmpty)
            await store.close()
        }
    }

    private func holds(_ content: [UInt8], _ mark: [UInt8]) -> Bool {
        var start = content.startIndex
        while let place = content[start...].firstIndex(of: mark[0]) {
            if content[place...].starts(with: mark) { return true }
            start = place + 1
        }
        return false
    }
}
#endif
