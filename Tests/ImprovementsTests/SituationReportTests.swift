import Improvements
import QualityCore
import TestSupport
import Testing

extension SituationReport {
    static func draft(
        purpose: Stated<String> = .value("Bemanning i värmen"),
        use: Stated<String> = .value("Omfördelning"),
        units: [OrganisationUnitID] = ["U1", "U2"],
        areas: [CategoryCode] = ["staffing"],
        rhythm: Int = 7
    ) throws -> SituationReport {
        try SituationReport(
            id: identity("l:1"),
            unit: "Nämnden",
            purpose: purpose,
            use: use,
            begun: day("2024-07-01"),
            units: units,
            areas: areas,
            rhythm: rhythm
        )
    }

    static func answer(
        _ unit: OrganisationUnitID = "U1",
        now: Level = .normal,
        expected: Level = .normal,
        comment: String? = nil,
        area: CategoryCode = "staffing",
        on date: String = "2024-07-02"
    ) -> Answer {
        Answer(
            unit: unit,
            states: [area: State(now: now, expected: expected, comment: comment)],
            by: signed("p1", date)
        )
    }
}

@Suite("A situation report", .requirement("D-SIT-1"))
struct SituationReportTests {
    @Test("has a purpose, a use, units and areas")
    func content() throws {
        let broken: [(SituationReport, String)] = [
            (try .draft(purpose: .value("")), "purpose"), (try .draft(use: .value("")), "use"),
            (try .draft(units: []), "units"), (try .draft(areas: []), "areas"),
        ]
        for (report, field) in broken {
            #expect(report.violations(under: .swedish).map(Refusal.init) == [Refusal("D-SIT-1", field)])
        }
        #expect(try SituationReport.draft().violations(under: .swedish).isEmpty)
        #expect(refusal { _ = try SituationReport.draft(rhythm: 0) } == Refusal("D-SIT-1", "rhythm"))
        var gap = try SituationReport.draft(use: .notStated(source: "csv"))
        #expect(refusal { try gap.close(on: day("2024-08-01"), under: .swedish) } == Refusal("D-SIT-1", "use"))
    }

    @Test("takes answers of those asked, about every area, with a comment on what is worse than usual")
    func answers() throws {
        var report = try SituationReport.draft()
        let refused: [(SituationReport.Answer, String)] = [
            (SituationReport.answer("U3"), "answers.unit"), (SituationReport.answer(area: "other"), "answers.unit"),
            (SituationReport.Answer(unit: "U1", states: [:], by: signed("p1", "2024-07-02")), "answers.states"),
            (SituationReport.answer(now: .strained), "answers.comment"),
            (SituationReport.answer(expected: .critical, comment: " "), "answers.comment"),
            (SituationReport.answer(on: "2024-06-30"), "answers.day"),
        ]
        for (answer, field) in refused {
            #expect(refusal { try report.answer(answer, under: .swedish) } == Refusal("D-SIT-1", field))
        }
        let accepted = [SituationReport.answer(), SituationReport.answer(now: .strained, comment: "Två sjuka")]
        for answer in accepted {
            #expect(refusal { try report.answer(answer, under: .swedish) } == nil)
        }
        #expect(report.facts.observations.map { $0.codes[.situation] } == [["1"], ["2"]])
        try report.close(on: day("2024-07-02"), under: .swedish)
        #expect(refusal { try report.ask(every: 1, under: .swedish) } == Refusal("D-SIT-1", "closed"))
    }

    @Test("shows the latest answer, its age, who is late and who has not answered")
    func standings() throws {
        var report = try SituationReport.draft()
        try report.answer(SituationReport.answer(), under: .swedish)
        let on9 = report.standings(asOf: day("2024-07-09"))
        #expect(on9.map(\.age) == [7, nil])
        #expect(on9.map(\.isLate) == [false, true])
        #expect(report.unanswered(asOf: day("2024-07-09")) == ["U2"])
        #expect(report.unanswered(asOf: day("2024-07-01")) == ["U1", "U2"])
        #expect(report.standings(asOf: day("2024-07-10")).map(\.isLate) == [true, true])
        #expect(report.standings(asOf: day("2024-07-08")).map(\.isLate) == [false, false])
        try report.ask(every: 3, under: .swedish)
        #expect(report.standings(asOf: day("2024-07-08")).map(\.isLate) == [true, true])
    }

    @Test("sets what was expected beside what came, two weeks later")
    func comparisons() throws {
        var report = try SituationReport.draft()
        try report.answer(SituationReport.answer(expected: .serious, comment: "Semester"), under: .swedish)
        try report.answer(SituationReport.answer(on: "2024-07-15"), under: .swedish)
        #expect(report.comparisons.isEmpty)
        try report.answer(SituationReport.answer(now: .strained, comment: "Sjuka", on: "2024-07-16"), under: .swedish)
        #expect(report.comparisons.map(\.expected) == [.serious])
        #expect(report.comparisons.map(\.came) == [.strained])
        #expect(report.comparisons.map(\.horizon) == [day("2024-07-16")])
    }
}

@Suite("Every sequence of acts on a situation report", .requirement("D-SIT-1"))
struct SituationReportWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private typealias Model = RecordModel<SituationReport>

    private static var model: RecordModel<SituationReport> {
        RecordModel(
            draft: { draws throws(RuleViolation) in
                try SituationReport(
                    id: identity("l:1"),
                    unit: "Nämnden",
                    purpose: draws.stated(),
                    use: draws.stated(),
                    begun: draws.today(),
                    units: draws.happens(percent: 10) ? [] : ["U1", "U2"],
                    areas: draws.happens(percent: 10) ? [] : ["staffing", "equipment"],
                    rhythm: draws.number(0...7)
                )
            },
            acts: [
                Model.Act("answer") { report, draws, law throws(RuleViolation) in
                    var states: [CategoryCode: SituationReport.State] = [:]
                    for area in draws.pick([["staffing"], ["staffing", "equipment"], ["other"]] as [[CategoryCode]]) {
                        states[area] = SituationReport.State(
                            now: draws.pick(SituationReport.Level.allCases),
                            expected: draws.pick(SituationReport.Level.allCases),
                            comment: draws.happens(percent: 80) ? draws.text() : nil
                        )
                    }
                    let unit: OrganisationUnitID = draws.pick(["U1", "U2", "U3"])
                    try report.answer(
                        SituationReport.Answer(unit: unit, states: states, by: draws.signature()),
                        under: law
                    )
                },
                Model.Act("ask") { report, draws, law throws(RuleViolation) in
                    try report.ask(every: draws.number(-1...14), under: law)
                },
                Model.Act("close") { report, draws, law throws(RuleViolation) in
                    if draws.happens(percent: 60) { throw notTried }
                    try report.close(on: draws.today(), under: law)
                },
            ],
            invariants: invariants,
            phases: ["open", "closed"]
        )
    }

    private static var invariants: [Model.Invariant] {
        [
            .init("D-SIT-1") { $0.purpose.value == "Text" },
            .init("D-SIT-1") { $0.use.value == "Text" },
            .init("D-SIT-1") { $0.units.count > 0 },
            .init("D-SIT-1") { $0.areas.count > 0 },
            .init("D-SIT-1") { report in
                report.answers.allSatisfy { Set($0.states.keys) == Set(report.areas) }
            },
            .init("D-SIT-1") { report in
                report.answers.flatMap(\.states.values).allSatisfy {
                    ($0.now == .normal && $0.expected == .normal) || $0.comment == "Text"
                }
            },
            .init("D-SIT-1") { $0.rhythm >= 1 && $0.horizon == 14 },
            .init("D-SIT-1") { report in
                report.answers.allSatisfy { report.units.contains($0.unit) }
            },
            .init("D-SIT-1") { report in
                let found = [report.begun] + report.answers.map(\.by.day)
                return found == found.sorted()
            },
        ]
    }
}
