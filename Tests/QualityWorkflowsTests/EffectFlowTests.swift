import Improvements
import QualityCore
import QualityStorage
import QualityWorkflows
import TestSupport
import Testing

@Suite("A measure without effect", .requirement("D-MSR-2"))
struct EffectFlowTests {
    private static let window = CalendarPeriod(first: day("2024-06-01"), last: day("2024-08-31"))

    private static func executed() throws -> Measure {
        var measure = try MeasureOpening.draft().proposed(
            because: RecordReference(kind: RecordKind(rawValue: "deviation"), id: "avv:1"),
            under: law
        )
        let plan = Measure.EffectPlan(
            category: "missedVisit",
            unit: "U1",
            window: try #require(window),
            by: sign("head", "2024-03-11")
        )
        try measure.planEffect(plan, under: law)
        for (phase, person) in [(MeasurePhase.approved, "head"), (.planned, "head"), (.executed, "planner")] {
            try measure.move(to: phase, by: sign(PersonReference(rawValue: person), "2024-04-10"), under: law)
        }
        return measure
    }

    @Test(
        "opens a new one, linked both ways, when the window has ended",
        arguments: [("2024-08-30", false), ("2024-09-01", true)]
    )
    func another(date: String, isLegal: Bool) async throws {
        let measure = try Self.executed()
        func judged() throws -> LinkedRecords<Measure, Measure> {
            try measure.openingAnother(
                .draft("m:2"),
                asNotEffectiveBy: [Measure.EffectFigure("uteblivna besök", before: 12, after: 13)],
                signed: sign("head", date),
                under: law
            )
        }
        guard isLegal else {
            #expect(refusal { _ = try judged() } == Refusal("D-MSR-2", "verdict.day"))
            return
        }
        let linked = try judged()
        #expect(linked.origin.verdict?.newMeasure == linked.new.id)
        #expect(linked.new.proposal.sources.value?.contains(measure.reference) == true && linked.new.phase == .proposed)
        let system = try await emptySystem()
        try await system.create(measure, reason: "ny")
        try await system.lead(from: measure.id, reason: "utan effekt") { _, _ in linked }
        #expect(try await system.read(measure.id)?.verdict?.outcome == .notEffective)
        #expect(try await system.links().records(linkedTo: linked.new.reference) == [measure.reference])
    }

    @Test("needs figures beside the verdict, and opens no copy of itself")
    func refused() throws {
        let measure = try Self.executed()
        func judged(_ figures: [Measure.EffectFigure], _ number: String) throws {
            _ = try measure.openingAnother(
                .draft(number),
                asNotEffectiveBy: figures,
                signed: sign("head", "2024-09-01"),
                under: law
            )
        }
        #expect(refusal { try judged([], "m:2") } == Refusal("D-MSR-2", "verdict.figures"))
        let figure = Measure.EffectFigure("uteblivna besök", before: 12, after: 13)
        #expect(refusal { try judged([figure], "m:1") } == Refusal("D-MSR-3", "proposal.sources"))
    }
}
