import ProcessMaps
import TestSupport
import Testing

@Suite("The index of a process map")
struct MapIndexTests {
    @Test("gives the first of two elements with one identity, and names the identity once")
    func duplicates() {
        let nodes = ["a", "b", "a", "a"].enumerated().map { index, id in
            MapNode(id: MapElementID(id), name: "\(index)", kind: .activity(MapActivity()))
        }
        let index = MapIndex(ProcessMap(id: "m", processes: [MapProcess(id: "p", body: MapBody(nodes: nodes))]))
        #expect(index.duplicates == ["a"])
        #expect(index.node("a")?.name == "0")
        #expect(index.nodes.count == 4)
        #expect(index.elements.count == 5)
    }

    @Test("finds the innermost lane, whether or not the outer lanes name the node too")
    func lanes() {
        let inner = MapLane(id: "inner", name: "Handläggare", nodes: ["a"])
        let outer = MapLane(
            id: "outer",
            name: "Enheten",
            nodes: ["a", "b"],
            lanes: [inner, MapLane(id: "x", nodes: ["c"])]
        )
        let nodes = ["a", "b", "c"].map { MapNode(id: MapElementID($0), kind: .gateway(.parallel)) }
        let index = MapIndex(
            ProcessMap(id: "m", processes: [MapProcess(id: "p", body: MapBody(lanes: [outer], nodes: nodes))])
        )
        #expect(index.lane(of: "a")?.id == "inner")
        #expect(index.lanes(around: "a").map(\.id) == ["outer", "inner"])
        #expect(index.lane(of: "b")?.id == "outer")
        #expect(index.role(of: "c") == "Enheten")
        #expect(index.lane(of: "d") == nil)
    }

    @Test("is built without recursion, however deep the map", arguments: [ProcessMap.maximumDepth, 2_000])
    func depth(levels: Int) {
        var body = MapBody()
        for level in 0..<levels {
            let node = MapNode(
                id: MapElementID("s\(level)"),
                kind: .activity(MapActivity(.subProcess(.init(body: body))))
            )
            body = MapBody(nodes: [node])
        }
        let index = MapIndex(ProcessMap(id: "m", processes: [MapProcess(id: "p", body: body)]))
        #expect(index.scopes.count == levels + 1)
        #expect(index.scope("s0")?.depth == levels)
    }
}
