/// A drawn process: who does which step after which, in the terms of BPMN 2.0 (*processkarta*).
///
/// A value free of any file format. It can hold what a faulty file holds (an arrow to nowhere, an identity twice), so that
/// the file can be read and its faults be named; what is contained in what, though, can never be wrong.
///
/// A map of one process has it in ``processes``; a map of several parties has their ``pools`` with the processes inside.
public struct ProcessMap: Hashable, Sendable, Identifiable {
    /// The deepest nesting of sub-processes, and of lanes, that files and texts are read with.
    public static let maximumDepth = 64

    /// The identity of the whole; the diagram of a map with pools is drawn on it.
    public var id: MapElementID
    /// The name that people read; empty where there is none.
    public var name: String
    /// What is told about it beside the drawing.
    public var documentation: String
    /// The parties, from top to bottom (*pooler*).
    public var pools: [MapPool]
    /// The processes that are in no pool; most often one, or none beside pools.
    public var processes: [MapProcess]
    /// What passes between the parties (*meddelandeflöden*).
    public var messageFlows: [MapMessageFlow]
    /// Notes and frames beside the pools.
    public var artifacts: [MapArtifact]
    /// The lines that tie such notes to what they are about.
    public var associations: [MapAssociation]
    /// Messages, errors, signals and the like that events and flows point at.
    public var subjects: [MapSubject]
    /// Where everything is drawn; empty for a map that nobody has laid out.
    public var diagrams: [MapDiagram]

    /// A map from its parts.
    public init(
        id: MapElementID,
        name: String = "",
        documentation: String = "",
        pools: [MapPool] = [],
        processes: [MapProcess] = [],
        messageFlows: [MapMessageFlow] = [],
        artifacts: [MapArtifact] = [],
        associations: [MapAssociation] = [],
        subjects: [MapSubject] = [],
        diagrams: [MapDiagram] = []
    ) {
        self.id = id
        self.name = name
        self.documentation = documentation
        self.pools = pools
        self.processes = processes
        self.messageFlows = messageFlows
        self.artifacts = artifacts
        self.associations = associations
        self.subjects = subjects
        self.diagrams = diagrams
    }

    /// Every process: those of the pools from top to bottom, then those in no pool.
    public var allProcesses: [MapProcess] {
        pools.compactMap(\.process) + processes
    }
}
