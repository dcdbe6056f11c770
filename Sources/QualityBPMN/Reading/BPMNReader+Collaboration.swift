import ProcessMaps

extension BPMNReader {
    mutating func subject(_ node: Int) -> MapSubject {
        let id = identity(node)
        switch tree.name(of: node).local {
        case "categoryValue":
            return MapSubject(id: id, kind: .category, name: tree.attribute("value", of: node) ?? "")
        case "error":
            let code = tree.attribute("errorCode", of: node) ?? ""
            return MapSubject(id: id, kind: .error, name: name(node), code: code)
        case "escalation":
            let code = tree.attribute("escalationCode", of: node) ?? ""
            return MapSubject(id: id, kind: .escalation, name: name(node), code: code)
        case let local:
            return MapSubject(id: id, kind: BPMNVocabulary.subjects[local] ?? .message, name: name(node))
        }
    }

    /// Reads the pools with their processes, and puts the other processes beside them.
    mutating func readProcesses(_ found: [Int], into map: inout ProcessMap) {
        var bodies = self.bodies(of: found)
        var places: [MapElementID: Int] = [:]
        for node in found {
            let id = identity(node)
            if places[id] == nil { places[id] = node }
        }
        var taken: Set<Int> = []
        for collaboration in trace.collaborations {
            for node in tree.children(of: collaboration)
            where tree.local(node, in: BPMNVocabulary.model) == "participant" {
                var pool = MapPool(id: identity(node), name: name(node), documentation: documentation(node))
                pool.isMultiple = isMultiple(node)
                if let id = reference("processRef", of: node), let place = places[id] {
                    if taken.insert(place).inserted {
                        pool.process = process(place, bodies.removeValue(forKey: place))
                        trace.processes.append(place)
                    } else {
                        report(.sharedProcess, node)
                    }
                }
                map.pools.append(pool)
                trace.pools.append(node)
            }
        }
        for node in found where !taken.contains(node) {
            map.processes.append(process(node, bodies.removeValue(forKey: node)))
            trace.processes.append(node)
        }
    }

    private mutating func process(_ node: Int, _ body: MapBody?) -> MapProcess {
        MapProcess(id: identity(node), name: name(node), documentation: documentation(node), body: body ?? MapBody())
    }

    /// A multiplicity without a maximum is what modellers write for several.
    private func isMultiple(_ node: Int) -> Bool {
        guard let child = tree.child(of: node, "participantMultiplicity", in: BPMNVocabulary.model) else {
            return false
        }
        guard let maximum = tree.attribute("maximum", of: child)?.trimmedXML else { return true }
        return Int(maximum).map { $0 > 1 } ?? true
    }

    /// Reads what lies between the pools.
    mutating func readCollaborations(_ map: inout ProcessMap) {
        for collaboration in trace.collaborations {
            for node in tree.children(of: collaboration) {
                switch tree.local(node, in: BPMNVocabulary.model) {
                case "messageFlow": read(messageFlow: node, into: &map)
                case "textAnnotation", "group":
                    map.artifacts.append(artifact(node))
                    trace.artifacts.append(node)
                case "association":
                    map.associations.append(association(node))
                    trace.associations.append(node)
                case "conversation", "subConversation", "callConversation", "choreographyTask", "subChoreography",
                    "callChoreography":
                    report(.notInMap, node)
                default: break
                }
            }
        }
        for node in misplaced where tree.name(of: node).local == "messageFlow" { read(messageFlow: node, into: &map) }
    }

    private mutating func read(messageFlow node: Int, into map: inout ProcessMap) {
        map.messageFlows.append(
            MapMessageFlow(
                id: identity(node),
                name: name(node),
                documentation: documentation(node),
                from: demanded("sourceRef", of: node),
                to: demanded("targetRef", of: node),
                message: reference("messageRef", of: node)
            )
        )
        trace.messageFlows.append(node)
    }

    mutating func artifact(_ node: Int) -> MapArtifact {
        let id = identity(node)
        guard tree.name(of: node).local == "group" else {
            return MapArtifact(id: id, kind: .annotation(childText("text", of: node) ?? ""))
        }
        return MapArtifact(id: id, kind: .group(reference("categoryValueRef", of: node)))
    }

    mutating func association(_ node: Int) -> MapAssociation {
        let direction: MapAssociation.Direction
        switch tree.attribute("associationDirection", of: node)?.trimmedXML {
        case nil, "None": direction = .none
        case "One": direction = .one
        case "Both": direction = .both
        default:
            report(.word, node)
            direction = .none
        }
        return MapAssociation(
            id: identity(node),
            from: demanded("sourceRef", of: node),
            to: demanded("targetRef", of: node),
            direction: direction
        )
    }
}
