import Foundation
import ProcessMaps
import QualityBPMN
import Testing

/// The table of the article about the Descriptive elements, row by row.
@Suite("The Descriptive elements of the standard")
struct DescriptiveElementsTests {
    struct Row: CustomTestStringConvertible {
        let name: String
        let path: [String]
        let parts: [String]

        var testDescription: String { name }
    }

    static let rows: [Row] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Sources/QualityBPMN/QualityBPMN.docc/DescriptiveElements.md")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("`") }.map { line in
            let cells = line.split(separator: "|").map {
                $0.replacing("`", with: "").trimmingCharacters(in: .whitespaces)
            }
            return Row(
                name: cells[0],
                path: cells[1].split(separator: "/").map(String.init),
                parts: cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            )
        }
    }()

    static let map: ProcessMap = {
        func node(_ id: MapElementID, _ kind: MapNode.Kind) -> MapNode {
            MapNode(id: id, name: "Namn \(id)", documentation: "Mer om \(id)", kind: kind)
        }
        func event(_ position: MapEvent.Position, _ definitions: MapEventDefinition...) -> MapNode.Kind {
            .event(MapEvent(position, definitions))
        }
        func inner(_ id: String) -> MapNode.Kind {
            let body = MapBody(
                nodes: [node(MapElementID(id + "-start"), event(.start)), node(MapElementID(id + "-end"), event(.end))]
            )
            return .activity(MapActivity(.subProcess(MapSubProcess(body: body))))
        }
        let nodes = [
            node("start", event(.start)), node("told", event(.start, .message("message"))),
            node("time", event(.start, .timer(.cycle("R/P1Y")))), node("task", .activity(MapActivity())),
            node("user", .activity(MapActivity(.task(.user)))),
            node("service", .activity(MapActivity(.task(.service)))),
            node("open", inner("open")), node("closed", inner("closed")),
            node("call", .activity(MapActivity(.call("other")))), node("choice", .gateway(.exclusive())),
            node("all", .gateway(.parallel)), node("end", event(.end)), node("tell", event(.end, .message(nil))),
            node("stop", event(.end, .terminate)),
        ]
        var body = MapBody(nodes: nodes)
        body.lanes = [
            MapLane(id: "lane", name: "Chef", nodes: ["start", "task"], lanes: [MapLane(id: "half", name: "Halva")])
        ]
        body.sequenceFlows = [MapSequenceFlow(id: "flow", name: "Lämna över", from: "start", to: "task")]
        body.data = [
            MapData(id: "object", name: "Akt", kind: .object(isCollection: false)),
            MapData(id: "reference", name: "Akt", kind: .reference(to: "object", state: "öppen")),
            MapData(id: "register", name: "Register", kind: .store("store")),
        ]
        body.dataAssociations = [
            MapDataAssociation(id: "reads", node: "task", .reads, ["reference"]),
            MapDataAssociation(id: "writes", node: "user", .writes, ["register"]),
        ]
        body.artifacts = [
            MapArtifact(id: "note", kind: .annotation("Läs mer")), MapArtifact(id: "frame", kind: .group("category")),
        ]
        body.associations = [MapAssociation(id: "line", from: "note", to: "task", direction: .one)]
        var map = ProcessMap(id: "map", name: "Allt")
        map.subjects = [
            MapSubject(id: "message", kind: .message, name: "Rapport"),
            MapSubject(id: "store", kind: .store, name: "Diariet"),
            MapSubject(id: "category", kind: .category, name: "Skyndsamt"),
        ]
        map.pools = [
            MapPool(id: "unit", name: "Enheten", process: MapProcess(id: "process", name: "Process", body: body)),
            MapPool(id: "board", name: "Nämnden"),
        ]
        map.messageFlows = [MapMessageFlow(id: "sent", name: "Rapport", from: "tell", to: "board")]
        let box = MapBounds(x: 0, y: 0, width: 100, height: 80)
        map.diagrams = [
            MapDiagram(
                of: "map",
                name: "Bild",
                shapes: [
                    MapDiagram.Shape("unit", bounds: box, isHorizontal: true),
                    MapDiagram.Shape("closed", bounds: box, isExpanded: false),
                    MapDiagram.Shape("open", bounds: box, isExpanded: true),
                ],
                edges: [
                    MapDiagram.Edge("flow", waypoints: [MapPoint(x: 0, y: 0), MapPoint(x: 5, y: 5)], label: box)
                ]
            )
        ]
        return map
    }()

    @Test("The table has the rows of the standard")
    func table() { #expect(Self.rows.count == 31) }

    @Test("A map with each element is the same after a file, and is read without a fault")
    func sameMap() throws {
        let again = try BPMNDocument(xml: BPMNDocument(Self.map).xml())
        #expect(MapDifference.first(again.map, Self.map) == nil)
        #expect(again.findings.isEmpty)
    }

    @Test("Each row of the table is written as it says", arguments: rows)
    func row(_ row: Row) throws {
        let elements = try SecondReader.elements(BPMNDocument(Self.map).xml())
        func children(_ place: Int) -> Set<String> { Set(elements.filter { $0.parent == place }.map(\.local)) }
        let found = elements.indices.contains { place in
            let inside = children(place)
            return elements[place].local == row.path[0] && row.path.dropFirst().allSatisfy(inside.contains)
                && row.parts.allSatisfy { elements[place].attributes[$0] != nil || inside.contains($0) }
        }
        #expect(found, "\(row.path) with \(row.parts)")
    }
}
