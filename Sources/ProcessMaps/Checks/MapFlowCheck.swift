/// Follows the flow of one process or sub-process from its starts and back from its ends.
struct MapFlowCheck {
    private let scope: MapIndex.Scope
    private let nodes: [MapNode]
    private var ways: [[Int]]
    private var waysBack: [[Int]]
    private(set) var findings: [(MapFinding.Kind, MapElementID)] = []

    init(_ scope: MapIndex.Scope, _ index: MapIndex) {
        self.scope = scope
        nodes = scope.body.nodes
        ways = Array(repeating: [], count: nodes.count)
        waysBack = ways
        if index.node(scope.id)?.activity?.subProcess?.kind == .adHoc { return }
        let takesPart = nodes.map { !$0.standsBeside }
        guard takesPart.contains(true) else { return }
        connect()
        checkFlow(takesPart)
        for gateway in nodes.indices where nodes[gateway].dividesAtOnce && ways[gateway].count > 1 {
            if !joins(gateway) { findings.append((.neverJoins, nodes[gateway].id)) }
        }
    }

    /// Draws the flows, and the ways that no flow shows: from an activity to what happens on its border, and from link
    /// to link.
    private mutating func connect() {
        let places = Dictionary(nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for flow in scope.body.sequenceFlows {
            if let source = places[flow.source], let target = places[flow.target] { add(source, target) }
        }
        for (index, node) in nodes.enumerated() {
            if let host = node.event?.host, let place = places[host] { add(place, index) }
        }
        var sources: [String: [Int]] = [:]
        var targets: [String: [Int]] = [:]
        for (index, node) in nodes.enumerated() {
            guard let name = node.linkName else { continue }
            if node.event?.position == .intermediateCatch {
                targets[name, default: []].append(index)
            } else {
                sources[name, default: []].append(index)
            }
        }
        for index in nodes.indices {
            guard let name = nodes[index].linkName else { continue }
            let isTarget = nodes[index].event?.position == .intermediateCatch
            let others = (isTarget ? sources : targets)[name] ?? []
            if others.isEmpty || (targets[name]?.count ?? 0) > 1 { findings.append((.unmatchedLink, nodes[index].id)) }
            if !isTarget { others.forEach { add(index, $0) } }
        }
    }

    private mutating func add(_ source: Int, _ target: Int) {
        ways[source].append(target)
        waysBack[target].append(source)
    }

    private mutating func checkFlow(_ takesPart: [Bool]) {
        let starts = nodes.indices.filter { nodes[$0].begins }
        let ends = nodes.indices.filter { nodes[$0].event?.position == .end }
        if starts.isEmpty { findings.append((.noStart, scope.id)) }
        if ends.isEmpty { findings.append((.noEnd, scope.id)) }
        let first = starts.isEmpty ? nodes.indices.filter { waysBack[$0].isEmpty } : starts
        let last = ends.isEmpty ? nodes.indices.filter { !leadsOn($0) } : ends
        let reached = Self.reached(from: first, along: ways)
        let ending = Self.reached(from: last, along: waysBack)
        for index in nodes.indices where takesPart[index] {
            let node = nodes[index]
            if !reached[index] { findings.append((.unreachable, node.id)) }
            if ending[index] { continue }
            findings.append((leadsOn(index) ? .neverEnds : .deadEnd, node.id))
        }
    }

    /// Whether the flow goes on after a node by more than what happens on its border.
    private func leadsOn(_ index: Int) -> Bool {
        ways[index].contains { nodes[$0].event?.host != nodes[index].id }
    }

    private static func reached(from first: [Int], along ways: [[Int]]) -> [Bool] {
        var reached = Array(repeating: false, count: ways.count)
        var waiting = first
        for index in first { reached[index] = true }
        while let index = waiting.popLast() {
            for next in ways[index] where !reached[next] {
                reached[next] = true
                waiting.append(next)
            }
        }
        return reached
    }

    /// Whether all ways out of a gateway come to one gateway that waits for several, other than through itself.
    ///
    /// The ways are followed side by side, so that the search ends where they meet, if that is near.
    private func joins(_ gateway: Int) -> Bool {
        let firsts = Set(ways[gateway])
        guard !firsts.contains(gateway) else { return false }
        var came: [Int: Set<Int>] = [:]
        var waiting: [(way: Int, node: Int)] = []
        func come(_ way: Int, to node: Int) -> Bool {
            guard node != gateway, came[node, default: []].insert(way).inserted else { return false }
            if came[node]?.count == firsts.count, isJoin(node) { return true }
            waiting.append((way, node))
            return false
        }
        for node in firsts where come(node, to: node) { return true }
        var next = 0
        while next < waiting.count {
            guard waiting.count <= firsts.count + nodes.count else { return joins(gateway, farFrom: Array(firsts)) }
            let (way, node) = waiting[next]
            next += 1
            for target in ways[node] where come(way, to: target) { return true }
        }
        return false
    }

    /// The same of many long ways, which are followed to their ends, as many at a time as a number has bits.
    private func joins(_ gateway: Int, farFrom firsts: [Int]) -> Bool {
        var joins = nodes.indices.filter { $0 != gateway && isJoin($0) }
        for start in stride(from: 0, to: firsts.count, by: UInt64.bitWidth) where !joins.isEmpty {
            var waiting = Array(firsts[start...].prefix(UInt64.bitWidth))
            let all = UInt64.max >> UInt64(UInt64.bitWidth - waiting.count)
            var came = [UInt64](repeating: 0, count: nodes.count)
            for (way, node) in waiting.enumerated() { came[node] = 1 << UInt64(way) }
            var next = 0
            while next < waiting.count {
                let node = waiting[next]
                next += 1
                for target in ways[node] where target != gateway && came[node] & ~came[target] != 0 {
                    came[target] |= came[node]
                    waiting.append(target)
                }
            }
            joins.removeAll { came[$0] != all }
        }
        return !joins.isEmpty
    }

    /// Whether a node waits for several ways that come to it.
    private func isJoin(_ node: Int) -> Bool {
        nodes[node].joinsAtOnce && waysBack[node].count > 1
    }
}

extension MapNode {
    /// Whether it has no part in the flow around it.
    fileprivate var standsBeside: Bool {
        switch kind {
        case .activity(let activity): activity.isForCompensation || activity.subProcess?.kind == .event
        case .event(let event):
            event.host != nil && event.definitions.contains { if case .compensation = $0 { true } else { false } }
        case .gateway: false
        }
    }

    /// Whether a flow begins with it.
    fileprivate var begins: Bool {
        switch kind {
        case .event(let event): event.isStart
        case .gateway(.eventBased(let use)): use != .waits
        case .activity, .gateway: false
        }
    }

    /// Whether several of its ways can be taken at the same time.
    fileprivate var dividesAtOnce: Bool {
        switch gateway {
        case .parallel, .inclusive: true
        case .exclusive, .eventBased, .complex, nil: false
        }
    }

    /// Whether it can wait for several ways.
    fileprivate var joinsAtOnce: Bool {
        switch gateway {
        case .parallel, .inclusive, .complex: true
        case .exclusive, .eventBased, nil: false
        }
    }

    /// The name of the link that it leads to or comes from.
    fileprivate var linkName: String? {
        guard event?.position != .start, let definitions = event?.definitions else { return nil }
        for case .link(let name) in definitions { return name }
        return nil
    }
}
