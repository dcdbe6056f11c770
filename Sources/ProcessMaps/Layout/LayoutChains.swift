/// Cuts the nodes of a scope into chains that can stand in one row each.
struct LayoutChains {
    struct Chain {
        var nodes: [Int]
        /// The edge that leads to its first node from another chain.
        var branch: Int?
        /// The edge that leads from its last node to another chain, where that is not a branch of its own.
        var join: Int?
        /// Whether nothing of what it hangs together with stands in a chain before it.
        var beginsPart = false
    }

    /// Each after the one that it branches from, the longest way of a part first.
    private(set) var all: [Chain] = []
    /// The edges over more than one column that are neither inside a chain nor lead to or from one.
    private(set) var passing: [Int] = []

    init(_ layers: LayoutLayers, _ isLoose: [Bool], _ item: (Int) -> LayoutModel.Item) {
        let scope = layers.scope
        var outgoing = Array(repeating: [Int](), count: scope.nodes.count)
        var incoming = outgoing
        for (edge, ends) in scope.edges.enumerated() where !ends.isBack && ends.source != ends.target {
            outgoing[ends.source].append(edge)
            incoming[ends.target].append(edge)
        }
        let order = scope.nodes.indices.filter { !isLoose[$0] }.sorted {
            (layers.part[$0], layers.layer[$0], scope.begins[$0] ? 0 : 1, -layers.height[$0], $0)
                < (layers.part[$1], layers.layer[$1], scope.begins[$1] ? 0 : 1, -layers.height[$1], $1)
        }
        var chainOf: [Int: Int] = [:]
        var used: Set<Int> = []
        var parts: Set<Int> = []
        for start in order where chainOf[start] == nil {
            var chain = Chain(nodes: [start])
            chain.beginsPart = parts.insert(layers.part[start]).inserted
            chainOf[start] = all.count
            var node = start
            while true {
                let next = outgoing[node].filter { edge in
                    let target = scope.edges[edge].target
                    return scope.edges[edge].border == nil && chainOf[target] == nil
                        && item(target).band == item(node).band
                }
                .max { (layers.height[scope.edges[$0].target], -$0) < (layers.height[scope.edges[$1].target], -$1) }
                guard let next else { break }
                used.insert(next)
                node = scope.edges[next].target
                chainOf[node] = all.count
                chain.nodes.append(node)
            }
            all.append(chain)
        }
        for place in all.indices {
            guard let first = all[place].nodes.first else { continue }
            let sources = incoming[first].filter { (chainOf[scope.edges[$0].source] ?? place) < place }
            let near = sources.first { item(scope.edges[$0].source).band == item(first).band }
            all[place].branch = near ?? sources.first
            if let branch = all[place].branch { used.insert(branch) }
        }
        for place in all.indices {
            guard let last = all[place].nodes.last else { continue }
            all[place].join = outgoing[last].first { !used.contains($0) && scope.edges[$0].border == nil }
            if let join = all[place].join { used.insert(join) }
        }
        passing = scope.edges.indices.filter { edge in
            let ends = scope.edges[edge]
            return !ends.isBack && !used.contains(edge)
                && layers.layer[ends.target] - layers.layer[ends.source] > 1
        }
    }
}
