/// Walks a map once, without recursion, and notes where everything is.
struct MapIndexBuilder {
    private(set) var scopes: [MapIndex.Scope] = []
    private(set) var elements: [MapElement] = []
    private(set) var duplicates: [MapElementID] = []
    private(set) var places: [MapElementID: Int] = [:]
    private(set) var scopeIndices: [MapElementID: Int] = [:]
    private(set) var containers: [MapElementID: MapElementID] = [:]
    private(set) var flowsIn: [MapElementID: [MapSequenceFlow]] = [:]
    private(set) var flowsOut: [MapElementID: [MapSequenceFlow]] = [:]
    private(set) var lanePaths: [MapElementID: [MapLane]] = [:]
    private(set) var boundary: [MapElementID: [MapNode]] = [:]
    private var repeated: Set<MapElementID> = []

    mutating func read(_ map: ProcessMap) {
        for subject in map.subjects { add(.subject(subject)) }
        for pool in map.pools { add(.pool(pool)) }
        for pool in map.pools {
            if let process = pool.process { read(process, in: pool.id) }
        }
        for process in map.processes { read(process, in: nil) }
        for flow in map.messageFlows { add(.messageFlow(flow)) }
        for artifact in map.artifacts { add(.artifact(artifact)) }
        for association in map.associations { add(.association(association)) }
    }

    private mutating func read(_ process: MapProcess, in pool: MapElementID?) {
        add(.process(process))
        var waiting = [MapIndex.Scope(id: process.id, parent: nil, pool: pool, depth: 0, body: process.body)]
        while let scope = waiting.popLast() {
            read(scope)
            for node in scope.body.nodes.reversed() {
                guard let body = node.body else { continue }
                waiting.append(
                    MapIndex.Scope(id: node.id, parent: scope.id, pool: pool, depth: scope.depth + 1, body: body)
                )
            }
        }
    }

    private mutating func read(_ scope: MapIndex.Scope) {
        if scopeIndices[scope.id] == nil { scopeIndices[scope.id] = scopes.count }
        scopes.append(scope)
        let body = scope.body
        readLanes(body.lanes, in: scope.id)
        for node in body.nodes {
            guard add(.node(node), in: scope.id), let host = node.event?.host else { continue }
            boundary[host, default: []].append(node)
        }
        for flow in body.sequenceFlows {
            add(.sequenceFlow(flow), in: scope.id)
            flowsOut[flow.source, default: []].append(flow)
            flowsIn[flow.target, default: []].append(flow)
        }
        for data in body.data { add(.data(data), in: scope.id) }
        for association in body.dataAssociations { add(.dataAssociation(association), in: scope.id) }
        for artifact in body.artifacts { add(.artifact(artifact), in: scope.id) }
        for association in body.associations { add(.association(association), in: scope.id) }
    }

    private mutating func readLanes(_ lanes: [MapLane], in scope: MapElementID) {
        var waiting = lanes.reversed().map { [$0] }
        while let path = waiting.popLast(), let lane = path.last {
            add(.lane(lane), in: scope)
            for node in lane.nodes where path.count > lanePaths[node, default: []].count { lanePaths[node] = path }
            waiting += lane.lanes.reversed().map { path + [$0] }
        }
    }

    @discardableResult
    private mutating func add(_ element: MapElement, in scope: MapElementID? = nil) -> Bool {
        let id = element.id
        elements.append(element)
        guard places[id] == nil else {
            if repeated.insert(id).inserted { duplicates.append(id) }
            return false
        }
        places[id] = elements.count - 1
        containers[id] = scope
        return true
    }
}
