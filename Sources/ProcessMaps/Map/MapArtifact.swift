/// What is drawn on a map for the reader alone (*anteckning*).
public struct MapArtifact: Hashable, Sendable, Identifiable {
    /// What sort of artifact it is. Closed.
    public enum Kind: Hashable, Sendable {
        /// A note, with its text (*textanteckning*).
        case annotation(String)
        /// A frame around what belongs together, of a category among the subjects of the map (*grupp*).
        case group(MapElementID?)
    }

    /// The identity of the artifact.
    public var id: MapElementID
    /// What sort of artifact it is.
    public var kind: Kind

    /// An artifact.
    public init(id: MapElementID, kind: Kind) {
        self.id = id
        self.kind = kind
    }
}

/// A line that ties a note, or something undone, to an element (*association*).
public struct MapAssociation: Hashable, Sendable, Identifiable {
    /// At which ends the line has arrowheads. Closed.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        /// At none.
        case none
        /// At the target.
        case one
        /// At both.
        case both
    }

    /// The identity of the line.
    public var id: MapElementID
    /// The element that it leaves: of any kind, even a flow.
    public var source: MapElementID
    /// The element that it reaches: of any kind, even a flow.
    public var target: MapElementID
    /// At which ends it has arrowheads.
    public var direction: Direction

    /// A line between two elements.
    public init(
        id: MapElementID,
        from source: MapElementID,
        to target: MapElementID,
        direction: Direction = .none
    ) {
        self.id = id
        self.source = source
        self.target = target
        self.direction = direction
    }
}
