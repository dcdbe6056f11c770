/// The organisation over time: every node with its spells, and the reorganisations between them (*organisation över tid*).
///
/// A node that changes name, level, parent or operator has one ``OrganisationUnit`` for each spell; the spells of one
/// code never overlap, and the nodes of any day are a tree or none at all (D-ORG-1).
public struct OrganisationHistory: Hashable, Sendable {
    /// The spells of all nodes, in the order they were given.
    public let spells: [OrganisationUnit]
    /// The changes, in order of day.
    public let reorganisations: [Reorganisation]
    private let eras: [Era]

    /// Days through which no spell begins or ends, with the tree in force; `nil` where no node exists.
    private struct Era: Hashable, Sendable {
        let first: CalendarDate
        let organisation: Organisation?
    }

    /// An organisation over time.
    ///
    /// - Throws: ``RuleViolation`` with rule `D-ORG-1` when two spells of a code overlap (field `validity`), the nodes
    ///   of some day are no tree (the field that ``Organisation`` names), a predecessor did not exist the day before a
    ///   reorganisation (`predecessors`), a successor does not exist on its day (`successors`), or it names no node.
    public init(_ spells: [OrganisationUnit], reorganisations: [Reorganisation] = []) throws(RuleViolation) {
        for (_, own) in Dictionary(grouping: spells, by: \.id) {
            let ordered = own.sorted { ($0.validity.from ?? .earliest) < ($1.validity.from ?? .earliest) }
            for (earlier, later) in zip(ordered, ordered.dropFirst()) {
                guard let end = earlier.validity.through, let start = later.validity.from, end < start else {
                    throw .organisation(
                        later.id,
                        field: "validity",
                        sv: "två perioder för samma nod överlappar",
                        en: "two spells of the node overlap"
                    )
                }
            }
        }
        var starts: Set<CalendarDate> = [.earliest]
        for spell in spells {
            if let from = spell.validity.from { starts.insert(from) }
            if let after = spell.validity.through?.adding(days: 1) { starts.insert(after) }
        }
        var eras: [Era] = []
        for day in starts.sorted() {
            let units = spells.filter { $0.validity.contains(day) }
            eras.append(Era(first: day, organisation: units.isEmpty ? nil : try Organisation(units)))
        }
        self.spells = spells
        self.eras = eras
        self.reorganisations = reorganisations.sorted { $0.day < $1.day }
        for change in reorganisations { try check(change) }
    }

    private func check(_ change: Reorganisation) throws(RuleViolation) {
        guard !(change.predecessors.isEmpty && change.successors.isEmpty) else {
            throw .organisation(
                OrganisationUnitID(rawValue: ""),
                field: "successors",
                sv: "en omorganisation ska ange minst en nod",
                en: "a reorganisation must name a node"
            )
        }
        let before = change.day.adding(days: -1).flatMap { organisation(on: $0) }
        for id in change.predecessors where before?[id] == nil {
            throw .organisation(
                id,
                field: "predecessors",
                sv: "noden fanns inte dagen före omorganisationen",
                en: "the node did not exist on the day before the reorganisation"
            )
        }
        let after = organisation(on: change.day)
        for id in change.successors where after?[id] == nil {
            throw .organisation(
                id,
                field: "successors",
                sv: "noden finns inte omorganisationens dag",
                en: "the node does not exist on the day of the reorganisation"
            )
        }
    }

    /// The tree in force on a day; `nil` when no node exists then.
    public func organisation(on day: CalendarDate) -> Organisation? {
        eras.last { $0.first <= day }?.organisation
    }

    /// The spell of a node on a day; `nil` when it does not exist then.
    public func unit(_ id: OrganisationUnitID, on day: CalendarDate) -> OrganisationUnit? {
        spells.first { $0.id == id && $0.validity.contains(day) }
    }
}

extension OrganisationHistory: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            container.decode([OrganisationUnit].self, forKey: .spells),
            reorganisations: container.decode([Reorganisation].self, forKey: .reorganisations)
        )
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(spells, forKey: .spells)
        try container.encode(reorganisations, forKey: .reorganisations)
    }

    private enum CodingKeys: String, CodingKey { case spells, reorganisations }
}
