import QualityCore
import QualityStorage
import TestSupport
import Testing

@Suite("An archive")
struct ArchiveTests {

    @Test("brings a register into another store bit for bit, erased records and attachments included")
    func restored() async throws {
        let source = try await register()
        let lines = try await collect(source.archive())
        let target = QualityStore.test(InMemoryStorage())
        let result = try await target.restore(judging: [Memo.self]) { Lines(lines) }
        #expect(result.head == (try await source.head()))
        #expect(try await target.verify(recomputing: [Memo.self]).findings.isEmpty)
        #expect(try await target.records(of: Memo.self) == source.records(of: Memo.self))
        #expect(try await target.counts(by: [.status]) == source.counts(by: [.status]))
        let again = try await target.restore(judging: [Memo.self]) { Lines(lines) }
        #expect(again.commits == 0)
        // The archive of the target holds its own making, too, as an export is itself logged.
        #expect(try await collect(target.archive()).starts(with: lines.dropLast()))
    }

    @Test("continues a register that holds its beginning")
    func continued() async throws {
        let source = QualityStore.test(InMemoryStorage())
        try await begin(source)
        let short = try await collect(source.archive())
        let target = QualityStore.test(InMemoryStorage())
        _ = try await target.restore(judging: []) { Lines(short) }
        try await go(on: source)
        let lines = try await collect(source.archive())
        let result = try await target.restore(judging: []) { Lines(lines) }
        // Three commits and the log of the second archive.
        #expect(result.commits == 4)
        #expect(result.head == (try await source.head()))
    }

    @Test("is refused with its line when a byte is changed, and nothing is written", arguments: Seeds.some(1))
    func changed(seed: UInt64) async throws {
        let lines = try await archived()
        for number in lines.indices {
            for position in stride(from: number % 7, to: lines[number].count, by: 61) {
                var bad = lines
                bad[number][position] ^= 1
                let error = await refusal(of: bad)
                #expect(error?.line == number + 1, "byte \(position) of line \(number + 1)")
            }
        }
    }

    @Test("is refused with its line when one is missing, doubled or moved")
    func moved() async throws {
        let lines = try await archived()
        for number in lines.indices {
            var bad = lines
            bad.remove(at: number)
            let expected = number + 1
            #expect(await refusal(of: bad)?.line == expected, "without line \(expected)")
            bad = lines
            bad.insert(lines[number], at: number)
            #expect(await refusal(of: bad)?.line == number + 2, "line \(number + 1) twice")
            guard number > 0 else { continue }
            bad = lines
            bad.swapAt(number - 1, number)
            #expect(await refusal(of: bad)?.line == number, "line \(number + 1) first")
        }
    }

    @Test("is refused by its rules with line, record and rule, and taken when the text is there")
    func judged() async throws {
        for (text, rule) in [("", "X-1"), ("text", nil)] as [(String, String?)] {
            let backend = InMemoryStorage()
            let memo = Memo("m", text: text, received: day("2024-01-01"))
            _ = try await backend.commit(try .memo(memo))
            let lines = try await collect(QualityStore.test(backend).archive())
            let error = await refusal(of: lines)
            if case .rules(let violations)? = error?.fault {
                #expect(violations.map(\.rule) == [rule])
                #expect(error?.line == 2)
                #expect(error?.record == memo.reference)
            } else {
                #expect(rule == nil && error == nil)
            }
        }
    }

    @Test("of another tenant is refused")
    func otherTenant() async throws {
        let lines = try await archived()
        let target = QualityStore.test(InMemoryStorage(), tenant: "other")
        await #expect(throws: RestorationError.self) {
            try await target.restore(judging: []) { Lines(lines) }
        }
        #expect(try await target.head() == .empty)
    }

    private func refusal(of lines: [[UInt8]]) async -> ArchiveError? {
        let backend = InMemoryStorage()
        let target = QualityStore.test(backend)
        do {
            _ = try await target.restore(judging: [Memo.self]) { Lines(lines) }
            return nil
        } catch {
            #expect((try? await target.head()) == .empty)
            guard case .archive(let error) = error else { return nil }
            return error
        }
    }

    private func archived() async throws -> [[UInt8]] {
        try await collect(try await register().archive())
    }

    /// Six commits: two records, a change with an attachment, a disposal, a record whose text has å in two parts, another
    /// attachment.
    private func register() async throws -> QualityStore {
        let store = QualityStore.test(InMemoryStorage())
        try await begin(store)
        try await go(on: store)
        return store
    }

    private func begin(_ store: QualityStore) async throws {
        var memo = Memo("a", received: day("2020-01-01"), closed: day("2020-02-01"))
        let first = try await store.commit([.create(memo)], reason: "one")
        try await store.commit(
            [.create(Memo("b", received: day("2021-01-01")))],
            reason: "two",
            idempotencyKey: "key"
        )
        memo.text = "changed"
        let file = try await store.attach(
            AttachmentID(rawValue: "file"),
            named: "bild.png",
            mediaType: "image/png",
            Lines([Array(repeating: 7, count: 1_500_000)])
        )
        try await store.commit([.update(memo, from: first.number, with: [file])], reason: "three")
    }

    private func go(on store: QualityStore) async throws {
        let id = Memo("a", received: day("2020-01-01")).id
        let saved = try #require(try await store.record(id))
        try await store.erase(id, from: saved.version, reason: "wrong person")
        try await store.commit(
            [.create(Memo("e", text: "Föll i ha\u{30a}llet", received: day("2022-01-01")))],
            reason: "five"
        )
        let other = try await store.attach(
            AttachmentID(rawValue: "other"),
            named: "ljud.wav",
            mediaType: "audio/wav",
            Lines([[1, 2, 3], [4]])
        )
        try await store.commit([.create(Memo("c", received: day("2023-01-01")), with: [other])], reason: "six")
    }
}

/// Lines of a file, or runs of bytes, that are in memory.
struct Lines: AsyncSequence {
    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<[UInt8]>

        mutating func next() async -> [UInt8]? { rest.popFirst() }
    }

    private let lines: [[UInt8]]

    init(_ lines: [[UInt8]]) {
        self.lines = lines
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: lines[...]) }
}

func collect<Source: AsyncSequence>(_ source: Source) async throws -> [Source.Element] {
    var elements: [Source.Element] = []
    for try await element in source { elements.append(element) }
    return elements
}

extension CommitRequest {
    /// A commit past the rules of a register, as a database shell could make it.
    static func memo(_ memo: Memo) throws -> CommitRequest {
        CommitRequest(
            tenant: board,
            writes: [
                Write(
                    reference: memo.reference,
                    precondition: .absent,
                    schemaVersion: 1,
                    payload: SealedPayload(
                        SealedPayload.Content(bytes: Array(try JSON.text(memo).utf8)),
                        salt: Array(repeating: 1, count: 16)
                    ),
                    facts: SealedFacts(memo.facts, salt: Array(repeating: 2, count: 16))
                )
            ],
            actor: "shell",
            reason: "past the rules",
            recordedAt: Timestamp(microsecondsSince1970: 0)
        )
    }
}
