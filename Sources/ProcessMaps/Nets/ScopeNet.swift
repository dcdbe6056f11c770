/// The part of a net that the nodes of one scope make.
struct ScopeNet {
    /// Which nodes are part of it.
    enum Part {
        /// All, with sub-processes in full.
        case all
        /// Those of the main flow, with sub-processes as single steps.
        case main
        /// Those that only events reach which do not interrupt, with sub-processes as single steps.
        case sides
    }

    let shape: ScopeShape
    let frame: NetBuilder.Frame
    let part: Part
    private var flows: [Int] = []
    /// Places that feed a node beside its incoming flows.
    private var feeds: [[Int]]
    /// Places that get back the token that a node takes.
    private var returns: [[Int]]
    /// Scopes that a node empties.
    private var clears: [MapElementID?]
    private var partOf: [Int] = []
    private var partEnds: [Int: Int] = [:]

    init(shape: ScopeShape, frame: NetBuilder.Frame, part: Part) {
        self.shape = shape
        self.frame = frame
        self.part = part
        feeds = Array(repeating: [], count: shape.nodes.count)
        returns = feeds
        clears = Array(repeating: nil, count: shape.nodes.count)
    }

    private func isIncluded(_ node: Int) -> Bool {
        switch part {
        case .all: !shape.isOutside[node]
        case .main: !shape.isOutside[node] && !shape.isSide[node]
        case .sides: shape.isSide[node]
        }
    }

    func add(to builder: inout NetBuilder) {
        var copy = self
        copy.addNodes(&builder)
    }

    private mutating func addNodes(_ builder: inout NetBuilder) {
        flows = shape.arrows.map { arrow in
            isIncluded(arrow.source) && isIncluded(arrow.target) ? builder.place(name(of: arrow), arrow.id) : -1
        }
        addEntries(&builder)
        let included = shape.nodes.indices.filter { isIncluded($0) }
        for node in included where shape.nodes[node].event?.host == nil { addNode(node, &builder) }
        // Their feeds are known when their hosts have been added; those on a foreign host are reached by nothing.
        for node in included where shape.nodes[node].event?.host != nil { addNode(node, &builder) }
    }

    private mutating func addEntries(_ builder: inout NetBuilder) {
        guard part != .sides else {
            for node in shape.nodes.indices where isIncluded(node) && shape.nodes[node].event?.host != nil {
                if !shape.nodes[node].interrupts { feeds[node] = [frame.source] }
            }
            return
        }
        if shape.hasStart || shape.entries.count == 1 {
            for entry in shape.entries { feeds[entry] = [frame.source] }
        } else if !shape.entries.isEmpty {
            for entry in shape.entries { feeds[entry] = [builder.place("ent_\(shape.nodes[entry].id)", nil)] }
            let begins = shape.entries.flatMap { feeds[$0] }
            builder.add(.init("begin_\(shape.id)", shape.id, from: [frame.source], to: begins))
        }
        guard !shape.hasStart, !shape.hasEnd else { return }
        partOf = shape.parts.of
        let parts = Set(shape.entries.map { partOf[$0] }).sorted()
        guard parts.count > 1 else { return }
        for part in parts { partEnds[part] = builder.place("end_\(shape.id)_\(part)", nil) }
        let ends = parts.compactMap { partEnds[$0] }
        builder.add(.init("finish_\(shape.id)", shape.id, from: ends, to: [frame.sink]))
    }

    private mutating func addNode(_ node: Int, _ builder: inout NetBuilder) {
        let mapNode = shape.nodes[node]
        if let activity = mapNode.activity {
            addActivity(node, activity, &builder)
            return
        }
        let (inputs, joinsAny) = inputs(of: node, &builder)
        let outputs = outputs(of: node, &builder) + returns[node]
        let id = mapNode.id
        let transition = PetriNet.Transition("\(id)", id, from: inputs, to: outputs, joinsAny: joinsAny)
        if mapNode.terminates {
            builder.add(transition, clearing: shape.id)
        } else if let scope = clears[node] {
            builder.add(transition, clearing: scope)
        } else {
            builder.add(transition)
        }
    }

    private mutating func addActivity(_ node: Int, _ activity: MapActivity, _ builder: inout NetBuilder) {
        let mapNode = shape.nodes[node]
        let id = mapNode.id
        var entry = inputs(of: node, &builder).places[0]
        var exits = outputs(of: node, &builder)
        let borders = shape.borders[node].filter { isIncluded($0) }
        let isExpanded = part == .all && activity.subProcess?.body.nodes.isEmpty == false
        if !isExpanded, borders.contains(where: { !shape.nodes[$0].interrupts }) {
            let busy = builder.place("busy_\(id)", id)
            builder.add(.init("begin_\(id)", id, from: [entry], to: [busy]))
            entry = busy
        }
        if part == .all, activity.repetition != nil {
            let done = builder.place("exi_\(id)", id)
            builder.add(.init("redo_\(id)", id, from: [done], to: [entry]))
            builder.add(.init("pass_\(id)", id, from: [done], to: exits))
            exits = [done]
        }
        var host = entry
        if isExpanded {
            host = builder.enter(id, from: entry, to: exits, element: id, needsRun: true) ?? entry
        } else {
            let label = mapNode.name.isBlank ? nil : mapNode.name
            builder.add(.init("\(id)", id, label: label, from: [entry], to: exits))
        }
        for border in borders {
            feeds[border] = [host]
            if !shape.nodes[border].interrupts {
                returns[border] = [host]
            } else if isExpanded {
                clears[border] = id
            }
        }
    }

    /// The places that a node takes its tokens from.
    private func inputs(of node: Int, _ builder: inout NetBuilder) -> (places: [Int], joinsAny: Bool) {
        let id = shape.nodes[node].id
        let places = feeds[node] + shape.ins[node].map { flows[$0] }.filter { $0 >= 0 }
        guard places.count > 1 else {
            return (places.isEmpty ? [builder.place("ent_\(id)", id)] : places, false)
        }
        switch shape.nodes[node].gateway {
        case .parallel?: return (places, false)
        case .inclusive?, .complex?: return (places, true)
        case .exclusive?, .eventBased?, nil:
            let entry = builder.place("ent_\(id)", id)
            for (number, place) in places.enumerated() {
                builder.add(.init("in_\(id)_\(number)", id, from: [place], to: [entry]))
            }
            return ([entry], false)
        }
    }

    /// The places that a node puts its tokens in, with what chooses among its ways out.
    private func outputs(of node: Int, _ builder: inout NetBuilder) -> [Int] {
        let mapNode = shape.nodes[node]
        let ways = shape.outs[node].filter { flows[$0] >= 0 }
        if mapNode.event?.position == .end || ways.isEmpty && !shape.hasEnd { return end(node) }
        switch (ways.count, mapNode.gateway) {
        case (0, _): return [builder.place("exi_\(mapNode.id)", mapNode.id)]
        case (1, _): return [flows[ways[0]]]
        case (_, .parallel?), (_, .eventBased(.beginsWithAll)?): return ways.map { flows[$0] }
        case (_, .exclusive?), (_, .eventBased?): return [choice(mapNode.id, ways, &builder)]
        case (_, .inclusive?), (_, .complex?): return [choices(mapNode.id, ways, &builder)]
        case (_, nil):
            let conditional = ways.filter { shape.arrows[$0].isConditional }
            let others = ways.filter { !shape.arrows[$0].isConditional }.map { flows[$0] }
            guard !conditional.isEmpty else { return others }
            guard !others.isEmpty else { return [choices(mapNode.id, conditional, &builder)] }
            let exit = builder.place("exi_\(mapNode.id)", mapNode.id)
            let some = choices(mapNode.id, conditional, &builder)
            builder.add(.init("none_\(mapNode.id)", mapNode.id, from: [exit], to: others))
            builder.add(.init("some_\(mapNode.id)", mapNode.id, from: [exit], to: others + [some]))
            return [exit]
        }
    }

    private func end(_ node: Int) -> [Int] {
        if part == .all, shape.isSide[node], !shape.nodes[node].terminates { return [] }
        if !partOf.isEmpty, let end = partEnds[partOf[node]] { return [end] }
        return [frame.sink]
    }

    /// A place from which one way is taken.
    private func choice(_ id: MapElementID, _ ways: [Int], _ builder: inout NetBuilder) -> Int {
        let exit = builder.place("exi_\(id)", id)
        for way in ways { builder.add(.init("out_\(shape.arrows[way].id)", id, from: [exit], to: [flows[way]])) }
        return exit
    }

    /// A place from which one or more ways are taken: at each in turn, whether it is, and whether it is the last.
    private func choices(_ id: MapElementID, _ ways: [Int], _ builder: inout NetBuilder) -> Int {
        let turns = ways.indices.map { builder.place("exi_\(id)_\($0)", id) }
        for (turn, way) in ways.enumerated() {
            let name = shape.arrows[way].id
            builder.add(.init("last_\(name)", id, from: [turns[turn]], to: [flows[way]]))
            guard turn + 1 < turns.count else { continue }
            builder.add(.init("take_\(name)", id, from: [turns[turn]], to: [flows[way], turns[turn + 1]]))
            builder.add(.init("skip_\(name)", id, from: [turns[turn]], to: [turns[turn + 1]]))
        }
        return turns[0]
    }

    /// The name of the place of a flow: that of the entry of its target, where it is the only way there.
    private func name(of arrow: ScopeShape.Arrow) -> String {
        shape.ins[arrow.target].count == 1 ? "ent_\(shape.nodes[arrow.target].id)" : arrow.id.rawValue
    }
}
