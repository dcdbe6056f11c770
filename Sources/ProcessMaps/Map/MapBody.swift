/// What a process or a sub-process holds: lanes, steps, flows, information and notes (*innehåll*).
public struct MapBody: Hashable, Sendable {
    /// The roles, from top to bottom (*simbanor*).
    public var lanes: [MapLane]
    /// Activities, events and gateways.
    public var nodes: [MapNode]
    /// What follows on what (*sekvensflöden*).
    public var sequenceFlows: [MapSequenceFlow]
    /// Information that is read and written (*informationsobjekt*).
    public var data: [MapData]
    /// Which node reads and writes which information.
    public var dataAssociations: [MapDataAssociation]
    /// Notes and frames.
    public var artifacts: [MapArtifact]
    /// The lines that tie notes to what they are about.
    public var associations: [MapAssociation]

    /// A content from its parts.
    public init(
        lanes: [MapLane] = [],
        nodes: [MapNode] = [],
        sequenceFlows: [MapSequenceFlow] = [],
        data: [MapData] = [],
        dataAssociations: [MapDataAssociation] = [],
        artifacts: [MapArtifact] = [],
        associations: [MapAssociation] = []
    ) {
        self.lanes = lanes
        self.nodes = nodes
        self.sequenceFlows = sequenceFlows
        self.data = data
        self.dataAssociations = dataAssociations
        self.artifacts = artifacts
        self.associations = associations
    }

    /// Whether it holds nothing at all.
    public var isEmpty: Bool { self == MapBody() }
}
