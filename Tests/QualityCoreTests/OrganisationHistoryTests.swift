import QualityCore
import TestSupport
import Testing

@Suite("An organisation over time", .requirement("D-ORG-1"))
struct OrganisationHistoryTests {
    private static func node(
        _ id: String,
        _ level: OrganisationUnit.Level,
        below parent: String?,
        from: String? = nil,
        through: String? = nil
    ) -> OrganisationUnit {
        guard let validity = Validity(from: from.map(day), through: through.map(day)) else {
            preconditionFailure("no such spell")
        }
        return OrganisationUnit(
            id: OrganisationUnitID(rawValue: id),
            name: "Namn \(id)",
            level: level,
            parent: parent.map(OrganisationUnitID.init(rawValue:)),
            validity: validity,
            operatorKind: .own,
            legalBases: [.sol],
            branch: .socialServices
        )
    }

    /// U1 moves from A to B in 2023, U2 is split into U3 (in A) and U4 (in B), U5 and U6 of A become U7 of A.
    private static let spells = [
        node("N", .board, below: nil), node("A", .area, below: "N"), node("B", .area, below: "N"),
        node("U1", .unit, below: "A", through: "2022-12-31"), node("U1", .unit, below: "B", from: "2023-01-01"),
        node("U2", .unit, below: "A", through: "2022-12-31"), node("U3", .unit, below: "A", from: "2023-01-01"),
        node("U4", .unit, below: "B", from: "2023-01-01"), node("U5", .unit, below: "A", through: "2022-12-31"),
        node("U6", .unit, below: "A", through: "2022-12-31"), node("U7", .unit, below: "A", from: "2023-01-01"),
    ]

    private static func change(
        _ date: String = "2023-01-01",
        _ old: [OrganisationUnitID],
        _ new: [OrganisationUnitID]
    ) -> Reorganisation {
        Reorganisation(on: day(date), name: "Ny organisation", predecessors: old, successors: new)
    }

    private static func history() throws -> OrganisationHistory {
        try OrganisationHistory(
            spells,
            reorganisations: [
                change(["U1"], ["U1"]), change(["U2"], ["U3", "U4"]), change(["U5", "U6"], ["U7"]),
            ]
        )
    }

    private static func change(_ old: [OrganisationUnitID], _ new: [OrganisationUnitID]) -> Reorganisation {
        change("2023-01-01", old, new)
    }

    @Test("is a tree on each day, with parents from–to")
    func days() throws {
        let history = try Self.history()
        #expect(history.organisation(on: day("2022-12-31"))?["U1"]?.parent == "A")
        #expect(history.organisation(on: day("2023-01-01"))?["U1"]?.parent == "B")
        #expect(history.organisation(on: day("2023-01-01"))?["U2"] == nil)
        #expect(history.unit("U2", on: day("2022-12-31"))?.operatorKind == .own)
        #expect(try JSON.roundTrip(history) == history)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let unit: OrganisationUnit
        let field: String?
    }

    private static let faults = [
        Fault(
            testDescription: "overlapping",
            unit: node("U2", .unit, below: "B", from: "2022-12-31"),
            field: "validity"
        ),
        Fault(testDescription: "following", unit: node("U2", .unit, below: "B", from: "2023-01-01"), field: nil),
        Fault(
            testDescription: "a parent that begins later",
            unit: node("X", .unit, below: "O", from: "2023-12-31"),
            field: "parent"
        ),
        Fault(testDescription: "a parent in force", unit: node("X", .unit, below: "O", from: "2024-01-01"), field: nil),
        Fault(
            testDescription: "a parent that ends earlier",
            unit: node("X", .unit, below: "O", from: "2024-01-01", through: nil),
            field: nil
        ),
    ]

    @Test("refuses spells that overlap and parents that are not there, and takes the next day", arguments: faults)
    func refused(fault: Fault) throws {
        let spells = Self.spells + [Self.node("O", .operation, below: "A", from: "2024-01-01"), fault.unit]
        let expected = fault.field.map { Refusal("D-ORG-1", $0) }
        #expect(refusal { _ = try OrganisationHistory(spells) } == expected)
        let ended =
            Self.spells + [
                Self.node("O", .operation, below: "A", from: "2024-01-01", through: "2024-06-30"),
                Self.node("X", .unit, below: "O", from: "2024-01-01", through: "2024-07-01"),
            ]
        #expect(refusal { _ = try OrganisationHistory(ended) } == Refusal("D-ORG-1", "parent"))
    }

    @Test("knows each reorganisation's nodes on its day")
    func reorganisations() throws {
        let make = { (change: Reorganisation) in
            refusal { _ = try OrganisationHistory(Self.spells, reorganisations: [change]) }
        }
        #expect(make(Self.change(["U2"], ["U3"])) == nil)
        #expect(make(Self.change(["U3"], ["U4"])) == Refusal("D-ORG-1", "predecessors"))
        #expect(make(Self.change(["U2"], ["U2"])) == Refusal("D-ORG-1", "successors"))
        #expect(make(Self.change("2022-12-31", ["U2"], ["U3"])) == Refusal("D-ORG-1", "successors"))
        #expect(make(Self.change("2023-01-02", ["U2"], ["U3"])) == Refusal("D-ORG-1", "predecessors"))
        #expect(make(Self.change([], [])) == Refusal("D-ORG-1", "successors"))
        #expect(make(Self.change([], ["U3"])) == nil)
        #expect(make(Self.change(["U2"], [])) == nil)
    }

    @Test("follows a unit through splits and mergers, forwards and backwards")
    func counterparts() throws {
        let history = try Self.history()
        let (before, after) = (day("2022-06-01"), day("2023-06-01"))
        #expect(history.counterparts(of: "U2", from: before, on: after) == ["U3", "U4"])
        #expect(history.counterparts(of: "U2", from: before, on: day("2022-12-31")) == ["U2"])
        #expect(history.counterparts(of: "U5", from: before, on: after) == ["U7"])
        #expect(history.counterparts(of: "U7", from: after, on: before) == ["U5", "U6"])
        #expect(history.counterparts(of: "U1", from: after, on: before) == ["U1"])
    }

    private static let events: [(unit: OrganisationUnitID, day: CalendarDate)] = [
        ("U1", day("2022-06-01")), ("U1", day("2023-06-01")), ("U2", day("2022-06-01")), ("U5", day("2022-06-01")),
        ("U7", day("2023-06-01")), ("U5?Köket", day("2022-06-01")), ("?Kiosken", day("2022-06-01")),
    ]

    @Test("gives other figures by the event's day than by a chosen day, and says which")
    func readings() throws {
        let history = try Self.history()
        let own = history.tally(Self.events, at: .area, by: .eventDay)
        #expect(own.counts == ["A": 5, "B": 1] && own.unplaced == 1)
        let late = history.tally(Self.events, at: .area, by: .day(day("2023-12-31")))
        #expect(late.counts == ["A": 3, "B": 2] && late.unplaced == 2)
        let early = history.tally(Self.events, at: .area, by: .day(day("2022-12-31")))
        #expect(early.counts == ["A": 6] && early.unplaced == 1)
        for tally in [own, late, early] { #expect(tally.total == Self.events.count) }
        let units = history.tally(Self.events, at: .unit, by: .day(day("2023-12-31")))
        #expect(units.counts == ["U1": 2, "U7": 3] && units.unplaced == 2)
        #expect(own.reading.label(.english) == "By the organisation of the day of each event")
        #expect(late.reading.label(.english) == "By the organisation of 2023-12-31")
        #expect(late.reading.label(.swedish) == "Enligt organisationen 2023-12-31")
    }

    @Test("says when a comparison goes across a reorganisation")
    func comparison() throws {
        let history = try Self.history()
        func year(_ number: Int) throws -> CalendarPeriod { try #require(CalendarPeriod(year: number)) }
        #expect(history.note(comparing: try year(2021), with: try year(2022)) == nil)
        #expect(history.note(comparing: try year(2023), with: try year(2024)) == nil)
        let note = try #require(history.note(comparing: try year(2023), with: try year(2022)))
        #expect(note(.english).contains("2023-01-01"))
        #expect(history.tally(Self.events, at: .area, by: .eventDay).note != nil)
        #expect(history.tally(Self.events.filter { $0.day.year == 2022 }, at: .area, by: .eventDay).note == nil)
    }

    @Test("reads nodes that tell nothing of operator, bases or branch, and writes them as they were")
    func oldForm() throws {
        let text = #"{"id":"SN","level":"board","name":"Socialnämnden","validity":{}}"#
        let unit = try JSON.value(OrganisationUnit.self, from: text)
        #expect(unit.operatorKind == nil && unit.legalBases.isEmpty && unit.branch == nil)
        #expect(try JSON.text(unit) == text)
        let full = Self.node("U1", .unit, below: "A")
        #expect(try JSON.roundTrip(full) == full)
    }

    @Test("names operators and branches in both languages")
    func labels() {
        for label in OperatorKind.allCases.map(\.label) { #expect(label(.swedish) != label(.english)) }
        let branches = [OrganisationBranch.socialServices, .healthCare, OrganisationBranch(rawValue: "school")]
        #expect(Set(branches.map { $0.label(.english) }).count == 3)
    }
}
