import ProcessMaps

/// Which node of a tree each element of the map came from, list by list in the order of the map.
struct BPMNTrace {
    struct Body {
        /// The lanes, each before those inside it.
        var lanes: [Int] = []
        var nodes: [Int] = []
        var sequenceFlows: [Int] = []
        var data: [Int] = []
        var dataAssociations: [Int] = []
        var artifacts: [Int] = []
        var associations: [Int] = []
    }

    struct Diagram {
        var node: Int
        var plane: Int
        var shapes: [Int] = []
        var edges: [Int] = []
    }

    /// The element around all others.
    var definitions: Int
    var collaborations: [Int] = []
    var subjects: [Int] = []
    var pools: [Int] = []
    /// The processes of the pools that have one, then those in no pool.
    var processes: [Int] = []
    var messageFlows: [Int] = []
    var artifacts: [Int] = []
    var associations: [Int] = []
    var diagrams: [Diagram] = []
    /// What happens in events that only refer to it, by identity.
    var rootDefinitions: [String: Int] = [:]
    /// What processes and sub-processes hold, by their node.
    var bodies: [Int: Body] = [:]

    /// How many elements there are.
    var count: Int {
        let outside = [subjects, pools, processes, messageFlows, artifacts, associations].reduce(0) { $0 + $1.count }
        return bodies.values.reduce(outside) { $0 + $1.count }
    }
}

extension BPMNTrace.Body {
    var count: Int {
        lanes.count + nodes.count + sequenceFlows.count + data.count + dataAssociations.count + artifacts.count
            + associations.count
    }
}

/// A map as it was read from a tree, and what was wrong with it.
struct BPMNReading {
    var map: ProcessMap
    var trace: BPMNTrace
    var findings: [BPMNFinding]
}
