import ProcessMaps

/// Which sequence flows have come to nodes and gone from them between two maps.
struct FlowChanges {
    struct Change {
        var gone: [MapElementID] = []
        var come: [MapElementID] = []
    }

    private(set) var incoming: [MapElementID: Change] = [:]
    private(set) var outgoing: [MapElementID: Change] = [:]

    init(from old: [MapBody], to new: [MapBody]) {
        var known: [MapElementID: (source: MapElementID, target: MapElementID)] = [:]
        for body in old {
            for flow in body.sequenceFlows { known[flow.id] = (flow.source, flow.target) }
        }
        for body in new {
            for flow in body.sequenceFlows {
                let ends = known.removeValue(forKey: flow.id)
                guard ends?.source != flow.source || ends?.target != flow.target else { continue }
                if let ends { remove(flow.id, ends) }
                outgoing[flow.source, default: Change()].come.append(flow.id)
                incoming[flow.target, default: Change()].come.append(flow.id)
            }
        }
        for (id, ends) in known { remove(id, ends) }
    }

    private mutating func remove(_ id: MapElementID, _ ends: (source: MapElementID, target: MapElementID)) {
        outgoing[ends.source, default: Change()].gone.append(id)
        incoming[ends.target, default: Change()].gone.append(id)
    }
}

extension ProcessMap {
    /// What processes and sub-processes hold, each before what is inside it.
    var allBodies: [MapBody] {
        var bodies = allProcesses.map(\.body)
        var next = 0
        while next < bodies.count {
            bodies += bodies[next].nodes.compactMap(\.body)
            next += 1
        }
        return bodies
    }

    /// The identities of what is outside of the processes, and theirs.
    var outerIdentities: [MapElementID] {
        subjects.map(\.id) + pools.map(\.id) + allProcesses.map(\.id) + messageFlows.map(\.id)
            + artifacts.map(\.id) + associations.map(\.id)
    }
}

extension MapBody {
    /// The identities of what is in it, save what is in its sub-processes.
    var identities: [MapElementID] {
        var ids = flatLanes.map { $0.lane.id }
        ids += nodes.map(\.id)
        ids += sequenceFlows.map(\.id)
        ids += data.map(\.id)
        ids += dataAssociations.map(\.id)
        ids += artifacts.map(\.id)
        ids += associations.map(\.id)
        return ids
    }
}
