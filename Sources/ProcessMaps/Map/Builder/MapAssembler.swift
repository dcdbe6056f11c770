/// Makes a map of the parts that are written in code.
struct MapAssembler {
    /// A way out of a node that leads nowhere yet.
    private struct LooseEnd {
        let source: MapElementID
        var name = ""
        var condition: String?
        var isDefault = false
    }

    /// What is being written: a process or a sub-process.
    private struct Draft {
        var body = MapBody()
        var ends: [LooseEnd] = []
        var lane: Int?
    }

    private var map: ProcessMap
    private var draft = Draft()
    private var used: Set<MapElementID> = []

    init(name: String, id: MapElementID?) {
        map = ProcessMap(id: "", name: name)
        map.id = identity(id, of: name, or: "map")
    }

    /// The map, with all that is in no pool as its process.
    var finished: ProcessMap {
        var copy = self
        if !draft.body.isEmpty {
            let id = copy.identity(nil, of: map.name + " process", or: "process")
            copy.map.processes = [MapProcess(id: id, name: map.name, body: draft.body)]
        }
        return copy.map
    }

    mutating func assemble(_ parts: [MapPart]) {
        for part in parts {
            switch part.content {
            case .pool(let id, let name, let parts): addPool(id, name, parts)
            case .lane(let id, let name, let parts):
                let outer = draft.lane
                draft.lane = laneIndex(id, name)
                assemble(parts)
                draft.lane = outer
            case .event(let id, let name, let event): addEvent(id, name, event)
            case .step(let step): addStep(step)
            case .gateway(let id, let name, let gateway, let branches): addGateway(id, name, gateway, branches)
            case .handOver(let name):
                for index in draft.ends.indices where draft.ends[index].name.isEmpty { draft.ends[index].name = name }
            case .jump(let target): connect(to: target)
            case .message(let name, let source, let target):
                let id = identity(nil, of: "\(source) \(target)", or: "message")
                map.messageFlows.append(MapMessageFlow(id: id, name: name, from: source, to: target))
            }
        }
    }

    private mutating func addPool(_ id: MapElementID?, _ name: String, _ parts: [MapPart]?) {
        let id = identity(id, of: name, or: "pool")
        let process = parts.map { parts in
            let process = identity(nil, of: "\(id) process", or: "process")
            return MapProcess(id: process, name: name, body: body(of: parts))
        }
        map.pools.append(MapPool(id: id, name: name, process: process))
    }

    private mutating func addEvent(_ id: MapElementID?, _ name: String, _ event: MapEvent) {
        let id = identity(id, of: name, or: event.isStart ? "start" : event.position == .end ? "end" : "event")
        if !event.isStart { connect(to: id) }
        add(MapNode(id: id, name: name, kind: .event(event)))
        if event.position != .end { draft.ends.append(LooseEnd(source: id)) }
    }

    private mutating func addStep(_ step: MapStep) {
        let id = identity(step.id, of: step.name, or: "step")
        var activity = step.activity
        if let inside = step.inside, let kind = activity.subProcess?.kind {
            activity.kind = .subProcess(MapSubProcess(kind, body: body(of: inside)))
        }
        let stands = activity.subProcess?.kind == .event
        if !stands { connect(to: id) }
        add(MapNode(id: id, name: step.name, documentation: step.documentation, kind: .activity(activity)))
        for (direction, name) in step.information { associate(id, direction, name) }
        var ends = stands ? draft.ends : [LooseEnd(source: id)]
        for handler in step.handlers {
            let event = MapEvent(.boundary(of: id, isInterrupting: handler.isInterrupting), handler.definitions)
            let start = identity(handler.id, of: handler.name, or: "event")
            add(MapNode(id: start, name: handler.name, kind: .event(event)))
            draft.ends = [LooseEnd(source: start)]
            assemble(handler.parts)
            ends += draft.ends
        }
        draft.ends = ends
    }

    private mutating func addGateway(
        _ id: MapElementID?,
        _ name: String,
        _ gateway: MapGateway,
        _ branches: [MapBranch]
    ) {
        let id = identity(id, of: name, or: "gateway")
        connect(to: id)
        add(MapNode(id: id, name: name, kind: .gateway(gateway)))
        var ends: [LooseEnd] = []
        for branch in branches {
            draft.ends = [
                LooseEnd(source: id, name: branch.name, condition: branch.condition, isDefault: branch.isDefault)
            ]
            assemble(branch.parts)
            ends += draft.ends
        }
        draft.ends = ends
        guard ends.count > 1 else { return }
        let join = identity(nil, of: "\(id) join", or: "join")
        connect(to: join)
        add(MapNode(id: join, kind: .gateway(gateway.join)))
        draft.ends = [LooseEnd(source: join)]
    }

    /// Makes the body of other parts, beside the one that is being written.
    private mutating func body(of parts: [MapPart]) -> MapBody {
        let outer = draft
        draft = Draft()
        assemble(parts)
        defer { draft = outer }
        return draft.body
    }

    private mutating func add(_ node: MapNode) {
        draft.body.nodes.append(node)
        if let lane = draft.lane { draft.body.lanes[lane].nodes.append(node.id) }
    }

    /// Leads every loose end to a node.
    private mutating func connect(to target: MapElementID) {
        for end in draft.ends {
            let id = identity(nil, of: "\(end.source) \(target)", or: "flow")
            draft.body.sequenceFlows.append(
                MapSequenceFlow(id: id, name: end.name, from: end.source, to: target, condition: end.condition)
            )
            if end.isDefault, let node = draft.body.nodes.lastIndex(where: { $0.id == end.source }) {
                draft.body.nodes[node].setDefaultFlow(id)
            }
        }
        draft.ends = []
    }

    private mutating func laneIndex(_ id: MapElementID?, _ name: String) -> Int {
        let known = draft.body.lanes.firstIndex { lane in lane.name == name && id.map { $0 == lane.id } ?? true }
        if let known { return known }
        draft.body.lanes.append(MapLane(id: identity(id, of: name, or: "lane"), name: name))
        return draft.body.lanes.count - 1
    }

    private mutating func associate(
        _ node: MapElementID,
        _ direction: MapDataAssociation.Direction,
        _ name: String
    ) {
        let known = draft.body.data.first { data in
            if case .reference = data.kind { data.name == name } else { false }
        }
        let data = known?.id ?? addData(name)
        let id = identity(nil, of: "\(node) \(direction) \(data)", or: "association")
        draft.body.dataAssociations.append(MapDataAssociation(id: id, node: node, direction, [data]))
    }

    private mutating func addData(_ name: String) -> MapElementID {
        let id = identity(nil, of: name, or: "data")
        let object = identity(nil, of: "\(id) object", or: "data")
        draft.body.data.append(MapData(id: object, name: name, kind: .object(isCollection: false)))
        draft.body.data.append(MapData(id: id, name: name, kind: .reference(to: object, state: "")))
        return id
    }

    /// The identity that is given, or one made of the name that nothing has yet.
    private mutating func identity(_ given: MapElementID?, of name: String, or fallback: String) -> MapElementID {
        if let given {
            used.insert(given)
            return given
        }
        let wanted = MapElementID(words: name) ?? MapElementID(fallback)
        var id = wanted
        var number = 2
        while !used.insert(id).inserted {
            id = MapElementID("\(wanted)-\(number)")
            number += 1
        }
        return id
    }
}

extension MapGateway {
    /// The gateway at which its ways meet again.
    fileprivate var join: MapGateway {
        switch self {
        case .exclusive, .eventBased, .complex: .exclusive()
        case .inclusive: .inclusive()
        case .parallel: .parallel
        }
    }
}

extension MapElementID {
    /// The letters and digits of a text in lower case, joined by `-`: a name that files can use; `nil` for none.
    fileprivate init?(words text: String) {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "ß"..."ö", "ø"..."ÿ": result.unicodeScalars.append(scalar)
            default: if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
            }
        }
        if result.hasSuffix("-") { result.removeLast() }
        guard let first = result.first else { return nil }
        self.init(("0"..."9").contains(first) ? "n" + result : result)
    }
}
