extension LayoutModelBuilder {
    mutating func readLinks(_ scope: MapIndex.Scope) {
        guard let place = scopeOf[scope.id] else { return }
        let nodes = Dictionary(uniqueKeysWithValues: model.scopes[place].nodes.enumerated().map { ($1, $0) })
        for flow in scope.body.sequenceFlows {
            guard let source = itemOf[flow.source], let target = itemOf[flow.target] else { continue }
            let link = add(flow.id, .flow, flow.name, .item(source), .item(target))
            lead(source, target, link, nodes, place)
        }
        joinLinkEvents(scope, nodes, place)
    }

    /// Reads the lines that are no flows: they may go between scopes, and to flows.
    mutating func readTies(_ scope: MapIndex.Scope) {
        for association in scope.body.dataAssociations {
            let information = association.data.compactMap { end(references[$0] ?? $0) }
            guard let node = end(association.node), let data = information.first else { continue }
            switch association.direction {
            case .reads: connect(association.id, .data, "", data, node)
            case .writes: connect(association.id, .data, "", node, data)
            }
        }
        let place = scopeOf[scope.id]
        let nodes = place.map { Dictionary(uniqueKeysWithValues: model.scopes[$0].nodes.enumerated().map { ($1, $0) }) }
        for association in scope.body.associations {
            guard let link = connect(association), let place, let nodes,
                case .item(let source) = model.links[link].source, case .item(let target) = model.links[link].target,
                model.items[source].host != nil
            else { continue }
            lead(source, target, link, nodes, place)
        }
    }

    mutating func readMessages() {
        for flow in map.messageFlows {
            guard let source = end(flow.source), let target = end(flow.target) else { continue }
            connect(flow.id, .message, flow.name, source, target)
        }
    }

    mutating func readTiesBesidePools() {
        for association in map.associations { connect(association) }
    }

    @discardableResult
    private mutating func connect(_ association: MapAssociation) -> Int? {
        guard let source = end(association.source), let target = end(association.target) else { return nil }
        return connect(association.id, .association, "", source, target)
    }

    private func end(_ id: MapElementID) -> LayoutModel.End? {
        if let item = itemOf[id] { return .item(item) }
        if let link = linkOf[id] { return .link(link) }
        if let reference = references[id], let item = itemOf[reference] { return .item(item) }
        return bandOf[id]
    }

    private mutating func add(
        _ id: MapElementID,
        _ kind: LayoutModel.Link.Kind,
        _ name: String,
        _ source: LayoutModel.End,
        _ target: LayoutModel.End
    ) -> Int {
        model.links.append(LayoutModel.Link(id: id, kind: kind, name: name, source: source, target: target))
        linkOf[id] = model.links.count - 1
        planesOfLinks.append(plane(of: source))
        return model.links.count - 1
    }

    /// Adds a line between what is to be seen of its ends in one diagram, where that is not the same thing.
    @discardableResult
    private mutating func connect(
        _ id: MapElementID,
        _ kind: LayoutModel.Link.Kind,
        _ name: String,
        _ source: LayoutModel.End,
        _ target: LayoutModel.End
    ) -> Int? {
        guard let (source, target) = seen(source, target), source != target else { return nil }
        return add(id, kind, name, source, target)
    }

    private func plane(of end: LayoutModel.End) -> Int {
        switch end {
        case .item(let item): model.grids[model.items[item].grid].plane
        case .band(let grid, _): model.grids[grid].plane
        case .link(let link): planesOfLinks[link]
        }
    }

    private func seen(
        _ source: LayoutModel.End,
        _ target: LayoutModel.End
    ) -> (LayoutModel.End, LayoutModel.End)? {
        var ends = [source, target]
        var planes = ends.map(plane)
        // A diagram of the inside of a sub-process comes after the one that the sub-process stands in.
        while planes[0] != planes[1] {
            let inner = planes[0] > planes[1] ? 0 : 1
            guard let owner = model.planes[planes[inner]].owner else { return nil }
            ends[inner] = .item(owner)
            planes[inner] = plane(of: ends[inner])
        }
        return (ends[0], ends[1])
    }

    // MARK: What leads where

    private mutating func lead(_ source: Int, _ target: Int, _ link: Int?, _ nodes: [Int: Int], _ scope: Int) {
        let host = model.items[source].host
        guard let from = nodes[host ?? source], let to = nodes[model.items[target].host ?? target] else { return }
        model.scopes[scope].edges.append(
            LayoutScope.Edge(source: from, target: to, link: link, border: host == nil ? nil : source)
        )
    }

    /// A flow goes on at the link of the same name, though no line shows it.
    private mutating func joinLinkEvents(_ scope: MapIndex.Scope, _ nodes: [Int: Int], _ place: Int) {
        var targets: [String: Int] = [:]
        for node in scope.body.nodes where node.event?.position == .intermediateCatch {
            for case .link(let name) in node.event?.definitions ?? [] where targets[name] == nil {
                targets[name] = itemOf[node.id]
            }
        }
        for node in scope.body.nodes where node.event?.position == .intermediateThrow {
            for case .link(let name) in node.event?.definitions ?? [] {
                guard let source = itemOf[node.id], let target = targets[name] else { continue }
                lead(source, target, nil, nodes, place)
            }
        }
    }
}
