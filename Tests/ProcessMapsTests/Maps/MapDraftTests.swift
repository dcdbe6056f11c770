import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("The map in a draft of a process", .requirement("D-PRO-1", "D-PRO-5"))
struct MapDraftTests {
    private static let text = """
        map m "Planering"
        process p
          start s
          step a "Planera"
            no-routine "enkelt"
          end e
          flow s -> a
          flow a -> e
        """

    private static func draft(_ map: String?) throws -> ProcessDraft {
        var draft = ProcessDraft(id: Made.id("p7"), begun: day("2021-01-01"))
        try draft.edit(on: day("2021-01-03")) { form in
            form.name = "Planering"
            form.processKind = .main
            form.unit = "N"
            form.identified = day("2021-01-01")
            form.operations = ["O1"]
            form.owner = ProcessOwners.Period(person: "chef", title: "enhetschef", from: day("2021-01-01"))
            form.purpose = "stöd"
            form.start = "beslut"
            form.end = "plan"
            form.inputs = ["beslut"]
            form.outputs = ["plan"]
            form.roles = ["handläggare"]
            form.steps = [Made.step("a", role: "handläggare")]
            form.coOperationInside = CoOperation.none(reason: "en enhet")
            form.coOperationOutside = CoOperation.none(reason: "inga andra")
            form.map = map
        }
        return draft
    }

    @Test("becomes the map of the first version")
    func submitted() throws {
        let draft = try JSON.roundTrip(Self.draft(Self.text))
        let process = try draft.submit(under: Made.law)
        let content = try #require(process.versions.draft?.content)
        #expect(try content.map?.map == ProcessMap(text: Self.text))
        #expect(content.map?.unresolvedFindings(steps: content.steps.value ?? []).isEmpty == true)
        #expect(process.violations(under: Made.law).isEmpty)
    }

    @Test("may be left out, or blank", arguments: [nil, " \n"])
    func leftOut(text: String?) throws {
        let process = try Self.draft(text).submit(under: Made.law)
        #expect(process.versions.draft?.content.map == nil)
    }

    @Test("is told where its text is unfinished, and kept as it was written")
    func unfinished() throws {
        let draft = try Self.draft(Self.text.replacing("\"Planera\"", with: "\"Planera"))
        let law = Made.law.suspending("D-PRO-5")
        for law in [Made.law, law] {
            let problems = draft.problems(under: law)
            #expect(problems.map { Refusal($0.rule, $0.field) } == [Refusal("D-PRO-5", "map")])
            #expect(problems[0].message.english.hasPrefix("line 4, column "))
            #expect(!problems[0].message.swedish.contains("Planera"))
            #expect(throws: DraftError.self) { try draft.submit(under: law) }
        }
        #expect(try JSON.roundTrip(draft) == draft)
    }
}
