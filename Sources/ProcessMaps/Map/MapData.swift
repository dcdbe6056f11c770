/// Information that a process reads and writes (*informationsobjekt*).
public struct MapData: Hashable, Sendable, Identifiable {
    /// What sort of information it is. Closed.
    public enum Kind: Hashable, Sendable {
        /// A thing that lives as long as the process; one or several of the kind.
        case object(isCollection: Bool)
        /// A place where such a thing is drawn, the thing in what state; `nil` where the file names no thing.
        case reference(to: MapElementID?, state: String)
        /// A register that outlives the process, among the subjects of the map.
        case store(MapElementID?)
        /// What comes into the process from outside.
        case input(isCollection: Bool)
        /// What goes out of the process.
        case output(isCollection: Bool)
    }

    /// The identity of the information.
    public var id: MapElementID
    /// The name that people read; empty where there is none.
    public var name: String
    /// What is told about it beside the drawing.
    public var documentation: String
    /// What sort of information it is.
    public var kind: Kind

    /// A piece of information.
    public init(id: MapElementID, name: String = "", documentation: String = "", kind: Kind) {
        self.id = id
        self.name = name
        self.documentation = documentation
        self.kind = kind
    }
}

/// That a node reads or writes information (*dataassociation*).
public struct MapDataAssociation: Hashable, Sendable, Identifiable {
    /// Which way the information goes. Closed.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        /// The node reads it.
        case reads
        /// The node writes it.
        case writes
    }

    /// The identity of the association.
    public var id: MapElementID
    /// The node that reads or writes.
    public var node: MapElementID
    /// Which way the information goes.
    public var direction: Direction
    /// The information; most often one, none where the node is given a fixed value.
    public var data: [MapElementID]

    /// An association of a node with information.
    public init(id: MapElementID, node: MapElementID, _ direction: Direction, _ data: [MapElementID]) {
        self.id = id
        self.node = node
        self.direction = direction
        self.data = data
    }
}
