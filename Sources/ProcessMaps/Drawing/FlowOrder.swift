/// The order in which a reader follows the nodes of a process or a sub-process.
///
/// From the starts along the flows, each node after all that lead to it except where the flow turns back; what a border
/// event begins comes after its activity. Nodes that no start reaches follow in the order of the map.
enum FlowOrder {
    /// The nodes of a content in the order of the flow.
    static func nodes(of body: MapBody, in index: MapIndex) -> [MapNode] {
        var places: [MapElementID: Int] = [:]
        for (place, node) in body.nodes.enumerated() where places[node.id] == nil { places[node.id] = place }
        var links: [String: MapElementID] = [:]
        for node in body.nodes {
            if let link = caughtLink(of: node), links[link] == nil { links[link] = node.id }
        }
        let next = body.nodes.map { node in
            var targets = index.outgoing(node.id).map(\.target) + index.boundaryEvents(of: node.id).map(\.id)
            if let link = thrownLink(of: node), let caught = links[link] { targets.append(caught) }
            return targets.compactMap { places[$0] }
        }
        var isReached = Array(repeating: false, count: body.nodes.count)
        for targets in next { for target in targets { isReached[target] = true } }

        func rank(_ place: Int) -> Int {
            let node = body.nodes[place]
            if node.event?.isStart == true { return 0 }
            return isReached[place] || node.activity?.subProcess?.kind == .event ? 2 : 1
        }
        let roots = body.nodes.indices.sorted { (rank($0), $0) < (rank($1), $1) }
        var isSeen = Array(repeating: false, count: body.nodes.count)
        var order: [MapNode] = []
        for root in roots where !isSeen[root] {
            var finished: [MapNode] = []
            var path = [(place: root, next: 0)]
            isSeen[root] = true
            while let (place, number) = path.last {
                let targets = next[place]
                guard number < targets.count else {
                    finished.append(body.nodes[place])
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let target = targets[targets.count - 1 - number]
                guard !isSeen[target] else { continue }
                isSeen[target] = true
                path.append((target, 0))
            }
            order += finished.reversed()
        }
        return order
    }

    /// The name of the link that the flow goes on at after a node.
    static func thrownLink(of node: MapNode) -> String? {
        node.event?.position == .intermediateThrow ? link(of: node) : nil
    }

    /// The name of the link that the flow comes from at a node.
    static func caughtLink(of node: MapNode) -> String? {
        node.event?.position == .intermediateCatch ? link(of: node) : nil
    }

    private static func link(of node: MapNode) -> String? {
        node.event?.definitions.lazy.compactMap { definition -> String? in
            if case .link(let name) = definition { name } else { nil }
        }
        .first
    }
}
