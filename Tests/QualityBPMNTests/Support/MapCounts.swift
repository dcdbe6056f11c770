import ProcessMaps

/// How many elements of each type of the standard a map has, and how XPath counts those of a file.
enum MapCounts {
    /// The types, each with the elements of a file that are in a map.
    static let expressions: [(type: String, path: String)] = flowTypes + otherTypes + diagramTypes

    private static let model = "namespace-uri()='http://www.omg.org/spec/BPMN/20100524/MODEL'"

    /// Elements that are neither in the extension of a vendor nor in what a map cannot hold.
    private static func path(_ local: String, _ condition: String, outside: String) -> String {
        let names = outside.split(separator: " ").map { "local-name()='\($0)'" }.joined(separator: " or ")
        let outside = "not(ancestor::*[local-name()='extensionElements' or \(names)])"
        return "//*[\(model) and local-name()='\(local)' and \(outside) and \(condition)]"
    }

    private static func path(_ local: String, _ condition: String = "true()") -> String {
        path(local, condition, outside: "choreography")
    }

    private static func pathBeside(_ local: String) -> String {
        path(local, "true()", outside: "subChoreography")
    }

    private static let flowTypes: [(type: String, path: String)] = [
        "task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask",
        "callActivity", "subProcess", "transaction", "adHocSubProcess", "startEvent", "intermediateCatchEvent",
        "intermediateThrowEvent", "boundaryEvent", "endEvent", "exclusiveGateway", "inclusiveGateway",
        "parallelGateway",
        "eventBasedGateway", "complexGateway", "sequenceFlow", "dataObject", "dataObjectReference",
        "dataStoreReference",
        "dataInputAssociation", "dataOutputAssociation", "lane",
    ].map { ($0, path($0)) }

    private static let ofProcess = "parent::*[local-name()='ioSpecification' and parent::*[local-name()='process']]"

    private static let definitions = [
        "message", "timer", "error", "escalation", "signal", "conditional", "link", "compensate", "cancel", "terminate",
    ]

    private static let otherTypes: [(type: String, path: String)] =
        ["participant", "messageFlow", "textAnnotation", "group", "association"].map { ($0, pathBeside($0)) }
        + ["process", "message", "error", "escalation", "signal", "dataStore"].map { ($0, path($0)) }
        + [
            ("categoryValue", path("categoryValue")),
            ("dataInput", path("dataInput", ofProcess)),
            ("dataOutput", path("dataOutput", ofProcess)),
        ]
        + definitions.map { name in
            let local = name + "EventDefinition"
            let shared = "/*/*[local-name()='\(local)']/@id"
            let inside = path(local, "contains(local-name(..),'Event')")
            let referred = path("eventDefinitionRef", "(.=\(shared) or substring-after(.,':')=\(shared))")
            return (local, "\(inside) | \(referred)")
        }

    private static let diagramTypes: [(type: String, path: String)] = [
        ("BPMNDiagram", "BPMN/20100524/DI"), ("BPMNShape", "BPMN/20100524/DI"), ("BPMNEdge", "BPMN/20100524/DI"),
        ("waypoint", "DD/20100524/DI"),
    ].map { name, space in
        let isIt = "namespace-uri()='http://www.omg.org/spec/\(space)' and local-name()='\(name)'"
        return (name, "//*[\(isIt) and not(ancestor::*[local-name()='extensionElements'])]")
    }

    static func counts(_ map: ProcessMap) -> [String: Int] {
        var counts: [String: Int] = [:]
        for element in MapIndex(map).elements {
            counts[type(element), default: 0] += 1
            guard case .node(let node) = element, let event = node.event else { continue }
            for definition in event.definitions { counts[type(definition), default: 0] += 1 }
        }
        counts["BPMNDiagram"] = map.diagrams.count
        counts["BPMNShape"] = map.diagrams.map(\.shapes.count).reduce(0, +)
        counts["BPMNEdge"] = map.diagrams.map(\.edges.count).reduce(0, +)
        counts["waypoint"] = map.diagrams.flatMap(\.edges).map(\.waypoints.count).reduce(0, +)
        return counts
    }

    private static func type(_ element: MapElement) -> String {
        switch element {
        case .pool: "participant"
        case .process: "process"
        case .lane: "lane"
        case .node(let node): type(node.kind)
        case .sequenceFlow: "sequenceFlow"
        case .messageFlow: "messageFlow"
        case .data(let data): type(data.kind)
        case .dataAssociation(let association):
            association.direction == .reads ? "dataInputAssociation" : "dataOutputAssociation"
        case .artifact(let artifact): if case .annotation = artifact.kind { "textAnnotation" } else { "group" }
        case .association: "association"
        case .subject(let subject):
            switch subject.kind {
            case .category: "categoryValue"
            case .store: "dataStore"
            default: subject.kind.rawValue
            }
        }
    }

    private static func type(_ kind: MapNode.Kind) -> String {
        switch kind {
        case .activity(let activity):
            switch activity.kind {
            case .task(let task): type(task)
            case .call: "callActivity"
            case .subProcess(let inner):
                switch inner.kind {
                case .embedded, .event: "subProcess"
                case .transaction: "transaction"
                case .adHoc: "adHocSubProcess"
                }
            }
        case .event(let event):
            switch event.position {
            case .start: "startEvent"
            case .intermediateCatch: "intermediateCatchEvent"
            case .intermediateThrow: "intermediateThrowEvent"
            case .boundary: "boundaryEvent"
            case .end: "endEvent"
            }
        case .gateway(let gateway):
            switch gateway {
            case .exclusive: "exclusiveGateway"
            case .inclusive: "inclusiveGateway"
            case .parallel: "parallelGateway"
            case .eventBased: "eventBasedGateway"
            case .complex: "complexGateway"
            }
        }
    }

    private static func type(_ task: MapActivity.TaskKind) -> String {
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

    private static func type(_ kind: MapData.Kind) -> String {
        switch kind {
        case .object: "dataObject"
        case .reference: "dataObjectReference"
        case .store: "dataStoreReference"
        case .input: "dataInput"
        case .output: "dataOutput"
        }
    }

    private static func type(_ definition: MapEventDefinition) -> String {
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
}
