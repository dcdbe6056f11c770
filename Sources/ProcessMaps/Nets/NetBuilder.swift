/// Makes the net of processes with all their sub-processes, or that of one scope alone.
struct NetBuilder {
    /// A scope whose steps are still to be added, between two places.
    struct Frame {
        let scope: MapElementID
        let source: Int
        let sink: Int
    }

    let index: MapIndex
    private(set) var net: PetriNet
    private var frames: [Frame] = []
    /// The scope that each place lies in.
    private var scopeOfPlace: [MapElementID?] = [nil, nil]
    /// Transitions that empty a scope.
    private var clearing: [(transition: Int, scope: MapElementID)] = []
    private var scope: MapElementID?

    init(_ index: MapIndex) {
        self.index = index
        let ends = ["source", "sink"].map { PetriNet.Place(name: $0, element: nil) }
        net = PetriNet(places: ends, transitions: [], source: 0, sink: 1)
    }

    /// Builds the net of a process, or of all that have steps, with everything inside.
    mutating func buildAll(_ process: MapElementID?) {
        let wanted = index.scopes.filter { scope in
            scope.parent == nil && !scope.body.nodes.isEmpty && (process.map { $0 == scope.id } ?? true)
        }
        if wanted.count == 1 {
            enter(wanted[0].id, from: net.source, to: [net.sink], element: wanted[0].id, needsRun: false)
        } else if let first = wanted.first {
            let begins = wanted.map { place("begin_\($0.id)", $0.id) }
            let ends = wanted.map { place("end_\($0.id)", $0.id) }
            add(PetriNet.Transition("begin", first.id, from: [net.source], to: begins))
            add(PetriNet.Transition("end", first.id, from: ends, to: [net.sink]))
            for (position, process) in wanted.enumerated() {
                enter(process.id, from: begins[position], to: [ends[position]], element: process.id, needsRun: false)
            }
        }
        var entered: Set<MapElementID> = []
        while let frame = frames.popLast() {
            guard let found = index.scope(frame.scope) else { continue }
            // In a damaged map a sub-process may have the identity of what it lies in.
            guard entered.insert(frame.scope).inserted else {
                add(PetriNet.Transition("pass_\(frame.scope)", frame.scope, from: [frame.source], to: [frame.sink]))
                continue
            }
            scope = frame.scope
            if index.node(frame.scope)?.activity?.subProcess?.kind == .adHoc {
                addAnyOrder(ScopeShape(found), frame)
            } else {
                ScopeNet(shape: ScopeShape(found), frame: frame, part: .all).add(to: &self)
            }
        }
        resolveClearing()
    }

    /// Builds the net of one scope, whose sub-processes are single steps.
    mutating func build(_ shape: ScopeShape, sides: Bool) {
        scope = shape.id
        let frame = Frame(scope: shape.id, source: net.source, sink: net.sink)
        ScopeNet(shape: shape, frame: frame, part: sides ? .sides : .main).add(to: &self)
        resolveClearing()
    }

    mutating func place(_ name: String, _ element: MapElementID?) -> Int {
        net.places.append(PetriNet.Place(name: name, element: element))
        scopeOfPlace.append(scope)
        return net.places.count - 1
    }

    @discardableResult
    mutating func add(_ transition: PetriNet.Transition) -> Int {
        net.transitions.append(transition)
        return net.transitions.count - 1
    }

    mutating func add(_ transition: PetriNet.Transition, clearing scope: MapElementID) {
        clearing.append((add(transition), scope))
    }

    /// Leads a token into a scope and, when its steps are done, out of it; gives the place that is marked meanwhile.
    @discardableResult
    mutating func enter(
        _ id: MapElementID,
        from entry: Int,
        to exits: [Int],
        element: MapElementID,
        needsRun: Bool
    ) -> Int? {
        let handlers = index.scope(id).map { ScopeShape($0) }.map { shape in
            shape.eventSubProcesses.map { shape.nodes[$0] }.filter { $0.body?.nodes.isEmpty == false }
        }
        let isProcess = index.node(id)?.activity == nil
        guard needsRun || !isProcess || handlers?.isEmpty == false else {
            frames.append(Frame(scope: id, source: entry, sink: exits[0]))
            return nil
        }
        let outer = scope
        let run = place("run_\(id)", element)
        let done = place("done_\(id)", element)
        scope = id
        let source = place("first_\(id)", element)
        let sink = place("last_\(id)", element)
        add(PetriNet.Transition("enter_\(id)", element, from: [entry], to: [source, run]))
        add(PetriNet.Transition("finish_\(id)", element, from: [sink, run], to: [done]))
        add(PetriNet.Transition("leave_\(id)", element, from: [done], to: exits))
        frames.append(Frame(scope: id, source: source, sink: sink))
        for handler in handlers ?? [] { addHandler(handler, of: id, run: run, done: done) }
        scope = outer
        return run
    }

    /// An event sub-process: while its scope runs it may begin, instead of the rest or beside it.
    private mutating func addHandler(_ node: MapNode, of id: MapElementID, run: Int, done: Int) {
        let first = place("first_\(node.id)", node.id)
        let last = place("last_\(node.id)", node.id)
        let interrupts = node.body?.nodes.contains { inner in
            if case .start(let isInterrupting)? = inner.event?.position { isInterrupting } else { false }
        }
        if interrupts == true {
            add(PetriNet.Transition("begin_\(node.id)", node.id, from: [run], to: [first]), clearing: id)
            add(PetriNet.Transition("end_\(node.id)", node.id, from: [last], to: [done]))
        } else {
            add(PetriNet.Transition("begin_\(node.id)", node.id, from: [run], to: [run, first]))
            add(PetriNet.Transition("end_\(node.id)", node.id, from: [last], to: []))
        }
        frames.append(Frame(scope: node.id, source: first, sink: last))
    }

    private mutating func addAnyOrder(_ shape: ScopeShape, _ frame: Frame) {
        let pool = place("pool_\(shape.id)", shape.id)
        add(PetriNet.Transition("open_\(shape.id)", shape.id, from: [frame.source], to: [pool]))
        add(PetriNet.Transition("close_\(shape.id)", shape.id, from: [pool], to: [frame.sink]))
        for node in shape.nodes where node.activity != nil && !node.name.isBlank {
            add(PetriNet.Transition("\(node.id)", node.id, label: node.name, from: [pool], to: [pool]))
        }
    }

    private mutating func resolveClearing() {
        guard !clearing.isEmpty else { return }
        var inside: [MapElementID: [Int]] = [:]
        let wanted = Set(clearing.map(\.scope))
        for place in net.places.indices {
            var next = scopeOfPlace[place]
            while let id = next {
                if wanted.contains(id) { inside[id, default: []].append(place) }
                next = index.scope(id)?.parent
            }
        }
        for (transition, scope) in clearing {
            net.transitions[transition].clears = inside[scope] ?? []
        }
    }
}
