import ProcessMaps
import QualityBPMN
import QualityCore
import TestSupport
import Testing

@Suite("BPMN files from maps")
struct BPMNExportTests {
    @Test("A file whose map is as it was read is written with all that it holds", arguments: ["report", "faulty"])
    func unchanged(_ name: String) throws {
        let document = try BPMNFixture.document(name)
        try BPMNConformance.checkNothingIsLost(name, try BPMNFixture.bytes(name), document, document.xml())
        #expect(try BPMNDocument(xml: document.xml()).xml() == document.xml())
    }

    @Test("Attributes, comments and sections keep their order and place")
    func order() throws {
        let text = String(decoding: try BPMNFixture.document("report").xml(), as: UTF8.self)
        #expect(text.contains(#"<c:Bounds height="1" width="2" x="3" y="4"/>"#))
        #expect(text.contains("<!-- Written by hand:"))
        #expect(text.contains("<![CDATA[<SOSFS> & ]]>"))
        #expect(text.contains(#"<?print size="A3"?>"#))
        #expect(text.contains(#"v:build="a &quot;7&quot; &amp; b""#))
        #expect(text.contains(#"name="Något&#10;har hänt""#))
    }

    @Test("One changed name changes nothing else in the file")
    func oneChange() throws {
        var document = try BPMNFixture.document("report")
        let before = try SecondReader.elements(document.xml())
        document.map.pools[0].process?.body.nodes[1].name = "Avhjälp genast"
        let after = try SecondReader.elements(document.xml())
        let changed = zip(before, after).filter { $0 != $1 }
        #expect(before.count == after.count)
        #expect(changed.map { $0.1.local } == ["userTask", "dataInputAssociation"])
        #expect(changed[0].1.attributes["name"] == "Avhjälp genast")
        #expect(changed[1].0.id.isEmpty, "an element without identity gets one")
    }

    @Test("What is gone from a map is gone from its file, and nothing else is")
    func removal() throws {
        var document = try BPMNFixture.document("report")
        let before = try SecondReader.elements(document.xml()).map(\.id)
        document.map.pools[0].process?.body.nodes.removeAll { $0.id == "late" }
        document.map.diagrams[0].shapes.removeAll { $0.element == "choice" }
        let after = try SecondReader.elements(document.xml()).map(\.id)
        #expect(Set(before).subtracting(after) == ["late", "s2"])
    }

    @Test("The place of a name that is gone does not come back from where a damaged file has it twice")
    func doubledLabel() throws {
        let bounds = "<dc:Bounds x='1' y='2' width='3' height='4'/>"
        let file = """
            <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' \
            xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' xmlns:dc='http://www.omg.org/spec/DD/20100524/DC'>
            <process id='p'><task id='t'/></process><di:BPMNDiagram><di:BPMNPlane bpmnElement='p'>
            <di:BPMNShape bpmnElement='t'>\(bounds)<di:BPMNLabel>\(bounds)\(bounds)</di:BPMNLabel></di:BPMNShape>
            </di:BPMNPlane></di:BPMNDiagram></definitions>
            """
        var document = try BPMNDocument(xml: file.utf8)
        document.map.diagrams[0].shapes[0].label = nil
        #expect(try BPMNDocument(xml: document.xml()).map == document.map)
    }

    @Test("A new step gets its place, its flows and its shape in the file")
    func addition() throws {
        var document = try BPMNFixture.document("report")
        var body = try #require(document.map.pools[0].process?.body)
        body.nodes.append(MapNode(id: "new", name: "Följ upp", kind: .activity(MapActivity(.task(.user)))))
        body.sequenceFlows[5].target = "new"
        body.sequenceFlows.append(MapSequenceFlow(id: "f7", from: "new", to: "end"))
        body.lanes[0].nodes.append("new")
        document.map.pools[0].process?.body = body
        document.map.diagrams[0].shapes.append(
            MapDiagram.Shape("new", bounds: MapBounds(x: 1, y: 2, width: 100, height: 80))
        )
        let text = String(decoding: document.xml(), as: UTF8.self)
        #expect(text.contains(#"<sem:userTask id="new" name="Följ upp">"#))
        #expect(text.contains("<sem:incoming>f6</sem:incoming>"))
        #expect(text.contains("<sem:outgoing>f7</sem:outgoing>"))
        #expect(text.contains(#"<c:Bounds x="1" y="2" width="100" height="80"/>"#))
        #expect(try BPMNDocument(xml: document.xml()).map == document.map)
    }

    @Test("Any changes of a map are in its file", arguments: Seeds.some(200))
    func edits(_ seed: UInt64) throws {
        var document = try BPMNFixture.document("report")
        document.map = MapEdits.edited(document.map, seed: seed)
        let again = try BPMNDocument(xml: document.xml())
        let difference = MapDifference.first(again.map, document.map)
        #expect(difference == nil, "seed \(seed)")
        let fresh = try BPMNDocument(xml: BPMNDocument(document.map).xml())
        let freshDifference = MapDifference.first(fresh.map, document.map)
        #expect(freshDifference == nil, "seed \(seed)")
    }

    @Test("Sub-processes that change places with each other come out right")
    func inverted() throws {
        var document = try BPMNDocument(
            xml: BPMNFixture.file(
                "<process id='p'><subProcess id='a'><subProcess id='b'><task id='t'/></subProcess></subProcess></process>"
            )
        )
        let task = MapNode(id: "t", kind: .activity(MapActivity()))
        func around(_ id: MapElementID, _ node: MapNode) -> MapNode {
            MapNode(id: id, kind: .activity(MapActivity(.subProcess(MapSubProcess(body: MapBody(nodes: [node]))))))
        }
        document.map.processes[0].body.nodes = [around("b", around("a", task))]
        #expect(try BPMNDocument(xml: document.xml()).map == document.map)
    }

    @Test("A map in code is the same after a file, with its routines")
    func code() throws {
        let routine = try #require(RecordID<Routine>("rutin-7"))
        let map = ProcessMap("Lex Sarah") {
            pool("Enheten") {
                lane("Personal") {
                    start("Något händer", .message(nil))
                    step("Rapportera", .user).by(routine).reads("Rutin").writes("Rapport")
                }
                lane("Chef") {
                    step("Utred").withoutRoutine(because: "Framgår av lagen")
                    choice("Allvarligt?") {
                        branch("ja", when: "grad > 2") { call("anmalan", "Anmäl") }
                        branch("nej", isDefault: true) { call("Avsluta ärendet", "Avsluta") }
                    }
                    end("Klart", .terminate)
                }
            }
            pool("IVO")
        }
        let xml = BPMNDocument(map).xml()
        #expect(try BPMNDocument(xml: xml).map == map)
        #expect(try BPMNDocument(xml: xml).findings.isEmpty)
    }

    @Test("Identities that no file may hold are changed in the same way everywhere")
    func identities() throws {
        let start = MapNode(id: "1 a", kind: .event(MapEvent(.start)))
        let end = MapNode(id: "1_a", kind: .event(MapEvent(.end)))
        let flow = MapSequenceFlow(id: "1 a>b", from: "1 a", to: "1_a")
        let body = MapBody(nodes: [start, end], sequenceFlows: [flow])
        let map = ProcessMap(id: "m", processes: [MapProcess(id: "p", body: body)])
        let again = try BPMNDocument(xml: BPMNDocument(map).xml())
        let read = again.map.processes[0].body
        #expect(again.findings.isEmpty)
        #expect(read.sequenceFlows[0].source == read.nodes[0].id)
        #expect(read.sequenceFlows[0].target == read.nodes[1].id)
        #expect(Set(read.nodes.map(\.id)).count == 2)
    }

    @Test("What has no identity gets one that nothing has, and an empty reference stays empty")
    func emptyIdentities() throws {
        let text = """
            map ""
            process p
              step "" "A"
              step task "B"
              step "" "C"
              input ""
              flow task -> task id=""
            """
        let map = try ProcessMap(text: text)
        let again = try BPMNDocument(xml: BPMNDocument(map).xml())
        let body = try #require(again.map.processes.first?.body)
        #expect(again.findings.isEmpty)
        #expect(again.map.id == "map")
        #expect(body.nodes.map(\.id) == ["task_2", "task", "task_3"])
        #expect(body.nodes.map(\.name) == ["A", "B", "C"])
        #expect(body.sequenceFlows.map(\.id) == ["sequenceFlow"])
        let elements = try SecondReader.elements(BPMNDocument(map).xml())
        #expect(!elements.contains { $0.attributes["id"] == "" })
        #expect(elements.filter { $0.local == "dataInputRefs" }.map(\.text) == ["dataInput"])
        var loose = map
        loose.processes[0].body.sequenceFlows[0].source = ""
        let read = try BPMNDocument(xml: BPMNDocument(loose).xml())
        #expect(read.map.processes.first?.body.sequenceFlows.first?.source == "")
        #expect(read.findings.map(\.problem) == [.missingReference])
        let pool = MapPool(id: "", process: MapProcess(id: "", body: MapBody(nodes: body.nodes)))
        let held = try BPMNDocument(xml: BPMNDocument(ProcessMap(id: "m", pools: [pool])).xml())
        #expect(held.map.pools.map(\.id) == ["participant"])
        #expect(held.map.pools.first?.process == MapProcess(id: "process", body: MapBody(nodes: body.nodes)))
    }

    @Test("Characters that XML does not know are replaced, all others come through")
    func characters() throws {
        let name = "a\u{0}b\u{1F}\t\r\n\u{85}\u{2028}<&>\"']]>👩‍👧\u{FFFF}\u{10FFFF}"
        let map = ProcessMap(
            id: "m",
            name: name,
            documentation: name,
            processes: [
                MapProcess(id: "p", name: name, documentation: name)
            ]
        )
        let again = try BPMNDocument(xml: BPMNDocument(map).xml()).map
        let expected = "a\u{FFFD}b\u{FFFD}\t\r\n\u{85}\u{2028}<&>\"']]>👩‍👧\u{FFFD}\u{10FFFF}"
        #expect(again.name == expected)
        #expect(again.documentation == expected)
        #expect(again.processes.first?.documentation == expected)
    }

    @Test("Twenty thousand steps are written in time that grows with their number")
    func large() throws {
        let nodes = (0..<20_000).map { MapNode(id: MapElementID("n\($0)"), kind: .activity(MapActivity())) }
        let flows = (1..<20_000).map {
            MapSequenceFlow(id: MapElementID("f\($0)"), from: nodes[$0 - 1].id, to: nodes[$0].id)
        }
        let map = ProcessMap(
            id: "m",
            processes: [MapProcess(id: "p", body: MapBody(nodes: nodes, sequenceFlows: flows))]
        )
        let time = try ProcessorTime.seconds {
            let again = try BPMNDocument(xml: BPMNDocument(map).xml()).map
            #expect(again == map)
        }
        #expect(time < 10)
    }
}
