import QualityCore

/// Checks a map element by element, and the flow of each process and sub-process.
struct MapChecks {
    let index: MapIndex
    private let listed: [MapElementID: ProcessStep]
    private var found: [MapElementID: [MapFinding.Kind]] = [:]

    init(index: MapIndex, steps: [ProcessStep]) {
        self.index = index
        listed = Dictionary(steps.map { (MapElementID($0.id.rawValue), $0) }) { first, _ in first }
    }

    mutating func findings() -> [MapFinding] {
        for id in index.duplicates { note(.doubledIdentity, id) }
        for scope in index.scopes {
            checkLanes(scope.body.lanes)
            for node in scope.body.nodes { check(node, in: scope) }
            for flow in scope.body.sequenceFlows { check(flow, in: scope) }
            for (kind, id) in MapFlowCheck(scope, index).findings { note(kind, id) }
        }
        for element in index.elements { check(element) }
        var seen: Set<MapElementID> = []
        return index.elements.flatMap { element in
            seen.insert(element.id).inserted ? (found[element.id] ?? []).map { MapFinding($0, in: element.id) } : []
        }
    }

    private mutating func note(_ kind: MapFinding.Kind, _ id: MapElementID) {
        if found[id]?.contains(kind) != true { found[id, default: []].append(kind) }
    }

    private mutating func require(_ ids: [MapElementID?], by id: MapElementID) {
        if ids.contains(where: { $0.map { index.element($0) == nil } ?? false }) { note(.unknownReference, id) }
    }

    private mutating func check(_ element: MapElement) {
        switch element {
        case .messageFlow(let flow):
            require([flow.source, flow.target, flow.message], by: flow.id)
            if flow.name.isBlank, flow.message.flatMap(index.element)?.name.isBlank ?? true {
                note(.unnamedHandOver, flow.id)
            }
            if let pool = party(flow.source), pool == party(flow.target) { note(.messageInsidePool, flow.id) }
        case .data(let data):
            switch data.kind {
            case .reference(let target, _), .store(let target): require([target], by: data.id)
            case .object, .input, .output: break
            }
        case .dataAssociation(let association): require([association.node] + association.data, by: association.id)
        case .association(let association): require([association.source, association.target], by: association.id)
        case .artifact(let artifact):
            if case .group(let category) = artifact.kind { require([category], by: artifact.id) }
        case .lane(let lane): require(lane.nodes, by: lane.id)
        case .pool, .process, .node, .sequenceFlow, .subject: break
        }
    }

    /// The pool that an end of a message flow is or lies in.
    private func party(_ id: MapElementID) -> MapElementID? {
        if case .pool(let pool)? = index.element(id) { pool.id } else { index.pool(of: id)?.id }
    }

    private mutating func check(_ node: MapNode, in scope: MapIndex.Scope) {
        require([node.defaultFlow], by: node.id)
        switch node.kind {
        case .activity(let activity): check(activity, of: node)
        case .event(let event):
            for definition in event.definitions {
                switch definition {
                case .message(let id), .error(let id), .escalation(let id), .signal(let id), .compensation(let id):
                    require([id], by: node.id)
                case .timer, .conditional, .link, .cancel, .terminate: break
                }
            }
            if let host = event.host, index.node(host)?.activity == nil || index.container(of: host)?.id != scope.id {
                note(.wrongHost, node.id)
            }
        case .gateway: break
        }
    }

    private mutating func check(_ activity: MapActivity, of node: MapNode) {
        if node.name.isBlank { note(.unnamedStep, node.id) }
        if let body = activity.subProcess?.body, !body.nodes.isEmpty { return }
        let step = listed[node.id]
        if index.role(of: node.id) == nil, step?.role?.rawValue.isBlank ?? true { note(.noRole, node.id) }
        guard activity.routineNeed?.isAnswered != true else { return }
        switch step?.routineNeed {
        case .some(.notStated): break
        case .some(.value(let need)) where need.isAnswered: break
        default: note(.noRoutine, node.id)
        }
    }

    private mutating func check(_ flow: MapSequenceFlow, in scope: MapIndex.Scope) {
        guard let source = index.node(flow.source), let target = index.node(flow.target) else {
            return note(.unknownReference, flow.id)
        }
        guard index.container(of: source.id)?.id == scope.id, index.container(of: target.id)?.id == scope.id else {
            return note(.crossesBorder, flow.id)
        }
        if source.event?.position == .end || target.event?.isStart == true || target.event?.host != nil {
            note(.flowPastEnds, flow.id)
        }
        if flow.name.isBlank, let giver = index.role(of: source.id), let taker = index.role(of: target.id),
            giver != taker
        {
            note(.unnamedHandOver, flow.id)
        }
    }

    /// Finds the nodes that two lanes list of which neither is inside the other.
    private mutating func checkLanes(_ lanes: [MapLane]) {
        var waiting = lanes
        while let lane = waiting.popLast() {
            for node in lane.nodes where !index.lanes(around: node).contains(where: { $0.id == lane.id }) {
                note(.inSeveralLanes, node)
            }
            waiting += lane.lanes
        }
    }
}
