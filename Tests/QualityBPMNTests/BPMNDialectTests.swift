import ProcessMaps
import QualityBPMN
import QualityCore
import Testing

/// What programs write otherwise than the standard has it.
@Suite("Map files in the dialects of programs")
struct BPMNDialectTests {
    private static func document(_ content: String) throws -> BPMNDocument {
        try BPMNDocument(xml: BPMNFixture.file(content))
    }

    @Test("A category value that stands in no category is read, and stays where it is when the map is changed")
    func looseCategoryValue() throws {
        var document = try Self.document(
            """
            <categoryValue id='v' value='Snabbspår'/><category id='c'><categoryValue id='w' value='Övrigt'/></category>\
            <process id='p'><group id='g' categoryValueRef='v'/></process>
            """
        )
        #expect(document.map.subjects.map(\.name) == ["Snabbspår", "Övrigt"])
        #expect(document.findings.map(\.problem) == [.misplaced])
        document.map.subjects[0].name = "Förtur"
        document.map.processes[0].name = "Utredning"
        let again = try BPMNDocument(xml: document.xml())
        #expect(again.map == document.map)
        #expect(try SecondReader.elements(document.xml()).filter { $0.local == "category" }.count == 1)
    }

    @Test("What stands in a process but should stand outside is read, and stands right once the map is changed")
    func misplaced() throws {
        var document = try Self.document(
            """
            <process id='p'><message id='m' name='Svar'/><error id='e' errorCode='1'/><messageFlow id='f' \
            sourceRef='t' targetRef='u' messageRef='m'/><task id='t'/><subProcess id='s'><signal id='n'/></subProcess>\
            <boundaryEvent id='b' attachedToRef='t'><errorEventDefinition errorRef='e'/></boundaryEvent>\
            <d:BPMNDiagram xmlns:d='http://www.omg.org/spec/BPMN/20100524/DI'><d:BPMNPlane bpmnElement='p'/>\
            </d:BPMNDiagram></process><process id='q'><task id='u'/></process>
            """
        )
        #expect(document.map.subjects.map(\.id) == ["m", "e", "n"])
        #expect(document.map.messageFlows.map(\.message) == ["m"])
        #expect(document.map.diagrams.map(\.plane) == ["p"])
        #expect(document.findings.map(\.problem) == Array(repeating: .misplaced, count: 5))
        #expect(
            document.findings[0].label(.swedish) == "rad 1 message m: står på fel plats; läses som om det stod rätt"
        )
        #expect(try BPMNDocument(xml: document.xml()).map == document.map)
        document.map.name = "Utredning"
        document.map.diagrams[0].name = "Bild"
        let again = try BPMNDocument(xml: document.xml())
        #expect(again.map == document.map)
        #expect(again.findings.isEmpty)
    }

    @Test("Faults are told in the order of the file, however many lines its tags take")
    func order() throws {
        let content = """
            <process id='p'><x:y/><sequenceFlow
              id='f'
              sourceRef='a'/><task
              id='a' isForCompensation='perhaps'/><task
              id='a'/><wish/><z:w
              id='w'/></process>
            """
        let document = try Self.document(content)
        let problems = document.findings.map(\.problem)
        #expect(
            problems == [
                .unboundPrefix, .missingReference, .word, .repeatedIdentity, .unknownElement, .unboundPrefix,
            ]
        )
        #expect(try BPMNDocument(xml: document.xml()).findings.map(\.problem) == problems)
    }

    @Test("A file with the line ends of Windows loses nothing, in blocks of plain text either")
    func lineEnds() throws {
        let content =
            "<process id='p'>\r\n<scriptTask id='t'><script><![CDATA[a\r\nb\rc]]></script></scriptTask></process>"
        let bytes = BPMNFixture.file(content)
        let document = try BPMNDocument(xml: bytes)
        try BPMNConformance.checkNothingIsLost("line ends", bytes, document, document.xml())
    }

    @Test("What a vendor's extension holds is not read, even where it looks misplaced")
    func extensions() throws {
        let document = try Self.document(
            """
            <process id='p'><extensionElements><process><message id='m'/><messageFlow id='f'/></process>\
            </extensionElements></process>
            """
        )
        #expect(document.map.subjects.isEmpty)
        #expect(document.map.messageFlows.isEmpty)
        #expect(document.findings.isEmpty)
    }

    @Test("Lanes inside a lane are read whichever of the two names their set has")
    func laneSets() throws {
        var document = try Self.document(
            """
            <process id='p'><laneSet id='l'><lane id='a'><laneSet id='k'><lane id='b'><flowNodeRef>t</flowNodeRef>\
            </lane></laneSet></lane></laneSet><task id='t'/></process>
            """
        )
        #expect(MapIndex(document.map).lanes(around: "t").map(\.id) == ["a", "b"])
        #expect(document.findings.map(\.problem) == [.misplaced])
        document.map.processes[0].body.lanes[0].lanes[0].name = "Handläggare"
        #expect(try BPMNDocument(xml: document.xml()).map == document.map)
    }

    @Test("The parties of a global choreography task are read, and what they do together stays in the file")
    func globalChoreography() throws {
        let document = try Self.document(
            """
            <globalChoreographyTask id='g' initiatingParticipantRef='a'><participant id='a' name='Kommunen'/>\
            <participant id='b' name='Regionen'/><messageFlow id='f' sourceRef='a' targetRef='b'/>\
            </globalChoreographyTask>
            """
        )
        #expect(document.map.pools.map(\.name) == ["Kommunen", "Regionen"])
        #expect(document.map.messageFlows.map(\.target) == ["b"])
        #expect(document.findings.map(\.problem) == [.notInMap])
    }

    @Test(
        "A reference with a prefix names an element here, unless the prefix is that of another file",
        arguments: [
            ("xmlns:x='urn:test'", "a"), ("xmlns:x='urn:another/'", "a"), ("", "a"), ("xmlns:x='urn:there'", "x:a"),
        ]
    )
    func prefixes(_ declaration: String, _ expected: MapElementID) throws {
        let document = try Self.document(
            """
            <import namespace='urn:there' location='there.bpmn' importType='\(SecondReader.model)'/>\
            <process id='p' \(declaration)><task id='a'/><task id='b'/>\
            <sequenceFlow id='f' sourceRef='x:a' targetRef='b'/></process>
            """
        )
        #expect(document.map.processes[0].body.sequenceFlows[0].source == expected)
        #expect(document.findings.map(\.problem) == (expected == "a" ? [] : [.unknownReference]))
    }

    @Test("A reference with a prefix names the same element when that is gone")
    func gone() throws {
        var document = try Self.document(
            """
            <process id='p' xmlns:x='urn:another/'><task id='a'/><task id='b'/>\
            <sequenceFlow id='f' sourceRef='x:a' targetRef='x:b'/></process>
            """
        )
        document.map.processes[0].body.nodes.removeFirst()
        #expect(try BPMNDocument(xml: document.xml()).map == document.map)
    }

    @Test(
        "A called process is named without the prefix of this file, and with that of another",
        arguments: [("urn:test", "elsewhere"), ("urn:there", "x:elsewhere"), ("urn:another", "x:elsewhere")]
    )
    func called(_ namespace: String, _ expected: String) throws {
        let document = try Self.document(
            """
            <import namespace='urn:there' location='there.bpmn' importType='\(SecondReader.model)'/>\
            <process id='p' xmlns:x='\(namespace)'><callActivity id='a' calledElement='x:elsewhere'/></process>
            """
        )
        #expect(document.map.processes[0].body.nodes[0].activity?.kind == .call(expected))
    }
}
