import ProcessMaps
import QualityCore

extension BPMNPatcher {
    /// The element of a node, made to be what the node is.
    mutating func patch(_ node: MapNode, in container: Int) -> Int {
        let (place, old) = claim(.node(node), as: BPMNVocabulary.element(node.kind), in: container)
        var before: MapNode?
        if case .node(let node)? = old { before = node }
        setName(of: place, before?.name ?? "", node.name)
        setDocumentation(of: place, before?.documentation ?? "", node.documentation)
        switch node.kind {
        case .activity(let activity): patch(activity, before?.activity ?? MapActivity(), at: place)
        case .event(let event): patch(event, before?.event, at: place)
        case .gateway(let gateway): patch(gateway, before?.gateway, at: place)
        }
        if listsFlows {
            patchFlows("incoming", of: place, flows.incoming[node.id])
            patchFlows("outgoing", of: place, flows.outgoing[node.id])
        }
        return place
    }

    /// Lists the flows of a node in it.
    private mutating func patchFlows(_ local: String, of place: Int, _ change: FlowChanges.Change?) {
        guard let change else { return }
        let gone = Set(change.gone).subtracting(change.come)
        var listed: Set<String> = []
        for child in elements(of: place) where tree.local(child, in: BPMNVocabulary.model) == local {
            var id = tree.text(of: child).trimmedXML
            if !written.contains(id), let colon = id.lastIndex(of: ":") { id = String(id[id.index(after: colon)...]) }
            if gone.contains(MapElementID(id)) { tree.remove(child) } else { listed.insert(id) }
        }
        for id in change.come where !id.rawValue.isEmpty {
            let name = reference(id)
            if listed.insert(name).inserted { tree.setText(name, of: add(local, to: place)) }
        }
    }

    private mutating func patch(_ activity: MapActivity, _ old: MapActivity, at place: Int) {
        setFlag("isForCompensation", of: place, old.isForCompensation, activity.isForCompensation, unlessIs: false)
        setReference("default", of: place, old.defaultFlow, activity.defaultFlow)
        setFlag(
            "triggeredByEvent",
            of: place,
            old.subProcess?.kind == .event,
            activity.subProcess?.kind == .event,
            unlessIs: false
        )
        // Where the step was of another sort, the attribute is gone already.
        let isSaid = tree.attribute("messageRef", of: place) != nil
        setReference("messageRef", of: place, isSaid ? old.message : nil, activity.message)
        if old.called != activity.called {
            let called = activity.called ?? ""
            let isName = isWritable(called, at: place)
            tree.setAttribute("calledElement", of: place, to: called.isEmpty || !isName ? nil : called)
            setOwn(BPMNVocabulary.ownCalled, of: place, to: isName ? nil : called)
        }
        if old.repetition != activity.repetition { set(activity.repetition, at: place) }
        if old.routineNeed != activity.routineNeed { set(activity.routineNeed, at: place) }
    }

    /// Whether a name can stand as that of an element, in this file or, behind a prefix that it has, in another.
    private func isWritable(_ name: String, at place: Int) -> Bool {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return name.isEmpty || name.isXMLIdentity }
        let isBound = [place, trace.definitions].contains { tree.namespace(of: parts[0], at: $0) != nil }
        return isBound && parts.allSatisfy(\.isXMLIdentity)
    }

    private mutating func set(_ repetition: MapActivity.Repetition?, at place: Int) {
        for child in elements(of: place) {
            switch tree.local(child, in: BPMNVocabulary.model) {
            case "standardLoopCharacteristics", "multiInstanceLoopCharacteristics": tree.remove(child)
            default: continue
            }
        }
        switch repetition {
        case nil: break
        case .loop: add("standardLoopCharacteristics", to: place)
        case .parallel: add("multiInstanceLoopCharacteristics", to: place)
        case .sequential:
            tree.setAttribute("isSequential", of: add("multiInstanceLoopCharacteristics", to: place), to: "true")
        }
    }

    private mutating func set(_ need: ProcessStep.RoutineNeed?, at place: Int) {
        var extensions = tree.child(of: place, "extensionElements", in: BPMNVocabulary.model)
        if let extensions, let element = tree.child(of: extensions, "routineNeed", in: BPMNVocabulary.own) {
            tree.remove(element)
        }
        guard let need else {
            if let extensions, elements(of: extensions).isEmpty { tree.remove(extensions) }
            return
        }
        let parent = extensions ?? add("extensionElements", to: place)
        extensions = parent
        let element = add("routineNeed", to: parent, of: BPMNVocabulary.own)
        switch need {
        case .none(let reason): tree.setAttribute("none", of: element, to: reason)
        case .routines(let routines):
            for routine in routines {
                let child = add("routine", to: element, of: BPMNVocabulary.own)
                tree.setAttribute("id", of: child, to: routine.rawValue)
            }
        }
    }

    private mutating func patch(_ gateway: MapGateway, _ old: MapGateway?, at place: Int) {
        setReference("default", of: place, old?.defaultFlow, gateway.defaultFlow)
        guard case .eventBased(let use) = gateway, old.map({ $0 != gateway }) ?? (use != .waits) else { return }
        tree.setAttribute("instantiate", of: place, to: use == .waits ? nil : "true")
        tree.setAttribute("eventGatewayType", of: place, to: use == .beginsWithAll ? "Parallel" : nil)
    }

    private mutating func patch(_ event: MapEvent, _ old: MapEvent?, at place: Int) {
        switch event.position {
        case .start(let isInterrupting):
            var before = true
            if case .start(let isInterrupting)? = old?.position { before = isInterrupting }
            setFlag("isInterrupting", of: place, before, isInterrupting, unlessIs: true)
        case .boundary(let host, let isInterrupting):
            var before = true
            if case .boundary(_, let isInterrupting)? = old?.position { before = isInterrupting }
            setReference("attachedToRef", of: place, old?.host, host)
            setFlag("cancelActivity", of: place, before, isInterrupting, unlessIs: true)
        case .intermediateCatch, .intermediateThrow, .end: break
        }
        setFlag("parallelMultiple", of: place, old?.needsAll ?? false, event.needsAll, unlessIs: false)
        guard event.definitions != old?.definitions ?? [] else { return }
        patch(event.definitions, old?.definitions ?? [], at: place)
    }

    private mutating func patch(_ definitions: [MapEventDefinition], _ old: [MapEventDefinition], at place: Int) {
        let found = tree.definitions(of: place)
        // Where the event only refers to what happens, it says so itself from now on.
        let refers = found.contains { tree.name(of: $0).local == "eventDefinitionRef" }
        var free = refers || found.count != old.count ? [] : Array(zip(found, old))
        var wanted: [Int] = []
        for definition in definitions {
            if let match = free.firstIndex(where: { $0.1 == definition }) {
                wanted.append(free.remove(at: match).0)
            } else {
                wanted.append(make(definition, in: place))
            }
        }
        let kept = Set(wanted)
        for child in found where !kept.contains(child) { tree.remove(child) }
        arrange(wanted, in: [place])
    }

    private mutating func make(_ definition: MapEventDefinition, in place: Int) -> Int {
        let node = make(BPMNVocabulary.element(definition), in: place)
        switch definition {
        case .message(let message): setReference("messageRef", of: node, nil, message)
        case .error(let error): setReference("errorRef", of: node, nil, error)
        case .escalation(let escalation): setReference("escalationRef", of: node, nil, escalation)
        case .signal(let signal): setReference("signalRef", of: node, nil, signal)
        case .compensation(let activity): setReference("activityRef", of: node, nil, activity)
        case .link(let name): tree.setAttribute("name", of: node, to: name)
        case .conditional(let condition): setExpression("condition", of: node, to: condition)
        case .timer(.date(let date)): setExpression("timeDate", of: node, to: date)
        case .timer(.duration(let duration)): setExpression("timeDuration", of: node, to: duration)
        case .timer(.cycle(let cycle)): setExpression("timeCycle", of: node, to: cycle)
        case .timer(.unspecified), .cancel, .terminate: break
        }
        return node
    }
}

extension MapActivity {
    /// What it calls, where it is a call.
    fileprivate var called: String? {
        if case .call(let name) = kind { name } else { nil }
    }

    /// The message that it sends or waits for, where it says which.
    fileprivate var message: MapElementID? {
        if case .task(let task) = kind { task.message } else { nil }
    }
}
