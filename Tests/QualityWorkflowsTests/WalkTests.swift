import Deviations
import Improvements
import LexSarah
import QualityCore
import QualityStorage
import QualityWorkflows
import TestSupport
import Testing

@Suite("One event from report to verdict on effect", .requirement("D-DEV-7"))
struct WalkTests {
    @Test("has three ends, of which none is another")
    func walk() async throws {
        let system = try await emptySystem()
        let deviation = try Deviation(.draft())
        try await system.create(deviation, reason: "report")
        try await system.reportMisconduct(.draft(), about: deviation.id, reason: "suspicion")
        let measure = try await investigate(deviation.id, in: system)

        // The investigation has ended; the measure is neither approved nor done, so the case cannot close.
        try await act(on: deviation.id, in: system) { found, law throws(RuleViolation) in
            try found.recordFollowUp(by: sign("chief", "2024-03-20"), under: law)
        }
        #expect(await refusedClosing(of: deviation.id, in: system).contains(Refusal("D-DEV-7", "measures")))

        try await execute(measure, in: system)
        try await settle(measure, of: deviation.id, in: system)
        let closed = try await act(on: deviation.id, in: system) { found, law throws(RuleViolation) in
            try found.close(by: sign("chief", "2024-05-21"), under: law)
        }
        #expect(closed.phase == .closed)

        // The case is closed; the effect is on its own list, from the day after its window.
        #expect(try await system.worklist(asOf: day("2024-12-31")).awaitingVerdict.isEmpty)
        #expect(try await system.worklist(asOf: day("2025-01-01")).awaitingVerdict.map(\.id) == [measure])
        try await act(on: measure, in: system) { found, law throws(RuleViolation) in
            try found.judgeEffect(
                Measure.EffectVerdict(
                    .effective,
                    figures: [Measure.EffectFigure("avvikelser", before: 12, after: 3)],
                    by: sign("sas", "2025-01-10")
                ),
                under: law
            )
        }
        #expect(try await system.worklist(asOf: day("2025-01-11")).awaitingVerdict.isEmpty)
        #expect(try await system.read(deviation.id) == closed)

        // The suspicion was decided by nothing of this: its danger stands open.
        #expect(try await system.worklist(asOf: day("2025-01-11")).openDangers.map(\.id.rawValue) == ["ls:1"])
        let linked = try await system.links().records(linkedTo: deviation.reference)
        #expect(Set(linked.map(\.id)) == ["ls:1", "m:1"])
    }

    private func investigate(
        _ deviation: RecordID<Deviation>,
        in system: QualitySystem
    ) async throws -> RecordID<Measure> {
        try await act(on: deviation, in: system) { found, law throws(RuleViolation) in
            try found.review(by: sign("chief", "2024-03-08"), under: law)
            try found.assess(
                DeviationAssessment(actual: .minor, possible: .moderate, by: sign("chief", "2024-03-09")),
                under: law
            )
            try found.addCause(
                "procedures.missing",
                from: DeviationCause.standardList(),
                by: sign("chief", "2024-03-09"),
                under: law
            )
        }
        let linked = try await system.lead(from: deviation, reason: "measure") {
            found,
            law throws(RuleViolation) in
            try found.leadingToMeasure(.draft(), meeting: found.investigation.causes.map(\.id), under: law)
        }
        let decided = try await act(on: deviation, in: system) { found, law throws(RuleViolation) in
            try found.decide("Rutinen ses över.", by: sign("chief", "2024-03-12"), under: law)
        }
        #expect(decided.phase == .decided && linked.new.phase == .proposed)
        return linked.new.id
    }

    private func execute(_ measure: RecordID<Measure>, in system: QualitySystem) async throws {
        let window = try #require(CalendarPeriod(first: day("2024-07-01"), last: day("2024-12-31")))
        try await act(on: measure, in: system) { found, law throws(RuleViolation) in
            try found.move(to: .approved, by: sign("head", "2024-03-21"), under: law)
            try found.planEffect(
                Measure.EffectPlan(
                    category: "service.notDone",
                    unit: "U1",
                    window: window,
                    by: sign("head", "2024-03-21")
                ),
                under: law
            )
            try found.move(to: .planned, by: sign("planner", "2024-03-22"), under: law)
            try found.move(to: .executed, by: sign("planner", "2024-04-20"), under: law)
            try found.move(to: .followedUp, by: sign("chief", "2024-05-15"), under: law)
        }
    }

    private func settle(
        _ measure: RecordID<Measure>,
        of deviation: RecordID<Deviation>,
        in system: QualitySystem
    ) async throws {
        let link = RecordReference(measure)
        try await act(on: deviation, in: system) { found, law throws(RuleViolation) in
            try found.approveMeasure(
                link,
                doer: "planner",
                timing: .by(day("2024-04-30")),
                by: sign("head", "2024-03-21"),
                under: law
            )
        }
        #expect(await refusedClosing(of: deviation, in: system).contains(Refusal("D-DEV-7", "measures.outcome")))
        try await act(on: deviation, in: system) { found, law throws(RuleViolation) in
            try found.recordOutcome(
                .executed(on: day("2024-04-20"), recorded: sign("chief", "2024-05-15")),
                of: link,
                under: law
            )
        }
        #expect(await refusedClosing(of: deviation, in: system) == [Refusal("D-DEV-7", "reporterAnswer")])
        try await act(on: deviation, in: system) { found, law throws(RuleViolation) in
            try found.answerReporter(.given(sign("chief", "2024-05-20")), under: law)
        }
    }

    private func refusedClosing(of deviation: RecordID<Deviation>, in system: QualitySystem) async -> [Refusal] {
        let error = await #expect(throws: StorageError.self) {
            try await act(on: deviation, in: system) { found, law throws(RuleViolation) in
                try found.close(by: sign("chief", "2024-05-21"), under: law)
            }
        }
        return error?.violations.map { Refusal($0) } ?? []
    }

    @discardableResult
    private func act<Record: QualityRecord>(
        on id: RecordID<Record>,
        in system: QualitySystem,
        _ act: (inout Record, Law) throws(RuleViolation) -> Void
    ) async throws -> Record {
        try await system.perform(on: id, reason: "walk", act)
    }
}
