import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("The coverage of the management system", .requirement("D-PRO-6"))
struct CoverageTests {
    private static let today = day("2021-06-01")
    private static let gap: Stated<ManagementEvidence.RiskAnalysis> = .notStated(source: "none")

    private static func organisation() throws -> Organisation {
        try Organisation([
            OrganisationUnit(id: "N", name: "Nämnd", level: .board, parent: nil),
            OrganisationUnit(id: "O1", name: "Hemtjänst", level: .operation, parent: "N"),
        ])
    }

    private static func entry(
        risk: Stated<ManagementEvidence.RiskAnalysis> = .value(.newest(day("2021-01-15"))),
        checks: (Int, Int) = (4, 0),
        deviations: (Int, Int) = (7, 7),
        measures: (Int, Int) = (2, 2)
    ) throws -> ManagementEvidence.Entry {
        ManagementEvidence.Entry(
            riskAnalysis: risk,
            selfChecks: .value(try #require(.init(expected: checks.0, missed: checks.1))),
            deviations: .value(try #require(.init(all: deviations.0, done: deviations.1))),
            measures: .value(try #require(.init(all: measures.0, done: measures.1)))
        )
    }

    private static func coverage(
        _ process: CareProcess,
        routines: [Routine]? = nil,
        staff: [StaffMember]? = [],
        entry: ManagementEvidence.Entry? = nil,
        asOf date: CalendarDate = today
    ) throws -> ManagementCoverage {
        let routines = if let routines { routines } else { [try Made.routine().approved(on: "2021-01-01")] }
        let evidence = ManagementEvidence(try [process.id: entry ?? self.entry()])
        #expect(try JSON.roundTrip(evidence) == evidence)
        return ManagementCoverage(
            of: [process],
            routines: routines,
            staff: staff,
            in: try organisation(),
            evidence: evidence,
            asOf: date,
            under: Made.law
        )
    }

    private static func sound() throws -> CareProcess {
        try Made.process().approved(Made.description(), on: "2021-01-01")
    }

    private func expect(_ coverage: ManagementCoverage, _ aspect: CoverageAspect, _ findings: [CoverageFinding]) {
        #expect(coverage.missing.map(\.aspect) == (findings.isEmpty ? [] : [aspect]))
        #expect(coverage.missing.flatMap(\.findings) == findings)
    }

    @Test("finds nothing missing where all is in place, and tells the age of the risk analysis")
    func inPlace() throws {
        let coverage = try Self.coverage(Self.sound())
        #expect(coverage.rows.count == CoverageAspect.allCases.count)
        #expect(coverage.rows.allSatisfy { $0.state == .inPlace })
        #expect(coverage.rows.first { $0.aspect == .riskAnalysis }?.age == day("2021-01-15").days(to: Self.today))
        let cited = coverage.rows.filter { $0.aspect == .owner || $0.aspect == .selfChecks }
        #expect(cited.allSatisfy { $0.citation?.contains("SOSFS 2011:9") == true })
        #expect(coverage.rows.allSatisfy { ($0.citation == nil) == ($0.ground == nil) })
        #expect(cited.allSatisfy { $0.ground == .known })
    }

    @Test("finds a process without an owner on the day")
    func owner() throws {
        var process = try Self.sound()
        try process.releaseOwner(lastDay: day("2021-05-31"), under: Made.law)
        expect(try Self.coverage(process), .owner, [.noOwner])
        #expect(try Self.coverage(process, asOf: day("2021-05-31")).missing.isEmpty)
    }

    @Test("finds steps whose routine is not in force, says nobody responsible or is past review")
    func routines() throws {
        let process = try Self.sound()
        let id = Made.id("r1", of: Routine.self)
        let late = try Made.routine().approved(on: "2021-01-01", reviewBy: "2021-05-31")
        expect(try Self.coverage(process, routines: []), .routines, [.routineNotInForce(id, step: "s1")])
        expect(try Self.coverage(process, routines: [late]), .routines, [.routinePastReview(id)])
        #expect(try Self.coverage(process, routines: [late], asOf: day("2021-05-31")).missing.isEmpty)
        var loose = try Made.routine()
        let law = Made.law.suspending("D-PRO-2")
        try loose.beginVersion(Routine.Content(instruction: .value("Ring")), under: law)
        let signature = Made.signature("2021-01-01")
        try loose.approve(
            by: signature,
            reason: "ny",
            validFrom: signature.day,
            reviewBy: day("2029-01-01"),
            under: law
        )
        expect(try Self.coverage(process, routines: [loose]), .routines, [.routineWithoutResponsibility(id)])
    }

    @Test("finds a step without routine that a suspended rule let through, and a version past review")
    func stepsAndReview() throws {
        let law = Made.law.suspending("D-PRO-2")
        let description = try Made.description(steps: .value([Made.step(need: nil)]))
        let bare = try Made.process().approved(description, on: "2021-01-01", under: law)
        expect(try Self.coverage(bare), .routines, [.stepWithoutRoutine("s1")])
        let late = try Made.process().approved(Made.description(), on: "2021-01-01", reviewBy: "2021-05-31")
        expect(try Self.coverage(late), .review, [.pastReview(since: day("2021-05-31"))])
        #expect(try Self.coverage(late, asOf: day("2021-05-31")).missing.isEmpty)
    }

    @Test(
        "judges the newest risk analysis by the version in force and by the board's limit",
        arguments: [
            ("2021-01-01", "2021-06-01", []), ("2020-12-31", "2021-06-01", [.riskAnalysisOlderThanVersion(days: 1)]),
            ("2021-01-15", "2022-01-15", []), ("2021-01-15", "2022-01-16", [.riskAnalysisTooOld(days: 1)]),
        ] as [(String, String, [CoverageFinding])]
    )
    func risk(analysed: String, date: String, findings: [CoverageFinding]) throws {
        let entry = try Self.entry(risk: .value(.newest(day(analysed))))
        expect(try Self.coverage(Self.sound(), entry: entry, asOf: day(date)), .riskAnalysis, findings)
        let none = try Self.entry(risk: .value(.none))
        expect(try Self.coverage(Self.sound(), entry: none), .riskAnalysis, [.noRiskAnalysis])
    }

    @Test("finds self-checks missed, deviations not analysed and measures not evaluated")
    func counts() throws {
        let process = try Self.sound()
        expect(try Self.coverage(process, entry: Self.entry(checks: (0, 0))), .selfChecks, [.noSelfChecks])
        expect(try Self.coverage(process, entry: Self.entry(checks: (4, 1))), .selfChecks, [.selfChecksMissed(1)])
        expect(
            try Self.coverage(process, entry: Self.entry(deviations: (7, 5))),
            .deviations,
            [.deviationsNotAnalysed(2)]
        )
        expect(try Self.coverage(process, entry: Self.entry(measures: (2, 1))), .measures, [.measuresNotEvaluated(1)])
        #expect(try Self.coverage(process, entry: Self.entry(deviations: (0, 0))).missing.isEmpty)
    }

    @Test("finds co-operation not described, inside or with others, and staff who have not acknowledged")
    func coOperationAndStaff() throws {
        let law = Made.law.suspending("D-PRO-1")
        let inside = try Made.process().approved(Made.description(inside: nil), on: "2021-01-01", under: law)
        expect(try Self.coverage(inside), .coOperation, [.coOperationInsideNotDescribed])
        let outside = try Made.process().approved(Made.description(outside: nil), on: "2021-01-01", under: law)
        expect(try Self.coverage(outside), .coOperation, [.coOperationOutsideNotDescribed])
        let staff = [StaffMember("a", in: "O1"), StaffMember("b", in: "N")]
        let found = CoverageFinding.notAcknowledged(Made.id("r1"), persons: 1)
        expect(try Self.coverage(Self.sound(), staff: staff), .acknowledgements, [found])
    }

    @Test("tells unknown from missing")
    func unknown() throws {
        let process = try Self.sound()
        let coverage = ManagementCoverage(
            of: [process],
            routines: [try Made.routine().approved(on: "2021-01-01")],
            staff: nil,
            in: try Self.organisation(),
            evidence: ManagementEvidence(),
            asOf: Self.today,
            under: Made.law
        )
        let unknown: Set<CoverageAspect> = [.riskAnalysis, .selfChecks, .deviations, .measures, .acknowledgements]
        #expect(Set(coverage.rows.filter { $0.state == .unknown }.map(\.aspect)) == unknown)
        #expect(coverage.missing.isEmpty)
        let gap = try Self.entry(risk: Self.gap)
        #expect(try Self.coverage(process, entry: gap).rows.first { $0.aspect == .riskAnalysis }?.state == .unknown)
        #expect(ManagementEvidence.SelfChecks(expected: 1, missed: 2) == nil)
        #expect(ManagementEvidence.Share(all: 1, done: 2) == nil)
    }

    @Test("counts identified, mapped and approved processes per kind and operation, as of the day")
    func progress() throws {
        let steps = try Made.description()
        var drafted = try Made.process("q", operations: .value(["O1", "O2"]))
        try drafted.beginVersion(steps, under: Made.law)
        let all = [
            try Made.process("p").approved(steps, on: "2021-01-01"), drafted, try Made.process("s", kind: .support),
            try Made.process("u", operations: .notStated(source: "gammal")),
        ]
        let progress = { (date: String) in
            ManagementCoverage(
                of: all,
                routines: [],
                staff: nil,
                in: try Self.organisation(),
                evidence: ManagementEvidence(),
                asOf: day(date),
                under: Made.law
            ).progress.map {
                "\($0.kind) \($0.operation?.rawValue ?? "-") \($0.identified) \($0.mapped) \($0.approved)"
            }
        }
        #expect(try progress("2021-01-01") == ["main O1 2 2 1", "main O2 1 1 0", "support O1 1 0 0", "main - 1 0 0"])
        #expect(try progress("2020-12-31").first == "main O1 2 1 0")
        #expect(try progress("2018-12-31").isEmpty)
    }

    @Test("names every aspect in both languages", arguments: CoverageAspect.allCases)
    func labels(aspect: CoverageAspect) {
        #expect(aspect.label(.swedish) != aspect.label(.english))
        #expect(aspect.label(.swedish) != aspect.rawValue)
    }
}
