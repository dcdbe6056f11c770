/// The organisation of one board as a tree: board, areas, operations, units (*organisation*).
///
/// A value of this type is always a tree: one board at the root, every other node below a parent of a higher level.
public struct Organisation: Hashable, Sendable {
    /// The nodes in the order they were given.
    public let units: [OrganisationUnit]
    private let positions: [OrganisationUnitID: Int]

    /// An organisation from its nodes.
    ///
    /// - Throws: ``RuleViolation`` with rule `D-ORG-1` when two nodes share a code, a code holds a question mark, a parent is missing or not of a
    ///   higher level, or there is not exactly one board.
    public init(_ units: [OrganisationUnit]) throws(RuleViolation) {
        var positions: [OrganisationUnitID: Int] = [:]
        for (index, unit) in units.enumerated() {
            guard unit.id.unlistedName == nil else {
                throw .organisation(
                    unit.id,
                    field: "id",
                    sv: "en kod får inte innehålla frågetecken",
                    en: "a code must not hold a question mark"
                )
            }
            guard positions.updateValue(index, forKey: unit.id) == nil else {
                throw .organisation(
                    unit.id,
                    field: "id",
                    sv: "koden finns på två noder",
                    en: "the code stands on two nodes"
                )
            }
        }
        for unit in units {
            if let parent = unit.parent {
                guard let position = positions[parent] else {
                    throw .organisation(unit.id, field: "parent", sv: "noden ovanför finns inte", en: "no such parent")
                }
                guard units[position].level < unit.level else {
                    throw .organisation(
                        unit.id,
                        field: "level",
                        sv: "noden ovanför är inte av högre nivå",
                        en: "the parent is not of a higher level"
                    )
                }
            } else if unit.level != .board {
                throw .organisation(
                    unit.id,
                    field: "parent",
                    sv: "bara nämnden står överst",
                    en: "only the board stands at the top"
                )
            }
        }
        let boards = units.filter { $0.parent == nil }
        guard boards.count == 1 else {
            throw .organisation(
                boards.last?.id ?? OrganisationUnitID(rawValue: ""),
                field: "level",
                sv: "det ska finnas exakt en nämnd",
                en: "there must be exactly one board"
            )
        }
        self.units = units
        self.positions = positions
    }

    /// The node with a code, or `nil` if the organisation has none.
    public subscript(_ id: OrganisationUnitID) -> OrganisationUnit? {
        positions[id].map { units[$0] }
    }

    /// The board at the root (*nämnden*).
    public var board: OrganisationUnit {
        units.first { $0.parent == nil } ?? units[0]
    }

    /// The nodes directly below a node, in the order they were given.
    public func children(of id: OrganisationUnitID) -> [OrganisationUnit] {
        units.filter { $0.parent == id }
    }

    /// A node and all that stand above it, from the node itself up to the board; empty for an unknown code.
    ///
    /// The path of an unlisted node begins at the known node that it was put under.
    public func path(from id: OrganisationUnitID) -> [OrganisationUnit] {
        var path: [OrganisationUnit] = []
        var next = self[id.unlistedParent ?? id]
        while let unit = next {
            path.append(unit)
            next = unit.parent.flatMap { self[$0] }
        }
        return path
    }

    /// The node of a level that a node lies in, itself included; `nil` when there is none or the code is unknown.
    public func ancestor(of id: OrganisationUnitID, at level: OrganisationUnit.Level) -> OrganisationUnit? {
        path(from: id).first { $0.level == level }
    }
}

extension Organisation: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        self = try Organisation(decoder.singleValueContainer().decode([OrganisationUnit].self))
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(units)
    }
}

extension RuleViolation {
    static func organisation(
        _ unit: OrganisationUnitID,
        field: String,
        sv swedish: String,
        en english: String
    ) -> RuleViolation {
        RuleViolation(
            rule: "D-ORG-1",
            record: RecordReference(kind: RecordKind(rawValue: "organisationUnit"), id: unit.rawValue),
            field: field,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}
