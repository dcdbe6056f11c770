import ProcessMaps

/// Which node of a tree stands for which element of the map that was read, to be claimed by the map to be written.
///
/// An element is the same if it is of the same sort and has the same identity; of several that have, each one is that
/// which comes as many places later in the same order.
struct BPMNLedger {
    struct Entry {
        let node: Int
        let element: MapElement
    }

    private struct Key: Hashable {
        let sort: Int
        let id: MapElementID
        var number = 0

        init(_ element: MapElement) {
            id = element.id
            sort =
                switch element {
                case .pool: 0
                case .process: 1
                case .lane: 2
                case .node: 3
                case .sequenceFlow: 4
                case .messageFlow: 5
                case .data: 6
                case .dataAssociation: 7
                case .artifact: 8
                case .association: 9
                case .subject: 10
                }
        }
    }

    private var entries: [Key: Entry] = [:]
    private var order: [Key] = []
    private var counts: [Key: Int] = [:]
    private var claimed: Set<Key> = []

    init(_ map: ProcessMap, _ trace: BPMNTrace) {
        note(map.subjects, trace.subjects, as: MapElement.subject)
        note(map.pools, trace.pools, as: MapElement.pool)
        note(map.allProcesses, trace.processes, as: MapElement.process)
        var waiting = zip(map.allProcesses, trace.processes).map { (body: $0.body, node: $1) }
        var next = 0
        while next < waiting.count {
            let (body, container) = waiting[next]
            next += 1
            let found = trace.bodies[container] ?? BPMNTrace.Body()
            note(body.flatLanes.map { $0.lane }, found.lanes, as: MapElement.lane)
            note(body.nodes, found.nodes, as: MapElement.node)
            note(body.sequenceFlows, found.sequenceFlows, as: MapElement.sequenceFlow)
            note(body.data, found.data, as: MapElement.data)
            note(body.dataAssociations, found.dataAssociations, as: MapElement.dataAssociation)
            note(body.artifacts, found.artifacts, as: MapElement.artifact)
            note(body.associations, found.associations, as: MapElement.association)
            for (node, place) in zip(body.nodes, found.nodes) {
                if let inner = node.body { waiting.append((inner, place)) }
            }
        }
        note(map.messageFlows, trace.messageFlows, as: MapElement.messageFlow)
        note(map.artifacts, trace.artifacts, as: MapElement.artifact)
        note(map.associations, trace.associations, as: MapElement.association)
        counts = [:]
    }

    private mutating func note<Element>(_ elements: [Element], _ nodes: [Int], as make: (Element) -> MapElement) {
        for (element, node) in zip(elements, nodes) {
            let key = nextKey(of: make(element))
            entries[key] = Entry(node: node, element: make(element))
            order.append(key)
        }
    }

    private mutating func nextKey(of element: MapElement) -> Key {
        var key = Key(element)
        let number = counts[key, default: 0]
        counts[key] = number + 1
        key.number = number
        return key
    }

    /// The node of an element of the map to be written; `nil` for a new one. Ask in the order in which maps are walked.
    mutating func claim(_ element: MapElement) -> Entry? {
        let key = nextKey(of: element)
        guard let entry = entries[key] else { return nil }
        claimed.insert(key)
        return entry
    }

    /// The nodes of elements that the map to be written has no more.
    var unclaimed: [Int] {
        order.compactMap { claimed.contains($0) ? nil : entries[$0]?.node }
    }
}

extension MapBody {
    /// The lanes, each before those inside it, with the place in this list of the one around it.
    var flatLanes: [(lane: MapLane, parent: Int?)] {
        var flat: [(lane: MapLane, parent: Int?)] = []
        var waiting: [(lane: MapLane, parent: Int?)] = lanes.reversed().map { ($0, nil) }
        while let next = waiting.popLast() {
            flat.append(next)
            let place = flat.count - 1
            waiting += next.lane.lanes.reversed().map { ($0, place) }
        }
        return flat
    }
}
