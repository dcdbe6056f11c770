import ProcessMaps

/// The names that BPMN 2.0.2 has for things, and where in an element they stand.
enum BPMNVocabulary {
    static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    static let diagram = "http://www.omg.org/spec/BPMN/20100524/DI"
    static let common = "http://www.omg.org/spec/DD/20100524/DC"
    static let interchange = "http://www.omg.org/spec/DD/20100524/DI"
    /// What this package alone says of an element.
    static let own = "urn:quality-management:process-maps"

    static let ownDocumentation = XMLName("documentation", in: own)
    static let ownCalled = XMLName("called", in: own)

    static let tasks: Set<String> = [
        "task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask",
    ]
    static let subProcesses: Set<String> = ["subProcess", "transaction", "adHocSubProcess"]
    /// What has nodes and flows in it.
    static let bodies = subProcesses.union(["process"])
    static let events: Set<String> = [
        "startEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "endEvent",
    ]
    static let gateways: Set<String> = [
        "exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway",
    ]
    static let definitions: Set<String> = [
        "messageEventDefinition", "timerEventDefinition", "errorEventDefinition", "escalationEventDefinition",
        "signalEventDefinition", "conditionalEventDefinition", "linkEventDefinition", "compensateEventDefinition",
        "cancelEventDefinition", "terminateEventDefinition",
    ]
    static let collaborations: Set<String> = [
        "collaboration", "choreography", "globalChoreographyTask", "globalConversation",
    ]
    static let choreographies: Set<String> = ["choreography", "globalChoreographyTask"]
    static let subjects: [String: MapSubject.Kind] = [
        "message": .message, "error": .error, "escalation": .escalation, "signal": .signal, "dataStore": .store,
    ]

    static func isNode(_ local: String) -> Bool {
        isActivity(local) || events.contains(local) || gateways.contains(local)
    }

    static func isActivity(_ local: String) -> Bool {
        tasks.contains(local) || local == "callActivity" || subProcesses.contains(local)
    }

    /// Elements of the standard that stand in a process or sub-process, and that a map has no place for.
    static let silentInBody: Set<String> = [
        "documentation", "extensionElements", "auditing", "monitoring", "property", "resourceRole", "performer",
        "humanPerformer", "potentialOwner", "correlationSubscription", "supports", "supportedInterfaceRef", "ioBinding",
        "ioSpecification", "incoming", "outgoing", "categoryValueRef", "dataInputAssociation", "dataOutputAssociation",
        "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "completionCondition",
    ]
    /// Elements of the standard that stand outermost, and that a map has no place for.
    static let silentAtRoot: Set<String> = [
        "import", "extension", "relationship", "itemDefinition", "resource", "interface", "endPoint", "partnerEntity",
        "partnerRole", "correlationProperty", "globalTask", "globalUserTask", "globalManualTask", "globalScriptTask",
        "globalBusinessRuleTask", "eventDefinition", "documentation", "extensionElements",
    ]

    /// The order in which the standard has elements inside of most others.
    private static let order: [[String]] = [
        ["import"], ["extension"], ["documentation"], ["extensionElements"], ["rootElement"], ["BPMNDiagram"],
        ["relationship"], ["auditing"], ["monitoring"], ["categoryValueRef"], ["incoming"], ["outgoing"],
        ["ioSpecification"], ["property"], ["dataInput"], ["dataOutput"], ["dataInputAssociation"],
        ["dataOutputAssociation"], ["inputSet"], ["outputSet"], ["eventDefinition"], ["eventDefinitionRef"],
        ["resourceRole"], ["loopCharacteristics"], ["laneSet"], ["flowElement"], ["artifact"],
        ["completionCondition"], ["activationCondition"], ["script"], ["rendering"], ["conditionExpression"],
        ["dataState"], ["partitionElement"], ["flowNodeRef"], ["childLaneSet"], ["interfaceRef"], ["endPointRef"],
        ["participantMultiplicity"], ["sourceRef"], ["targetRef"], ["transformation"], ["assignment"],
        ["dataInputRefs"], ["dataOutputRefs"], ["BPMNPlane"], ["BPMNLabelStyle"], ["Bounds"], ["waypoint"],
        ["BPMNLabel"],
    ]
    private static let processOrder: [[String]] = [
        ["documentation"], ["extensionElements"], ["supportedInterfaceRef"], ["ioSpecification"], ["ioBinding"],
        ["auditing"], ["monitoring"], ["property"], ["laneSet"], ["flowElement"], ["artifact"], ["resourceRole"],
        ["correlationSubscription"], ["supports"],
    ]
    private static let collaborationOrder: [[String]] = [
        ["documentation"], ["extensionElements"], ["participant"], ["messageFlow"], ["artifact"],
        [
            "conversation", "subConversation", "callConversation", "conversationAssociation", "participantAssociation",
            "messageFlowAssociation", "correlationKey", "choreographyRef", "conversationLink",
        ],
    ]

    private static let ranks = rank(order)
    private static let processRanks = rank(processOrder)
    private static let collaborationRanks = rank(collaborationOrder)

    private static func rank(_ order: [[String]]) -> [String: Int] {
        var ranks: [String: Int] = [:]
        for (place, names) in order.enumerated() { for name in names { ranks[name] = place } }
        return ranks
    }

    /// The place of an element among the others in its parent; `nil` where the standard gives it none.
    static func rank(of local: String, in parent: String) -> Int? {
        switch parent {
        case "process": processRanks[group(local)]
        case _ where collaborations.contains(parent): collaborationRanks[group(local)]
        case "definitions":
            switch local {
            case "import", "extension", "BPMNDiagram", "relationship": ranks[local]
            default: ranks["rootElement"]
            }
        default: ranks[group(local)]
        }
    }

    private static func group(_ local: String) -> String {
        switch local {
        case "sequenceFlow", "dataObject", "dataObjectReference", "dataStoreReference": "flowElement"
        case "choreographyTask", "subChoreography", "callChoreography", "event", "implicitThrowEvent": "flowElement"
        case "textAnnotation", "group", "association": "artifact"
        case "performer", "humanPerformer", "potentialOwner": "resourceRole"
        case "standardLoopCharacteristics", "multiInstanceLoopCharacteristics": "loopCharacteristics"
        case _ where isNode(local): "flowElement"
        case _ where definitions.contains(local): "eventDefinition"
        default: local
        }
    }

    static func element(_ kind: MapNode.Kind) -> String {
        switch kind {
        case .activity(let activity): element(activity.kind)
        case .event(let event): element(event.position)
        case .gateway(let gateway): element(gateway)
        }
    }

    private static func element(_ kind: MapActivity.Kind) -> String {
        switch kind {
        case .task(let task): element(task)
        case .call: "callActivity"
        case .subProcess(let subProcess):
            switch subProcess.kind {
            case .embedded, .event: "subProcess"
            case .transaction: "transaction"
            case .adHoc: "adHocSubProcess"
            }
        }
    }

    private static func element(_ task: MapActivity.TaskKind) -> String {
        switch task {
        case .unspecified: "task"
        case .user: "userTask"
        case .manual: "manualTask"
        case .service: "serviceTask"
        case .send: "sendTask"
        case .receive: "receiveTask"
        case .script: "scriptTask"
        case .businessRule: "businessRuleTask"
        }
    }

    private static func element(_ position: MapEvent.Position) -> String {
        switch position {
        case .start: "startEvent"
        case .intermediateCatch: "intermediateCatchEvent"
        case .intermediateThrow: "intermediateThrowEvent"
        case .boundary: "boundaryEvent"
        case .end: "endEvent"
        }
    }

    private static func element(_ gateway: MapGateway) -> String {
        switch gateway {
        case .exclusive: "exclusiveGateway"
        case .inclusive: "inclusiveGateway"
        case .parallel: "parallelGateway"
        case .eventBased: "eventBasedGateway"
        case .complex: "complexGateway"
        }
    }

    static func element(_ definition: MapEventDefinition) -> String {
        switch definition {
        case .message: "messageEventDefinition"
        case .timer: "timerEventDefinition"
        case .error: "errorEventDefinition"
        case .escalation: "escalationEventDefinition"
        case .signal: "signalEventDefinition"
        case .conditional: "conditionalEventDefinition"
        case .link: "linkEventDefinition"
        case .compensation: "compensateEventDefinition"
        case .cancel: "cancelEventDefinition"
        case .terminate: "terminateEventDefinition"
        }
    }

    static func element(_ kind: MapData.Kind) -> String {
        switch kind {
        case .object: "dataObject"
        case .reference: "dataObjectReference"
        case .store: "dataStoreReference"
        case .input: "dataInput"
        case .output: "dataOutput"
        }
    }

    static func element(_ kind: MapSubject.Kind) -> String {
        switch kind {
        case .category: "categoryValue"
        case .store: "dataStore"
        case .message, .error, .escalation, .signal: kind.rawValue
        }
    }

    static func element(_ kind: MapArtifact.Kind) -> String {
        if case .annotation = kind { "textAnnotation" } else { "group" }
    }
}
