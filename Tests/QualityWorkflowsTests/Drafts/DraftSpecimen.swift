import QualityCore
import QualityStorage
import QualityWorkflows
import TestSupport
import Testing

/// A text that a person writes in a form; no error may tell it.
let secret = "Zqx Berit ringde"

/// How the form of one kind of draft is filled in and spoilt, and what every draft is held to.
struct DraftSpecimen<Form: DraftForm>: Sendable {
    /// One field that must be filled in, and how a person does it.
    struct Step: Sendable {
        let field: String
        let fill: @Sendable (inout Form) -> Void

        init(_ field: String, _ fill: @escaping @Sendable (inout Form) -> Void) {
            self.field = field
            self.fill = fill
        }
    }

    /// One way to write what a rule refuses.
    struct Fault: Sendable {
        let refusal: Refusal
        let spoil: @Sendable (inout Form) -> Void

        init(_ rule: String, _ field: String, _ spoil: @escaping @Sendable (inout Form) -> Void) {
            refusal = Refusal(rule, field)
            self.spoil = spoil
        }
    }

    let steps: [Step]
    let faults: [Fault]

    private func draft(filling fields: [Step]) throws -> Draft<Form> {
        var draft = Draft<Form>(id: name("z:7"), begun: day("2024-03-01"))
        try draft.edit(on: day("2024-03-09")) { form in
            for field in fields { field.fill(&form) }
        }
        return draft
    }

    private func fields(_ draft: Draft<Form>) -> [String] { draft.problems(under: law).map(\.field) }
}

extension DraftSpecimen: AnyDraftSpecimen {
    var testDescription: String { Draft<Form>.kind.rawValue }

    func checkFields() {
        let fields = Form.fields
        #expect(Set(fields.map(\.name)).count == fields.count)
        #expect(Set(fields.map { $0.keyPath as AnyKeyPath }).count == fields.count)
        #expect(fields.allSatisfy { $0.label.swedish != $0.label.english })
        #expect(fields.filter { $0.rule != nil }.map(\.name) == steps.map(\.field), "each is filled in by a step")
    }

    func checkEmpty() throws {
        let draft = Draft<Form>(id: name("z:7"), begun: day("2024-03-01"))
        let problems = draft.problems(under: law)
        #expect(problems.map(\.field) == steps.map(\.field))
        #expect(problems.allSatisfy { $0.message.swedish != $0.message.english && $0.rule.hasPrefix("D-") })
        #expect(problems.allSatisfy { Form.field(of: $0)?.name == $0.field }, "each leads to its field")
        let refused = #expect(throws: DraftError.self) { try draft.submit(under: law) }
        #expect(refused?.problems == problems)
        #expect(refused?.record == RecordReference(kind: Form.Record.kind, id: "z:7"))
        #expect(draft.facts.observations.isEmpty && draft.facts.status == "draft")
    }

    func checkEachField() throws {
        for (index, step) in steps.enumerated() {
            let others = steps.map(\.field).enumerated().filter { $0.offset != index }.map(\.element)
            #expect(try fields(draft(filling: [step])) == others, "filling in \(step.field) alone")
            var rest = steps
            rest.remove(at: index)
            #expect(try fields(draft(filling: rest)) == [step.field], "all but \(step.field)")
        }
    }

    func checkFull() throws {
        let draft = try draft(filling: steps)
        let record = try draft.submit(under: law)
        #expect(record.id == draft.recordID && record.reference.id == draft.reference.id)
        #expect(record.violations(under: law).isEmpty)
        #expect(try draft.submit(under: law) == record)
        #expect(try JSON.roundTrip(draft).submit(under: law) == record)
    }

    func checkFaults() throws {
        #expect(!faults.isEmpty)
        for fault in faults {
            var draft = try draft(filling: steps)
            try draft.edit(on: day("2024-03-10")) { fault.spoil(&$0) }
            #expect(draft.problems(under: law).map { Refusal($0.rule, $0.field) } == [fault.refusal])
            let refused = #expect(throws: DraftError.self) { try draft.submit(under: law) }
            let told = "\(String(describing: refused)) \(refused?.problems.map(\.message.swedish) ?? [])"
            #expect(!told.contains("Zqx"), "\(fault.refusal)")
        }
    }

    func checkStoredForms() throws {
        let empty = Draft<Form>(id: name("z:7"), begun: day("2024-03-01"))
        #expect(try JSON.roundTrip(empty) == empty)
        for count in steps.indices {
            let draft = try draft(filling: Array(steps[...count]))
            #expect(try JSON.roundTrip(draft) == draft)
        }
        let first = #"{"id":"z:7","begun":"2024-03-01","edited":"2024-03-01","form":{"gone":1}}"#
        #expect(try JSON.value(Draft<Form>.self, from: first) == empty, "an older form with fewer fields is read")
    }

    func checkSystem() async throws {
        let system = try await emptySystem()
        let begun = Draft<Form>(id: name("z:7"), begun: day("2024-03-01"))
        try await system.create(begun, reason: "draft")
        let draft = try await system.perform(on: begun.id, reason: "draft") { found, _ throws(RuleViolation) in
            try found.edit(on: day("2024-03-09")) { form in
                for step in steps { step.fill(&form) }
            }
        }
        #expect(try await system.openDrafts(of: Form.self) == [draft])
        #expect(try await system.store.facts(of: Form.Record.kind).isEmpty, "a draft is no record")
        let record = try await system.submit(draft, reason: "sent")
        let saved = try await system.store.record(record.id)
        let again = try await system.submit(JSON.roundTrip(draft), reason: "sent again")
        #expect(again == record)
        #expect(try await system.store.record(record.id) == saved, "sending again writes nothing")
        #expect(try await system.store.records(of: Form.Record.self).map(\.record) == [record])
        #expect(try await system.openDrafts(of: Form.self).isEmpty)
        let facts = try await system.store.facts(of: Draft<Form>.kind)
        #expect(facts.map(\.status) == ["submitted"] && facts.allSatisfy { $0.observations.isEmpty })
    }
}

/// What every draft is held to, whatever its form.
protocol AnyDraftSpecimen: Sendable, CustomTestStringConvertible {
    func checkFields()
    func checkEmpty() throws
    func checkEachField() throws
    func checkFull() throws
    func checkFaults() throws
    func checkStoredForms() throws
    func checkSystem() async throws
}
