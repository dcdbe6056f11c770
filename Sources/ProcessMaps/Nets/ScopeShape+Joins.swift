extension ScopeShape {
    /// The same scope with those inclusive joins made exclusive or parallel that cannot be told from them.
    ///
    /// A join whose ways all come, apart from each other, from one node waits for what that node lets out: one token where
    /// it chooses one way, a token on every way where it takes all. Where it is an inclusive split whose ways all meet
    /// there, the pair is sound just as a parallel pair would be.
    var withPlainJoins: ScopeShape {
        let joins = nodes.indices.filter { nodes[$0].joinsInclusively && ins[$0].count > 1 }
        guard !joins.isEmpty else { return self }
        var changed = nodes
        let dominators = self.dominators
        for join in joins {
            guard let split = dominators[join], ways(from: split, to: join) else { continue }
            switch nodes[split].gateway {
            case .exclusive?, .eventBased(.waits)?, .eventBased(.beginsWithAny)?:
                changed[join].kind = .gateway(.exclusive())
            case .inclusive?, .complex?:
                guard leads(only: split, to: join), changed[split].joinsInclusively, ins[split].count < 2 else {
                    continue
                }
                changed[join].kind = .gateway(.parallel)
                changed[split].kind = .gateway(.parallel)
            case .parallel?, .eventBased(.beginsWithAll)?: changed[join].kind = .gateway(.parallel)
            case nil:
                let isUnconditional = outs[split].allSatisfy { !arrows[$0].isConditional }
                if isUnconditional, borders[split].isEmpty { changed[join].kind = .gateway(.parallel) }
            }
        }
        return ScopeShape(self, nodes: changed)
    }

    private init(_ other: ScopeShape, nodes: [MapNode]) {
        id = other.id
        self.nodes = nodes
        arrows = other.arrows
        ins = other.ins
        outs = other.outs
        borders = other.borders
        entries = other.entries
        hasStart = other.hasStart
        hasEnd = other.hasEnd
        eventSubProcesses = other.eventSubProcesses
        isSide = other.isSide
        isOutside = other.isOutside
    }

    private var hosts: [Int: Int] {
        var hosts: [Int: Int] = [:]
        for (host, events) in borders.enumerated() { for event in events { hosts[event] = host } }
        return hosts
    }

    /// Whether every way into the join comes from the split by nodes of its own, closed to all others.
    private func ways(from split: Int, to join: Int) -> Bool {
        let hosts = self.hosts
        var way = [Int](repeating: -1, count: nodes.count)
        for (number, arrow) in ins[join].enumerated() {
            var waiting: [Int] = []
            func visit(_ node: Int) -> Bool {
                guard node != split else { return true }
                guard node != join, way[node] < 0 || way[node] == number else { return false }
                guard way[node] < 0 else { return true }
                way[node] = number
                waiting.append(node)
                return true
            }
            guard visit(arrows[arrow].source) else { return false }
            while let node = waiting.popLast() {
                if feedsItself(node) { return false }
                for before in ins[node].map({ arrows[$0].source }) + [hosts[node]].compactMap(\.self) {
                    guard visit(before) else { return false }
                }
            }
        }
        var entries = [Int](repeating: 0, count: ins[join].count)
        for arrow in outs[split] where way[arrows[arrow].target] >= 0 { entries[way[arrows[arrow].target]] += 1 }
        for (number, arrow) in ins[join].enumerated() where arrows[arrow].source == split { entries[number] += 1 }
        guard entries.allSatisfy({ $0 == 1 }), borders[split].allSatisfy({ way[$0] < 0 }) else { return false }
        return nodes.indices.filter { way[$0] >= 0 }.allSatisfy { node in
            borders[node].allSatisfy { way[$0] == way[node] }
                && outs[node].allSatisfy { arrow in
                    let target = arrows[arrow].target
                    return target == join ? ins[join][way[node]] == arrow : way[target] == way[node]
                }
                && !outs[node].isEmpty
        }
    }

    private func feedsItself(_ node: Int) -> Bool {
        entries.contains(node) || nodes[node].event?.position == .end
    }

    /// Whether all ways out of the split lead to the join.
    private func leads(only split: Int, to join: Int) -> Bool {
        outs[split].count == ins[join].count
    }

    /// The last node that every way to each node passes; `nil` for entries and what is not reached.
    private var dominators: [Int?] {
        let root = nodes.count
        var order: [Int] = []
        var number = [Int](repeating: -1, count: nodes.count + 1)
        var seen = [Bool](repeating: false, count: nodes.count)
        var stack: [(node: Int, next: ArraySlice<Int>)] = [(root, entries[...])]
        while let top = stack.last {
            guard let node = top.next.first else {
                number[top.node] = order.count
                order.append(top.node)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next.removeFirst()
            guard !seen[node] else { continue }
            seen[node] = true
            stack.append((node, (outs[node].map { arrows[$0].target } + borders[node])[...]))
        }
        let hosts = self.hosts
        let isEntry = Set(entries)
        var dominator = [Int](repeating: -1, count: nodes.count + 1)
        dominator[root] = root
        var changed = true
        while changed {
            changed = false
            for node in order.reversed() where node != root {
                var found = isEntry.contains(node) ? root : -1
                for before in ins[node].map({ arrows[$0].source }) + [hosts[node]].compactMap(\.self)
                where dominator[before] >= 0 {
                    guard found >= 0 else {
                        found = before
                        continue
                    }
                    var left = before
                    while left != found {
                        while number[left] < number[found] { left = dominator[left] }
                        while number[found] < number[left] { found = dominator[found] }
                    }
                }
                if found != dominator[node] {
                    dominator[node] = found
                    changed = true
                }
            }
        }
        return nodes.indices.map { dominator[$0] < 0 || dominator[$0] == root ? nil : dominator[$0] }
    }
}

extension MapNode {
    fileprivate var joinsInclusively: Bool {
        switch gateway {
        case .inclusive?, .complex?: true
        case .exclusive?, .parallel?, .eventBased?, nil: false
        }
    }
}
