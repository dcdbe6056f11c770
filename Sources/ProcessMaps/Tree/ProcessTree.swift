public import QualityCore

/// Which process is part of which: a forest that no edit can break (*processhierarki*).
///
/// One record for the whole board, so that two edits at once meet in one place: no process is its own ancestor, has two
/// parents, or loses a child in a move (D-PRO-4).
public struct ProcessTree: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "processTree")
    /// The version of the stored form.
    public static let schemaVersion = 1
    /// Nothing beyond what every tree is.
    public static var rules: [RecordRule<ProcessTree>] { [] }

    /// A process in its place.
    public struct Node: Hashable, Sendable, Codable {
        /// The process.
        public let process: RecordID<CareProcess>
        /// The process that it is part of; `nil` at the top.
        public let parent: RecordID<CareProcess>?

        /// A process in its place.
        public init(_ process: RecordID<CareProcess>, under parent: RecordID<CareProcess>? = nil) {
            self.process = process
            self.parent = parent
        }
    }

    /// The identity of the record.
    public let id: RecordID<ProcessTree>
    /// The node of the organisation whose processes these are, most often the board.
    public let unit: OrganisationUnitID
    /// All processes; those of one parent in the order in which they are shown.
    public private(set) var nodes: [Node]

    /// A tree from its nodes, in any order.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-4` when a process stands twice, its parent is missing, or it is its own
    ///   ancestor.
    public init(
        id: RecordID<ProcessTree>,
        unit: OrganisationUnitID,
        nodes: [Node] = []
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.nodes = nodes
        try checkStructure()
    }

    /// Unit alone: what is counted are the processes.
    public var facts: RecordFacts {
        RecordFacts(unit: unit, status: "kept", observations: [])
    }

    /// Whether a process has a place in the tree.
    public func contains(_ process: RecordID<CareProcess>) -> Bool {
        nodes.contains { $0.process == process }
    }

    /// The process that a process is part of; `nil` at the top and for one outside the tree.
    public func parent(of process: RecordID<CareProcess>) -> RecordID<CareProcess>? {
        nodes.first { $0.process == process }?.parent
    }

    /// The parts of a process in order, or the processes at the top.
    public func children(of process: RecordID<CareProcess>?) -> [RecordID<CareProcess>] {
        nodes.filter { $0.parent == process }.map(\.process)
    }

    /// What a process is part of, from nearest to the top; empty for one at the top or outside the tree.
    public func ancestors(of process: RecordID<CareProcess>) -> [RecordID<CareProcess>] {
        let parents = Dictionary(nodes.map { ($0.process, $0.parent) }) { first, _ in first }
        var path: [RecordID<CareProcess>] = []
        var next = parents[process] ?? nil
        while let parent = next, path.count < nodes.count {
            path.append(parent)
            next = parents[parent] ?? nil
        }
        return path
    }

    private func checkStructure() throws(RuleViolation) {
        let known = Set(nodes.map(\.process))
        guard known.count == nodes.count else {
            throw violation("process", sv: "processen finns redan i trädet", en: "the process is in the tree already")
        }
        let parents = Dictionary(nodes.map { ($0.process, $0.parent) }) { first, _ in first }
        var sound: Set<RecordID<CareProcess>> = []
        for node in nodes {
            var path: Set<RecordID<CareProcess>> = []
            var next: RecordID<CareProcess>? = node.process
            while let process = next, !sound.contains(process) {
                guard known.contains(process) else {
                    throw violation("parent", sv: "processen ovanför finns inte", en: "there is no such parent")
                }
                guard path.insert(process).inserted else {
                    throw violation(
                        "parent",
                        sv: "en process kan inte ingå i sig själv",
                        en: "a process cannot be part of itself"
                    )
                }
                next = parents[process] ?? nil
            }
            sound.formUnion(path)
        }
    }

    private func violation(_ field: String, sv swedish: String, en english: String) -> RuleViolation {
        RuleViolation(
            rule: "D-PRO-4",
            record: reference,
            field: field,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}

extension ProcessTree {
    /// Gives a process a place, last among the parts of its parent.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-4` when it has a place already or the parent has none.
    public mutating func add(
        _ process: RecordID<CareProcess>,
        under parent: RecordID<CareProcess>? = nil
    ) throws(RuleViolation) {
        try edit { nodes in nodes.append(Node(process, under: parent)) }
    }

    /// Moves a process with all its parts.
    ///
    /// - Parameters:
    ///   - process: the process to move.
    ///   - parent: its new parent; `nil` for the top.
    ///   - sibling: the part of the new parent that it is to stand before; `nil` for last.
    /// - Throws: `RuleViolation` with rule `D-PRO-4` when the process, parent or sibling has no such place, or the parent
    ///   is the process itself or one of its parts.
    public mutating func move(
        _ process: RecordID<CareProcess>,
        under parent: RecordID<CareProcess>?,
        before sibling: RecordID<CareProcess>? = nil
    ) throws(RuleViolation) {
        guard contains(process) else { throw unknownProcess }
        if let sibling {
            guard sibling != process, contains(sibling), self.parent(of: sibling) == parent else {
                throw violation("sibling", sv: "processen intill finns inte där", en: "there is no such sibling")
            }
        }
        try edit { nodes in
            nodes.removeAll { $0.process == process }
            let place = nodes.firstIndex { $0.process == sibling } ?? nodes.endIndex
            nodes.insert(Node(process, under: parent), at: place)
        }
    }

    /// Takes a process without parts out of the tree.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-4` when it has no place, or has parts that would be lost.
    public mutating func remove(_ process: RecordID<CareProcess>) throws(RuleViolation) {
        guard contains(process) else { throw unknownProcess }
        guard children(of: process).isEmpty else {
            throw violation("children", sv: "processen har delprocesser", en: "the process has parts")
        }
        try edit { nodes in nodes.removeAll { $0.process == process } }
    }

    private var unknownProcess: RuleViolation {
        violation("process", sv: "processen finns inte i trädet", en: "the process is not in the tree")
    }

    private mutating func edit(_ act: (inout [Node]) -> Void) throws(RuleViolation) {
        var changed = self
        act(&changed.nodes)
        try changed.checkStructure()
        self = changed
    }
}

extension ProcessTree {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<ProcessTree>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            nodes: container.decode([Node].self, forKey: .nodes)
        )
    }
}
