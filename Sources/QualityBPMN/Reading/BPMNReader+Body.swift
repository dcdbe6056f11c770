import ProcessMaps

extension BPMNReader {
    /// What each process holds, by its node, with the sub-processes inside.
    mutating func bodies(of processes: [Int]) -> [Int: MapBody] {
        var containers: [Int] = []
        var waiting = processes.reversed().map { (node: $0, depth: 0) }
        while let (node, depth) = waiting.popLast() {
            guard depth <= ProcessMap.maximumDepth else {
                report(.tooDeep, node)
                continue
            }
            containers.append(node)
            for child in tree.children(of: node) {
                guard let local = tree.local(child, in: BPMNVocabulary.model),
                    BPMNVocabulary.subProcesses.contains(local)
                else { continue }
                waiting.append((child, depth + 1))
            }
        }
        var bodies: [Int: MapBody] = [:]
        for node in containers.reversed() { bodies[node] = body(of: node, inside: &bodies) }
        return bodies
    }

    private mutating func body(of container: Int, inside bodies: inout [Int: MapBody]) -> MapBody {
        var body = MapBody()
        var trace = BPMNTrace.Body()
        let isProcess = tree.name(of: container).local == "process"
        var roots: [Int] = []
        // The standard has them in this order, which a file need not have.
        var (inputs, outputs, others): ([Int], [Int], [Int]) = ([], [], [])
        for child in tree.children(of: container) {
            guard let local = tree.local(child, in: BPMNVocabulary.model) else { continue }
            switch local {
            case "laneSet": roots += lanes(in: child)
            case "sequenceFlow":
                body.sequenceFlows.append(sequenceFlow(child))
                trace.sequenceFlows.append(child)
            case "dataObject", "dataObjectReference", "dataStoreReference":
                others.append(child)
            case "ioSpecification" where isProcess:
                for inner in tree.children(of: child) {
                    switch tree.local(inner, in: BPMNVocabulary.model) {
                    case "dataInput": inputs.append(inner)
                    case "dataOutput": outputs.append(inner)
                    default: continue
                    }
                }
            case "textAnnotation", "group":
                body.artifacts.append(artifact(child))
                trace.artifacts.append(child)
            case "association":
                body.associations.append(association(child))
                trace.associations.append(child)
            case _ where BPMNVocabulary.isNode(local):
                let node = self.node(child, local, bodies.removeValue(forKey: child))
                body.nodes.append(node)
                trace.nodes.append(child)
                readDataAssociations(of: child, node.id, &body, &trace)
            // They are read where they should stand.
            case _ where local == "messageFlow" || BPMNVocabulary.subjects[local] != nil: break
            case _ where BPMNVocabulary.silentInBody.contains(local): break
            default: report(.unknownElement, child)
            }
        }
        trace.data = inputs + outputs + others
        for node in trace.data { body.data.append(data(node)) }
        body.lanes = readLanes(roots, &trace)
        self.trace.bodies[container] = trace
        return body
    }

    private func lanes(in laneSet: Int) -> [Int] {
        tree.children(of: laneSet).filter { tree.local($0, in: BPMNVocabulary.model) == "lane" }
    }

    /// Reads lanes with those inside them, however deep, without recursion.
    private mutating func readLanes(_ roots: [Int], _ trace: inout BPMNTrace.Body) -> [MapLane] {
        var inner: [Int: [Int]] = [:]
        var waiting = roots.reversed().map { (node: $0, depth: 0) }
        while let (node, depth) = waiting.popLast() {
            trace.lanes.append(node)
            let children = tree.children(of: node).filter { isLaneSet($0) }.flatMap { lanes(in: $0) }
            guard !children.isEmpty else { continue }
            guard depth < ProcessMap.maximumDepth else {
                report(.tooDeep, node)
                continue
            }
            inner[node] = children
            waiting += children.reversed().map { ($0, depth + 1) }
        }
        var done: [Int: MapLane] = [:]
        for node in trace.lanes.reversed() {
            done[node] = MapLane(
                id: identity(node),
                name: name(node),
                documentation: documentation(node),
                nodes: references("flowNodeRef", in: node),
                lanes: inner[node, default: []].compactMap { done.removeValue(forKey: $0) }
            )
        }
        return roots.compactMap { done.removeValue(forKey: $0) }
    }

    /// Whether an element in a lane holds the lanes inside it.
    private mutating func isLaneSet(_ node: Int) -> Bool {
        let local = tree.local(node, in: BPMNVocabulary.model)
        if local == "laneSet" { report(.misplaced, node) }
        return local == "childLaneSet" || local == "laneSet"
    }

    private mutating func sequenceFlow(_ node: Int) -> MapSequenceFlow {
        MapSequenceFlow(
            id: identity(node),
            name: name(node),
            documentation: documentation(node),
            from: demanded("sourceRef", of: node),
            to: demanded("targetRef", of: node),
            condition: childText("conditionExpression", of: node)?.trimmedXML
        )
    }

    private mutating func data(_ node: Int) -> MapData {
        let kind: MapData.Kind
        switch tree.name(of: node).local {
        case "dataObject": kind = .object(isCollection: flag("isCollection", of: node) ?? false)
        case "dataInput": kind = .input(isCollection: flag("isCollection", of: node) ?? false)
        case "dataOutput": kind = .output(isCollection: flag("isCollection", of: node) ?? false)
        case "dataStoreReference": kind = .store(reference("dataStoreRef", of: node))
        default:
            let state = tree.child(of: node, "dataState", in: BPMNVocabulary.model).map { name($0) } ?? ""
            kind = .reference(to: reference("dataObjectRef", of: node), state: state)
        }
        return MapData(id: identity(node), name: name(node), documentation: documentation(node), kind: kind)
    }

    /// Reads which information a node reads and then writes; what is inside the node is no part of a map.
    private mutating func readDataAssociations(
        of node: Int,
        _ id: MapElementID,
        _ body: inout MapBody,
        _ trace: inout BPMNTrace.Body
    ) {
        var (reads, writes): ([Int], [Int]) = ([], [])
        for child in tree.children(of: node) {
            switch tree.local(child, in: BPMNVocabulary.model) {
            case "dataInputAssociation": reads.append(child)
            case "dataOutputAssociation": writes.append(child)
            default: continue
            }
        }
        for child in reads {
            let data = references("sourceRef", in: child)
            body.dataAssociations.append(MapDataAssociation(id: identity(child), node: id, .reads, data))
        }
        for child in writes {
            let data = references("targetRef", in: child)
            body.dataAssociations.append(MapDataAssociation(id: identity(child), node: id, .writes, data))
        }
        trace.dataAssociations += reads + writes
    }
}
