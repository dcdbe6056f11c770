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
    /// The days on which the node exists.
    public let validity: Validity

    /// A node of the organisation.
    public init(
        id: OrganisationUnitID,
        name: String,
        level: Level,
        parent: OrganisationUnitID?,
        validity: Validity = .always
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.parent = parent
        self.validity = validity
    }
}
