import ProcessMaps
import QualityCore
import TestSupport

/// Draws whole maps with everything that a map can hold, sound or not, and with odd texts among the names.
struct DrawnMap {
    private var draws: Draws
    private var count = 0
    private var ids: [MapElementID] = []

    /// The map of a seed.
    static func map(seed: UInt64) -> ProcessMap {
        var drawn = DrawnMap(draws: Draws(seed: seed))
        return drawn.map()
    }

    private static let texts = [
        "", "", "Utred behov", "Anmäl", "a\"b", "\\", "\\n", "rad ett\nrad två", "\r\n", "\r", "\t", " ", "\n\n",
        "# nej",
        "👩‍👩‍👧", "e\u{301}", "\u{301}", "\u{0}", "\u{2028}", "\u{FEFF}", "\u{202E}baklänges", "مرحبا", "->", "a=b",
        "default=x",
        "map", "about", "user", "\u{10FFFF}", "日本語", "x > 1 && y", "\u{85}", "ß", "()", "{}", "1,2,3,4",
    ]

    private mutating func text() -> String {
        draws.happens(percent: 20) ? draws.pick(Self.texts) + draws.pick(Self.texts) : draws.pick(Self.texts)
    }

    private mutating func id() -> MapElementID {
        count += 1
        let id =
            draws.happens(percent: 70)
            ? MapElementID("e\(count)") : MapElementID(draws.happens(percent: 90) ? "\(text())\(count)" : text())
        ids.append(id)
        return id
    }

    /// An identity that is somewhere in the map, or nowhere.
    private mutating func known() -> MapElementID {
        ids.isEmpty || draws.happens(percent: 5) ? MapElementID(text()) : draws.pick(ids)
    }

    private mutating func perhaps<Value>(_ make: (inout DrawnMap) -> Value) -> Value? {
        draws.happens(percent: 40) ? make(&self) : nil
    }

    private mutating func some<Value>(_ most: Int, _ make: (inout DrawnMap) -> Value) -> [Value] {
        let count = draws.pick(Array(0...most))
        return (0..<count).map { _ in make(&self) }
    }

    private mutating func number() -> Double {
        draws.pick([
            0, -0.0, 1, -17, 0.1, 1 / 3, 1e300, .leastNonzeroMagnitude, -1e-7, 1_234_567.875, 9_007_199_254_740_992,
            1e19,
        ])
    }

    private mutating func bounds() -> MapBounds {
        MapBounds(x: number(), y: number(), width: number(), height: number())
    }

    private mutating func map() -> ProcessMap {
        var map = ProcessMap(id: id(), name: text(), documentation: text())
        map.subjects = some(3) { drawn in
            MapSubject(
                id: drawn.id(),
                kind: drawn.draws.pick(MapSubject.Kind.allCases),
                name: drawn.text(),
                code: drawn.text()
            )
        }
        map.pools = some(3) { drawn in
            MapPool(
                id: drawn.id(),
                name: drawn.text(),
                documentation: drawn.text(),
                isMultiple: drawn.draws.happens(percent: 30),
                process: drawn.perhaps { $0.process() }
            )
        }
        map.processes = some(2) { $0.process() }
        map.messageFlows = some(3) { drawn in
            MapMessageFlow(
                id: drawn.id(),
                name: drawn.text(),
                documentation: drawn.text(),
                from: drawn.known(),
                to: drawn.known(),
                message: drawn.perhaps { $0.known() }
            )
        }
        map.artifacts = some(2) { $0.artifact() }
        map.associations = some(2) { $0.association() }
        map.diagrams = some(2) { $0.diagram() }
        return map
    }

    private mutating func process() -> MapProcess {
        MapProcess(id: id(), name: text(), documentation: text(), body: body(depth: 0))
    }

    private mutating func body(depth: Int) -> MapBody {
        var body = MapBody()
        body.nodes = some(6) { $0.node(depth: depth) }
        body.lanes = some(2) { $0.lane(depth: 0) }
        body.sequenceFlows = some(6) { drawn in
            let source = drawn.known()
            let target = drawn.known()
            return MapSequenceFlow(
                id: drawn.draws.happens(percent: 50) ? drawn.id() : MapElementID("\(source)-\(target)"),
                name: drawn.text(),
                documentation: drawn.text(),
                from: source,
                to: target,
                condition: drawn.perhaps { $0.text() }
            )
        }
        body.data = some(3) { $0.data() }
        body.dataAssociations = some(3) { drawn in
            MapDataAssociation(
                id: drawn.id(),
                node: drawn.known(),
                drawn.draws.pick(MapDataAssociation.Direction.allCases),
                drawn.some(2) { $0.known() }
            )
        }
        body.artifacts = some(2) { $0.artifact() }
        body.associations = some(2) { $0.association() }
        return body
    }

    private mutating func lane(depth: Int) -> MapLane {
        MapLane(
            id: id(),
            name: text(),
            documentation: text(),
            nodes: some(3) { $0.known() },
            lanes: depth > 2 ? [] : some(2) { $0.lane(depth: depth + 1) }
        )
    }

    private mutating func node(depth: Int) -> MapNode {
        let kind: MapNode.Kind =
            switch draws.pick([0, 0, 1, 2]) {
            case 0: .activity(activity(depth: depth))
            case 1: .event(event())
            default: .gateway(gateway())
            }
        return MapNode(id: id(), name: text(), documentation: text(), kind: kind)
    }

    private mutating func activity(depth: Int) -> MapActivity {
        let kind: MapActivity.Kind =
            switch draws.pick([0, 0, 1, 2]) {
            case 0: .task(task())
            case 1: .call(text())
            default:
                .subProcess(
                    MapSubProcess(
                        draws.pick(MapSubProcess.Kind.allCases),
                        body: depth > 3 ? MapBody() : body(depth: depth + 1)
                    )
                )
            }
        return MapActivity(
            kind,
            repetition: perhaps { $0.draws.pick(MapActivity.Repetition.allCases) },
            isForCompensation: draws.happens(percent: 20),
            defaultFlow: perhaps { $0.known() },
            routineNeed: perhaps { drawn in
                drawn.draws.happens(percent: 50)
                    ? .routines(drawn.some(3) { Made.id($0.draws.pick(["r1", "-.~", "a:b"])) })
                    : ProcessStep.RoutineNeed.none(reason: drawn.text())
            }
        )
    }

    private mutating func task() -> MapActivity.TaskKind {
        let message = perhaps { $0.known() }
        return draws.pick([
            .unspecified, .user, .manual, .service, .send(message: message), .receive(message: message), .script,
            .businessRule,
        ])
    }

    private mutating func event() -> MapEvent {
        let stops = draws.happens(percent: 50)
        let positions: [MapEvent.Position] = [
            .start(isInterrupting: stops), .intermediateCatch, .intermediateThrow, .end,
            .boundary(of: known(), isInterrupting: stops),
        ]
        return MapEvent(
            draws.pick(positions),
            some(2) { drawn in
                let id = drawn.perhaps { $0.known() }
                let text = drawn.text()
                return drawn.draws.pick([
                    .message(id), .error(id), .escalation(id), .signal(id), .compensation(of: id), .cancel, .terminate,
                    .conditional(text), .link(text), .timer(.unspecified), .timer(.date(text)),
                    .timer(.duration(text)), .timer(.cycle(text)),
                ])
            },
            needsAll: draws.happens(percent: 20)
        )
    }

    private mutating func gateway() -> MapGateway {
        let flow = perhaps { $0.known() }
        return draws.pick([
            .exclusive(default: flow), .inclusive(default: flow), .complex(default: flow), .parallel,
            .eventBased(draws.pick(MapGateway.EventUse.allCases)),
        ])
    }

    private mutating func data() -> MapData {
        let several = draws.happens(percent: 50)
        let kinds: [MapData.Kind] = [
            .object(isCollection: several), .input(isCollection: several), .output(isCollection: several),
            .reference(to: perhaps { $0.known() }, state: text()), .store(perhaps { $0.known() }),
        ]
        return MapData(id: id(), name: text(), documentation: text(), kind: draws.pick(kinds))
    }

    private mutating func artifact() -> MapArtifact {
        let kinds: [MapArtifact.Kind] = [.annotation(text()), .group(perhaps { $0.known() })]
        return MapArtifact(id: id(), kind: draws.pick(kinds))
    }

    private mutating func association() -> MapAssociation {
        MapAssociation(
            id: id(),
            from: known(),
            to: known(),
            direction: draws.pick(MapAssociation.Direction.allCases)
        )
    }

    private mutating func diagram() -> MapDiagram {
        let said: [Bool?] = [nil, true, false]
        return MapDiagram(
            of: known(),
            name: text(),
            shapes: some(3) { drawn in
                MapDiagram.Shape(
                    drawn.known(),
                    bounds: drawn.bounds(),
                    label: drawn.perhaps { $0.bounds() },
                    isHorizontal: drawn.draws.pick(said),
                    isExpanded: drawn.draws.pick(said),
                    isMarkerVisible: drawn.draws.pick(said)
                )
            },
            edges: some(3) { drawn in
                MapDiagram.Edge(
                    drawn.known(),
                    waypoints: drawn.some(4) { MapPoint(x: $0.number(), y: $0.number()) },
                    label: drawn.perhaps { $0.bounds() }
                )
            }
        )
    }
}
