import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("A routine")
struct RoutineTests {
    @Test(
        "says how the work is done and who is responsible before it is approved",
        .requirement("D-PRO-2"),
        arguments: [
            ("Ring först", "", "responsible"), ("Ring först", nil, "responsible"), (" ", "chef", "instruction"),
            ("Ring först", "chef", nil),
        ] as [(String, String?, String?)]
    )
    func content(instruction: String, responsible: String?, field: String?) throws {
        let stated: Stated<String> = responsible.map(Stated.value) ?? .notStated(source: "gammal")
        let content = Routine.Content(instruction: .value(instruction), responsible: stated)
        let refused = refusal { _ = try Made.routine().approved(content, on: "2020-01-01") }
        #expect(refused == field.map { Refusal("D-PRO-2", $0) })
    }

    @Test("is acknowledged by version, not as a draft and not after it has ceased", .requirement("D-PRO-7"))
    func acknowledge() throws {
        var routine = try Made.routine().approved(on: "2020-01-01").approved(on: "2021-01-01")
        try routine.beginVersion(Made.content, under: Made.law)
        let refused = Refusal("D-PRO-7", "acknowledgements")
        let law = Made.law
        #expect(refusal { try routine.acknowledge(3, by: "a", on: day("2021-02-01"), under: law) } == refused)
        #expect(refusal { try routine.acknowledge(1, by: "a", on: day("2021-01-01"), under: law) } == refused)
        #expect(refusal { try routine.acknowledge(1, by: "a", on: day("2020-12-31"), under: law) } == nil)
        #expect(refusal { try routine.acknowledge(2, by: "a", on: day("2020-12-31"), under: law) } == refused)
        #expect(refusal { try routine.acknowledge(2, by: "a", on: day("2021-01-01"), under: law) } == nil)
        #expect(refusal { try routine.acknowledge(9, by: "a", on: day("2021-01-01"), under: law) } == refused)
        let once = routine
        try routine.acknowledge(2, by: "a", on: day("2021-03-01"), under: law)
        #expect(routine == once, "sent twice it is one acknowledgement")
        #expect(try JSON.roundTrip(routine) == routine)
        #expect(
            refusal {
                _ = try Routine(
                    id: routine.id,
                    name: "",
                    unit: "N",
                    operations: [],
                    versions: routine.versions,
                    acknowledgements: [Acknowledgement(number: 3, person: "a", day: day("2021-01-01"))]
                )
            } == refused
        )
    }

    @Test("lists who of its staff has not acknowledged the version in force", .requirement("D-PRO-7"))
    func missing() throws {
        let organisation = try Organisation([
            OrganisationUnit(id: "N", name: "Nämnd", level: .board, parent: nil),
            OrganisationUnit(id: "O1", name: "Hemtjänst", level: .operation, parent: "N"),
            OrganisationUnit(id: "U1", name: "Norr", level: .unit, parent: "O1"),
            OrganisationUnit(id: "O2", name: "Boende", level: .operation, parent: "N"),
        ])
        let staff = [
            StaffMember("a", in: "U1"), StaffMember("a", in: "O1"), StaffMember("b", in: "O1"),
            StaffMember("c", in: "O2"),
            StaffMember("d", in: "U1", employed: Validity(from: day("2021-06-01")) ?? .always),
        ]
        var routine = try Made.routine().approved(on: "2020-01-01").approved(on: "2021-01-01")
        let list = { (routine: Routine, date: String) in
            routine.missingAcknowledgements(of: staff, in: organisation, asOf: day(date))
                .map { "\($0.person.rawValue) \($0.number) \($0.since)" }
        }
        #expect(list(routine, "2019-12-31").isEmpty)
        #expect(list(routine, "2020-12-31") == ["a 1 2020-01-01", "b 1 2020-01-01"])
        try routine.acknowledge(2, by: "b", on: day("2021-02-01"), under: Made.law)
        #expect(list(routine, "2021-01-31") == ["a 2 2021-01-01", "b 2 2021-01-01"])
        #expect(list(routine, "2021-02-01") == ["a 2 2021-01-01"])
        #expect(list(routine, "2021-06-01") == ["a 2 2021-01-01", "d 2 2021-06-01"])
    }
}
