import ProcessMaps
import QualityBPMN
import Testing

@Suite("Information in map files")
struct BPMNInformationTests {
    private static let unordered = BPMNFixture.file(
        """
        <process id='p'><dataObject id='o'/><ioSpecification id='io'><dataOutput id='out'/><dataInput id='in'/>\
        <inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet><dataOutputRefs>out</dataOutputRefs>\
        </outputSet></ioSpecification><task id='t'><dataOutputAssociation id='w'><targetRef>o</targetRef>\
        </dataOutputAssociation><dataInputAssociation id='r'><sourceRef>o</sourceRef><targetRef>x</targetRef>\
        </dataInputAssociation></task></process>
        """
    )

    @Test("Inputs come before outputs and what is read before what is written, whatever the order of the file")
    func order() throws {
        var document = try BPMNDocument(xml: Self.unordered)
        let body = document.map.processes[0].body
        #expect(body.data.map(\.id) == ["in", "out", "o"])
        #expect(body.dataAssociations.map(\.id) == ["r", "w"])
        #expect(try SecondReader.elements(document.xml()) == SecondReader.elements(Self.unordered))
        #expect(try BPMNDocument(xml: BPMNDocument(document.map).xml()).map == document.map)
        #expect(try ProcessMap(text: document.map.text) == document.map)
        document.map.processes[0].body.data[0].name = "Ansökan"
        document.map.processes[0].body.dataAssociations[1].data = ["out"]
        #expect(try BPMNDocument(xml: document.xml()).map == document.map)
    }

    @Test("A map with its information in another order is written in the order of the standard")
    func otherOrder() throws {
        let text = """
            map m
            process p
              object o
              output out
              input in
              step t
              writes t o
              reads t o
            """
        let xml = BPMNDocument(try ProcessMap(text: text)).xml()
        let places = try SecondReader.elements(xml).map(\.id).filter { ["in", "out", "o"].contains($0) }
        #expect(places == ["in", "out", "o"])
        let read = try BPMNDocument(xml: xml)
        #expect(read.findings.isEmpty)
        #expect(read.map.processes[0].body.data.map(\.id) == ["in", "out", "o"])
        #expect(read.map.processes[0].body.dataAssociations.map(\.direction) == [.reads, .writes])
        #expect(try BPMNDocument(xml: BPMNDocument(read.map).xml()).map == read.map)
    }

    enum Change: CaseIterable {
        case removed, renamed, turned, becameObject
    }

    @Test("What a process takes in no more is named in none of its sets", arguments: Change.allCases)
    func noMore(change: Change) throws {
        let file = BPMNFixture.file(
            """
            <process id='p'><ioSpecification id='io'><dataInput id='i'/><dataInput id='j'/><dataOutput id='k'/>\
            <inputSet id='s'><dataInputRefs>i</dataInputRefs><dataInputRefs>j</dataInputRefs>\
            <optionalInputRefs>i</optionalInputRefs></inputSet><inputSet id='u'><dataInputRefs>i</dataInputRefs>\
            </inputSet><outputSet id='v'><dataOutputRefs>k</dataOutputRefs></outputSet></ioSpecification></process>
            """
        )
        var document = try BPMNDocument(xml: file)
        var data = document.map.processes[0].body.data
        data.removeFirst()
        switch change {
        case .removed: break
        case .renamed: data.insert(MapData(id: "h", kind: .input(isCollection: false)), at: 0)
        case .turned: data.append(MapData(id: "i", kind: .output(isCollection: false)))
        case .becameObject: data.append(MapData(id: "i", kind: .object(isCollection: false)))
        }
        document.map.processes[0].body.data = data
        let xml = document.xml()
        #expect(try BPMNDocument(xml: xml).map == document.map)
        let elements = try SecondReader.elements(xml)
        let inputs = elements.filter { $0.local.hasSuffix("InputRefs") }.map(\.text)
        let outputs = elements.filter { $0.local.hasSuffix("OutputRefs") }.map(\.text)
        #expect(inputs == (change == .renamed ? ["j", "h"] : ["j"]))
        #expect(outputs == (change == .turned ? ["k", "i"] : ["k"]))
        document.map.processes[0].body.data = []
        #expect(try SecondReader.elements(document.xml()).filter { $0.local.hasSuffix("Refs") }.isEmpty)
    }
}
