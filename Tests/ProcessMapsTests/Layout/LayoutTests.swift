import ProcessMaps
import TestSupport
import Testing

@Suite("How a map is laid out")
struct LayoutTests {
    private static func laidOut(_ lines: [String]) throws -> ProcessMap {
        try ProcessMap(text: (["map m"] + lines).joined(separator: "\n")).laidOut()
    }

    private static func process(_ lines: [String]) throws -> ProcessMap {
        try laidOut(["process p"] + lines.map { "  " + $0 })
    }

    private static func shape(_ id: MapElementID, _ map: ProcessMap) throws -> MapDiagram.Shape {
        try #require(map.diagrams.flatMap(\.shapes).first { $0.element == id })
    }

    private static func bounds(_ id: MapElementID, _ map: ProcessMap) throws -> MapBounds {
        try shape(id, map).bounds
    }

    private static func points(_ id: MapElementID, _ map: ProcessMap) throws -> [MapPoint] {
        try #require(map.diagrams.flatMap(\.edges).first { $0.element == id }).waypoints
    }

    private static let line = [
        "start s \"Anmäl\"", "step a \"Utred\"", "choice g \"Räcker det?\"", "step b \"Besluta\"", "end e \"Klart\"",
        "flow s -> a", "flow a -> g", "flow g -> b \"ja\"", "flow b -> e",
    ]

    @Test("Things are as large as modellers draw them")
    func sizes() throws {
        let map = try Self.process(Self.line + ["object o", "store r"])
        let sizes = try ["s", "a", "g", "o", "r"].map { id in
            let bounds = try Self.bounds(MapElementID(id), map)
            return [bounds.width, bounds.height]
        }
        #expect(sizes == [[36, 36], [100, 80], [50, 50], [36, 50], [50, 50]])
    }

    @Test("What follows on each other stands on a straight line from left to right")
    func straight() throws {
        let map = try Self.process(Self.line)
        let centers = try ["s", "a", "g", "b", "e"].map { try Self.bounds(MapElementID($0), map).center }
        #expect(Set(centers.map(\.y)).count == 1)
        #expect(centers.map(\.x) == centers.map(\.x).sorted())
        for flow in ["s-a", "a-g", "g-b", "b-e"] {
            #expect(try Self.points(MapElementID(flow), map).count == 2)
        }
    }

    @Test("A longer way keeps the line, and a shorter one leaves it with one bend and comes back with one")
    func branch() throws {
        let map = try Self.process(
            Self.line + ["choice j", "step c \"Komplettera\"", "flow g -> c \"nej\"", "flow c -> j", "flow j -> e"]
                + ["step d", "flow b -> d", "flow d -> j"]
        )
        let y = try Self.bounds("s", map).center.y
        #expect(try Self.bounds("j", map).center.y == y)
        #expect(try Self.bounds("c", map).center.y > y)
        #expect(try Self.points("g-c", map).count == 3)
        #expect(try Self.points("c-j", map).count == 3)
    }

    @Test("A way past steps runs beside them")
    func skip() throws {
        let map = try Self.process(Self.line + ["choice j", "flow b -> j", "flow j -> e", "flow g -> j \"nej\""])
        #expect(try Self.points("g-j", map).count == 4)
        #expect(LayoutProperties.faults(in: map).isEmpty)
    }

    @Test("A way back runs above the steps")
    func loop() throws {
        let map = try Self.process(Self.line + ["flow g -> a \"nej\""])
        let points = try Self.points("g-a", map)
        #expect(points.count == 4)
        #expect(try points[1].y < Self.bounds("a", map).y)
    }

    @Test("A step that follows on itself has a loop at its corner")
    func selfLoop() throws {
        let map = try Self.process(Self.line + ["flow a -> a id=x"])
        #expect(try Self.points("x", map).count == 5)
        #expect(LayoutProperties.faults(in: map).isEmpty)
    }

    @Test("Lanes fill their pool, one below the other, with names to the left")
    func lanes() throws {
        let map = try Self.laidOut(
            [
                "pool q \"Socialtjänsten\"", "  process p", "    lane l1 \"Handläggare\"", "      holds s a g",
                "    lane l2 \"Chef\"", "      lane l3 \"Enhetschef\"", "        holds b", "      lane l4 \"Nämnd\"",
                "        holds e",
            ] + Self.line.map { "    " + $0 }
        )
        let pool = try Self.bounds("q", map)
        let lanes = try ["l1", "l2", "l3", "l4"].map { try Self.bounds(MapElementID($0), map) }
        #expect(lanes.map(\.x) == [pool.x + 30, pool.x + 30, pool.x + 60, pool.x + 60])
        #expect(lanes[0].y == pool.y)
        #expect(lanes[1].y == lanes[0].y + lanes[0].height)
        #expect(lanes[1].y + lanes[1].height == pool.y + pool.height)
        #expect(try Self.shape("l1", map).isHorizontal == true)
        #expect(LayoutProperties.faults(in: map).isEmpty)
    }

    @Test("A process without lanes has no more than its steps; nodes in no lane stand below the lanes")
    func outsideLanes() throws {
        let map = try Self.process(["lane l1", "  holds s a g"] + Self.line)
        let lane = try Self.bounds("l1", map)
        #expect(try Self.bounds("b", map).y > lane.y + lane.height)
        #expect(LayoutProperties.faults(in: map).isEmpty)
    }

    @Test("Events on a border stand on it, and their ways lead down")
    func borders() throws {
        let map = try Self.process(
            Self.line + ["border t \"Tiden är ute\" of=a timer", "step c \"Påminn\"", "flow t -> c", "flow c -> e"]
        )
        let (step, event) = (try Self.bounds("a", map), try Self.bounds("t", map))
        #expect(event.center.y == step.y + step.height)
        let points = try Self.points("t-c", map)
        #expect(points.count == 3)
        #expect(points[0].x == points[1].x && points[1].y > points[0].y)
    }

    @Test("A sub-process holds its steps, unless it was drawn closed: then they have a diagram of their own")
    func subProcess() throws {
        let lines =
            Self.line + ["subprocess u \"Samråd\"", "  start us", "  end ue", "  flow us -> ue", "flow a -> u id=x"]
        let open = try Self.process(lines)
        #expect(open.diagrams.map(\.plane) == ["p"])
        #expect(try Self.shape("u", open).isExpanded == true)
        var map = open
        let place = try #require(map.diagrams[0].shapes.firstIndex { $0.element == "u" })
        map.diagrams[0].shapes[place].isExpanded = false
        let closed = try map.laidOut()
        #expect(closed.diagrams.map(\.plane) == ["p", "u"])
        #expect(try Self.bounds("u", closed).width == 100)
        #expect(closed.diagrams[1].shapes.map(\.element) == ["us", "ue"])
        #expect(LayoutProperties.faults(in: closed).isEmpty)
    }

    @Test("A message goes straight up or down to the other party")
    func message() throws {
        let map = try Self.laidOut(
            ["pool q", "  process p"] + Self.line.map { "    " + $0 } + ["pool k \"Klient\"", "flow a -> k \"Brev\""]
        )
        #expect(try Self.points("a-k", map).count == 2)
        #expect(map.diagrams.map(\.plane) == ["m"])
        #expect(LayoutProperties.faults(in: map).isEmpty)
    }

    @Test("A process in no pool stands beside those that it exchanges messages with where it has lanes")
    func besidePools() throws {
        let process = ["process p", "  lane l", "    holds s a g b e"] + Self.line.map { "  " + $0 }
        let other = ["process r", "  lane o", "    holds x", "  step x \"Svara\"", "process n", "  step y"]
        let flows = ["flow a -> x", "flow x -> k", "flow y -> a"]
        let map = try Self.laidOut(["pool k \"Klient\""] + process + other + flows + ["note t \"Obs\"", "tie t -- x"])
        #expect(map.diagrams.map(\.plane) == ["m", "n"])
        #expect(try Self.points("a-x", map).count >= 2 && Self.points("x-k", map).count >= 2)
        #expect(!map.diagrams.flatMap(\.edges).contains { $0.element == "y-a" })
        let shapes = try ["k", "l", "o", "t"].map { try Self.bounds(MapElementID($0), map) }
        for (upper, lower) in zip(shapes, shapes.dropFirst()) { #expect(upper.y + upper.height < lower.y) }
        #expect(LayoutProperties.faults(in: map).isEmpty)
        let bare = try Self.laidOut(process + other + flows.prefix(1) + ["note t \"Obs\""])
        #expect(bare.diagrams.map(\.plane) == ["m", "n"])
        #expect(LayoutProperties.faults(in: bare).isEmpty)
    }

    @Test("The names of events, gateways and information stand beside them and over no thing")
    func names() throws {
        let map = try Self.process(Self.line + ["object o \"Akt\"", "flow g -> a \"nej\""])
        for id in ["s", "g", "e", "o"] as [MapElementID] {
            let label = try #require(try Self.shape(id, map).label)
            for shape in map.diagrams[0].shapes {
                let isApart =
                    label.x >= shape.bounds.x + shape.bounds.width || shape.bounds.x >= label.x + label.width
                    || label.y >= shape.bounds.y + shape.bounds.height || shape.bounds.y >= label.y + label.height
                #expect(isApart, "\(id) over \(shape.element)")
            }
        }
    }

    @Test("Each process that is in no pool has a diagram, even an empty one; the old ones are gone but for their names")
    func diagrams() throws {
        let map = try Self.laidOut(
            ["process p", "process r", "  start s", "diagram r \"Två\"", "  shape s 1,2,3,4", "diagram x", "diagram r"]
        )
        #expect(map.diagrams.map(\.plane) == ["p", "r"])
        #expect(map.diagrams.map(\.name) == ["", "Två"])
        #expect(map.diagrams.map(\.shapes.count) == [0, 1])
        #expect(try Self.laidOut([]).diagrams == [])
    }

    @Test(
        "What no drawing could show truly is refused by its element",
        arguments: [
            (["border t of=x timer"], MapFinding(.wrongHost, in: "t")),
            (["flow a -> x id=f"], MapFinding(.unknownReference, in: "f")),
            (["subprocess u", "  step i", "flow a -> i id=f"], MapFinding(.crossesBorder, in: "f")),
            (["milestone k link=A", "flow a -> k"], MapFinding(.unmatchedLink, in: "k")),
            (["lane l1", "  holds a", "lane l2", "  holds a"], MapFinding(.inSeveralLanes, in: "a")),
            (["object a"], MapFinding(.doubledIdentity, in: "a")),
        ]
    )
    func refused(lines: [String], finding: MapFinding) {
        #expect {
            try Self.process(Self.line + lines)
        } throws: { error in
            (error as? MapLayoutError)?.findings == [finding]
        }
    }

    @Test("A message to what sends none is refused")
    func wrongMessage() {
        #expect(throws: MapLayoutError([MapFinding(.unknownReference, in: "f")])) {
            try Self.laidOut(["pool q", "  process p", "    object o", "    step a", "flow a -> o id=f"])
        }
    }

    @Test("A thousand nodes are checked and laid out in less than a second")
    func large() throws {
        let map = RandomMap(seed: 6, size: 800).map
        var nodes = 0
        let time = try ProcessorTime.seconds {
            _ = map.findings()
            nodes = try map.laidOut().diagrams[0].shapes.count
        }
        #expect(nodes > 1_000)
        #expect(time < 1, "\(time) s for \(nodes) nodes")
    }

    @Test("Sub-processes as deep as a map may have them are laid out, and what ties their inside to a step outside")
    func deep() throws {
        var body = MapBody(nodes: [MapNode(id: "n", kind: .event(MapEvent(.start)))])
        for depth in 0..<ProcessMap.maximumDepth {
            let inner = MapActivity(.subProcess(MapSubProcess(body: body)))
            body = MapBody(nodes: [MapNode(id: MapElementID("u\(depth)"), kind: .activity(inner))])
        }
        body.nodes.append(MapNode(id: "outside", kind: .activity(MapActivity(.task(.unspecified)))))
        body.associations = [MapAssociation(id: "tie", from: "outside", to: "n")]
        let map = try ProcessMap(id: "m", processes: [MapProcess(id: "p", body: body)]).laidOut()
        #expect(map.diagrams[0].edges.map(\.element) == ["tie"])
        #expect(LayoutProperties.faults(in: map).isEmpty)
    }
}
