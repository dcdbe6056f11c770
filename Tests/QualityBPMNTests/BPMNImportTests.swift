import ProcessMaps
import QualityBPMN
import QualityCore
import Testing

@Suite("Maps from BPMN files")
struct BPMNImportTests {
    @Test("Everything that a map knows is read, whatever the prefixes")
    func everything() throws {
        let document = try BPMNFixture.document("report")
        let map = document.map
        let index = MapIndex(map)
        #expect(document.findings.isEmpty)
        #expect(map.id == "whole")
        #expect(map.name == "Rapport om missförhållande")
        #expect(map.pools.map(\.name) == ["Enheten", "Nämnden"])
        #expect(map.pools[1].isMultiple)
        #expect(map.pools[1].process == nil)
        #expect(map.messageFlows.first?.message == "m-report")
        #expect(index.node("send")?.activity?.kind == .task(.send(message: "m-report")))
        #expect(map.subjects.map(\.id) == ["m-report", "e-late", "cat-v", "register"])
        #expect(map.subjects[1].code == "LATE")
        #expect(map.artifacts.first?.kind == .annotation("Läs <SOSFS> & mer\nhär"))
        #expect(map.pools[0].process?.documentation == "Så här\n gör vi.")
        #expect(index.lanes(around: "choice").map(\.name) == ["Ledning", "Chef"])
        #expect(index.lane(of: "start")?.name == "Personal")
        #expect(index.node("start")?.name == "Något\nhar hänt")
        #expect(index.node("act")?.activity?.repetition == .sequential)
        #expect(index.node("inquire")?.defaultFlow == "f3")
        #expect(index.node("i-wait")?.event?.definitions == [.timer(.duration("P14D"))])
        #expect(
            index.node("late")?.event == MapEvent(.boundary(of: "inquire", isInterrupting: false), [.error("e-late")])
        )
        #expect(index.node("choice")?.gateway == .exclusive(default: "f5"))
        #expect(index.node("end")?.event?.definitions == [.signal(nil)])
        #expect(index.outgoing("choice").map(\.condition) == ["allvar > 2", nil])
        let body = try #require(map.pools[0].process?.body)
        #expect(
            body.data.map(\.kind) == [
                .object(isCollection: false), .reference(to: "paper-o", state: "öppen"), .store("register"),
            ]
        )
        #expect(body.dataAssociations.map(\.data) == [["paper"], ["paper"]])
        #expect(body.artifacts.map(\.kind) == [.group("cat-v")])
    }

    @Test("Places are read in every way that numbers are written")
    func places() throws {
        let diagrams = try BPMNFixture.document("report").map.diagrams
        #expect(diagrams.map(\.name) == ["Översikt", ""])
        #expect(diagrams.map(\.plane) == ["whole", "inquire"])
        let shapes = diagrams[0].shapes
        #expect(shapes[0].bounds == MapBounds(x: 100, y: -5.5, width: 600, height: 250))
        #expect(shapes[0].label == MapBounds(x: 3, y: 4, width: 2, height: 1))
        #expect(shapes.map(\.isHorizontal) == [true, nil, nil])
        #expect(shapes.map(\.isMarkerVisible) == [nil, false, nil])
        #expect(shapes.map(\.isExpanded) == [nil, nil, false])
        #expect(diagrams[0].edges[0].waypoints == [MapPoint(x: 450, y: 145), MapPoint(x: 500.25, y: 145)])
    }

    @Test("A faulty file is read as far as it goes, and every fault is named with its line")
    func faults() throws {
        let document = try BPMNFixture.document("faulty")
        let found = document.findings.map { "\($0.line) \($0.kind) \($0.problem)" }
        #expect(
            found == [
                "5 participant sharedProcess", "6 participant unknownReference", "8 choreography notInMap",
                "8 choreographyTask notInMap", "10 task missingIdentity", "12 userTask repeatedIdentity",
                "12 userTask word", "13 sequenceFlow missingReference", "14 sequenceFlow unknownReference",
                "15 wish unknownElement", "16  unboundPrefix", "20 BPMNShape number", "20 BPMNShape number",
                "20 BPMNShape number", "21 BPMNShape missingReference",
            ]
        )
        #expect(document.map.pools.map { $0.process == nil } == [false, true, true])
        #expect(document.map.pools[0].process?.body.nodes.count == 3)
        #expect(document.map.diagrams[0].shapes[0].bounds == MapBounds(x: 0, y: 0, width: 0, height: 1))
    }

    @Test("Sub-processes and lanes are read as deep as a map may be, and what is deeper stays in the file")
    func deep() throws {
        let depth = ProcessMap.maximumDepth + 2
        let content =
            "<process id='p'>" + (0..<depth).map { "<subProcess id='s\($0)'>" }.joined()
            + String(repeating: "</subProcess>", count: depth) + "</process>"
        let document = try BPMNDocument(xml: BPMNFixture.file(content))
        #expect(document.findings.map(\.problem) == [.tooDeep])
        #expect(MapIndex(document.map).scopes.count == ProcessMap.maximumDepth + 2)
        var renamed = document
        renamed.map.name = "Djup"
        #expect(try SecondReader.elements(renamed.xml()).count == depth + 2)
    }

    @Test("More faults than anyone reads are counted no further", arguments: ["<wish/>", "<task/>"])
    func many(_ fault: String) throws {
        let content = "<process id='p'>" + String(repeating: fault, count: 5_000) + "</process>"
        let findings = try BPMNDocument(xml: BPMNFixture.file(content)).findings
        #expect(findings.count == 1_001)
        #expect(findings.contains { $0.problem == .more })
    }

    @Test("Every fault has a label in both languages")
    func labels() throws {
        for finding in try BPMNFixture.document("faulty").findings {
            #expect(finding.label(.swedish).hasPrefix("rad \(finding.line)"))
            #expect(finding.label(.english).hasPrefix("line \(finding.line)"))
        }
        #expect(XMLReadingError(line: 3, .entity).description == "line 3: a reference to an unknown character")
    }
}
