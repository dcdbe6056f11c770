/// One node of the board's organisation: the board itself, an area, an operation or a unit.
public struct OrganisationUnit: Hashable, Sendable, Codable, Identifiable {
    /// The level of a node. Closed: board, area, operation, unit.
    public enum Level: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// The social-services board (*nämnd*).
        case board
        /// An area that holds several operations (*område*).
        case area
        /// An operation (*verksamhet*).
        case operation
        /// A unit (*enhet*).
        case unit

        /// Orders from the first or lowest to the last or highest.
        public static func < (left: Level, right: Level) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .board: 0
            case .area: 1
            case .operation: 2
            case .unit: 3
            }
        }
    }

    /// The code of the node.
    public let id: OrganisationUnitID
    /// The name that people read.
    public let name: String
    /// The level of the node, lower than its parent's.
    public let level: Level
    /// The node above; `nil` for the board alone.
    public let parent: OrganisationUnitID?
    /// The days on which the node exists, or stands as told here in an ``OrganisationHistory``.
    public let validity: Validity
    /// Who runs it; `nil` where nobody has told (*driftsform*).
    public let operatorKind: OperatorKind?
    /// The acts under which it gives its services; empty where nobody has told (*lagrum*).
    public let legalBases: [LegalBasis]
    /// The branch of the board's work; `nil` where nobody has told (*verksamhetsgren*).
    public let branch: OrganisationBranch?

    /// A node of the organisation.
    public init(
        id: OrganisationUnitID,
        name: String,
        level: Level,
        parent: OrganisationUnitID?,
        validity: Validity = .always,
        operatorKind: OperatorKind? = nil,
        legalBases: [LegalBasis] = [],
        branch: OrganisationBranch? = nil
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.parent = parent
        self.validity = validity
        self.operatorKind = operatorKind
        self.legalBases = legalBases
        self.branch = branch
    }

    /// Decodes the stored form; a node that tells nothing of operator, legal bases or branch is read as such.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(OrganisationUnitID.self, forKey: .id),
            name: container.decode(String.self, forKey: .name),
            level: container.decode(Level.self, forKey: .level),
            parent: container.decodeIfPresent(OrganisationUnitID.self, forKey: .parent),
            validity: container.decode(Validity.self, forKey: .validity),
            operatorKind: container.decodeIfPresent(OperatorKind.self, forKey: .operatorKind),
            legalBases: container.decodeIfPresent([LegalBasis].self, forKey: .legalBases) ?? [],
            branch: container.decodeIfPresent(OrganisationBranch.self, forKey: .branch)
        )
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(level, forKey: .level)
        try container.encodeIfPresent(parent, forKey: .parent)
        try container.encode(validity, forKey: .validity)
        try container.encodeIfPresent(operatorKind, forKey: .operatorKind)
        if !legalBases.isEmpty { try container.encode(legalBases, forKey: .legalBases) }
        try container.encodeIfPresent(branch, forKey: .branch)
    }

    private enum CodingKeys: String, CodingKey {
        case id, name, level, parent, validity, operatorKind, legalBases, branch
    }
}
