/// Puts the nodes of a scope into layers from left to right: what follows on a node lies in a later layer.
///
/// Cycles are broken where a walk from the starts comes back to what it came through; what leads back is left out.
struct LayoutLayers {
    private(set) var scope: LayoutScope
    /// The layer of each node of the scope.
    private(set) var layer: [Int]
    /// How many layers of what follows each node has before it.
    private(set) var height: [Int]
    /// Which nodes hang together, by the number of their part in the order of the nodes.
    private(set) var part: [Int]
    private var outgoing: [[Int]]
    private var incoming: [[Int]]

    init(_ scope: LayoutScope) {
        self.scope = scope
        let count = scope.nodes.count
        layer = Array(repeating: 0, count: count)
        height = layer
        part = layer
        outgoing = Array(repeating: [], count: count)
        incoming = outgoing
        for (edge, ends) in scope.edges.enumerated() {
            outgoing[ends.source].append(edge)
            incoming[ends.target].append(edge)
        }
        findParts()
        breakCycles()
        let order = topologicalOrder()
        findLayers(order)
        drawNear(order)
    }

    private mutating func findParts() {
        part = Array(repeating: -1, count: scope.nodes.count)
        var parts = 0
        for node in part.indices where part[node] < 0 {
            var waiting = [node]
            part[node] = parts
            while let node = waiting.popLast() {
                let others =
                    outgoing[node].map { scope.edges[$0].target } + incoming[node].map { scope.edges[$0].source }
                for other in others where part[other] < 0 {
                    part[other] = parts
                    waiting.append(other)
                }
            }
            parts += 1
        }
    }

    /// The starts, then what nothing leads to, then the rest, each in the order of the map.
    private var roots: [Int] {
        let all = Array(scope.nodes.indices)
        return all.filter { scope.begins[$0] } + all.filter { !scope.begins[$0] && incoming[$0].isEmpty }
            + all.filter { !scope.begins[$0] && !incoming[$0].isEmpty }
    }

    private mutating func breakCycles() {
        enum State { case new, open, done }
        var states = Array(repeating: State.new, count: scope.nodes.count)
        for root in roots where states[root] == .new {
            var path = [(node: root, next: 0)]
            states[root] = .open
            while let (node, next) = path.last {
                guard next < outgoing[node].count else {
                    states[node] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let edge = outgoing[node][next]
                let target = scope.edges[edge].target
                switch states[target] {
                case .open: scope.edges[edge].isBack = true
                case .new:
                    states[target] = .open
                    path.append((target, 0))
                case .done: break
                }
            }
        }
    }

    private func topologicalOrder() -> [Int] {
        var missing = incoming.map { $0.count { !scope.edges[$0].isBack } }
        var order = scope.nodes.indices.filter { missing[$0] == 0 }
        var next = 0
        while next < order.count {
            for edge in outgoing[order[next]] where !scope.edges[edge].isBack {
                let target = scope.edges[edge].target
                missing[target] -= 1
                if missing[target] == 0 { order.append(target) }
            }
            next += 1
        }
        return order
    }

    private mutating func findLayers(_ order: [Int]) {
        for node in order {
            for edge in outgoing[node] where !scope.edges[edge].isBack {
                let target = scope.edges[edge].target
                layer[target] = max(layer[target], layer[node] + 1)
            }
        }
        for node in order.reversed() {
            for edge in outgoing[node] where !scope.edges[edge].isBack {
                height[node] = max(height[node], height[scope.edges[edge].target] + 1)
            }
        }
    }

    /// Moves what the first start of its part does not lead to as near as can be to what it leads to.
    private mutating func drawNear(_ order: [Int]) {
        var isFixed = Array(repeating: false, count: scope.nodes.count)
        var begun: Set<Int> = []
        for root in roots where begun.insert(part[root]).inserted { isFixed[root] = true }
        for node in order where isFixed[node] {
            for edge in outgoing[node] where !scope.edges[edge].isBack { isFixed[scope.edges[edge].target] = true }
        }
        for node in order.reversed() where !isFixed[node] {
            let nearest = outgoing[node].filter { !scope.edges[$0].isBack }.map { layer[scope.edges[$0].target] - 1 }
            if let nearest = nearest.min() { layer[node] = nearest }
        }
    }

    /// How many layers there are.
    var count: Int { (layer.max() ?? -1) + 1 }

    mutating func shift(by layers: Int) {
        for node in layer.indices { layer[node] += layers }
    }
}
