import ProcessMaps

/// A second, plain reading of the token rules of start, end, step, exclusive and parallel gateway, state by state.
struct TokenExplorer {
    private let nodes: [MapNode]
    private let ins: [[Int]]
    private let outs: [[Int]]
    private let flowCount: Int

    init(_ body: MapBody) {
        nodes = body.nodes
        let flows = body.sequenceFlows
        flowCount = flows.count
        ins = nodes.map { node in flows.indices.filter { flows[$0].target == node.id } }
        outs = nodes.map { node in flows.indices.filter { flows[$0].source == node.id } }
    }

    private struct Move {
        let node: Int
        let takes: [Int]
        let gives: [Int]
        let ends: Bool
    }

    /// Whether every case can end, once, and every way is used; a flow with two tokens is a fault already.
    var isSound: Bool {
        var moves: [Move] = []
        for (position, node) in nodes.enumerated() {
            let isEnd = node.event?.position == .end
            guard node.event?.isStart != true else { continue }
            if !isEnd && outs[position].isEmpty || ins[position].isEmpty { return false }
            if node.gateway == .parallel {
                moves.append(Move(node: position, takes: ins[position], gives: outs[position], ends: false))
                continue
            }
            for flow in ins[position] {
                if isEnd { moves.append(Move(node: position, takes: [flow], gives: [], ends: true)) }
                for out in outs[position] {
                    moves.append(Move(node: position, takes: [flow], gives: [out], ends: false))
                }
            }
        }
        var states: [[Int]] = []
        var known: [[Int]: Int] = [:]
        var before: [[Int]] = []
        var fired = Set<Int>()
        for start in nodes.indices where nodes[start].event?.isStart == true {
            guard outs[start].count == 1 else { return false }
            let state = outs[start]
            if known[state] == nil {
                known[state] = states.count
                states.append(state)
                before.append([])
            }
        }
        var next = 0
        while next < states.count {
            for (number, move) in moves.enumerated() where move.takes.allSatisfy(states[next].contains) {
                fired.insert(number)
                var state = states[next].filter { !move.takes.contains($0) }
                if move.ends, !state.isEmpty { return false }
                if move.gives.contains(where: state.contains) { return false }
                state = (state + move.gives).sorted()
                if let old = known[state] {
                    before[old].append(next)
                } else {
                    known[state] = states.count
                    states.append(state)
                    before.append([next])
                }
            }
            next += 1
        }
        guard let end = known[[]], fired.count == moves.count else { return false }
        var ends: Set<Int> = [end]
        var waiting = [end]
        while let state = waiting.popLast() {
            for from in before[state] where ends.insert(from).inserted { waiting.append(from) }
        }
        return ends.count == states.count
    }
}
