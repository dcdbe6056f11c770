import QualityCore
import TestSupport
import Testing

@Suite("Who answers for what", .requirement("D-ORG-2"))
struct ResponsibilityTests {
    private static func organisation() throws -> Organisation {
        try Organisation([
            OrganisationUnit(id: "N", name: "Nämnden", level: .board, parent: nil),
            OrganisationUnit(id: "O", name: "Verksamheten", level: .operation, parent: "N"),
            OrganisationUnit(id: "U", name: "Enheten", level: .unit, parent: "O"),
        ])
    }

    private static func plan(
        in unit: OrganisationUnitID = "O",
        from: String = "2024-01-01",
        through: String? = nil,
        lastDay: String? = nil
    ) throws -> ResponsibilityPlan {
        ResponsibilityPlan(
            requirements: [ResponsibilityPlan.Requirement(.complaints, in: "U")],
            responsibilities: [
                Responsibility(
                    for: .complaints,
                    in: unit,
                    held: "p1",
                    title: "verksamhetschef",
                    validity: try #require(Validity(from: day(from), through: through.map(day)))
                )
            ],
            lastDays: lastDay.map { ["p1": day($0)] } ?? [:]
        )
    }

    @Test(
        "lacks a holder on a day outside the responsibility, not on its first and last",
        arguments: [("2023-12-31", 1), ("2024-01-01", 0), ("2024-06-30", 0), ("2024-07-01", 1)]
    )
    func noHolder(date: String, number: Int) throws {
        let findings = try Self.plan(through: "2024-06-30").findings(on: day(date), organisation: Self.organisation())
        #expect(findings.map(\.fault) == Array(repeating: .noHolder, count: number))
        for finding in findings { #expect(Refusal(finding.violation) == Refusal("D-ORG-2", "holder")) }
    }

    @Test(
        "has a holder who has left from the day after the last",
        arguments: [("2024-03-31", 0), ("2024-04-01", 1)]
    )
    func left(date: String, number: Int) throws {
        let plan = try Self.plan(lastDay: "2024-03-31")
        let findings = plan.findings(on: day(date), organisation: try Self.organisation())
        #expect(findings.map(\.fault) == Array(repeating: .holderHasLeft, count: number))
        #expect(findings.allSatisfy { $0.holder == "p1" })
        for finding in findings { #expect(Refusal(finding.violation) == Refusal("D-ORG-2", "holder")) }
        let holders = plan.holders(of: .complaints, in: "U", on: day(date), organisation: try Self.organisation())
        #expect(holders.count == 1 - number)
    }

    @Test("is answered for from above, not from below or for another task")
    func inherited() throws {
        let tree = try Self.organisation()
        let date = day("2024-02-01")
        #expect(try Self.plan(in: "N").findings(on: date, organisation: tree).isEmpty)
        #expect(try Self.plan(in: "U").findings(on: date, organisation: tree).isEmpty)
        let plan = try Self.plan(in: "O")
        #expect(plan.holders(of: .complaints, in: "O", on: date, organisation: tree).map(\.holder) == ["p1"])
        #expect(plan.holders(of: .complaints, in: "N", on: date, organisation: tree).isEmpty)
        #expect(plan.holders(of: .deviations, in: "O", on: date, organisation: tree).isEmpty)
        #expect(try JSON.roundTrip(plan) == plan)
    }

    @Test("names tasks and faults in both languages")
    func labels() {
        for label in QualityDuty.standard.map(\.label) + ResponsibilityFinding.Fault.allCases.map(\.label) {
            #expect(label(.swedish) != label(.english))
        }
    }

    @Test(
        "cites the chapter on responsibility, and the Patient Safety Act for patient safety",
        arguments: [
            (QualityDuty.complaints, "3 kap. SOSFS 2011:9", Provision.Ground.known),
            (.patientSafety, "3 kap. 9 § patientsäkerhetslagen (2010:659)", .textRead),
        ]
    )
    func citation(duty: QualityDuty, citation: String, ground: Provision.Ground) throws {
        let plan = ResponsibilityPlan(requirements: [.init(duty, in: "U")], responsibilities: [])
        let finding = try #require(plan.findings(on: day("2024-03-07"), organisation: Self.organisation()).first)
        #expect(finding.violation.citation == citation && finding.violation.ground == ground)
        #expect(finding.violation(under: Law(provisions: [])).citation == nil)
    }
}
