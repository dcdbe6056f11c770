import Foundation
import ProcessMaps
import QualityBPMN
import QualityCore
import Testing

/// Pictures of BPMN files made by others, in the folder that `QUALITY_CONFORMANCE` names.
@Suite("Pictures of BPMN files made by others")
struct BPMNDrawingConformance {
    @Test("Every diagram of every file is drawn well-formed, each of its elements as often as it has a place")
    func files() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty else {
            print("BPMN pictures: not run, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
            return
        }
        let root = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "bpmn")
        var pictures = 0
        var drawn = 0
        for file in BPMNConformance.files(below: root) {
            let name = file.lastPathComponent
            let map = try BPMNDocument(xml: Array(try Data(contentsOf: file))).map
            for (number, diagram) in map.diagrams.enumerated() {
                let drawing = MapDrawing(of: map, diagram: diagram, language: .english)
                let svg = drawing.svg(id: "d\(number)")
                #expect(svg == drawing.svg(id: "d\(number)"), "\(name): other bytes")
                drawn += try Self.check(svg, of: map, diagram, name)
                pictures += 1
            }
            #expect(!map.mermaid(language: .english).text.isEmpty && !map.dot(language: .english).text.isEmpty)
        }
        print("BPMN pictures: \(pictures) drawn with \(drawn) elements")
    }

    private static func check(_ svg: String, of map: ProcessMap, _ diagram: MapDiagram, _ name: String) throws -> Int {
        let elements = try SecondReader.elements(Array(svg.utf8))
        let index = MapIndex(map)
        let shapes = diagram.shapes.filter { shape in
            switch index.element(shape.element) {
            case .pool, .lane, .node, .data, .artifact: true
            default: false
            }
        }
        let lines = diagram.edges.filter { edge in
            switch index.element(edge.element) {
            case .sequenceFlow, .messageFlow, .association, .dataAssociation: edge.waypoints.count > 1
            default: false
            }
        }
        let placed = Set((shapes.map(\.element) + lines.map(\.element)).map(\.rawValue))
        let found = elements.compactMap { $0.attributes["data-element"] }
        #expect(placed.subtracting(found).isEmpty, "\(name): not drawn")
        #expect(found.count >= shapes.count, "\(name): not drawn as often as placed")
        return found.count
    }
}
