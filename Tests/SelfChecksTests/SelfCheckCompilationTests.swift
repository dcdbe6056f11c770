import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("Results put together", .requirement("D-SLF-12"))
struct SelfCheckCompilationTests {
    let first = SelfCheckTemplate.Name(template: .draft("mall"), number: 1)
    let second = SelfCheckTemplate.Name(template: .draft("mall"), number: 2)

    func checks() throws -> [SelfCheck] {
        [
            try .closed("ek:1", answers: ["A": .no]),
            try .closed(
                "ek:2",
                unit: "U2",
                version: .draft(number: 2, codes: ["A", "B", "C", "E"]),
                answers: ["E": .partly]
            ),
        ]
    }

    @Test("are one only over the same version, or where all questions are mapped as the same")
    func together() throws {
        let same = [try SelfCheck.closed("ek:1", answers: ["A": .no]), try .closed("ek:2")]
        #expect(try SelfCheckCompilation.together(same).shareMet(partlyWeight: .nothing) == 0.875)
        let checks = try checks()
        #expect(
            refusal { _ = try SelfCheckCompilation.together(checks) } == Refusal("D-SLF-12", "version")
        )
        var mappings = (["A", "B", "C"] as [QuestionCode]).map {
            QuestionMapping(.init($0, of: first), sameAs: .init($0, of: second))
        }
        #expect(
            refusal { _ = try SelfCheckCompilation.together(checks, mappings: mappings) }
                == Refusal("D-SLF-12", "version")
        )
        mappings.append(QuestionMapping(.init("E", of: second), sameAs: .init("D", of: first)))
        let tally = try SelfCheckCompilation.together(checks, mappings: mappings)
        #expect([tally.yes, tally.partly, tally.no] == [6, 1, 1])
    }

    @Test("are refused where the versions weigh partly differently")
    func weights() throws {
        var mappings: [QuestionMapping] = []
        for code in ["A", "B", "C", "D"] as [QuestionCode] {
            mappings.append(QuestionMapping(.init(code, of: first), sameAs: .init(code, of: second)))
        }
        let half = try SelfCheck.closed("ek:2", version: .draft(number: 2, partly: .percent(50)))
        let none = try SelfCheck.closed("ek:2", version: .draft(number: 2))
        let one = try SelfCheck.closed("ek:1")
        #expect(
            refusal { _ = try SelfCheckCompilation.together([one, half], mappings: mappings) }
                == Refusal("D-SLF-12", "version")
        )
        #expect(try SelfCheckCompilation.together([one, none], mappings: mappings).yes == 8)
    }

    @Test("stand side by side otherwise, with mapped questions on one line")
    func sideBySide() throws {
        let checks = try checks()
        let mapping = QuestionMapping(.init("A", of: first), sameAs: .init("A", of: second))
        let apart = SelfCheckCompilation(of: checks)
        #expect(apart.isSideBySide)
        #expect(apart.groups.map(\.shareMet) == [0.75, 0.75])
        #expect(apart.questions.count == 8)
        let mapped = SelfCheckCompilation(of: checks, mappings: [mapping])
        #expect(mapped.questions.count == 7)
        let line = try #require(mapped.questions.first { $0.places.count == 2 })
        #expect([line.tally.yes, line.tally.no, line.checks] == [1, 1, 2])
        #expect(!SelfCheckCompilation(of: [checks[0]]).isSideBySide)
    }

    @Test("say full count or sample, with size and population")
    func basis() throws {
        let draw = try SampleDraw(seed: 4, population: 30, size: 5)
        let full = try SelfCheck.closed("ek:1", extent: .all(population: 3))
        let sampled = try SelfCheck.closed("ek:2", extent: .sample(draw))
        let open = try SelfCheck.draft("ek:3")
        let compilation = SelfCheckCompilation(of: [full, sampled, open])
        let basis = try #require(compilation.groups.first?.basis)
        #expect([basis.fullCounts, basis.samples, basis.wholes, basis.size, basis.population] == [1, 1, 0, 8, 33])
        #expect(compilation.groups.first?.total.asked == 4 * 8)
        #expect(compilation.uncounted == [open.id])
        #expect(refusal { _ = try SelfCheck.draft(extent: .all(population: 0)) } == Refusal("D-SLF-12", "extent"))
    }

    @Test("name each unit without an occasion, with reason or without")
    func units() throws {
        let year = try #require(CalendarPeriod(year: 2025))
        let once = CheckSchedule.once(day("2025-05-01"))
        var plans = try ["U1", "U2", "U3"].map { (unit: String) in
            try SelfCheckPlan.approved("plan:\(unit)", unit: .init(rawValue: unit), checks: [.draft(schedule: once)])
        }
        try plans[1].cancelOccasion(
            of: "akt",
            on: day("2025-05-01"),
            by: signed("2025-04-30"),
            reason: "Flytt",
            under: .swedish
        )
        let checks = [
            try SelfCheck.closed(occasion: plans[0].occasion("2025-05-01"), begun: "2025-05-01", on: "2025-05-01")
        ]
        var ledger = OccasionLedger()
        ledger.catchUp(with: plans, checks: checks, through: day("2025-12-31"))
        let units: [OrganisationUnitID] = ["U1", "U2", "U3", "U4"]
        let coverage = { (date: String) in
            UnitCoverage.lines(
                of: units,
                over: ledger.lines(with: plans, checks: checks, asOf: day(date)),
                in: year
            )
        }
        #expect(coverage("2025-12-31").map(\.extent) == [.done, .notDoneWithReason, .notDone, .notPlanned])
        #expect(coverage("2025-12-31")[1].reasons == ["Flytt"])
        #expect(coverage("2025-05-01").map(\.extent) == [.done, .notDoneWithReason, .notYet, .notPlanned])
    }
}
