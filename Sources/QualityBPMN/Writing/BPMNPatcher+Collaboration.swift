import ProcessMaps

extension BPMNPatcher {
    mutating func patchSubjects() {
        var wanted: [Int] = []
        var categories: [Int: [Int]] = [:]
        for subject in new.subjects {
            let local = BPMNVocabulary.element(subject.kind)
            let (node, old) = claim(.subject(subject), as: local, in: trace.definitions)
            var before = MapSubject(id: subject.id, kind: subject.kind)
            if case .subject(let subject)? = old { before = subject }
            if subject.kind == .category {
                set("value", of: node, before.name.isEmpty ? nil : before.name, subject.name)
                guard let category = category(around: node, isNew: old == nil) else {
                    wanted.append(node)
                    continue
                }
                categories[category, default: []].append(node)
                if categories[category]?.count == 1 { wanted.append(category) }
                continue
            }
            wanted.append(node)
            setName(of: node, before.name, subject.name)
            let code = before.code.isEmpty ? nil : before.code
            if subject.kind == .error || subject.kind == .escalation {
                set("\(local)Code", of: node, code, subject.code.isEmpty ? nil : subject.code)
            }
        }
        arrange(wanted, in: [trace.definitions])
        for (category, values) in categories { arrange(values, in: [category]) }
    }

    /// The category that a value stands in, if it is in one; a new one for a new value.
    private mutating func category(around node: Int, isNew: Bool) -> Int? {
        if let parent = tree.parent(of: node) {
            if tree.local(parent, in: BPMNVocabulary.model) == "category" { return parent }
            guard isNew else { return nil }
            tree.remove(node)
        }
        let category = add("category", to: trace.definitions)
        insert(node, into: category)
        return category
    }

    /// The pools, of which those that hold a process are returned.
    mutating func patchPools() -> [Int] {
        let isBare = new.pools.isEmpty && new.messageFlows.isEmpty && new.artifacts.isEmpty && new.associations.isEmpty
        if trace.collaborations.isEmpty, !isBare {
            trace.collaborations = [add("collaboration", to: trace.definitions)]
        }
        guard let collaboration = trace.collaborations.first else { return [] }
        var wanted: [Int] = []
        var holding: [Int] = []
        for pool in new.pools {
            let (node, old) = claim(.pool(pool), as: "participant", in: collaboration)
            var before = MapPool(id: pool.id)
            if case .pool(let pool)? = old { before = pool }
            wanted.append(node)
            if pool.process != nil { holding.append(node) }
            setName(of: node, before.name, pool.name)
            setDocumentation(of: node, before.documentation, pool.documentation)
            setReference("processRef", of: node, before.process?.id, pool.process?.id)
            guard before.isMultiple != pool.isMultiple else { continue }
            for child in elements(of: node)
            where tree.local(child, in: BPMNVocabulary.model) == "participantMultiplicity" {
                tree.remove(child)
            }
            if pool.isMultiple { tree.setAttribute("maximum", of: add("participantMultiplicity", to: node), to: "2") }
        }
        arrange(wanted, in: trace.collaborations)
        return holding
    }

    /// The bodies of the processes, with their elements.
    mutating func patchProcesses(in pools: [Int]) -> [(body: MapBody, container: Int)] {
        var wanted: [Int] = []
        var bodies: [(body: MapBody, container: Int)] = []
        for (place, process) in new.allProcesses.enumerated() {
            let (node, old) = claim(.process(process), as: "process", in: trace.definitions)
            var before = MapProcess(id: process.id)
            if case .process(let process)? = old { before = process }
            if old == nil { tree.setAttribute("isExecutable", of: node, to: "false") }
            setName(of: node, before.name, process.name)
            setDocumentation(of: node, before.documentation, process.documentation)
            if tree.parent(of: node) == nil { insert(node, into: trace.definitions) }
            if place >= pools.count {
                wanted.append(node)
            } else if process.id.rawValue.isEmpty {
                tree.setAttribute("processRef", of: pools[place], to: tree.attribute("id", of: node))
            }
            bodies.append((process.body, node))
        }
        arrange(wanted, in: [trace.definitions])
        return bodies
    }

    mutating func patchBetweenPools() {
        guard let collaboration = trace.collaborations.first else { return }
        var wanted: [Int] = []
        for flow in new.messageFlows {
            let (node, old) = claim(.messageFlow(flow), as: "messageFlow", in: collaboration)
            var before = MapMessageFlow(id: flow.id, from: "", to: "")
            if case .messageFlow(let flow)? = old { before = flow }
            wanted.append(node)
            setName(of: node, before.name, flow.name)
            setDocumentation(of: node, before.documentation, flow.documentation)
            setReference("sourceRef", of: node, before.source, flow.source)
            setReference("targetRef", of: node, before.target, flow.target)
            setReference("messageRef", of: node, before.message, flow.message)
        }
        arrange(wanted, in: trace.collaborations)
        patch(new.artifacts, new.associations, in: trace.collaborations)
    }

    mutating func patch(_ artifacts: [MapArtifact], _ associations: [MapAssociation], in parents: [Int]) {
        var wanted: [Int] = []
        for artifact in artifacts {
            let (node, old) = claim(.artifact(artifact), as: BPMNVocabulary.element(artifact.kind), in: parents[0])
            wanted.append(node)
            var before: MapArtifact.Kind?
            if case .artifact(let artifact)? = old { before = artifact.kind }
            guard before != artifact.kind else { continue }
            switch artifact.kind {
            case .annotation(let text): setChild("text", of: node, to: text)
            case .group(let category):
                tree.setAttribute("categoryValueRef", of: node, to: category.map { reference($0) })
            }
        }
        arrange(wanted, in: parents)
        wanted = []
        for association in associations {
            let (node, old) = claim(.association(association), as: "association", in: parents[0])
            var before = MapAssociation(id: association.id, from: "", to: "")
            if case .association(let association)? = old { before = association }
            wanted.append(node)
            setReference("sourceRef", of: node, before.source, association.source)
            setReference("targetRef", of: node, before.target, association.target)
            guard before.direction != association.direction else { continue }
            let direction: String? =
                switch association.direction {
                case .none: nil
                case .one: "One"
                case .both: "Both"
                }
            tree.setAttribute("associationDirection", of: node, to: direction)
        }
        arrange(wanted, in: parents)
    }
}
