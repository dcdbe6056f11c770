import QualityCore

/// Puts the elements of a map in the order of work and tells what follows on each.
struct MapOutlineBuilder {
    private let map: ProcessMap
    private let index: MapIndex
    private let overlay: MapOverlay
    private let language: Language
    private var numbers: [MapElementID: Int] = [:]
    private var passed: [MapElementID: MapElementID] = [:]
    private var orders: [[MapNode]] = []
    private var information: [MapElementID: [(direction: MapDataAssociation.Direction, data: [MapElementID])]] = [:]
    private var messagesOut: [MapElementID: [MapMessageFlow]] = [:]
    private var messagesIn: [MapElementID: [MapMessageFlow]] = [:]
    private var notes: [MapElementID: [String]] = [:]

    init(map: ProcessMap, overlay: MapOverlay, language: Language) {
        self.map = map
        self.overlay = overlay
        self.language = language
        index = MapIndex(map)
        passed = Self.joins(in: index, overlay: overlay)
        for scope in index.scopes {
            let order = FlowOrder.nodes(of: scope.body, in: index).filter { passed[$0.id] == nil }
            for (place, node) in order.enumerated() where numbers[node.id] == nil { numbers[node.id] = place + 1 }
            orders.append(order)
            for association in scope.body.dataAssociations {
                information[association.node, default: []].append((association.direction, association.data))
            }
            readNotes(scope.body.artifacts, scope.body.associations)
        }
        readNotes(map.artifacts, map.associations)
        for flow in map.messageFlows {
            messagesOut[flow.source, default: []].append(flow)
            messagesIn[flow.target, default: []].append(flow)
        }
    }

    /// The nameless places where ways only meet, each with the node that follows: a reader need not hear of them.
    private static func joins(in index: MapIndex, overlay: MapOverlay) -> [MapElementID: MapElementID] {
        var next: [MapElementID: MapElementID] = [:]
        for node in index.nodes where node.name.isBlank && overlay.counts(at: node.id).isEmpty {
            guard case .gateway(.exclusive) = node.kind, let flow = index.outgoing(node.id).first,
                index.outgoing(node.id).count == 1, flow.name.isBlank, flow.condition?.isBlank ?? true,
                index.node(flow.target) != nil
            else { continue }
            next[node.id] = flow.target
        }
        var passed: [MapElementID: MapElementID] = [:]
        for start in index.nodes.map(\.id) where next[start] != nil {
            var path: [MapElementID] = []
            var place = start
            while passed[place] == nil, let following = next[place] {
                path.append(place)
                next[place] = nil
                place = following
            }
            let end = passed[place] ?? place
            for id in path where id != end { passed[id] = end }
        }
        return passed
    }

    private mutating func readNotes(_ artifacts: [MapArtifact], _ associations: [MapAssociation]) {
        var texts: [MapElementID: String] = [:]
        for artifact in artifacts {
            guard case .annotation(let text) = artifact.kind, !text.isBlank else { continue }
            texts[artifact.id] = PictureMarkup.line(text)
        }
        for association in associations {
            if let text = texts[association.target] { notes[association.source, default: []].append(text) }
            if let text = texts[association.source] { notes[association.target, default: []].append(text) }
        }
    }

    var title: String {
        let name = PictureMarkup.line(map.name)
        return name.isEmpty ? words("Processkarta", "Process map") : name
    }

    var items: [MapOutline.Item] {
        var inside = contents
        var items: [MapOutline.Item] = []
        for pool in map.pools {
            let name = PictureWords.name(of: pool.id, in: index, language)
            var item = MapOutline.Item(name, kind: words("part", "party"), element: pool.id)
            item.sentences = counts(at: pool.id) + messages(of: pool.id) + noted(pool.id)
            if let process = pool.process { item.items = inside.removeValue(forKey: process.id) ?? [] }
            items.append(item)
        }
        for process in map.processes {
            let steps = inside.removeValue(forKey: process.id) ?? []
            if map.pools.isEmpty, map.processes.count == 1 {
                items += steps
            } else {
                let name = PictureWords.name(of: process.id, in: index, language)
                let told = counts(at: process.id)
                items.append(MapOutline.Item(name, element: process.id, sentences: told, items: steps))
            }
        }
        return items + rest
    }

    /// What is in each process and sub-process, the innermost made first; each is put in one place only.
    private var contents: [MapElementID: [MapOutline.Item]] {
        var made: [MapElementID: [MapOutline.Item]] = [:]
        for (scope, order) in zip(index.scopes, orders).reversed() {
            let lanes = Set(scope.body.allLanes.map(\.id))
            var steps: [MapElementID: [MapOutline.Item]] = [:]
            var outside: [MapOutline.Item] = []
            for node in order {
                let item = self.item(of: node, inside: made.removeValue(forKey: node.id) ?? [])
                if let lane = index.lane(of: node.id)?.id, lanes.contains(lane) {
                    steps[lane, default: []].append(item)
                } else {
                    outside.append(item)
                }
            }
            made[scope.id] = items(of: scope.body.lanes, &steps) + outside
        }
        return made
    }

    private func items(
        of lanes: [MapLane],
        _ steps: inout [MapElementID: [MapOutline.Item]]
    ) -> [MapOutline.Item] {
        var path: [(lanes: [MapLane], made: [MapOutline.Item])] = [(lanes.reversed(), [])]
        while true {
            guard let lane = path[path.count - 1].lanes.last else {
                let made = path.removeLast().made
                guard !path.isEmpty, let outer = path[path.count - 1].lanes.popLast() else { return made }
                let own = steps.removeValue(forKey: outer.id) ?? []
                path[path.count - 1].made.append(item(of: outer, inside: own + made))
                continue
            }
            path.append((lane.lanes.reversed(), []))
        }
    }

    private func item(of lane: MapLane, inside items: [MapOutline.Item]) -> MapOutline.Item {
        MapOutline.Item(
            PictureWords.name(of: lane.id, in: index, language),
            kind: lane.name.isBlank ? "" : words("roll", "role"),
            element: lane.id,
            sentences: counts(at: lane.id),
            items: items
        )
    }

    private func item(of node: MapNode, inside items: [MapOutline.Item]) -> MapOutline.Item {
        let kind = PictureWords.kind(of: node, in: index)(language)
        let name = PictureMarkup.line(node.name)
        var sentences = counts(at: node.id)
        if let host = node.event?.host {
            let lane = index.lane(of: node.id)?.id
            sentences.append(words("Gäller ", "Concerns ") + reference(to: host, from: lane))
        }
        sentences += read(by: node.id) + messages(of: node.id) + noted(node.id) + follows(on: node)
        return MapOutline.Item(
            name.isEmpty ? kind : name,
            kind: name.isEmpty ? "" : kind.lowercased(),
            element: node.id,
            number: numbers[node.id],
            sentences: sentences,
            items: items
        )
    }

    private func follows(on node: MapNode) -> [String] {
        if node.event?.position == .end { return [] }
        if let link = FlowOrder.thrownLink(of: node), let body = index.container(of: node.id)?.body,
            let target = body.nodes.first(where: { FlowOrder.caughtLink(of: $0) == link })
        {
            return [words("Därefter ", "Then ") + reference(to: target.id, from: index.lane(of: node.id)?.id)]
        }
        let flows = index.outgoing(node.id)
        guard !flows.isEmpty else { return [] }
        let lane = index.lane(of: node.id)?.id
        let ways = flows.map { flow -> String in
            let target = reference(to: flow.target, from: lane)
            let name = PictureMarkup.line(flow.name)
            let condition = PictureMarkup.line(flow.condition ?? "")
            let isDefault = flow.id == node.defaultFlow
            let label = name.isEmpty ? condition : name
            if label.isEmpty { return isDefault ? words("annars ", "otherwise ") + target : target }
            let said = language == .swedish ? "”\(label)”" : "“\(label)”"
            return said + (isDefault ? words(" (annars)", " (otherwise)") : "") + " " + words("till ", "to ") + target
        }
        return [words("Därefter ", "Then ") + ways.joined(separator: "; ")]
    }

    /// A step as others speak of it: its number and name, and its role where that is another one.
    private func reference(to target: MapElementID, from lane: MapElementID? = nil) -> String {
        let id = passed[target] ?? target
        let name = PictureWords.name(of: id, in: index, language)
        let role = index.lane(of: id).flatMap { $0.id == lane || $0.name.isBlank ? nil : $0 }
        let number = numbers[id].map { "\($0) " } ?? ""
        return number + name + (role.map { " (\(PictureMarkup.line($0.name)))" } ?? "")
    }

    private func read(by node: MapElementID) -> [String] {
        var sentences: [String] = []
        for (direction, word) in [
            (MapDataAssociation.Direction.reads, words("Läser ", "Reads ")), (.writes, words("Skriver ", "Writes ")),
        ] {
            let ids = (information[node] ?? []).filter { $0.direction == direction }.flatMap(\.data)
            guard !ids.isEmpty else { continue }
            sentences.append(
                word + ids.map { PictureWords.name(of: $0, in: index, language) }.joined(separator: ", ")
            )
        }
        return sentences
    }

    private func messages(of id: MapElementID) -> [String] {
        let sent = (messagesOut[id] ?? []).map { flow in
            words("Skickar ", "Sends ") + what(flow) + words("till ", "to ") + party(flow.target)
        }
        let received = (messagesIn[id] ?? []).map { flow in
            words("Får ", "Receives ") + what(flow) + words("från ", "from ") + party(flow.source)
        }
        return sent + received
    }

    private func what(_ flow: MapMessageFlow) -> String {
        let name = PictureMarkup.line(flow.name)
        guard !name.isEmpty else { return words("meddelande ", "a message ") }
        return (language == .swedish ? "”\(name)”" : "“\(name)”") + " "
    }

    private func party(_ id: MapElementID) -> String {
        let name = PictureWords.name(of: id, in: index, language)
        let pool = index.pool(of: id).flatMap { $0.name.isBlank ? nil : PictureMarkup.line($0.name) }
        return name + (pool.map { " (\($0))" } ?? "")
    }

    private func noted(_ id: MapElementID) -> [String] {
        (notes[id] ?? []).map { words("Anteckning: ", "Note: ") + ($0.hasSuffix(".") ? String($0.dropLast()) : $0) }
    }

    private func counts(at id: MapElementID) -> [String] {
        let counts = PictureWords.counts(overlay, at: id, language)
        return counts.isEmpty ? [] : [counts]
    }

    /// The counted elements that are neither parties, roles nor steps, and those that the map lacks.
    private var rest: [MapOutline.Item] {
        var items: [MapOutline.Item] = []
        let isAlone = map.pools.isEmpty && map.processes.count == 1
        let headed = isAlone ? [] : Set(map.processes.map(\.id))
        for id in overlay.elements {
            switch index.element(id) {
            case .pool, .lane, .node: continue
            case .process where headed.contains(id): continue
            case let element?:
                items.append(
                    MapOutline.Item(
                        PictureWords.title(of: element, in: index, language),
                        element: id,
                        sentences: counts(at: id)
                    )
                )
            case nil where id == map.id: items.append(MapOutline.Item(title, element: id, sentences: counts(at: id)))
            case nil:
                let name = words("Saknas på kartan: ", "Not on the map: ") + PictureMarkup.line(id.rawValue)
                items.append(MapOutline.Item(name, element: id, sentences: counts(at: id)))
            }
        }
        return items
    }

    private func words(_ swedish: String, _ english: String) -> String {
        language == .swedish ? swedish : english
    }
}

extension MapBody {
    /// The lanes and the lanes inside them, each after the one around it.
    var allLanes: [MapLane] {
        var found = lanes
        var next = 0
        while next < found.count {
            found += found[next].lanes
            next += 1
        }
        return found
    }
}
