import ProcessMaps
import TestSupport
import Testing

@Suite("The checks of a process map with many ways at the same time", .requirement("D-PRO-5"))
struct ManyWaysTests {
    /// Nodes and flows between them, from a number to a number.
    private static func map(_ kinds: [MapNode.Kind], _ flows: [(from: Int, to: Int)]) -> ProcessMap {
        let nodes = kinds.enumerated().map { MapNode(id: MapElementID("n\($0)"), kind: $1) }
        let body = MapBody(
            nodes: nodes,
            sequenceFlows: flows.enumerated().map { place, flow in
                MapSequenceFlow(id: MapElementID("f\(place)"), from: nodes[flow.from].id, to: nodes[flow.to].id)
            }
        )
        return ProcessMap(id: "m", processes: [MapProcess(id: "p", body: body)])
    }

    private static func neverJoin(_ map: ProcessMap) -> Set<MapElementID> {
        Set(map.findings().filter { $0.kind == .neverJoins }.map(\.element))
    }

    enum Ways: CaseIterable {
        case straight, bySteps, toJoin, allButOneToJoin
    }

    @Test("take little time where thousands of ways meet before thousands of steps", arguments: Ways.allCases)
    func thousands(ways: Ways) {
        let count = 3_000
        let step = MapNode.Kind.activity(MapActivity())
        var kinds: [MapNode.Kind] = [.event(MapEvent(.start)), .gateway(.parallel), .gateway(.exclusive())]
        var flows: [(from: Int, to: Int)] = [(0, 1)]
        for way in 0..<count {
            if ways == .straight {
                flows.append((1, 2))
                continue
            }
            kinds.append(step)
            flows.append((1, kinds.count - 1))
            if way > 0 || ways != .allButOneToJoin { flows.append((kinds.count - 1, 2)) }
        }
        var last = 2
        for _ in 0..<count {
            kinds.append(step)
            flows.append((last, kinds.count - 1))
            last = kinds.count - 1
        }
        kinds.append(.gateway(ways == .toJoin || ways == .allButOneToJoin ? .parallel : .exclusive()))
        kinds.append(.event(MapEvent(.end)))
        flows += [(last, kinds.count - 2), (last, kinds.count - 2), (kinds.count - 2, kinds.count - 1)]
        let map = Self.map(kinds, flows)
        var found: Set<MapElementID> = []
        let time = ProcessorTime.seconds { found = Self.neverJoin(map) }
        #expect(found.contains("n1") == (ways != .toJoin))
        // Following each way by itself takes more than twice as long for ways of which one alone leads elsewhere.
        #expect(time < (ways == .allButOneToJoin ? 1.5 : 10), "\(time) s")
    }

    @Test("find where ways meet as following each way by itself does", arguments: Seeds.some(40))
    func agree(seed: UInt64) {
        var draws = Draws(seed: seed)
        let size = 20 + draws.below(100)
        let ways = 2 + draws.below(size - 10)
        var kinds: [MapNode.Kind] = [.gateway(.parallel)]
        var flows = (0..<ways).map { (from: 0, to: 1 + $0) }
        for node in 1..<size {
            let isGateway = draws.happens(percent: 15)
            kinds.append(isGateway ? .gateway(draws.pick([.parallel, .exclusive()])) : .activity(MapActivity()))
            for _ in 0...draws.below(3) {
                let isBack = draws.happens(percent: 10)
                flows.append((node, isBack ? draws.below(size) : min(size - 1, node + 1 + draws.below(size - node))))
            }
        }
        var targets = Array(repeating: [Int](), count: size)
        var sources = Array(repeating: 0, count: size)
        for flow in flows {
            targets[flow.from].append(flow.to)
            sources[flow.to] += 1
        }
        func reached(from start: Int, without gateway: Int) -> Set<Int> {
            var found: Set<Int> = []
            var waiting = [start]
            while let node = waiting.popLast() {
                guard node != gateway, found.insert(node).inserted else { continue }
                waiting += targets[node]
            }
            return found
        }
        var expected: Set<MapElementID> = []
        for node in 0..<size where kinds[node] == .gateway(.parallel) && targets[node].count > 1 {
            var common = Set((0..<size).filter { kinds[$0] == .gateway(.parallel) && sources[$0] > 1 })
            for target in targets[node] { common.formIntersection(reached(from: target, without: node)) }
            if common.isEmpty { expected.insert(MapElementID("n\(node)")) }
        }
        #expect(Self.neverJoin(Self.map(kinds, flows)) == expected, "seed \(seed)")
    }
}
