import ProcessMaps
import TestSupport

/// Maps drawn from a seed: of matching splits and joins, and such with a few flows and gateways disturbed.
struct RandomMap {
    private(set) var body = MapBody()
    private var draws: Draws
    private let gateways: [MapGateway]
    private var size: Int

    /// A map of matching splits and joins.
    init(seed: UInt64, size: Int, gateways: [MapGateway] = [.exclusive(), .parallel]) {
        draws = Draws(seed: seed)
        self.gateways = gateways
        self.size = size
        let start = add(.event(MapEvent(.start)))
        var last = start
        repeat { last = addBlock(after: last, depth: 0) } while self.size > 0
        connect(last, add(.event(MapEvent(.end))))
    }

    var map: ProcessMap { ProcessMap(id: "map", processes: [MapProcess(id: "process", body: body)]) }

    private mutating func add(_ kind: MapNode.Kind) -> MapElementID {
        let id = MapElementID("n\(body.nodes.count + 100)")
        let isTask = if case .activity = kind { true } else { false }
        body.nodes.append(MapNode(id: id, name: isTask ? "Step \(id)" : "", kind: kind))
        return id
    }

    private mutating func connect(_ source: MapElementID, _ target: MapElementID) {
        let id = MapElementID("f\(body.sequenceFlows.count + 100)")
        body.sequenceFlows.append(MapSequenceFlow(id: id, from: source, to: target))
    }

    /// Adds one step, a block of ways or a loop after a node; gives its last node.
    private mutating func addBlock(after node: MapElementID, depth: Int) -> MapElementID {
        size -= 1
        let kind = draws.below(10)
        if kind < 5 || depth > 3 || size < 1 {
            let step = add(.activity(MapActivity()))
            connect(node, step)
            return step
        }
        if kind == 5 {
            let join = add(.gateway(.exclusive()))
            connect(node, join)
            let split = add(.gateway(.exclusive()))
            connect(addBlock(after: join, depth: depth + 1), split)
            if draws.below(2) == 0 {
                connect(split, join)
            } else {
                connect(addBlock(after: split, depth: depth + 1), join)
            }
            return split
        }
        let gateway = gateways[draws.below(gateways.count)]
        let split = add(.gateway(gateway))
        connect(node, split)
        let join = add(.gateway(gateway))
        for way in 0..<2 + draws.below(2) {
            guard way > 0, gateway != .parallel, draws.below(4) == 0 else {
                connect(addBlock(after: split, depth: depth + 1), join)
                continue
            }
            connect(split, join)
        }
        return join
    }

    /// Disturbs the map: a gateway of another kind, a flow more, less or turned, another start or end.
    mutating func disturb() {
        guard !body.sequenceFlows.isEmpty else { return }
        switch draws.below(8) {
        case 0, 1, 2:
            let found = body.nodes.indices.filter { body.nodes[$0].gateway != nil }
            guard let node = found.randomElement(using: &draws) else { return }
            body.nodes[node].kind = .gateway(body.nodes[node].gateway == .parallel ? .exclusive() : .parallel)
        case 3, 4, 5: addWay()
        case 6:
            let gateway = draws.below(3) == 0 ? MapGateway.parallel : .exclusive()
            let split = insert(gateway, at: draws.below(body.sequenceFlows.count))
            connect(split, add(.event(MapEvent(.end))))
        default:
            if draws.below(3) == 0 {
                body.sequenceFlows.remove(at: draws.below(body.sequenceFlows.count))
            } else {
                let join = insert(.exclusive(), at: draws.below(body.sequenceFlows.count))
                connect(add(.event(MapEvent(.start))), join)
            }
        }
    }

    /// Adds a way from one flow to another, by a split and a join.
    private mutating func addWay() {
        let kinds: [MapGateway] = [.exclusive(), .exclusive(), .parallel]
        let split = insert(kinds[draws.below(3)], at: draws.below(body.sequenceFlows.count))
        let join = insert(kinds[draws.below(3)], at: draws.below(body.sequenceFlows.count))
        connect(split, join)
    }

    private mutating func insert(_ gateway: MapGateway, at flow: Int) -> MapElementID {
        let node = add(.gateway(gateway))
        let target = body.sequenceFlows[flow].target
        body.sequenceFlows[flow].target = node
        connect(node, target)
        return node
    }
}
