import ProcessMaps

/// A map with every sort of element, each in a place of its own on a grid.
struct NotationMap {
    private(set) var map = ProcessMap(id: "notation", name: "Allt som kan ritas")
    private(set) var diagram = MapDiagram(of: "notation")
    private var body = MapBody()

    static let tasks: KeyValuePairs<String, MapActivity.TaskKind> = [
        "unspecified": .unspecified, "user": .user, "manual": .manual, "service": .service, "send": .send,
        "receive": .receive, "script": .script, "businessRule": .businessRule,
    ]
    static let definitions: [MapEventDefinition?] = [
        nil, .message(nil), .timer(.unspecified), .error(nil), .escalation(nil), .signal(nil), .conditional("x"),
        .link("vidare"), .compensation(of: nil), .cancel, .terminate,
    ]
    static let positions: [MapEvent.Position] = [
        .start, .start(isInterrupting: false), .intermediateCatch, .intermediateThrow,
        .boundary(of: "task-manual", isInterrupting: true), .boundary(of: "task-manual", isInterrupting: false), .end,
    ]
    static let gateways: [MapGateway] = [
        .exclusive(), .inclusive(), .parallel, .eventBased(), .eventBased(.beginsWithAny), .eventBased(.beginsWithAll),
        .complex(),
    ]

    init() {
        for (name, kind) in Self.tasks { add("task-\(name)", .activity(MapActivity(.task(kind)))) }
        add("call", .activity(MapActivity(.call("annan"))))
        for kind in MapSubProcess.Kind.allCases {
            add("sub-\(kind.rawValue)", .activity(MapActivity(.subProcess(MapSubProcess(kind)))))
        }
        for repetition in MapActivity.Repetition.allCases {
            add("repeated-\(repetition.rawValue)", .activity(MapActivity(repetition: repetition)))
        }
        add("undoing", .activity(MapActivity(isForCompensation: true)))
        for (row, position) in Self.positions.enumerated() {
            for (column, definition) in Self.definitions.enumerated() {
                add("event-\(row)-\(column)", .event(MapEvent(position, definition.map { [$0] } ?? [])))
            }
            add("event-\(row)-any", .event(MapEvent(position, [.message(nil), .error(nil)])))
            add("event-\(row)-all", .event(MapEvent(position, [.message(nil), .error(nil)], needsAll: true)))
        }
        for (number, gateway) in Self.gateways.enumerated() { add("gateway-\(number)", .gateway(gateway)) }
        addData()
        addLines()
        let lane = MapLane(id: "lane", name: "Roll", nodes: body.nodes.map(\.id))
        body.lanes = [lane]
        map.pools = [
            MapPool(id: "pool", name: "Part", process: MapProcess(id: "process", body: body)),
            MapPool(id: "closed", name: "Sluten part", isMultiple: true),
        ]
        map.messageFlows = [MapMessageFlow(id: "message", name: "Brev", from: "task-send", to: "closed")]
        map.subjects = [MapSubject(id: "category", kind: .category, name: "Hör ihop")]
        diagram.shapes.insert(
            MapDiagram.Shape("lane", bounds: MapBounds(x: -60, y: -40, width: 1800, height: 2200)),
            at: 0
        )
        diagram.shapes.insert(
            MapDiagram.Shape("pool", bounds: MapBounds(x: -90, y: -40, width: 1830, height: 2200), isHorizontal: true),
            at: 0
        )
        diagram.shapes.append(MapDiagram.Shape("closed", bounds: MapBounds(x: -90, y: 2200, width: 1830, height: 60)))
        diagram.edges.append(line("message", from: "task-send", to: "closed"))
        map.diagrams = [diagram]
    }

    private mutating func add(_ id: String, _ kind: MapNode.Kind) {
        body.nodes.append(MapNode(id: MapElementID(id), name: "Namn på \(id)", kind: kind))
        let isActivity = if case .activity = kind { true } else { false }
        place(MapElementID(id), width: isActivity ? 120 : 40, height: isActivity ? 80 : 40)
    }

    private mutating func place(_ id: MapElementID, width: Double, height: Double) {
        let number = diagram.shapes.count
        let bounds = MapBounds(
            x: Double(number % 12) * 145,
            y: Double(number / 12) * 150,
            width: width,
            height: height
        )
        diagram.shapes.append(MapDiagram.Shape(id, bounds: bounds))
    }

    private mutating func addData() {
        let kinds: [MapData.Kind] = [
            .object(isCollection: false), .object(isCollection: true), .reference(to: "data-1", state: "utkast"),
            .store(nil), .input(isCollection: false), .output(isCollection: true),
        ]
        for (number, kind) in kinds.enumerated() {
            body.data.append(MapData(id: MapElementID("data-\(number)"), name: "Information \(number)", kind: kind))
            place(MapElementID("data-\(number)"), width: 40, height: 52)
        }
        body.artifacts = [
            MapArtifact(id: "note", kind: .annotation("Minst en gång om året")),
            MapArtifact(id: "group", kind: .group("category")),
        ]
        place("note", width: 110, height: 40)
        place("group", width: 130, height: 120)
    }

    private mutating func addLines() {
        body.sequenceFlows = [
            MapSequenceFlow(id: "flow", name: "Vidare", from: "task-user", to: "task-manual"),
            MapSequenceFlow(id: "conditional", name: "Om så", from: "task-user", to: "gateway-0", condition: "x > 1"),
            MapSequenceFlow(id: "default", name: "Annars", from: "gateway-0", to: "task-user"),
        ]
        for place in body.nodes.indices where body.nodes[place].id == "gateway-0" {
            body.nodes[place].setDefaultFlow("default")
        }
        body.dataAssociations = [
            MapDataAssociation(id: "reading", node: "task-user", .reads, ["data-0"]),
            MapDataAssociation(id: "writing", node: "task-user", .writes, ["data-2"]),
        ]
        body.associations = [
            MapAssociation(id: "tie", from: "note", to: "task-user"),
            MapAssociation(id: "tie-one", from: "note", to: "task-manual", direction: .one),
            MapAssociation(id: "tie-both", from: "note", to: "task-send", direction: .both),
        ]
        for flow in body.sequenceFlows { diagram.edges.append(line(flow.id, from: flow.source, to: flow.target)) }
        diagram.edges.append(line("reading", from: "data-0", to: "task-user"))
        diagram.edges.append(line("writing", from: "task-user", to: "data-2"))
        for tie in body.associations { diagram.edges.append(line(tie.id, from: tie.source, to: tie.target)) }
    }

    private func line(_ id: MapElementID, from source: MapElementID, to target: MapElementID) -> MapDiagram.Edge {
        let ends = [source, target].compactMap { end in
            diagram.shapes.first { $0.element == end }?.bounds.center
        }
        return MapDiagram.Edge(id, waypoints: ends)
    }
}
