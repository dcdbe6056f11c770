import QualityCore
import QualityInterchange
import QualityStorage
import TestSupport
import Testing

@Suite("A rule of a record")
struct DoorTests {
    @Test("is kept alike by judgement, act, commit, import and archive", arguments: RecordTypes.standard.all.indices)
    func doors(index: Int) async throws {
        func check<Record: QualityRecord>(_ type: Record.Type) async throws {
            let payloads: [JSONTree] = try JSON.fixture(Payload.path(type))
            let examples: [Breach] = Record.rules.isEmpty ? [] : try JSON.fixture("Breaches/\(type.kind.rawValue).json")
            var open = Set(Record.rules.indices)
            for example in examples {
                let altered = try #require(example.altered(payloads), "\(example)")
                let sound: Record = try JSON.value(from: JSON.text(payloads[example.payload]))
                let broken: Record = try JSON.value(from: JSON.text(altered))
                let violations = broken.violations(under: .swedish)
                #expect(violations.contains { $0.rule == example.rule && $0.field == example.field }, "\(example)")
                #expect(violations.allSatisfy { $0.record == sound.reference }, "\(example)")
                #expect(sound.violations(under: .swedish).isEmpty, "\(example)")
                open = open.filter { Record.rules[$0].violation(by: broken, under: .swedish) == nil }
                expectNoAct(from: sound, to: broken, violations)
                try await expectNoCommit(of: broken, violations)
                try expectNoImport(of: altered, beside: sound, violations)
                try await expectNoArchive(of: broken, after: sound, violations)
            }
            let names = open.sorted().map { "\(Record.rules[$0].id) \(Record.rules[$0].field)" }
            #expect(open.isEmpty, "no example: \(names)")
            print(
                "\(type.kind.rawValue): \(Record.rules.count - open.count) of \(Record.rules.count) rules",
                "by judgement, act, commit, import and archive"
            )
        }
        try await check(RecordTypes.standard.all[index])
    }

    private func expectNoAct<Record: QualityRecord>(
        from sound: Record,
        to broken: Record,
        _ violations: [RuleViolation]
    ) {
        var record = sound
        #expect(refusal { try record.perform(under: .swedish) { $0 = broken } } == violations.first.map(Refusal.init))
        #expect(record == sound)
    }

    private func expectNoCommit<Record: QualityRecord>(of broken: Record, _ violations: [RuleViolation]) async throws {
        let store = QualityStore(
            InMemoryStorage(),
            tenant: TenantID(rawValue: "board"),
            access: StoreAccess(program: "tester", as: .importProgram, .readingProgram),
            now: { Timestamp(microsecondsSince1970: 42) }
        )
        try await store.prepare()
        let error = await #expect(throws: StorageError.self) {
            try await store.commit([.create(broken)], reason: "test")
        }
        #expect(error?.code == .ruleViolation)
        #expect(error?.violations == violations)
        #expect(try await store.records(of: Record.self).isEmpty)
    }

    private func expectNoImport<Record: QualityRecord>(
        of altered: JSONTree,
        beside sound: Record,
        _ violations: [RuleViolation]
    ) throws {
        let line = JSONTree.fields([
            "kind": .text(Record.kind.rawValue), "record": altered, "schemaVersion": .whole(Record.schemaVersion),
        ])
        let bytes = Array(try JSON.text(line).utf8) + [UInt8(ascii: "\n")] + (try RecordLines.bytes(of: [sound]))
        let lines = RecordLines(reading: bytes, under: .swedish)
        #expect(lines.refused == [RefusedLine(line: 1, record: sound.reference, problem: .rules(violations))])
        #expect(lines.entries.map { $0.record as? Record } == [sound])
    }

    /// Writes the change past the rules, as a database shell could, and lets no register take its archive.
    private func expectNoArchive<Record: QualityRecord>(
        of broken: Record,
        after sound: Record,
        _ violations: [RuleViolation]
    ) async throws {
        let backend = InMemoryStorage()
        let first = try await backend.commit(try pastRules(sound, .absent))
        _ = try await backend.commit(try pastRules(broken, .version(first.number)))
        var lines: [[UInt8]] = []
        for try await line in try await register(backend).archive() { lines.append(line) }
        let archive = lines
        let target = InMemoryStorage()
        var refusal: ArchiveError?
        do throws(RestorationError) {
            _ = try await register(target).restore(judging: [Record.self]) {
                AsyncStream { stream in
                    for line in archive { stream.yield(line) }
                    stream.finish()
                }
            }
        } catch {
            if case .archive(let error) = error { refusal = error }
        }
        #expect(refusal == ArchiveError(line: 3, record: sound.reference, fault: .rules(violations)))
        #expect(try await target.head(of: "board", at: nil) == .empty)
    }

    private func register(_ backend: InMemoryStorage) -> QualityStore {
        let access = StoreAccess(program: "tester", as: .archiveProgram)
        return QualityStore(backend, tenant: "board", access: access) { Timestamp(microsecondsSince1970: 42) }
    }

    private func pastRules<Record: QualityRecord>(
        _ record: Record,
        _ precondition: CommitRequest.Precondition
    ) throws -> CommitRequest {
        let payload = SealedPayload.Content(bytes: Array(try JSON.text(record).utf8))
        return CommitRequest(
            tenant: "board",
            writes: [
                CommitRequest.Write(
                    reference: record.reference,
                    precondition: precondition,
                    schemaVersion: Record.schemaVersion,
                    payload: SealedPayload(payload, salt: Seal.randomSalt()),
                    facts: SealedFacts(record.facts, salt: Seal.randomSalt())
                )
            ],
            actor: "shell",
            reason: "past the rules",
            recordedAt: Timestamp(microsecondsSince1970: 0)
        )
    }
}
