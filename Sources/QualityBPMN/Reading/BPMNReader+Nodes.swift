import ProcessMaps
import QualityCore

extension BPMNReader {
    mutating func node(_ node: Int, _ local: String, _ body: MapBody?) -> MapNode {
        let kind: MapNode.Kind
        if BPMNVocabulary.events.contains(local) {
            kind = .event(event(node, local))
        } else if BPMNVocabulary.gateways.contains(local) {
            kind = .gateway(gateway(node, local))
        } else {
            kind = .activity(activity(node, local, body))
        }
        return MapNode(id: identity(node), name: name(node), documentation: documentation(node), kind: kind)
    }

    private mutating func activity(_ node: Int, _ local: String, _ body: MapBody?) -> MapActivity {
        let kind: MapActivity.Kind
        switch local {
        case "callActivity":
            let called = tree.attribute("calledElement", of: node).map { self.called($0, at: node) }
            kind = .call(called ?? tree.attribute(BPMNVocabulary.ownCalled, of: node) ?? "")
        case "transaction": kind = .subProcess(MapSubProcess(.transaction, body: body ?? MapBody()))
        case "adHocSubProcess": kind = .subProcess(MapSubProcess(.adHoc, body: body ?? MapBody()))
        case "subProcess":
            let isEvent = flag("triggeredByEvent", of: node) ?? false
            kind = .subProcess(MapSubProcess(isEvent ? .event : .embedded, body: body ?? MapBody()))
        default: kind = .task(task(node, local))
        }
        return MapActivity(
            kind,
            repetition: repetition(node),
            isForCompensation: flag("isForCompensation", of: node) ?? false,
            defaultFlow: reference("default", of: node),
            routineNeed: routineNeed(node)
        )
    }

    private mutating func task(_ node: Int, _ local: String) -> MapActivity.TaskKind {
        switch local {
        case "userTask": .user
        case "manualTask": .manual
        case "serviceTask": .service
        case "sendTask": .send(message: reference("messageRef", of: node))
        case "receiveTask": .receive(message: reference("messageRef", of: node))
        case "scriptTask": .script
        case "businessRuleTask": .businessRule
        default: .unspecified
        }
    }

    private mutating func repetition(_ node: Int) -> MapActivity.Repetition? {
        for child in tree.children(of: node) {
            switch tree.local(child, in: BPMNVocabulary.model) {
            case "standardLoopCharacteristics": return .loop
            case "multiInstanceLoopCharacteristics":
                return flag("isSequential", of: child) ?? false ? .sequential : .parallel
            default: continue
            }
        }
        return nil
    }

    private func routineNeed(_ node: Int) -> ProcessStep.RoutineNeed? {
        guard let extensions = tree.child(of: node, "extensionElements", in: BPMNVocabulary.model),
            let need = tree.child(of: extensions, "routineNeed", in: BPMNVocabulary.own)
        else { return nil }
        if let reason = tree.attribute("none", of: need) { return ProcessStep.RoutineNeed.none(reason: reason) }
        return .routines(
            tree.children(of: need).compactMap { child in
                guard tree.local(child, in: BPMNVocabulary.own) == "routine" else { return nil }
                return tree.attribute("id", of: child).flatMap { RecordID<Routine>($0) }
            }
        )
    }

    private mutating func gateway(_ node: Int, _ local: String) -> MapGateway {
        switch local {
        case "inclusiveGateway": return .inclusive(default: reference("default", of: node))
        case "complexGateway": return .complex(default: reference("default", of: node))
        case "parallelGateway": return .parallel
        case "eventBasedGateway":
            guard flag("instantiate", of: node) ?? false else { return .eventBased(.waits) }
            let needsAll = tree.attribute("eventGatewayType", of: node)?.trimmedXML == "Parallel"
            return .eventBased(needsAll ? .beginsWithAll : .beginsWithAny)
        default: return .exclusive(default: reference("default", of: node))
        }
    }

    private mutating func event(_ node: Int, _ local: String) -> MapEvent {
        let position: MapEvent.Position
        switch local {
        case "startEvent": position = .start(isInterrupting: flag("isInterrupting", of: node) ?? true)
        case "intermediateCatchEvent": position = .intermediateCatch
        case "boundaryEvent":
            position = .boundary(
                of: demanded("attachedToRef", of: node),
                isInterrupting: flag("cancelActivity", of: node) ?? true
            )
        case "endEvent": position = .end
        default: position = .intermediateThrow
        }
        let definitions = tree.definitions(of: node).compactMap { definition($0) }
        return MapEvent(position, definitions, needsAll: flag("parallelMultiple", of: node) ?? false)
    }

    /// What an element says that happens, or what the element says that it refers to.
    private mutating func definition(_ node: Int) -> MapEventDefinition? {
        guard tree.name(of: node).local == "eventDefinitionRef" else {
            return definition(node, tree.name(of: node).local)
        }
        let id = target(tree.text(of: node), at: node)
        guard let place = trace.rootDefinitions[id.rawValue] else {
            report(.unknownReference, node)
            return nil
        }
        return definition(place, tree.name(of: place).local)
    }

    private mutating func definition(_ node: Int, _ local: String) -> MapEventDefinition? {
        switch local {
        case "messageEventDefinition": return .message(reference("messageRef", of: node))
        case "timerEventDefinition": return .timer(timer(node))
        case "errorEventDefinition": return .error(reference("errorRef", of: node))
        case "escalationEventDefinition": return .escalation(reference("escalationRef", of: node))
        case "signalEventDefinition": return .signal(reference("signalRef", of: node))
        case "conditionalEventDefinition": return .conditional(childText("condition", of: node)?.trimmedXML ?? "")
        case "linkEventDefinition": return .link(name(node))
        case "compensateEventDefinition": return .compensation(of: reference("activityRef", of: node))
        case "cancelEventDefinition": return .cancel
        case "terminateEventDefinition": return .terminate
        default: return nil
        }
    }

    private func timer(_ node: Int) -> MapEventDefinition.Timer {
        if let date = childText("timeDate", of: node) { return .date(date.trimmedXML) }
        if let duration = childText("timeDuration", of: node) { return .duration(duration.trimmedXML) }
        if let cycle = childText("timeCycle", of: node) { return .cycle(cycle.trimmedXML) }
        return .unspecified
    }
}

extension XMLTree {
    /// The elements that say what happens in an event, or refer to one that does.
    func definitions(of event: Int) -> [Int] {
        children(of: event).filter { child in
            guard let local = local(child, in: BPMNVocabulary.model) else { return false }
            return BPMNVocabulary.definitions.contains(local) || local == "eventDefinitionRef"
        }
    }
}
