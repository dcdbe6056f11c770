import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("A draft of a routine", .requirement("D-PRO-2", "D-PRO-7"))
struct RoutineDraftTests {
    private static func filled() throws -> RoutineDraft {
        var draft = RoutineDraft(id: Made.id("r7"), begun: day("2021-01-01"))
        try draft.edit(on: day("2021-01-03")) { form in
            form.name = "Planera insats"
            form.unit = "N"
            form.operations = ["O1"]
            form.instruction = "Ring först"
            form.responsible = "enhetschef"
        }
        return draft
    }

    @Test("may lack everything, and says so once for each field with its rule")
    func empty() throws {
        let draft = RoutineDraft(id: Made.id("r7"), begun: day("2021-01-01"))
        let problems = draft.problems(under: Made.law)
        #expect(problems.map(\.field) == ["name", "unit", "operations", "instruction", "responsible"])
        #expect(problems.map(\.rule) == ["D-PRO-2", "D-PRO-2", "D-PRO-7", "D-PRO-2", "D-PRO-2"])
        let refused = #expect(throws: DraftError.self) { try draft.submit(under: Made.law) }
        #expect(refused?.problems == problems)
        #expect(refused?.record == RecordReference(kind: Routine.kind, id: "r7"))
        #expect(try JSON.roundTrip(draft) == draft, "it can be put away as it is")
    }

    @Test(
        "is refused for the one field that is missing",
        arguments: [
            ("name", "D-PRO-2"), ("unit", "D-PRO-2"), ("operations", "D-PRO-7"), ("instruction", "D-PRO-2"),
            ("responsible", "D-PRO-2"),
        ]
    )
    func field(field: String, rule: String) throws {
        var draft = try Self.filled()
        try draft.edit(on: day("2021-01-04")) { form in
            switch field {
            case "name": form.name = " "
            case "unit": form.unit = nil
            case "operations": form.operations = []
            case "instruction": form.instruction = ""
            default: form.responsible = nil
            }
        }
        #expect(draft.problems(under: Made.law).map { Refusal($0.rule, $0.field) } == [Refusal(rule, field)])
        #expect(throws: DraftError.self) { try draft.submit(under: Made.law) }
    }

    @Test("gives one record, however often and from whatever copy it is sent")
    func submit() throws {
        let draft = try Self.filled()
        let first = try draft.submit(under: Made.law)
        let second = try JSON.roundTrip(draft).submit(under: Made.law)
        #expect(first == second && first.id == draft.recordID)
        #expect(first.facts.status == "draft" && first.violations(under: Made.law).isEmpty)
        #expect(try first.approved(on: "2021-02-01").facts.status == "approved", "the approval asks for nothing more")
    }

    @Test("asks for nothing that a suspended rule asks for, but for what no routine can be without")
    func suspended() {
        let draft = RoutineDraft(id: Made.id("r7"), begun: day("2021-01-01"))
        let law = Made.law.suspending("D-PRO-2").suspending("D-PRO-7")
        #expect(draft.problems(under: law).map(\.field) == ["name", "unit"])
    }

    @Test("says nothing of what was written when it is refused")
    func silent() throws {
        var draft = try Self.filled()
        try draft.edit(on: day("2021-01-04")) { $0.responsible = "" }
        let refused = #expect(throws: DraftError.self) { try draft.submit(under: Made.law) }
        #expect(refused?.description.contains("Ring") == false && refused?.description.contains("Planera") == false)
        #expect(refused?.description.contains("responsible") == true)
    }

    @Test("ceases by the board's rule, counted from the last day of writing; without a rule never")
    func expiry() throws {
        let draft = try Self.filled()
        let rule = try #require(DraftExpiry(kind: Routine.kind, daysAfterEdit: 30, source: "plan 2021"))
        let other = try #require(DraftExpiry(kind: CareProcess.kind, daysAfterEdit: 1, source: "plan 2021"))
        #expect(draft.lastDay(by: [other, rule]) == day("2021-02-02"))
        #expect(!draft.isExpired(on: day("2021-02-02"), by: [rule]))
        #expect(draft.isExpired(on: day("2021-02-03"), by: [rule]))
        #expect(!draft.isExpired(on: day("2031-01-01"), by: [other]))
        #expect(DraftExpiry(kind: Routine.kind, daysAfterEdit: -1, source: "") == nil)
        #expect(try JSON.roundTrip(rule) == rule)
        let bad = try JSON.text(rule).replacing("30", with: "-1")
        #expect(throws: DecodingError.self) { try JSON.value(DraftExpiry.self, from: bad) }
        let early = try JSON.text(draft).replacing("2021-01-03", with: "2020-01-03")
        #expect(throws: DecodingError.self) { try JSON.value(RoutineDraft.self, from: early) }
    }
}
