import QualityCore
import TestSupport
import Testing

@Suite("An organisation", .requirement("D-ORG-1"))
struct OrganisationTests {
    private static func node(_ id: String, _ level: OrganisationUnit.Level, below parent: String?) -> OrganisationUnit {
        OrganisationUnit(
            id: OrganisationUnitID(rawValue: id),
            name: "Namn \(id)",
            level: level,
            parent: parent.map(OrganisationUnitID.init(rawValue:))
        )
    }

    private static let sound = [
        node("U3", .unit, below: "N"), node("N", .board, below: nil), node("A1", .area, below: "N"),
        node("O1", .operation, below: "A1"), node("U1", .unit, below: "O1"), node("U2", .unit, below: "O1"),
        node("A2", .area, below: "N"), node("O2", .operation, below: "N"),
    ]

    private static func id(_ text: String) -> OrganisationUnitID { OrganisationUnitID(rawValue: text) }

    @Test("finds its nodes, whatever order they were given in")
    func lookUp() throws {
        let organisation = try Organisation(Self.sound)
        #expect(organisation.units == Self.sound)
        #expect(organisation.board.id == Self.id("N"))
        for unit in Self.sound { #expect(organisation[unit.id] == unit) }
        #expect(organisation[Self.id("X")] == nil)
    }

    @Test(
        "knows the way from a node up to the board",
        arguments: [
            ("U1", ["U1", "O1", "A1", "N"]), ("U3", ["U3", "N"]), ("O2", ["O2", "N"]), ("N", ["N"]), ("X", []),
            ("", []),
            ("O1?Kiosken", ["O1", "A1", "N"]), ("?Kiosken", []), ("X?Kiosken", []),
        ]
    )
    func path(from start: String, expected: [String]) throws {
        let organisation = try Organisation(Self.sound)
        #expect(organisation.path(from: Self.id(start)).map(\.id.rawValue) == expected)
    }

    @Test(
        "knows the node of a level that a node lies in",
        arguments: [
            ("U1", .unit, "U1"), ("U1", .operation, "O1"), ("U1", .area, "A1"), ("U1", .board, "N"), ("U3", .area, nil),
            ("O2", .area, nil), ("O1", .unit, nil), ("X", .board, nil), ("A2?Kiosken", .area, "A2"),
        ] as [(String, OrganisationUnit.Level, String?)]
    )
    func ancestor(of start: String, at level: OrganisationUnit.Level, expected: String?) throws {
        let organisation = try Organisation(Self.sound)
        #expect(organisation.ancestor(of: Self.id(start), at: level)?.id.rawValue == expected)
    }

    @Test(
        "knows the nodes directly below a node, in the order given",
        arguments: [
            ("N", ["U3", "A1", "A2", "O2"]), ("O1", ["U1", "U2"]), ("A2", []), ("U1", []), ("X", []),
        ]
    )
    func children(of parent: String, expected: [String]) throws {
        let organisation = try Organisation(Self.sound)
        #expect(organisation.children(of: Self.id(parent)).map(\.id.rawValue) == expected)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let units: [OrganisationUnit]
        let node: String
        let field: String
    }

    private static let faults = [
        Fault(testDescription: "no node at all", units: [], node: "", field: "level"),
        Fault(
            testDescription: "one code on two nodes",
            units: sound + [node("U1", .unit, below: "A1")],
            node: "U1",
            field: "id"
        ),
        Fault(
            testDescription: "a parent that is not there",
            units: sound + [node("U9", .unit, below: "O9")],
            node: "U9",
            field: "parent"
        ),
        Fault(
            testDescription: "a parent of the same level",
            units: sound + [node("U9", .unit, below: "U1")],
            node: "U9",
            field: "level"
        ),
        Fault(
            testDescription: "a parent of a lower level",
            units: sound + [node("A9", .area, below: "O1")],
            node: "A9",
            field: "level"
        ),
        Fault(
            testDescription: "a node below itself",
            units: sound + [node("A9", .area, below: "A9")],
            node: "A9",
            field: "level"
        ),
        Fault(
            testDescription: "a circle of two",
            units: [
                node("N", .board, below: nil), node("A9", .area, below: "O9"), node("O9", .operation, below: "A9"),
            ],
            node: "A9",
            field: "level"
        ),
        Fault(
            testDescription: "a unit at the top",
            units: sound + [node("U9", .unit, below: nil)],
            node: "U9",
            field: "parent"
        ),
        Fault(
            testDescription: "two boards",
            units: sound + [node("N2", .board, below: nil)],
            node: "N2",
            field: "level"
        ),
        Fault(
            testDescription: "a board below a board",
            units: sound + [node("N2", .board, below: "N")],
            node: "N2",
            field: "level"
        ),
        Fault(
            testDescription: "a code in the form of an unlisted one",
            units: sound + [node("O1?Kiosken", .unit, below: "O1")],
            node: "O1?Kiosken",
            field: "id"
        ),
    ]

    @Test("is always a tree: the fault is named with its node and field, in memory and from a file", arguments: faults)
    func refused(fault: Fault) throws {
        let made = #expect(throws: RuleViolation.self) { try Organisation(fault.units) }
        let text = try JSON.text(fault.units)
        let decoded = #expect(throws: RuleViolation.self) { try JSON.value(Organisation.self, from: text) }
        #expect(made == decoded)
        let violation = try #require(made)
        #expect(Refusal(violation) == Refusal("D-ORG-1", fault.field))
        #expect(violation.record == RecordReference(kind: RecordKind(rawValue: "organisationUnit"), id: fault.node))
    }

    @Test("of the nearest sound forms is accepted")
    func accepted() throws {
        #expect(throws: Never.self) { try Organisation([Self.node("N", .board, below: nil)]) }
        #expect(throws: Never.self) { try Organisation(Self.sound + [Self.node("U9", .unit, below: "A1")]) }
        let organisation = try Organisation(Self.sound)
        #expect(try JSON.roundTrip(organisation) == organisation)
    }

    @Test("has four levels from board to unit")
    func levels() {
        #expect(OrganisationUnit.Level.allCases.sorted() == [.board, .area, .operation, .unit])
    }

    @Test(
        "keeps the name and place of a unit it does not know, masked when it holds digits",
        arguments: [
            ("Kiosken", nil, "?Kiosken"), ("Kiosken", "O1", "O1?Kiosken"),
            ("Hos 18880312-1234", "O1", "O1?•••"),
            ("Avd 12345", nil, "?Avd 12345"),
        ] as [(String, String?, String)]
    )
    func unlisted(name: String, parent: String?, stored: String) {
        let code = OrganisationUnitID(unlisted: name, under: parent.map(Self.id))
        #expect(code.rawValue == stored)
        #expect(code.unlistedName == String(stored.drop { $0 != "?" }.dropFirst()))
        #expect(code.unlistedParent == parent.map(Self.id))
        #expect(Self.id("O1").unlistedName == nil && Self.id("O1").unlistedParent == nil)
    }
}
