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

    /// An element by where it is in the map, which takes less than the element itself.
    private struct Item {
        let node: Int32
        let sort: Sort
        var isClaimed = false
        /// The process or sub-process that it is in; -1 for subjects, pools and processes.
        let part: Int32
        let place: Int32
        /// The place of the next element with the identity; -1 for none.
        var next: Int32 = -1
    }

    /// What a process or sub-process holds, with its lanes in one list.
    private struct Part {
        let body: MapBody
        let lanes: [MapLane]
    }

    fileprivate enum Sort: UInt8 {
        case pool, process, lane, node, sequenceFlow, messageFlow, data, dataAssociation, artifact, association, subject
    }

    private let map: ProcessMap
    private let processes: [MapProcess]
    private var parts: [Part] = []
    private var items: [Item] = []
    /// The first element and the last with an identity.
    private var places: [MapElementID: (first: Int32, last: Int32)] = [:]

    init(_ map: ProcessMap, _ trace: BPMNTrace) {
        self.map = map
        processes = map.allProcesses
        items.reserveCapacity(trace.count)
        places.reserveCapacity(trace.count)
        note(map.subjects, trace.subjects, as: .subject)
        note(map.pools, trace.pools, as: .pool)
        note(processes, trace.processes, as: .process)
        var waiting = zip(processes, trace.processes).map { (body: $0.body, node: $1) }
        var next = 0
        while next < waiting.count {
            let (body, container) = waiting[next]
            next += 1
            let found = trace.bodies[container] ?? BPMNTrace.Body()
            let lanes = body.flatLanes.map { $0.lane }
            parts.append(Part(body: body, lanes: lanes))
            note(lanes, found.lanes, as: .lane)
            note(body.nodes, found.nodes, as: .node)
            note(body.sequenceFlows, found.sequenceFlows, as: .sequenceFlow)
            note(body.data, found.data, as: .data)
            note(body.dataAssociations, found.dataAssociations, as: .dataAssociation)
            note(body.artifacts, found.artifacts, as: .artifact)
            note(body.associations, found.associations, as: .association)
            for (node, place) in zip(body.nodes, found.nodes) {
                if let inner = node.body { waiting.append((inner, place)) }
            }
        }
        parts.append(Part(body: MapBody(artifacts: map.artifacts, associations: map.associations), lanes: []))
        note(map.messageFlows, trace.messageFlows, as: .messageFlow)
        note(map.artifacts, trace.artifacts, as: .artifact)
        note(map.associations, trace.associations, as: .association)
    }

    private mutating func note<Element: Identifiable>(_ elements: [Element], _ nodes: [Int], as sort: Sort)
    where Element.ID == MapElementID {
        for (index, (element, node)) in zip(elements, nodes).enumerated() {
            let place = Int32(items.count)
            items.append(
                Item(node: Int32(node), sort: sort, part: Int32(parts.count - 1), place: Int32(index))
            )
            if let last = places[element.id]?.last { items[Int(last)].next = place }
            places[element.id] = (places[element.id]?.first ?? place, place)
        }
    }

    private func entry(_ item: Item) -> Entry {
        let place = Int(item.place)
        var part: Part { parts[Int(item.part)] }
        let element: MapElement =
            switch item.sort {
            case .pool: .pool(map.pools[place])
            case .process: .process(processes[place])
            case .lane: .lane(part.lanes[place])
            case .node: .node(part.body.nodes[place])
            case .sequenceFlow: .sequenceFlow(part.body.sequenceFlows[place])
            case .messageFlow: .messageFlow(map.messageFlows[place])
            case .data: .data(part.body.data[place])
            case .dataAssociation: .dataAssociation(part.body.dataAssociations[place])
            case .artifact: .artifact(part.body.artifacts[place])
            case .association: .association(part.body.associations[place])
            case .subject: .subject(map.subjects[place])
            }
        return Entry(node: Int(item.node), element: element)
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
            return entry(items[place])
        }
        return nil
    }

    /// The nodes of elements that the map to be written has no more.
    var unclaimed: [Int] {
        items.compactMap { $0.isClaimed ? nil : Int($0.node) }
    }
}

extension MapElement {
    fileprivate var sort: BPMNLedger.Sort {
        switch self {
        case .pool: .pool
        case .process: .process
        case .lane: .lane
        case .node: .node
        case .sequenceFlow: .sequenceFlow
        case .messageFlow: .messageFlow
        case .data: .data
        case .dataAssociation: .dataAssociation
        case .artifact: .artifact
        case .association: .association
        case .subject: .subject
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
