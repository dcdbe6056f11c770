import Deviations
import QualityCore
import QualityStorage
import QualityWorkflows
import TestSupport
import Testing

@Suite("Every draft")
struct DraftTests {
    static let all: [any AnyDraftSpecimen] = caseSpecimens + checkSpecimens + improvementSpecimens

    @Test("names each field once, in two languages", arguments: all)
    func fields(_ specimen: any AnyDraftSpecimen) {
        specimen.checkFields()
    }

    @Test("may lack everything, and says so once for each field", arguments: all)
    func empty(_ specimen: any AnyDraftSpecimen) throws {
        try specimen.checkEmpty()
    }

    @Test("loses exactly the problem of the field that is filled in", arguments: all)
    func eachField(_ specimen: any AnyDraftSpecimen) throws {
        try specimen.checkEachField()
    }

    @Test("gives one record when all is filled in", arguments: all)
    func full(_ specimen: any AnyDraftSpecimen) throws {
        try specimen.checkFull()
    }

    @Test("names rule and field of what is wrong, and nothing that was written", arguments: all)
    func faults(_ specimen: any AnyDraftSpecimen) throws {
        try specimen.checkFaults()
    }

    @Test("is put away and read again at every step, also from an older form", arguments: all)
    func storedForms(_ specimen: any AnyDraftSpecimen) throws {
        try specimen.checkStoredForms()
    }

    @Test("is stored and not counted, and sent twice it gives one record", arguments: all)
    func system(_ specimen: any AnyDraftSpecimen) async throws {
        try await specimen.checkSystem()
    }
}

@Suite("Drafts in a system", .requirement("D-DEV-2"))
struct DraftSystemTests {
    private func filled(_ place: String = "Köket") throws -> DeviationDraft {
        var draft = DeviationDraft(id: name("avv:9"), begun: day("2024-03-07"))
        try draft.edit(on: day("2024-03-07")) { form in
            deviationSpecimen.steps.forEach { $0.fill(&form) }
            form.place = place
        }
        return draft
    }

    @Test("a draft that lacks something is refused with all of it, and nothing is written")
    func refused() async throws {
        let system = try await emptySystem()
        var draft = try filled()
        try draft.edit(on: day("2024-03-08")) { form in
            form.place = " "
            form.legalBases = []
        }
        let refused = await #expect(throws: StorageError.self) {
            try await system.submit(draft, reason: "sent")
        }
        #expect(refused?.code == .ruleViolation)
        #expect(
            refused?.violations.map(Refusal.init) == [Refusal("D-DEV-2", "legalBases"), Refusal("D-DEV-2", "place")]
        )
        #expect(try await system.store.head().number == .zero)
    }

    @Test("a draft made without a network becomes record and submitted draft in one commit")
    func offline() async throws {
        let system = try await emptySystem()
        let draft = try filled()
        try await system.submit(draft, reason: "sent")
        #expect(try await system.store.head().number.rawValue == 1)
        #expect(try await system.read(draft.id)?.state == .submitted)
        #expect(try await system.read(draft.recordID)?.report.place == .value("Köket"))
    }

    @Test("copies sent at the same time give one record", arguments: [1, 5])
    func atOnce(attempts: Int) async throws {
        let system = try await emptySystem(attempts: attempts)
        let draft = try filled()
        let records = try await withThrowingTaskGroup(of: Deviation.self) { group in
            for _ in 1...8 {
                group.addTask { try await system.submit(draft, reason: "sent") }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(records.count == 1)
        #expect(try await system.store.facts(of: Deviation.kind).count == 1)
    }

    @Test("sent again after the record has gone on, it gives the record as it is now")
    func later() async throws {
        let system = try await emptySystem()
        let draft = try filled()
        try await system.submit(draft, reason: "sent")
        let changed = try await system.perform(on: draft.recordID, reason: "b") {
            found,
            law throws(RuleViolation) in
            try found.correct(
                DeviationCorrection(.place("Hallen"), reason: "Fel rum.", by: sign("nurse", "2024-03-08")),
                under: law
            )
        }
        #expect(try await system.submit(draft, reason: "sent") == changed)
    }

    @Test("a copy with other content is a conflict once another was sent, and so is a taken identity")
    func otherContent() async throws {
        let system = try await emptySystem()
        try await system.submit(filled(), reason: "sent")
        let other = await #expect(throws: StorageError.self) {
            try await system.submit(filled("Hallen"), reason: "sent")
        }
        #expect(other?.code == .conflict && other?.record?.kind == DeviationDraft.kind)
        let second = try await emptySystem()
        try await second.create(filled().submit(under: law), reason: "import")
        let taken = await #expect(throws: StorageError.self) {
            try await second.submit(filled(), reason: "sent")
        }
        #expect(taken?.code == .conflict && taken?.record?.kind == Deviation.kind)
    }

    @Test("a submitted draft is not written in any more")
    func closed() throws {
        var draft = try filled()
        try draft.markSubmitted()
        #expect(refusal { try draft.edit(on: day("2024-03-09")) { $0.place = nil } } == Refusal("draft.state", "state"))
        #expect(refusal { try draft.markSubmitted() } == Refusal("draft.state", "state"))
    }

    @Test("drafts cease by the board's rule the day after their last, and nothing is left of them")
    func expiry() async throws {
        let system = try await emptySystem()
        let draft = try filled()
        try await system.create(draft, reason: "draft")
        let rule = try #require(DraftExpiry(kind: Deviation.kind, daysAfterEdit: 30, source: "plan 2024"))
        #expect(DeviationDraft.expired(in: [draft], asOf: day("2024-04-06"), by: [rule]).isEmpty)
        #expect(DeviationDraft.expired(in: [draft], asOf: day("2024-04-07"), by: [rule]) == [draft])
        #expect(
            refusal {
                var kept = draft; try kept.expire(on: day("2024-04-06"), by: [rule])
            }?.rule == "draft.state"
        )
        let ended = try await system.expireDrafts(
            of: Deviation.Form.self,
            asOf: day("2024-04-07"),
            by: [rule],
            reason: "expiry"
        )
        #expect(ended.map(\.form) == [Deviation.Form()] && ended.map(\.state) == [.expired])
        #expect(try await system.openDrafts(of: Deviation.Form.self).isEmpty)
        let late = await #expect(throws: StorageError.self) {
            try await system.submit(draft, reason: "sent")
        }
        #expect(late?.code == .conflict)
    }

    @Test("a suspended rule asks for nothing, and what it asked for is a gap of the record")
    func suspended() throws {
        var draft = try filled()
        try draft.edit(on: day("2024-03-08")) { $0.category = nil }
        #expect(draft.problems(under: law).map { Refusal($0.rule, $0.field) } == [Refusal("D-DEV-2", "category")])
        let record = try draft.submit(under: law.suspending("D-DEV-2"))
        #expect(record.report.gaps == ["category"])
        try draft.edit(on: day("2024-03-08")) { $0.unit = nil }
        #expect(draft.problems(under: law.suspending("D-DEV-2")).map(\.field) == ["unit"])
    }
}
