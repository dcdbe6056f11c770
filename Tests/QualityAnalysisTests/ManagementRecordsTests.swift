import Deviations
import Improvements
import ProcessMaps
import QualityAnalysis
import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("The coverage that records show", .requirement("D-PRO-6"))
struct ManagementRecordsTests {
    private static let law = Law.swedish

    private static func id<Record>(_ text: String) -> RecordID<Record> {
        guard let id = RecordID<Record>(text) else { preconditionFailure("\(text) is no identity") }
        return id
    }

    private static func sign(_ date: String, _ person: PersonReference = "p1") -> Signature {
        Signature(person, title: "verksamhetschef", on: day(date))
    }

    private static func organisation() throws -> Organisation {
        try Organisation([
            OrganisationUnit(id: "N", name: "Nämnd", level: .board, parent: nil),
            OrganisationUnit(id: "O1", name: "Hemtjänst", level: .operation, parent: "N"),
            OrganisationUnit(id: "U1", name: "Norr", level: .unit, parent: "O1"),
            OrganisationUnit(id: "O2", name: "Boende", level: .operation, parent: "N"),
        ])
    }

    private static func process() throws -> CareProcess {
        var process = try CareProcess(
            id: id("p"),
            name: "Utföra hemtjänst",
            processKind: .main,
            unit: "N",
            identified: day("2019-01-01"),
            operations: .value(["O1"]),
            owners: ProcessOwners([.init(person: "p9", title: "processägare", from: day("2019-01-01"))])
        )
        let step = ProcessStep(
            id: ProcessStep.ID(rawValue: "s1"),
            name: "Planera",
            role: "handläggare",
            routineNeed: .value(.routines([id("r1")]))
        )
        try process.beginVersion(
            ProcessDescription(
                purpose: .value("Stöd i rätt tid"),
                start: .value("beslut"),
                end: .value("insatsen är given"),
                inputs: .value(["beslut"]),
                outputs: .value(["insats"]),
                roles: .value(["handläggare"]),
                steps: .value([step]),
                coOperationInside: .value(.none(reason: "en enda enhet")),
                coOperationOutside: .value(.parties([.init(name: "regionen", manner: "veckomöte")]))
            ),
            under: law
        )
        try process.approve(
            by: sign("2024-01-01"),
            reason: "ny lag",
            validFrom: day("2024-01-01"),
            reviewBy: day("2029-12-31"),
            under: law
        )
        return process
    }

    private static func routine() throws -> Routine {
        var routine = try Routine(id: id("r1"), name: "Planera insats", unit: "N", operations: ["O1"])
        try routine.beginVersion(
            Routine.Content(instruction: .value("Ring först"), responsible: .value("enhetschef")),
            under: law
        )
        try routine.approve(
            by: sign("2024-01-01"),
            reason: "ny",
            validFrom: day("2024-01-01"),
            reviewBy: day("2029-12-31"),
            under: law
        )
        return routine
    }

    private static func risk(
        change: RecordReference? = RecordReference(kind: CareProcess.kind, id: "p"),
        approved: String = "2024-02-01"
    ) throws -> RiskAnalysis {
        try RiskAnalysis(
            id: id("ra:1"),
            unit: "O1",
            begun: day("2024-01-02"),
            assignment: RiskAnalysis.Assignment(
                trigger: .processVersion,
                change: change,
                scope: .value("Planeringen"),
                participants: .value([RiskAnalysis.Participant("p1", title: "chef")])
            ),
            approvals: [RiskAnalysis.Approval(by: sign(approved), reviewOn: day("2025-02-01"))]
        )
    }

    private static func plan(
        subjects: Stated<[RecordReference]> = .value([RecordReference(kind: Routine.kind, id: "r1")])
    ) throws -> SelfCheckPlan {
        let check = PlannedCheck(
            "akt",
            what: "Planer",
            sort: .fileReview,
            how: .value("Aktgranskning"),
            schedule: .recurring(try .lastDayOfMonth(every: 3), from: day("2024-03-01")),
            graceDays: 7,
            responsible: .value("p1"),
            sample: .size(10),
            subjects: subjects,
            ifNotMet: .value("Avvikelse skrivs.")
        )
        return try SelfCheckPlan(
            imported: id("plan:1"),
            unit: "U1",
            year: 2024,
            checks: [check],
            approved: sign("2024-01-10")
        )
    }

    private static func deviation(_ number: String = "avv:1", unit: OrganisationUnitID = "U1") throws -> Deviation {
        try Deviation(
            id: id(number),
            unit: unit,
            occurred: .day(day("2024-03-05")),
            reported: day("2024-03-07"),
            legalBases: .value([.sol]),
            category: .value("service.notDone"),
            account: .value("Besöket blev inte av."),
            immediateAction: .value(.nothing)
        )
    }

    private static func analysis(
        units: [OrganisationUnitID] = ["O1"],
        concluded: String? = "2024-07-10"
    ) throws -> JointAnalysis {
        try JointAnalysis(
            id: id("ja:1"),
            unit: "N",
            period: #require(CalendarPeriod(first: day("2024-01-01"), last: day("2024-06-30"))),
            units: units,
            participants: .value(["p1"]),
            figures: [.deviations: .count(byUnit: ["U1": 1], cutOff: day("2024-07-01"))],
            concluded: concluded.map { sign($0) }
        )
    }

    private static func measure(judged: String? = "2024-10-05", windowEnds: String = "2024-09-30") throws -> Measure {
        var steps = [Measure.Step(.proposed, by: .value(sign("2024-03-10", "p2")))]
        for (phase, date) in [
            (MeasurePhase.approved, "2024-03-11"), (.planned, "2024-03-12"), (.executed, "2024-04-01"),
        ] {
            steps.append(Measure.Step(phase, by: .value(sign(date))))
        }
        return try Measure(
            id: id("m:1"),
            unit: "U1",
            proposal: Measure.Proposal(
                what: .value("Ny rutin."),
                goal: .value("Inga uteblivna besök."),
                responsible: .value("p1"),
                due: .value(day("2024-04-30")),
                followUpOn: .value(day("2024-05-15")),
                sources: .value([RecordReference(kind: Deviation.kind, id: "avv:1")])
            ),
            steps: steps,
            effectPlan: Measure.EffectPlan(
                category: "service.notDone",
                process: RecordReference(kind: CareProcess.kind, id: "p"),
                unit: "U1",
                window: #require(CalendarPeriod(first: day("2024-05-01"), last: day(windowEnds))),
                by: sign("2024-03-12")
            ),
            verdict: judged.map {
                Measure.EffectVerdict(
                    .effective,
                    figures: [Measure.EffectFigure("avvikelser", before: 4, after: 1)],
                    by: sign($0, "p3")
                )
            }
        )
    }

    /// A process with all that it should have, of which a test changes one thing.
    private static func sound() throws -> ManagementRecords {
        var records = ManagementRecords()
        records.processes = [try process()]
        records.routines = [try routine()]
        records.riskAnalyses = [try risk()]
        records.plans = [try plan()]
        records.deviations = [try deviation()]
        records.jointAnalyses = [try analysis()]
        records.measures = [try measure()]
        return records
    }

    private static func missing(
        _ records: ManagementRecords,
        asOf date: String
    ) throws -> [CoverageAspect: [CoverageFinding]] {
        let coverage = records.coverage(
            in: try #require(CalendarPeriod(year: 2024)),
            staff: [],
            of: try organisation(),
            asOf: day(date),
            under: law
        )
        #expect(coverage.rows.allSatisfy { $0.citation != nil })
        return Dictionary(uniqueKeysWithValues: coverage.missing.map { ($0.aspect, $0.findings) })
    }

    @Test("has all in place where the records have, through the last day of a self-check")
    func inPlace() throws {
        let records = try Self.sound()
        #expect(try Self.missing(records, asOf: "2024-07-10") == [.selfChecks: [.selfChecksMissed(2)]])
        #expect(
            try Self.missing(records, asOf: "2024-07-07") == [
                .selfChecks: [.selfChecksMissed(1)], .deviations: [.deviationsNotAnalysed(1)],
            ]
        )
        #expect(try Self.missing(records, asOf: "2024-04-07")[.selfChecks] == nil)
        #expect(try Self.missing(records, asOf: "2024-04-08")[.selfChecks] == [.selfChecksMissed(1)])
        #expect(try Self.missing(records, asOf: "2024-03-01")[.selfChecks] == [.noSelfChecks])
    }

    @Test("takes owner, routine and version from process and routine")
    func process() throws {
        var records = try Self.sound()
        records.routines = []
        let id: RecordID<Routine> = Self.id("r1")
        #expect(try Self.missing(records, asOf: "2024-12-01")[.routines] == [.routineNotInForce(id, step: "s1")])
        try records.processes[0].releaseOwner(lastDay: day("2024-11-30"), under: Self.law)
        #expect(try Self.missing(records, asOf: "2024-11-30")[.owner] == nil)
        #expect(try Self.missing(records, asOf: "2024-12-01")[.owner] == [.noOwner])
    }

    @Test("takes the newest approved risk analysis that is about the process, by itself or by the board's word")
    func risks() throws {
        var records = try Self.sound()
        #expect(try Self.missing(records, asOf: "2024-02-01")[.riskAnalysis] == nil)
        #expect(try Self.missing(records, asOf: "2024-01-31")[.riskAnalysis] == [.noRiskAnalysis])
        #expect(try Self.missing(records, asOf: "2025-02-01")[.riskAnalysis] == [.riskAnalysisTooOld(days: 1)])
        records.riskAnalyses = [try Self.risk(change: nil)]
        #expect(try Self.missing(records, asOf: "2024-02-01")[.riskAnalysis] == [.noRiskAnalysis])
        records.scopes = [ProcessScope(of: Self.id("p"), records: [records.riskAnalyses[0].reference])]
        #expect(try Self.missing(records, asOf: "2024-02-01")[.riskAnalysis] == nil)
        records.riskAnalyses = [try Self.risk(change: RecordReference(kind: Routine.kind, id: "r1"))]
        #expect(try Self.missing(records, asOf: "2024-02-01")[.riskAnalysis] == nil)
    }

    @Test("counts planned self-checks of the process or its routines, and knows nothing where a plan does not tell")
    func selfChecks() throws {
        var records = try Self.sound()
        records.plans = [try Self.plan(subjects: .value([RecordReference(kind: Routine.kind, id: "r2")]))]
        #expect(try Self.missing(records, asOf: "2024-04-08")[.selfChecks] == [.noSelfChecks])
        records.plans = [try Self.plan(subjects: .notStated(source: "old"))]
        #expect(try Self.missing(records, asOf: "2024-04-08")[.selfChecks] == nil)
        let evidence = records.evidence(
            in: try #require(CalendarPeriod(year: 2024)),
            of: try Self.organisation(),
            asOf: day("2024-04-08")
        )
        #expect(evidence.entries[Self.id("p")]?.selfChecks == .notStated(source: "old"))
    }

    @Test("counts a deviation as analysed when a concluded analysis of its days covers its unit")
    func deviations() throws {
        var records = try Self.sound()
        #expect(try Self.missing(records, asOf: "2024-07-10")[.deviations] == nil)
        let open: [CoverageFinding] = [.deviationsNotAnalysed(1)]
        records.jointAnalyses = [try Self.analysis(concluded: nil)]
        #expect(try Self.missing(records, asOf: "2024-07-10")[.deviations] == open)
        records.jointAnalyses = [try Self.analysis(units: ["O2"])]
        #expect(try Self.missing(records, asOf: "2024-07-10")[.deviations] == open)
        records.scopes = [ProcessScope(of: Self.id("p"), categories: ["medication"])]
        #expect(try Self.missing(records, asOf: "2024-07-10")[.deviations] == nil)
        records.scopes = [ProcessScope(of: Self.id("p"), categories: ["service.notDone"])]
        #expect(try Self.missing(records, asOf: "2024-07-10")[.deviations] == open)
        records.scopes = []
        records.deviations = [try Self.deviation(unit: "O2")]
        #expect(try Self.missing(records, asOf: "2024-07-10")[.deviations] == nil)
    }

    @Test("asks for a verdict on a measure from the day after its window, and takes one as of its day")
    func measures() throws {
        var records = try Self.sound()
        records.measures = [try Self.measure(judged: nil)]
        #expect(try Self.missing(records, asOf: "2024-09-30")[.measures] == nil)
        #expect(try Self.missing(records, asOf: "2024-10-01")[.measures] == [.measuresNotEvaluated(1)])
        records.measures = [try Self.measure()]
        #expect(try Self.missing(records, asOf: "2024-10-04")[.measures] == [.measuresNotEvaluated(1)])
        #expect(try Self.missing(records, asOf: "2024-10-05")[.measures] == nil)
    }
}
