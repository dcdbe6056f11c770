import ProcessMaps

extension BPMNPatcher {
    /// Gives a process or sub-process what a map has in it, and returns what its sub-processes hold.
    mutating func patch(_ body: MapBody, in container: Int) -> [(body: MapBody, container: Int)] {
        patchLanes(body, in: container)
        var wanted: [Int] = []
        var places: [MapElementID: Int] = [:]
        var inner: [(body: MapBody, container: Int)] = []
        for node in body.nodes {
            let place = patch(node, in: container)
            wanted.append(place)
            if places[node.id] == nil { places[node.id] = place }
            if let body = node.body { inner.append((body, place)) }
        }
        arrange(wanted, in: [container])
        patchSequenceFlows(body.sequenceFlows, in: container)
        patchData(body.data, in: container)
        for association in body.dataAssociations { patch(association, at: places[association.node]) }
        patch(body.artifacts, body.associations, in: [container])
        return inner
    }

    private mutating func patchLanes(_ body: MapBody, in container: Int) {
        let lanes = body.flatLanes
        var groups: [[Int]] = Array(repeating: [], count: lanes.count + 1)
        var nodes: [Int] = []
        for (lane, parent) in lanes {
            let (node, old) = claim(.lane(lane), as: "lane", in: container)
            var before = MapLane(id: lane.id)
            if case .lane(let lane)? = old { before = lane }
            setName(of: node, before.name, lane.name)
            setDocumentation(of: node, before.documentation, lane.documentation)
            if before.nodes != lane.nodes {
                setChildren("flowNodeRef", of: node, to: lane.nodes.map { reference($0) })
            }
            nodes.append(node)
            groups[parent.map { $0 + 1 } ?? 0].append(node)
        }
        for (place, group) in groups.enumerated() where !group.isEmpty {
            let parent = place == 0 ? container : nodes[place - 1]
            let local = place == 0 ? "laneSet" : "childLaneSet"
            var sets = elements(of: parent).filter { tree.local($0, in: BPMNVocabulary.model) == local }
            if sets.isEmpty {
                sets = [add(local, to: parent)]
                let name = tree.attribute("id", of: parent) ?? "process"
                tree.setAttribute("id", of: sets[0], to: unusedIdentity(name + "_lanes"))
            }
            arrange(group, in: sets)
        }
    }

    private mutating func patchSequenceFlows(_ flows: [MapSequenceFlow], in container: Int) {
        var wanted: [Int] = []
        for flow in flows {
            let (node, old) = claim(.sequenceFlow(flow), as: "sequenceFlow", in: container)
            var before = MapSequenceFlow(id: flow.id, from: "", to: "")
            if case .sequenceFlow(let flow)? = old { before = flow }
            wanted.append(node)
            setName(of: node, before.name, flow.name)
            setDocumentation(of: node, before.documentation, flow.documentation)
            setReference("sourceRef", of: node, before.source, flow.source)
            setReference("targetRef", of: node, before.target, flow.target)
            if before.condition != flow.condition { setExpression("conditionExpression", of: node, to: flow.condition) }
        }
        arrange(wanted, in: [container])
    }

    private mutating func patchData(_ data: [MapData], in container: Int) {
        let held = trace.bodies[container]?.data ?? []
        let oldInputs = identities(of: held.filter { tree.name(of: $0).local == "dataInput" })
        let oldOutputs = identities(of: held.filter { tree.name(of: $0).local == "dataOutput" })
        var (inside, inputs, outputs): ([Int], [Int], [Int]) = ([], [], [])
        for item in data {
            let (node, old) = claim(.data(item), as: BPMNVocabulary.element(item.kind), in: container)
            var before: MapData?
            if case .data(let item)? = old { before = item }
            setName(of: node, before?.name ?? "", item.name)
            setDocumentation(of: node, before?.documentation ?? "", item.documentation)
            if before?.kind != item.kind { set(item.kind, of: node) }
            switch item.kind {
            case .object, .reference, .store: inside.append(node)
            case .input: inputs.append(node)
            case .output: outputs.append(node)
            }
        }
        arrange(inside, in: [container])
        let newInputs = identities(of: inputs)
        let newOutputs = identities(of: outputs)
        unlist(Set(oldInputs).subtracting(newInputs), as: "InputRefs", in: "inputSet", of: container)
        unlist(Set(oldOutputs).subtracting(newOutputs), as: "OutputRefs", in: "outputSet", of: container)
        guard !inputs.isEmpty || !outputs.isEmpty else { return }
        let specification = self.specification(of: container)
        arrange(inputs + outputs, in: [specification])
        list(newInputs, as: "dataInputRefs", in: "inputSet", of: specification)
        list(newOutputs, as: "dataOutputRefs", in: "outputSet", of: specification)
    }

    private func identities(of nodes: [Int]) -> [String] {
        nodes.compactMap { tree.attribute("id", of: $0)?.trimmedXML }
    }

    private mutating func set(_ kind: MapData.Kind, of node: Int) {
        switch kind {
        case .object(let isCollection), .input(let isCollection), .output(let isCollection):
            tree.setAttribute("isCollection", of: node, to: isCollection ? "true" : nil)
        case .store(let store): tree.setAttribute("dataStoreRef", of: node, to: store.map { reference($0) })
        case .reference(let object, let state):
            tree.setAttribute("dataObjectRef", of: node, to: object.map { reference($0) })
            let child = tree.child(of: node, "dataState", in: BPMNVocabulary.model)
            if !state.isEmpty {
                tree.setAttribute("name", of: child ?? add("dataState", to: node), to: state)
            } else if let child {
                tree.remove(child)
            }
        }
    }

    /// The element that says what an activity or a process takes and gives.
    private mutating func specification(of node: Int) -> Int {
        let specification =
            tree.child(of: node, "ioSpecification", in: BPMNVocabulary.model) ?? add("ioSpecification", to: node)
        for local in ["inputSet", "outputSet"]
        where tree.child(of: specification, local, in: BPMNVocabulary.model) == nil {
            add(local, to: specification)
        }
        return specification
    }

    /// Names what is taken or given in the first set of it.
    private mutating func list(_ ids: [String], as local: String, in setName: String, of node: Int) {
        let place = tree.child(of: node, setName, in: BPMNVocabulary.model) ?? add(setName, to: node)
        var listed: Set<String> = []
        for child in elements(of: place) where tree.local(child, in: BPMNVocabulary.model) == local {
            listed.insert(tree.text(of: child).trimmedXML)
        }
        for id in ids where listed.insert(id).inserted { tree.setText(id, of: add(local, to: place)) }
    }

    /// Takes what is taken or given no more from the sets that name it.
    private mutating func unlist(_ gone: Set<String>, as suffix: String, in setName: String, of container: Int) {
        guard !gone.isEmpty else { return }
        let specifications = elements(of: container).filter {
            tree.local($0, in: BPMNVocabulary.model) == "ioSpecification"
        }
        for place in specifications.flatMap({ elements(of: $0) })
        where tree.local(place, in: BPMNVocabulary.model) == setName {
            for child in elements(of: place) {
                guard let local = tree.local(child, in: BPMNVocabulary.model), local.hasSuffix(suffix),
                    gone.contains(tree.text(of: child).trimmedXML)
                else { continue }
                tree.remove(child)
            }
        }
    }

    /// An association is written in its node; without one there is no place for it.
    private mutating func patch(_ association: MapDataAssociation, at place: Int?) {
        let local = association.direction == .reads ? "dataInputAssociation" : "dataOutputAssociation"
        let (node, old) = claim(.dataAssociation(association), as: local, in: place ?? trace.definitions)
        guard let place else { return }
        if tree.parent(of: node) != place {
            if tree.parent(of: node) != nil { tree.remove(node) }
            insert(node, into: place)
        }
        var before: [MapElementID]?
        if case .dataAssociation(let association)? = old { before = association.data }
        guard before != association.data else { return }
        let data = association.data.map { reference($0) }
        for id in data where use(id) { tree.setAttribute("id", of: add("property", to: place), to: id) }
        if association.direction == .writes {
            setChildren("targetRef", of: node, to: data)
        } else {
            setChildren("sourceRef", of: node, to: data)
            if tree.child(of: node, "targetRef", in: BPMNVocabulary.model) == nil { addInput(of: node, in: place) }
        }
    }

    /// What an activity or an event takes in, for an association that brings it there.
    private mutating func addInput(of association: Int, in node: Int) {
        let id = unusedIdentity((tree.attribute("id", of: association) ?? "data") + "_input")
        let isActivity = BPMNVocabulary.isActivity(tree.name(of: node).local)
        let owner = isActivity ? specification(of: node) : node
        tree.setAttribute("id", of: add("dataInput", to: owner), to: id)
        list([id], as: "dataInputRefs", in: "inputSet", of: owner)
        tree.setText(id, of: add("targetRef", to: association))
    }
}
