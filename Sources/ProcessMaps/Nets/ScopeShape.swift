/// The nodes and flows of one process or sub-process by position, as tokens see them.
struct ScopeShape {
    /// A sequence flow, or the jump from a link event to its other end.
    struct Arrow {
        let id: MapElementID
        let source: Int
        let target: Int
        let isConditional: Bool
    }

    let id: MapElementID
    let nodes: [MapNode]
    let arrows: [Arrow]
    /// The arrows that reach and leave each node.
    let ins: [[Int]]
    let outs: [[Int]]
    /// The events on the border of each activity.
    let borders: [[Int]]
    /// Where a case begins: start events, or all nodes that nothing leads to.
    let entries: [Int]
    let hasStart: Bool
    let hasEnd: Bool
    /// Event sub-processes, which stand outside the flow.
    let eventSubProcesses: [Int]
    /// The nodes that tokens can reach only by events that do not interrupt, apart from the main flow.
    let isSide: [Bool]
    /// Nodes that are no part of any flow: event sub-processes, compensation.
    let isOutside: [Bool]

    init(_ scope: MapIndex.Scope) {
        id = scope.id
        var positions: [MapElementID: Int] = [:]
        var nodes: [MapNode] = []
        for node in scope.body.nodes where positions[node.id] == nil {
            positions[node.id] = nodes.count
            nodes.append(node)
        }
        var arrows: [Arrow] = []
        for flow in scope.body.sequenceFlows {
            guard let source = positions[flow.source], let target = positions[flow.target] else { continue }
            let isDefault = nodes[source].defaultFlow == flow.id
            arrows.append(
                Arrow(id: flow.id, source: source, target: target, isConditional: flow.condition != nil || isDefault)
            )
        }
        arrows += Self.links(nodes)
        var ins = [[Int]](repeating: [], count: nodes.count)
        var outs = ins
        var borders = ins
        for (place, arrow) in arrows.enumerated() {
            outs[arrow.source].append(place)
            ins[arrow.target].append(place)
        }
        let isOutside = nodes.map(\.isOutsideFlow)
        for (position, node) in nodes.enumerated() where !isOutside[position] {
            if let host = node.event?.host, let place = positions[host] { borders[place].append(position) }
        }
        let inFlow = nodes.indices.filter { !isOutside[$0] && nodes[$0].event?.host == nil }
        let starts = inFlow.filter { nodes[$0].event?.isStart == true || nodes[$0].isInstantiating && ins[$0].isEmpty }
        hasStart = !starts.isEmpty
        entries = hasStart ? starts : inFlow.filter { ins[$0].isEmpty }
        hasEnd = nodes.contains { $0.event?.position == .end }
        eventSubProcesses = nodes.indices.filter { nodes[$0].activity?.subProcess?.kind == .event }
        self.nodes = nodes
        self.arrows = arrows
        self.ins = ins
        self.outs = outs
        self.borders = borders
        self.isOutside = isOutside
        isSide = Self.sides(nodes, arrows, outs, borders, entries)
    }

    /// Jumps from every link event that tells to those of the same name that wait.
    private static func links(_ nodes: [MapNode]) -> [Arrow] {
        var targets: [String: Int] = [:]
        for (position, node) in nodes.enumerated() where node.event?.position == .intermediateCatch {
            if let name = node.linkName, targets[name] == nil { targets[name] = position }
        }
        return nodes.enumerated().compactMap { position, node in
            guard node.event?.position == .intermediateThrow, let name = node.linkName, let target = targets[name]
            else {
                return nil
            }
            return Arrow(id: node.id, source: position, target: target, isConditional: false)
        }
    }

    private static func sides(
        _ nodes: [MapNode],
        _ arrows: [Arrow],
        _ outs: [[Int]],
        _ borders: [[Int]],
        _ entries: [Int]
    ) -> [Bool] {
        func spread(from starts: [Int], into reached: inout [Bool]) {
            var waiting = starts.filter { !reached[$0] }
            for start in waiting { reached[start] = true }
            while let node = waiting.popLast() {
                let next = outs[node].map { arrows[$0].target } + borders[node].filter { nodes[$0].interrupts }
                for node in next where !reached[node] {
                    reached[node] = true
                    waiting.append(node)
                }
            }
        }
        let none = [Bool](repeating: false, count: nodes.count)
        var main = none
        spread(from: entries, into: &main)
        let starts = nodes.indices.filter { nodes[$0].event?.host != nil && !nodes[$0].interrupts }
        guard !starts.isEmpty else { return none }
        let reaches = starts.map { start in
            var reached = none
            spread(from: [start], into: &reached)
            return reached
        }
        // What comes back to the main flow is part of it, and so is what meets that.
        var changed = true
        while changed {
            changed = false
            for (position, start) in starts.enumerated() where !main[start] {
                guard nodes.indices.contains(where: { main[$0] && reaches[position][$0] }) else { continue }
                for node in nodes.indices where reaches[position][node] { main[node] = true }
                changed = true
            }
        }
        var side = none
        for (position, start) in starts.enumerated() where !main[start] {
            for node in nodes.indices where reaches[position][node] { side[node] = true }
        }
        return side
    }

    /// The number of the connected part that each node lies in, and how many there are.
    var parts: (of: [Int], count: Int) {
        var part = [Int](repeating: -1, count: nodes.count)
        var count = 0
        for start in nodes.indices where part[start] < 0 && !isOutside[start] {
            var waiting = [start]
            part[start] = count
            while let node = waiting.popLast() {
                var next = outs[node].map { arrows[$0].target } + ins[node].map { arrows[$0].source } + borders[node]
                if let host = nodes[node].event?.host, let place = nodes.firstIndex(where: { $0.id == host }) {
                    next.append(place)
                }
                for node in next where part[node] < 0 {
                    part[node] = count
                    waiting.append(node)
                }
            }
            count += 1
        }
        return (part, count)
    }
}

extension MapNode {
    /// Whether no token of the flow around it reaches it: an event sub-process, or what undoes.
    fileprivate var isOutsideFlow: Bool {
        if let activity { return activity.isForCompensation || activity.subProcess?.kind == .event }
        guard let event, event.host != nil else { return false }
        return event.definitions.contains { if case .compensation = $0 { true } else { false } }
    }

    /// Whether a process begins at it without a start event.
    fileprivate var isInstantiating: Bool {
        if case .gateway(.eventBased(let use)) = kind { use != .waits } else { false }
    }

    /// Whether it is an event on a border that stops the activity.
    var interrupts: Bool {
        if case .boundary(_, let isInterrupting)? = event?.position { isInterrupting } else { false }
    }

    fileprivate var linkName: String? {
        for case .link(let name) in event?.definitions ?? [] { return name }
        return nil
    }

    /// Whether it ends the whole process.
    var terminates: Bool { event?.position == .end && event?.definitions.contains(.terminate) == true }
}
