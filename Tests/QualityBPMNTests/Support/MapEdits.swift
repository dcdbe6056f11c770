import ProcessMaps
import TestSupport

/// Draws changes of a map as a person could make them in any order: new names, kinds, places, things gone and things new.
struct MapEdits {
    private var random: Generator
    private var count = 0

    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    static func edited(_ map: ProcessMap, seed: UInt64) -> ProcessMap {
        var edits = MapEdits(random: Generator(state: seed))
        return edits.edited(map)
    }

    private mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func newID() -> MapElementID {
        count += 1
        return MapElementID("edit_\(count)")
    }

    private mutating func edited(_ map: ProcessMap) -> ProcessMap {
        var map = map
        if happens(50) { map.name += " ändrad & \"klar\"" }
        for place in map.pools.indices {
            if happens(30) { map.pools[place].name = "Part <\(place)>" }
            if happens(20) { map.pools[place].isMultiple.toggle() }
            if let body = map.pools[place].process?.body { map.pools[place].process?.body = edited(body) }
        }
        for place in map.processes.indices {
            if happens(30) { map.processes[place].documentation = "Rad ett\nrad två" }
            map.processes[place].body = edited(map.processes[place].body)
        }
        if happens(20), !map.pools.isEmpty { map.pools.removeLast() }
        if happens(20) { map.pools.append(MapPool(id: newID(), name: "Ny part")) }
        if happens(30) { map.messageFlows.reverse() }
        if happens(30) { map.artifacts.append(MapArtifact(id: newID(), kind: .annotation("två\nrader"))) }
        edit(&map.subjects)
        for place in map.diagrams.indices { edit(&map.diagrams[place]) }
        if happens(20) { map.diagrams.append(MapDiagram(of: map.id, name: "Ny bild")) }
        return map
    }

    private mutating func edit(_ subjects: inout [MapSubject]) {
        subjects.removeAll { subject in subject.kind != .category && happens(10) }
        for place in subjects.indices where happens(20) { subjects[place].name += "!" }
        if happens(30) {
            let place = subjects.firstIndex { $0.kind == .category } ?? subjects.count
            subjects.insert(MapSubject(id: newID(), kind: .error, name: "Fel", code: "E<1>"), at: place)
        }
    }

    private mutating func edit(_ diagram: inout MapDiagram) {
        diagram.shapes.removeAll { _ in happens(10) }
        if happens(20) { diagram.shapes.reverse() }
        for place in diagram.shapes.indices where happens(20) {
            let old = diagram.shapes[place]
            diagram.shapes[place].bounds = MapBounds(x: old.bounds.x + 0.1, y: -1e-7, width: 1e21, height: 3)
            diagram.shapes[place].label = old.label == nil ? MapBounds(x: 1, y: 2, width: 3, height: 4) : nil
            diagram.shapes[place].isExpanded = happens(50)
        }
        for place in diagram.edges.indices where happens(20) {
            diagram.edges[place].waypoints.append(MapPoint(x: 1.5, y: 2))
        }
        if happens(30) {
            diagram.edges.append(MapDiagram.Edge(newID(), waypoints: [MapPoint(x: 0, y: 0), MapPoint(x: 9, y: 9)]))
        }
    }

    private mutating func edited(_ body: MapBody) -> MapBody {
        var body = body
        for place in body.nodes.indices {
            if let inner = body.nodes[place].body, case .activity(var activity) = body.nodes[place].kind,
                let kind = activity.subProcess?.kind
            {
                activity.kind = .subProcess(MapSubProcess(kind, body: edited(inner)))
                body.nodes[place].kind = .activity(activity)
            }
            edit(&body.nodes[place])
        }
        if happens(30), body.nodes.count > 1 {
            // Steps move into a new sub-process.
            let moved = body.nodes.suffix(2)
            body.nodes.removeLast(moved.count)
            let ids = Set(moved.map(\.id))
            let reads = body.dataAssociations.filter { ids.contains($0.node) }
            body.dataAssociations.removeAll { ids.contains($0.node) }
            let inner = MapBody(nodes: Array(moved), dataAssociations: reads)
            body.nodes.insert(
                MapNode(
                    id: newID(),
                    name: "Delprocess",
                    kind: .activity(MapActivity(.subProcess(MapSubProcess(body: inner))))
                ),
                at: 0
            )
        }
        if happens(30) { body.nodes.reverse() }
        body.sequenceFlows.removeAll { _ in happens(10) }
        if let node = body.nodes.last?.id {
            if happens(50) {
                body.sequenceFlows.insert(
                    MapSequenceFlow(id: newID(), name: "ny", from: node, to: node, condition: "a < b"),
                    at: 0
                )
            }
            if happens(50) {
                body.lanes.append(MapLane(id: newID(), name: "Roll", nodes: [node], lanes: [MapLane(id: newID())]))
            }
        }
        if happens(20) { body.lanes.reverse() }
        if happens(20), let lane = body.lanes.popLast() {
            body.lanes = [MapLane(id: newID(), name: "Runt", lanes: [lane] + body.lanes)]
        }
        if happens(30) {
            body.data.append(MapData(id: newID(), name: "Akt", kind: .reference(to: nil, state: "stängd")))
        }
        if happens(20), !body.associations.isEmpty { body.associations.removeFirst() }
        sortAssociations(&body)
        return body
    }

    /// Associations stand in their nodes, so the order among nodes is that of the nodes.
    private func sortAssociations(_ body: inout MapBody) {
        var grouped = Dictionary(grouping: body.dataAssociations, by: \.node)
        body.dataAssociations = body.nodes.flatMap { grouped.removeValue(forKey: $0.id) ?? [] }
    }

    private mutating func edit(_ node: inout MapNode) {
        if happens(20) { node.name = "Steg \(node.id) > 1\nrad" }
        if happens(10) { node.documentation = "Mer att läsa" }
        guard happens(20) else { return }
        switch node.kind {
        case .activity(var activity):
            if activity.subProcess == nil {
                let kinds: [MapActivity.Kind] = [
                    .task(.user), .task(.send), .task(.send(message: "m-report")), .task(.receive(message: "m-report")),
                    .call("Annan process"),
                ]
                activity.kind = kinds[Int.random(in: kinds.indices, using: &random)]
            }
            activity.repetition = happens(50) ? .sequential : nil
            activity.routineNeed = happens(50) ? ProcessStep.RoutineNeed.none(reason: "självklart") : .routines([])
            node.kind = .activity(activity)
        case .event(var event):
            event.definitions.append(.timer(.duration("P1D")))
            node.kind = .event(event)
        case .gateway: node.kind = .gateway(happens(50) ? .parallel : .eventBased(.beginsWithAll))
        }
    }
}
