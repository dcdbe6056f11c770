import Complaints
import Deviations
import Foundation
import LexSarah
import QualityCore
import QualityStorage
import StorageTestSupport
import TestSupport
import Testing

@Suite("Access")
struct AccessTests {
    @Test("a count shows nothing of what the actor may not know of, however it is asked", .requirement("D-SEC-1"))
    func counts() async throws {
        let opened = try await Opened(
            RecordState.ownUnit.deviation(),
            RecordState.otherUnit.deviation(),
            RecordState.healthCare.deviation()
        )
        let manager = opened.store(as: .unitManager)
        let filters: [Filter] = [
            .everything, .not(.nothing), .units(["U2"]), .any([.units(["U1"]), .units(["U2"])]),
            .not(.units(["U1"])), .not(.kinds([])),
        ]
        let totals = [2, 2, 0, 2, 0, 2]
        for (filter, total) in zip(filters, totals) {
            #expect(try await manager.counts(filter).total == total)
            #expect(try await manager.page(filter, limit: 1).revisions.count == min(total, 1))
        }
        #expect(try await manager.counts(by: [.unit]).rows.map(\.keys) == [["U1"]])
        let page = try await manager.page(
            .everything,
            order: RevisionRequest.Order(.identity, isDescending: true),
            limit: 2
        )
        #expect(page.revisions.map(\.reference.id) == ["ownUnit", "healthCare"] && page.next == nil)
    }

    @Test("neither filter nor count tells who reported, but for what is one's own", .requirement("D-SEC-14"))
    func reporters() async throws {
        let opened = try await Opened(RecordState.reported.deviation(), RecordState.ownUnit.deviation())
        let program = opened.store(StoreAccess(program: "reader", as: .readingProgram))
        for dimension in ["person.reporter", "person.assigned", "person.involved"].map(CodeDimension.init(rawValue:)) {
            await denied { try await program.counts(by: [.code(dimension)]) }
            await denied { try await program.counts(.not(.codes(dimension, ["anna"]))) }
            await denied { try await program.page(.all([.any([.codes(dimension, ["anna"])])])) }
        }
        #expect(
            try await program.facts(of: Deviation.kind).allSatisfy { facts in
                facts.observations.allSatisfy { $0.codes.keys.allSatisfy { !$0.rawValue.hasPrefix("person.") } }
            }
        )
        let manager = opened.store(as: .unitManager)
        #expect(try await manager.counts(.reported(by: RecordState.me)).total == 0)
        await denied { try await manager.counts(.reported(by: "anna")) }
        let read = try #require(try await manager.record(RecordState.ownUnit.id))
        #expect(read.hidden == [.reporter])
        #expect(read.record.report.reporter.value == nil && read.record.current.reporter.value == nil)
        let own = try #require(try await opened.store(as: .reporter).record(RecordState.reported.id))
        #expect(own.record.report.reporter.value == .named(RecordState.me))
    }

    @Test("a masked record is never committed over the whole one", .requirement("D-SEC-14", "D-SEC-3"))
    func masked() async throws {
        let opened = try await Opened(RecordState.ownUnit.deviation(), LexSarahCase.takenOver())
        let manager = opened.store(as: .unitManager)
        let saved = try #require(try await manager.record(RecordState.ownUnit.id))
        let refused = await #expect(throws: StorageError.self) {
            try await manager.commit([.update(saved.record, from: saved.version)], reason: "read and written")
        }
        #expect(refused?.code == .maskedRecord)
        let id = RecordState.ownUnit.id
        let named = await #expect(throws: StorageError.self) {
            try await manager.perform(on: id, reason: "renamed") { record throws(StorageError) in
                record = record.masked([.reporter])
                return []
            }
        }
        #expect(named?.code == .maskedRecord)
        let program = opened.store(StoreAccess(program: "reader", as: .readingProgram))
        #expect(try await program.record(id)?.record == RecordState.ownUnit.deviation())
    }

    @Test("a manager whose case is taken over keeps the danger and the measures against it", .requirement("D-SEC-3"))
    func takenOver() async throws {
        let whole = try LexSarahCase.takenOver()
        let opened = try await Opened(whole, LexSarahCase.takenOver("other", unit: "U2"))
        let manager = opened.store(as: .unitManager)
        #expect(try await manager.records(of: LexSarahCase.self).map(\.record.id) == [whole.id])
        let read = try #require(try await manager.record(whole.id)).record
        #expect(read.phase == whole.phase && read.remedy == whole.remedy && read.unit == whole.unit)
        #expect(read.reports[0].reporter.value == nil && read.reports[0].account.value == nil)
        #expect(read.concerned.value == nil && read.answers.value == nil && read.categories.isEmpty)
        #expect(read.rounds.allSatisfy(\.entries.isEmpty) && read.decisions.isEmpty)
        await denied { try await manager.facts(of: LexSarahCase.kind) }
        #expect(try await manager.counts(.kinds([LexSarahCase.kind])).total == 0)
        let measure = RemedyMeasure(
            "Larmet är bytt.",
            by: Signature("me", title: "enhetschef", on: day("2024-03-08")),
            at: try #require(TimeOfDay(hour: 8, minute: 0))
        )
        let after = try await manager.perform(on: whole.id, reason: "measure") { record throws(StorageError) in
            do throws(RuleViolation) {
                try record.record(measure, under: .swedish)
            } catch {
                throw StorageError(.ruleViolation, violations: [error])
            }
            return []
        }
        #expect(after.remedyMeasures == [measure] && after.reports[0].reporter.value == nil)
        let receiver = opened.store(as: .lexSarahReceiver)
        let saved = try #require(try await receiver.record(whole.id)).record
        #expect(saved.remedyMeasures == [measure] && saved.reports == whole.reports && saved.rounds == whole.rounds)
        let assessed = await #expect(throws: StorageError.self) {
            try await manager.perform(on: whole.id, reason: "assessed") { record throws(StorageError) in
                try? record.considerSuspicion(.no(reason: "Inget allvarligt."), under: .swedish)
                return []
            }
        }
        #expect(assessed?.code == .maskedRecord)
    }

    @Test("someone recused from a case knows nothing of it, and the superior does", .requirement("D-SEC-3"))
    func recused() async throws {
        let whole = try LexSarahCase.takenOver()
        let opened = try await Opened(whole)
        let involved = opened.store(
            StoreAccess(
                "manager",
                person: "m",
                purpose: .caseWork,
                roles: [RoleAssignment(.unitManager, units: ["U1"], recused: [whole.reference])]
            )
        )
        #expect(try await involved.record(whole.id) == nil)
        #expect(try await involved.records(of: LexSarahCase.self).isEmpty)
        #expect(try await involved.links(to: [whole.reference]) == [whole.reference: .noAccess])
        let superior = StoreAccess(
            "head",
            person: "h",
            purpose: .caseWork,
            roles: [RoleAssignment(.unitManager, units: ["U1", "U2"])]
        )
        #expect(try await opened.store(superior).record(whole.id) != nil)
    }

    @Test("a branch does not see the other's records unless it names a ground", .requirement("D-SEC-2"))
    func branches() async throws {
        let opened = try await Opened(RecordState.ownUnit.deviation(), RecordState.healthCare.deviation())
        func store(_ crossing: StoreAccess.BranchCrossing?) -> QualityStore {
            opened.store(
                StoreAccess(
                    "a",
                    person: "p",
                    purpose: .caseWork,
                    roles: [RoleAssignment(.unitManager, units: ["U1"], legalBases: [.sol, .lss])],
                    crossing: crossing
                )
            )
        }
        #expect(try await store(nil).record(RecordState.healthCare.id) == nil)
        #expect(try await store(nil).counts(by: [.code(.legalBasis)]).rows.map(\.keys) == [["SoL"]])
        let crossing = StoreAccess.BranchCrossing(.consent, to: [.hsl])
        #expect(try await store(crossing).record(RecordState.healthCare.id) != nil)
        #expect(try await opened.log().contains { $0.crossing == crossing && $0.outcome == .read })
    }

    @Test("health care's own role sees what rests on health care alone", .requirement("D-SEC-2"))
    func medical() async throws {
        let opened = try await Opened(RecordState.ownUnit.deviation(), RecordState.healthCare.deviation())
        let store = opened.store(as: .medicallyResponsible)
        #expect(try await store.records(of: Deviation.self).map(\.record.id) == [RecordState.healthCare.id])
        #expect(try await store.links(to: [RecordState.ownUnit.deviation().reference]).values.first == .noAccess)
    }

    @Test(
        "an emergency opens with a reason, ends, and is logged",
        .requirement("D-SEC-1"),
        arguments: [
            ("Akut larm", 1, true), (" ", 1, false), ("Akut larm", 0, false),
        ]
    )
    func breakGlass(reason: String, hours: Int64, isOpen: Bool) async throws {
        let opened = try await Opened(RecordState.otherUnit.deviation())
        let until = Timestamp(
            microsecondsSince1970: Opened.instant.microsecondsSince1970 + hours * 3_600_000_000
        )
        let glass = StoreAccess.BreakGlass(reason: reason, until: until)
        let store = opened.store(as: .unitManager, breakGlass: glass)
        #expect(try await (store.record(RecordState.otherUnit.id) != nil) == isOpen)
        let entry = try #require(try await opened.log().first)
        #expect(entry.outcome == (isOpen ? .brokeGlass : .refused) && entry.breakGlass == glass)
        await denied { try await opened.store(as: .analyst, breakGlass: glass).record(RecordState.otherUnit.id) }
    }

    @Test("a read of many records is one commit that says who, what, when and what for", .requirement("D-SEC-1"))
    func logged() async throws {
        let opened = try await Opened()
        let program = opened.store(StoreAccess(program: "import", as: .importProgram))
        let records = try (0..<1_200).map { number in
            try Complaint(
                id: #require(RecordID("c\(number)")),
                unit: "U1",
                received: day("2024-03-05"),
                channel: .notStated(source: "test"),
                sender: .value("Anhörig"),
                viewpoints: [Viewpoint(kind: .praise, category: .value("x"))]
            )
        }
        try await program.commit(records.map { .create($0) }, reason: "import")
        let store = opened.store(StoreAccess(program: "reader", purpose: .followUp, as: .readingProgram))
        #expect(try await store.records(of: Complaint.self).count == 1_200)
        #expect(try await store.head().number.rawValue == 2)
        let log = try await opened.log()
        #expect(log.map(\.records.count).sorted() == [200, 1_000])
        #expect(Set(log.flatMap(\.records)) == Set(records.map(\.reference)))
        #expect(log.allSatisfy { $0.actor == "reader" && $0.purpose == .followUp && $0.at == Opened.instant })
        _ = try await store.facts(of: Complaint.kind)
        _ = try await store.counts()
        #expect(try await store.head().number.rawValue == 2)
    }

    @Test("what cannot be logged is not read", .requirement("D-SEC-1"))
    func unlogged() async throws {
        let backend = RefusingStorage()
        let store = QualityStore(
            backend,
            tenant: "SN",
            access: StoreAccess(program: "both", as: .importProgram, .readingProgram)
        ) { Opened.instant }
        try await store.commit([.create(RecordState.ownUnit.deviation())], reason: "import")
        await backend.refuse(as: .readOnly)
        let refused = await #expect(throws: StorageError.self) { try await store.record(RecordState.ownUnit.id) }
        #expect(refused?.code == .readOnly)
        #expect(try await store.facts(of: Deviation.kind).count == 1)
    }

    @Test("nobody writes the log, or makes a record in it", .requirement("D-SEC-1"))
    func forged() async throws {
        let opened = try await Opened(RecordState.ownUnit.deviation())
        _ = try await opened.store(as: .unitManager).record(RecordState.ownUnit.id)
        let entry = try #require(try await opened.log().first)
        let program = opened.store(StoreAccess(program: "import", as: .importProgram))
        await denied { try await program.commit([.update(entry, from: CommitNumber(rawValue: 2))], reason: "x") }
        await denied { try await program.commit([.create(entry)], reason: "x") }
    }

    @Test("a taken identity tells nothing of the record that has it", .requirement("D-SEC-1"))
    func taken() async throws {
        let opened = try await Opened(RecordState.otherUnit.deviation())
        let mine = try Deviation(
            id: RecordState.otherUnit.id,
            unit: "U1",
            occurred: .unknown,
            reported: day("2024-03-05"),
            legalBases: .value([.sol]),
            category: .value("fall"),
            account: .value("Föll."),
            immediateAction: .value(.nothing)
        )
        let refused = await #expect(throws: StorageError.self) {
            try await opened.store(as: .unitManager).commit([.create(mine)], reason: "x")
        }
        #expect(refused?.code == .conflict && refused?.currentVersion == nil)
    }

    @Test("an earlier state is read by those alone who may read the record now", .requirement("D-SEC-2"))
    func earlier() async throws {
        let first = try RecordState.ownUnit.deviation()
        let opened = try await Opened(first)
        var moved = first
        try moved.correct(
            DeviationCorrection(.unit("U2"), reason: "Fel.", by: Signature("c", title: "t", on: day("2024-03-06"))),
            under: .swedish
        )
        let program = opened.store(StoreAccess(program: "import", as: .importProgram))
        try await program.commit([.update(moved, from: CommitNumber(rawValue: 1))], reason: "moved")
        let manager = opened.store(as: .unitManager)
        #expect(try await manager.records(of: Deviation.self, asOf: CommitNumber(rawValue: 1)).isEmpty)
        #expect(try await manager.history(of: first.id).isEmpty)
    }

    @Test("everything about one person is exported, the others masked", .requirement("D-SEC-9"))
    func export() async throws {
        let complaint = try Complaint(
            id: #require(RecordID("c")),
            unit: "U1",
            received: day("2024-03-05"),
            channel: .notStated(source: "test"),
            sender: .value("Dotter till Bo"),
            viewpoints: [Viewpoint(kind: .praise, category: .value("x"))]
        )
        let opened = try await Opened(
            RecordState.assigned.deviation(),
            LexSarahCase.takenOver(),
            complaint
        )
        let registrar = opened.store(as: .registrar, purpose: .personRequest)
        let types: [any QualityRecord.Type] = [Deviation.self, LexSarahCase.self]
        let export = try await registrar.export(about: "bo", from: types)
        #expect(export.entries.map(\.record.id) == ["assigned", "ls"])
        #expect(export.unsearchedKinds == [Complaint.kind])
        let text = export.entries.map { String(decoding: $0.json, as: UTF8.self) }.joined()
        #expect(text.contains(#""bo""#))
        for other in ["anna", "me", "chief", "ulla", "rut"] { #expect(!text.contains("\"\(other)\"")) }
        #expect(try await opened.log().contains { $0.request == .export && $0.records.count == 2 })
        #expect(try await registrar.export(about: "nobody", from: types).entries.isEmpty)
    }

    @Test("an export names the reporter by decision, and needs a purpose", .requirement("D-SEC-9", "D-SEC-14"))
    func disclosure() async throws {
        let deviation = try RecordState.ownUnit.deviation()
        let opened = try await Opened(deviation)
        let registrar = opened.store(as: .registrar, purpose: .personRequest)
        let hidden = try await registrar.export(about: "bo", from: [Deviation.self])
        let named = try await registrar.export(
            about: "bo",
            from: [Deviation.self],
            disclosingReportersOf: [deviation.reference]
        )
        let texts = [hidden, named].map { String(decoding: $0.entries.flatMap(\.json), as: UTF8.self) }
        #expect(texts.map { $0.contains("\"anna\"") } == [false, true])
        let reporter = try await registrar.export(about: "anna", from: [Deviation.self])
        #expect(String(decoding: reporter.entries.flatMap(\.json), as: UTF8.self).contains("\"anna\""))
        await denied { try await opened.store(as: .registrar, purpose: .followUp).export(about: "bo", from: []) }
    }

    private func denied<Value>(
        _ body: () async throws -> Value,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        let error = await #expect(throws: StorageError.self, sourceLocation: sourceLocation) { _ = try await body() }
        #expect(error?.code == .accessDenied, sourceLocation: sourceLocation)
    }
}
