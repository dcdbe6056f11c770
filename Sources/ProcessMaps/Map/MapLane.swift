/// The part of a process that one role does (*simbana*).
public struct MapLane: Hashable, Sendable, Identifiable {
    /// The identity of the lane.
    public var id: MapElementID
    /// The name of the role; empty where there is none.
    public var name: String
    /// What is told about it beside the drawing.
    public var documentation: String
    /// The nodes that lie in it, in the order of the file.
    public var nodes: [MapElementID]
    /// The lanes that it is divided into.
    public var lanes: [MapLane]

    /// A lane.
    public init(
        id: MapElementID,
        name: String = "",
        documentation: String = "",
        nodes: [MapElementID] = [],
        lanes: [MapLane] = []
    ) {
        self.id = id
        self.name = name
        self.documentation = documentation
        self.nodes = nodes
        self.lanes = lanes
    }

    /// The role that works in the lane; `nil` for one without a name.
    public var role: ProcessRole? {
        name.isBlank ? nil : ProcessRole(rawValue: name)
    }
}
