import QualityCore

/// Checks a map element by element, and the flow of each process and sub-process.
struct MapChecks {
    let index: MapIndex
    private let listed: [MapElementID: ProcessStep]
    private let nodeCount: Int
    private var found: [MapElementID: [MapFinding]] = [:]

    init(index: MapIndex, steps: [ProcessStep]) {
        self.index = index
        nodeCount = index.scopes.reduce(0) { $0 + $1.body.nodes.count }
        listed = Dictionary(steps.map { (MapElementID($0.id.rawValue), $0) }) { first, _ in first }
    }

    mutating func findings() -> [MapFinding] {
        for id in index.duplicates { note(.doubledIdentity, id) }
        for scope in index.scopes {
            checkLanes(scope.body.lanes)
            for node in scope.body.nodes { check(node, in: scope) }
            for flow in scope.body.sequenceFlows { check(flow, in: scope) }
            for (kind, id) in MapFlowCheck(scope, index).findings { note(kind, id) }
            checkSoundness(of: scope)
        }
        for element in index.elements { check(element) }
        var seen: Set<MapElementID> = []
        return index.elements.flatMap { element in
            seen.insert(element.id).inserted ? found[element.id] ?? [] : []
        }
    }

    private mutating func note(_ kind: MapFinding.Kind, _ id: MapElementID, _ evidence: MapFinding.Evidence? = nil) {
        let finding = MapFinding(kind, in: id, evidence: evidence)
        guard let place = found[id]?.firstIndex(of: finding) else { return found[id, default: []].append(finding) }
        if evidence != nil { found[id]?[place] = finding }
    }

    /// Follows the tokens of a flow that has no plainer fault by which they would go astray.
    private mutating func checkSoundness(of scope: MapIndex.Scope) {
        let astray: Set<MapFinding.Kind> = [
            .unreachable, .deadEnd, .neverEnds, .flowPastEnds, .wrongHost, .unmatchedLink,
        ]
        let ids = scope.body.nodes.map(\.id) + scope.body.sequenceFlows.map(\.id)
        guard !ids.contains(where: { found[$0]?.contains { astray.contains($0.kind) } == true }) else { return }
        let effort = SoundnessEffort.check(of: scope.body.nodes.count, in: nodeCount)
        switch index.soundness(of: scope, within: effort) {
        case .sound, nil: break
        case .notDecided(let states): note(.notDecided, scope.id, .givenUp(states: states))
        case .notSound(let flaw): note(flaw)
        }
    }

    private mutating func note(_ flaw: SoundnessFlaw) {
        let evidence = flaw.trace.map(MapFinding.Evidence.trace)
        switch flaw.reason {
        case .unreachable, .unused: for node in flaw.nodes { note(.unreachable, node) }
        case .deadEnd: for node in flaw.nodes { note(.deadEnd, node, evidence) }
        case .endless: note(.neverEnds, flaw.nodes.first ?? flaw.scope, evidence)
        case .standstill: note(.standstill, flaw.nodes.first ?? flaw.scope, evidence)
        case .doubled, .leftOver:
            // Ways that never join are what it comes of, and told already.
            let split = flaw.trace?.last { step in
                found[step.node]?.contains { $0.kind == .neverJoins } == true
            }
            let kind: MapFinding.Kind = flaw.reason == .doubled ? .doubled : .leftOver
            note(split == nil ? kind : .neverJoins, split?.node ?? flaw.nodes.first ?? flaw.scope, evidence)
        }
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
        if case .task(let task) = activity.kind { require([task.message], by: node.id) }
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
