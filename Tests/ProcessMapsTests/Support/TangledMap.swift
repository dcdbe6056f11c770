import ProcessMaps
import TestSupport

/// Draws maps in which anything is tied to anything that it may be tied to, so that all of it can be laid out.
struct TangledMap {
    private var draws: Draws
    private var count = 0
    private var nodes: [MapElementID] = []
    private var data: [MapElementID] = []
    private var others: [MapElementID] = []

    /// The map of a seed.
    ///
    /// - Parameter size: about how many nodes each process has.
    static func map(seed: UInt64, size: Int) -> ProcessMap {
        var tangled = TangledMap(draws: Draws(seed: seed))
        return tangled.map(size)
    }

    private static let names = [
        "", "ja", "nej", "Utred", "Besluta om insats", "Skicka underlag till nämnden för beslut",
    ]

    private mutating func id(_ kind: String) -> MapElementID {
        count += 1
        return MapElementID("\(kind)\(count)")
    }

    private mutating func below(_ limit: Int) -> Int { draws.below(max(1, limit)) }

    private mutating func map(_ size: Int) -> ProcessMap {
        var map = ProcessMap(id: "map")
        for _ in 0..<below(4) {
            let pool = MapPool(
                id: id("pool"),
                name: draws.pick(Self.names),
                process: draws.happens(percent: 75) ? process(size) : nil
            )
            map.pools.append(pool)
            others.append(pool.id)
        }
        for _ in 0..<below(map.pools.isEmpty ? 3 : 2) { map.processes.append(process(size)) }
        let ends = nodes + map.pools.map(\.id)
        for _ in 0..<below(ends.isEmpty ? 1 : 6) {
            let flow = MapMessageFlow(
                id: id("message"),
                name: draws.pick(Self.names),
                from: draws.pick(ends),
                to: draws.pick(ends)
            )
            map.messageFlows.append(flow)
            others.append(flow.id)
        }
        map.artifacts = artifacts()
        map.associations = associations()
        return map
    }

    private mutating func process(_ size: Int) -> MapProcess {
        MapProcess(id: id("process"), body: body(below(size + 1), depth: 0))
    }

    private mutating func body(_ size: Int, depth: Int) -> MapBody {
        var body = MapBody()
        for _ in 0..<size { body.nodes.append(node(size, depth)) }
        let inner = body.nodes.map(\.id)
        let hosts = body.nodes.filter { $0.activity != nil }.map(\.id)
        for _ in 0..<below(hosts.isEmpty ? 1 : 4) {
            let position = MapEvent.Position.boundary(of: draws.pick(hosts), isInterrupting: draws.happens(percent: 50))
            let event = MapEvent(position, [.message(nil)])
            body.nodes.append(MapNode(id: id("border"), name: draws.pick(Self.names), kind: .event(event)))
        }
        let all = body.nodes.map(\.id)
        for _ in 0..<below(all.isEmpty ? 1 : 2 * size) {
            let flow = MapSequenceFlow(
                id: id("flow"),
                name: draws.pick(Self.names),
                from: draws.pick(all),
                to: draws.pick(draws.happens(percent: 90) ? inner : all)
            )
            body.sequenceFlows.append(flow)
            others.append(flow.id)
        }
        body.lanes = lanes(inner, depth: depth)
        for _ in 0..<below(3) {
            let kinds: [MapData.Kind] = [.object(isCollection: false), .store(nil), .reference(to: nil, state: "")]
            body.data.append(MapData(id: id("data"), name: draws.pick(Self.names), kind: draws.pick(kinds)))
        }
        nodes += all
        data += body.data.map(\.id)
        for _ in 0..<below(nodes.isEmpty || data.isEmpty ? 1 : 4) {
            let direction = draws.pick(MapDataAssociation.Direction.allCases)
            body.dataAssociations.append(
                MapDataAssociation(id: id("use"), node: draws.pick(nodes), direction, [draws.pick(data)])
            )
        }
        body.artifacts = artifacts()
        body.associations = associations()
        return body
    }

    private mutating func node(_ size: Int, _ depth: Int) -> MapNode {
        let kind: MapNode.Kind =
            switch below(8) {
            case 0: .event(MapEvent(draws.pick([.start, .intermediateCatch, .intermediateThrow, .end])))
            case 1, 2: .gateway(draws.pick([.exclusive(), .parallel, .inclusive()]))
            case 3 where depth < 3:
                .activity(
                    MapActivity(
                        .subProcess(
                            MapSubProcess(
                                draws.pick(MapSubProcess.Kind.allCases),
                                body: body(below(size / 2 + 1), depth: depth + 1)
                            )
                        )
                    )
                )
            default: .activity(MapActivity())
            }
        return MapNode(id: id("node"), name: draws.pick(Self.names), kind: kind)
    }

    private mutating func lanes(_ nodes: [MapElementID], depth: Int) -> [MapLane] {
        guard depth < 2, draws.happens(percent: 40) else { return [] }
        var lanes = (0...below(3)).map { _ in MapLane(id: id("lane"), name: draws.pick(Self.names)) }
        for node in nodes where draws.happens(percent: 90) { lanes[below(lanes.count)].nodes.append(node) }
        for place in lanes.indices where draws.happens(percent: 30) {
            lanes[place].lanes = self.lanes(lanes[place].nodes, depth: depth + 1)
        }
        others += lanes.map(\.id)
        return lanes
    }

    private mutating func artifacts() -> [MapArtifact] {
        let found = (0..<below(3)).map { _ in
            let kind = draws.happens(percent: 70) ? MapArtifact.Kind.annotation(draws.pick(Self.names)) : .group(nil)
            return MapArtifact(id: id("note"), kind: kind)
        }
        others += found.map(\.id)
        return found
    }

    private mutating func associations() -> [MapAssociation] {
        let ends = nodes + data + others
        guard ends.count > 1 else { return [] }
        let found = (0..<below(4)).map { _ in
            MapAssociation(id: id("tie"), from: draws.pick(ends), to: draws.pick(ends))
        }
        others += found.map(\.id)
        return found
    }
}
