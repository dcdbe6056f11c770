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

    private struct Item {
        let entry: Entry
        let sort: UInt8
        var isClaimed = false
        /// The place of the next element with the identity; -1 for none.
        var next: Int32 = -1
    }

    private var items: [Item] = []
    /// The first element and the last with an identity.
    private var places: [MapElementID: (first: Int32, last: Int32)] = [:]

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
    }

    private mutating func note<Element>(_ elements: [Element], _ nodes: [Int], as make: (Element) -> MapElement) {
        for (element, node) in zip(elements, nodes) {
            let element = make(element)
            let place = Int32(items.count)
            items.append(Item(entry: Entry(node: node, element: element), sort: element.sort))
            if let last = places[element.id]?.last { items[Int(last)].next = place }
            places[element.id] = (places[element.id]?.first ?? place, place)
        }
    }

    /// The node of an element of the map to be written; `nil` for a new one. Ask in the order in which maps are walked.
    mutating func claim(_ element: MapElement) -> Entry? {
        let sort = element.sort
        var isFirst = true
        var next = places[element.id]?.first ?? -1
        while next >= 0 {
            let place = Int(next)
            next = items[place].next
            // What has been claimed is passed only once, so that many with one identity take no longer.
            if isFirst, items[place].isClaimed, next >= 0 {
                places[element.id]?.first = next
                continue
            }
            isFirst = false
            guard !items[place].isClaimed, items[place].sort == sort else { continue }
            items[place].isClaimed = true
            return items[place].entry
        }
        return nil
    }

    /// The nodes of elements that the map to be written has no more.
    var unclaimed: [Int] {
        items.compactMap { $0.isClaimed ? nil : $0.entry.node }
    }
}

extension MapElement {
    fileprivate var sort: UInt8 {
        switch self {
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
