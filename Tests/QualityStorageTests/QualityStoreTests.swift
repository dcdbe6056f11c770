import Complaints
import Deviations
import LexSarah
import QualityCore
import QualityStorage
import Testing

@Suite("A register")
struct QualityStoreTests {
    @Test("refuses a commit with all violations of all its records and writes nothing", arguments: Adapter.allCases)
    func violations(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = register(backend)
            let changes: [RecordChange] = [
                .create(try deviation("good")),
                .create(try deviation("bad1", legalBases: [], account: " ")),
                .create(try deviation("bad2", account: "")),
            ]
            let error = await #expect(throws: StorageError.self) {
                try await store.commit(changes, reason: "test")
            }
            #expect(error?.code == .ruleViolation)
            #expect(error?.violations.map(\.field) == ["legalBases", "account", "account"])
            #expect(error?.violations.map { $0.record?.id } == ["bad1", "bad1", "bad2"])
            #expect(try await store.head().number == .zero)
            #expect(try await store.records(of: Deviation.self).isEmpty)
        }
    }

    @Test("takes an update only from the version that is saved", arguments: Adapter.allCases)
    func update(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = register(backend)
            var record = try deviation("d")
            let first = try await store.commit([.create(record)], reason: "reported")
            let reviewer = Signature("chief", title: "enhetschef", on: try day(2022, 1, 1))
            try record.correct(DeviationCorrection(.place("hall"), reason: "gap", by: reviewer), under: .swedish)
            let again = await #expect(throws: StorageError.self) {
                try await store.commit([.create(record)], reason: "again")
            }
            #expect(again?.code == .conflict)
            let second = try await store.commit([.update(record, from: first.number)], reason: "corrected")
            let stale = await #expect(throws: StorageError.self) {
                try await store.commit([.update(record, from: first.number)], reason: "stale")
            }
            #expect(stale?.currentVersion == second.number)
            let saved = try #require(try await store.record(record.id))
            #expect(saved.record == record)
            #expect(saved.version == second.number)
            #expect(saved.recordedAt.microsecondsSince1970 == 42)
            let before = try await store.records(of: Deviation.self, asOf: first.number)
            #expect(before.map(\.record.place.value) == [nil])
        }
    }

    @Test("gives back records of all three types as they were saved", arguments: Adapter.allCases)
    func roundTrip(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = register(backend)
            let event = try deviation("d", account: "Föll i ha\u{30a}llet \"trappan\" / rad\n2")
            let complaint = try Complaint(
                id: #require(RecordID("c")),
                unit: OrganisationUnitID(rawValue: "SÄBO"),
                received: day(2021, 2, 3),
                channel: .value(.deviationSystem),
                sender: .value("anhörig"),
                viewpoints: [
                    Viewpoint(kind: .praise, category: .value(CategoryCode(rawValue: "bemötande"))),
                    Viewpoint(kind: .question, category: .value(CategoryCode(unlisted: "övrigt"))),
                ],
                answered: day(2021, 2, 9)
            )
            let misconduct = try LexSarahCase(
                id: #require(RecordID("l")),
                unit: OrganisationUnitID(rawValue: "HT"),
                reported: day(2021, 5, 1),
                categories: [CategoryCode(rawValue: "omsorg"), CategoryCode(rawValue: "bemötande")],
                investigationEnded: day(2021, 6, 1),
                decision: MisconductDecision(degree: .serious, motivation: .value("allvarligt")),
                notified: day(2021, 5, 2)
            )
            let receipt = try await store.commit(
                [.create(event), .create(complaint), .create(misconduct)],
                reason: "import"
            )
            #expect(receipt.number.rawValue == 1)
            #expect(try await store.records(of: Deviation.self).map(\.record) == [event])
            #expect(try await store.record(complaint.id)?.record == complaint)
            #expect(try await store.record(misconduct.id)?.record == misconduct)
            #expect(try await store.facts(of: Deviation.kind) == [event.facts])
            #expect(try await store.facts(of: Complaint.kind) == [complaint.facts])
            #expect(try await store.facts(of: LexSarahCase.kind) == [misconduct.facts])
            #expect(try await store.record(#require(RecordID<Deviation>("c"))) == nil)
        }
    }

    @Test("reads every record of more than one page", arguments: Adapter.allCases)
    func pages(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = register(backend)
            let records = try (0..<2_500).map { try deviation("d\($0)") }
            try await store.commit(records.map { .create($0) }, reason: "import")
            let ids = records.map(\.id.rawValue).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect(try await store.records(of: Deviation.self).map(\.record.id.rawValue) == ids)
            #expect(try await store.facts(of: Deviation.kind).count == 2_500)
        }
    }

    @Test("refuses to read a payload of a newer schema, naming the record", arguments: Adapter.allCases)
    func newerPayload(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            var write = CommitRequest.Write.test("d", kind: Deviation.kind)
            write.schemaVersion = Deviation.schemaVersion + 1
            _ = try await backend.commit(.test([write]))
            let error = await #expect(throws: StorageError.self) {
                try await register(backend).records(of: Deviation.self)
            }
            #expect(error?.code == .newerSchema)
            #expect(error?.record == write.reference)
        }
    }

    private func register(_ backend: some StorageBackend) -> QualityStore {
        QualityStore(
            backend,
            tenant: board,
            access: StoreAccess(program: "tester", as: .importProgram, .readingProgram)
        ) { Timestamp(microsecondsSince1970: 42) }
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
        try #require(CalendarDate(year: year, month: month, day: day))
    }

    private func deviation(
        _ id: String,
        legalBases: [LegalBasis] = [.sol],
        account: String = "fall"
    ) throws -> Deviation {
        try Deviation(
            id: #require(RecordID(id)),
            unit: OrganisationUnitID(rawValue: "SÄBO"),
            occurred: .day(day(2020, 2, 29)),
            discovered: day(2020, 3, 1),
            reported: day(2020, 3, 1),
            legalBases: .value(legalBases),
            category: .value(CategoryCode(rawValue: "fall")),
            account: .value(account),
            immediateAction: .value(.taken("lyft")),
            risk: nil
        )
    }
}
