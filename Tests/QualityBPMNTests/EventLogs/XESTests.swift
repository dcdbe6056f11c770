import Foundation
import ProcessMaps
import QualityBPMN
import QualityCore
import TestSupport
import Testing

@Suite("Event logs as XES")
struct XESTests {
    static func file(_ content: String) -> [UInt8] {
        Array("<?xml version='1.0' encoding='UTF-8'?>\n<log xmlns='http://www.xes-standard.org/'>\(content)</log>".utf8)
    }

    static func trace(_ content: String) -> [UInt8] {
        file("<trace><string key='concept:name' value='1'/>\(content)</trace>")
    }

    static func expectSame(_ one: XESDocument, _ other: XESDocument, _ name: String) {
        #expect(one.log == other.log, "\(name)")
        #expect(one.extensions == other.extensions, "\(name)")
        #expect(one.globals == other.globals, "\(name)")
        #expect(one.classifiers == other.classifiers, "\(name)")
    }

    static let all = """
        <extension name="Begrepp" prefix="c" uri="http://www.xes-standard.org/concept.xesext"/>
        <extension name="Eget" prefix="e" uri="urn:eget"/>
        <global scope="trace"><string key="c:name" value="?"/></global>
        <global scope="event"><int key="e:n" value="-1"/></global>
        <classifier name="Steg" scope="event" keys="c:name 'e:two words'"/>
        <string key="c:name" value="Logg &amp; mer"/>
        <list key="e:list"><values><string key="" value="a"/><int key="" value="2"/></values><id key="e:of" value="x"/></list>
        <trace>
          <string key="e:unit" value="Norr"><date key="e:since" value="2020-02-29T24:00:00Z"/></string>
          <string key="c:name" value="A-1"><boolean key="e:isPseudonym" value="1"/></string>
          <event>
            <string key="c:name" value="Utred"/>
            <date key="time:timestamp" value="2025-01-07T08:15:00.5+01:00"/>
            <string key="lifecycle:transition" value="start"/>
            <string key="org:resource" value=""/><string key="org:resource" value="p7"/>
            <string key="org:role" value="Chef"/>
            <float key="e:cost" value="-1.5E3"/><float key="e:most" value="INF"/><boolean key="e:late" value="false"/>
            <int key="e:n" value=" 9223372036854775807 "/>
            <list key="e:old"><string key="x" value="1"/></list>
          </event>
        </trace>
        """

    @Test("Everything that a log knows is read, by the prefixes of the file, and written again")
    func everything() throws {
        let document = try XESDocument(xml: Self.file(Self.all))
        let log = document.log
        #expect(document.findings.isEmpty)
        #expect(document.extensions.map(\.prefix) == ["c", "e"])
        #expect(document.globals.map(\.scope) == ["trace", "event"])
        #expect(
            document.classifiers == [XESDocument.Classifier(name: "Steg", scope: "event", keys: "c:name 'e:two words'")]
        )
        #expect(log.name == "Logg & mer")
        #expect(
            log.attributes == [
                LogAttribute(
                    "e:list",
                    .list([LogAttribute("", .text("a")), LogAttribute("", .integer(2))]),
                    attributes: [LogAttribute("e:of", .identity("x"))]
                )
            ]
        )
        let one = try #require(log.cases.first)
        #expect(one.id == "A-1")
        #expect(one.attributes.map(\.key) == ["e:unit", "c:name"])
        let march = Timestamp(startOf: day("2020-03-01"))
        #expect(one.attributes.first?.attributes == [LogAttribute("e:since", .time(march))])
        let event = try #require(one.events.first)
        #expect(event.activity == "Utred")
        #expect(event.time?.microsecondsSince1970 == 1_736_234_100_500_000)
        #expect(event.moment == .start)
        #expect(event.resource.isEmpty)
        #expect(event.role == "Chef")
        #expect(
            event.attributes == [
                LogAttribute("org:resource", .text("p7")), LogAttribute("e:cost", .number(-1_500)),
                LogAttribute("e:most", .number(.infinity)), LogAttribute("e:late", .truth(false)),
                LogAttribute("e:n", .integer(.max)), LogAttribute("e:old", .list([LogAttribute("x", .text("1"))])),
            ]
        )
        let again = try XESDocument(xml: document.xml())
        #expect(again.findings.isEmpty)
        Self.expectSame(again, document, "everything")
        #expect(again.xml() == document.xml())
    }

    static let faults: [(String, XESFinding.Problem)] = [
        ("<event/>", .missingName),
        ("<event><date key='concept:name' value='2025-01-01T00:00:00Z'/></event>", .missingName),
        ("<string value='a'/>", .missingKey), ("<string key='a'/>", .value), ("<int key='a' value='1.5'/>", .value),
        ("<int key='a' value='9223372036854775808'/>", .value), ("<boolean key='a' value='yes'/>", .value),
        ("<float key='a' value='0x10'/>", .value), ("<float key='a' value='NaN'/>", .value),
        ("<date key='a' value='2025-02-29T00:00:00Z'/>", .value), ("<date key='a' value='2025-01-01'/>", .value),
        ("<date key='a' value='2025-01-01T00:00:00'/>", .zone),
        ("<date key='a' value='2025-01-01T00:00:00.1234567Z'/>", .precision),
        ("<container key='a'><int key='b' value='1'/></container>", .container), ("<wish/>", .unknownElement),
        ("<string key='a' value='b'><wish/></string>", .unknownElement),
        ("<x:string xmlns:x='urn:other' key='a' value='b'/>", .unknownElement),
    ]

    @Test("What is wrong is named with its line, and the rest is read", arguments: faults)
    func faulty(_ content: String, _ problem: XESFinding.Problem) throws {
        let document = try XESDocument(xml: Self.trace("\n\(content)"))
        #expect(document.findings == [XESFinding(problem, line: 3)])
        #expect(document.findings[0].label(.swedish).hasPrefix("rad 3: "))
        #expect(document.findings[0].label(.english).hasPrefix("line 3: "))
        #expect(document.log.cases.count == 1)
        Self.expectSame(try XESDocument(xml: document.xml()), document, content)
    }

    static let names: [(String, LogAttribute.Value, String)] = [
        ("<int key='concept:name' value=' 017'/>", .integer(17), "17"),
        ("<float key='concept:name' value='1.50'/>", .number(1.5), "1.5"),
        ("<float key='concept:name' value='-INF'/>", .number(-.infinity), "-INF"),
        ("<id key='concept:name' value='6f1c-2'/>", .identity("6f1c-2"), "6f1c-2"),
        ("<id key='concept:name' value=''/>", .identity(""), ""),
        ("<boolean key='concept:name' value='1'/>", .truth(true), "true"),
    ]

    @Test("Names of other types are their words, keep their type and are written once", arguments: names)
    func typedNames(_ element: String, _ value: LogAttribute.Value, _ word: String) throws {
        let document = try XESDocument(xml: Self.file("\(element)<trace>\(element)<event>\(element)</event></trace>"))
        let log = document.log
        let kept = [LogAttribute("concept:name", value)]
        let one = try #require(log.cases.first)
        let event = try #require(one.events.first)
        #expect(document.findings.isEmpty)
        #expect([log.name, one.id, event.activity] == [word, word, word])
        #expect([log.attributes, one.attributes, event.attributes] == [kept, kept, kept])
        let written = document.xml()
        #expect(String(decoding: written, as: UTF8.self).components(separatedBy: "concept:name").count == 4)
        Self.expectSame(try XESDocument(xml: written), document, word)
        var renamed = document
        renamed.log.name = "b"
        renamed.log.cases[0].id = ""
        renamed.log.cases[0].events[0].activity = "a"
        Self.expectSame(try XESDocument(xml: renamed.xml()), renamed, "renamed \(word)")
    }

    @Test(
        "Words of any type tell the moment, the resource and the role, and text is taken before them",
        arguments: ["lifecycle:transition", "org:resource", "org:role"]
    )
    func typedWords(_ key: String) throws {
        let number = "<int key='\(key)' value='112'/>"
        for (content, word) in [(number, "112"), (number + "<string key='\(key)' value='p7'/>", "p7")] {
            let name = "<string key='concept:name' value='a'/>"
            let document = try XESDocument(xml: Self.trace("<event>\(name)\(content)</event>"))
            let event = document.log.cases[0].events[0]
            #expect([event.moment?.rawValue ?? "", event.resource, event.role].filter { !$0.isEmpty } == [word])
            #expect(event.attributes == [LogAttribute(key, .integer(112))])
            Self.expectSame(try XESDocument(xml: document.xml()), document, content)
        }
    }

    @Test("What is wrong is told in the order of lines, a case before what is in it, and the last faults are left out")
    func inOrder() throws {
        let two = try XESDocument(xml: Self.file("\n<trace>\n<event>\n<int key='a' value='x'/></event></trace>"))
        #expect(
            two.findings == [
                XESFinding(.missingName, line: 3), XESFinding(.missingName, line: 4), XESFinding(.value, line: 5),
            ]
        )
        let events = String(repeating: "\n<event/>", count: 10_000)
        let many = try XESDocument(xml: Self.file("\n<trace>\(events)</trace>"))
        #expect(many.findings.map(\.line) == Array(3...1_003))
        #expect(many.findings.dropLast().allSatisfy { $0.problem == .missingName })
        #expect(many.findings.last?.problem == .more)
    }

    @Test("A value that is none of its type is kept as words")
    func words() throws {
        let document = try XESDocument(xml: Self.trace("<int key='a' value='många'/>"))
        #expect(document.log.cases[0].attributes == [LogAttribute("a", .text("många"))])
    }

    @Test(
        "What is no event log is refused with its line",
        arguments: [
            ("\n<trace/>", XMLReadingError(line: 2, .otherFormat)), ("<log>", XMLReadingError(line: 1, .unfinished)),
            ("<log xmlns='urn:other'/>", XMLReadingError(line: 1, .otherFormat)),
            ("\n<!DOCTYPE log><log/>", XMLReadingError(line: 2, .documentType)),
            (String(repeating: "<log>", count: 300), XMLReadingError(line: 1, .tooDeep)),
            (Self.nested(128), XMLReadingError(line: 1, .tooDeep)),
        ]
    )
    func refused(_ text: String, _ error: XMLReadingError) {
        #expect(throws: error) { try XESDocument(xml: text.utf8) }
    }

    /// Lists in lists without an element for what they hold, each of which is written as two.
    private static func nested(_ count: Int) -> String {
        "<log>" + String(repeating: "<list>", count: count) + String(repeating: "</list>", count: count) + "</log>"
    }

    @Test("Lists as deep as they may be are the same when written and read again")
    func deepLists() throws {
        let document = try XESDocument(xml: Self.nested(127).utf8)
        let written = document.xml()
        #expect(try XESDocument(xml: written).log == document.log)
        #expect(written.count < 40_000)
    }

    @Test("An event outside all cases is left out and named, and more faults than anyone reads are not")
    func left() throws {
        let document = try XESDocument(xml: Self.file(String(repeating: "<event/>", count: 2_000)))
        #expect(document.findings.count == 1_001)
        #expect(document.findings.first?.problem == .notInLog)
        #expect(document.findings.last?.problem == .more)
    }

    static let times: [(String, Int64?)] = [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.000001Z", 1), ("1969-12-31T23:59:59.999999Z", -1),
        ("1970-01-01T01:30:00+01:30", 0), ("1970-01-01T01:30:00+0130", 0), ("1969-12-31T10:00:00-14:00", 0),
        (" 1970-01-01T00:00:00+00:00\n", 0), ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000_000), ("0001-01-01T00:00:00+00:01", nil),
        ("9999-12-31T24:00:00Z", nil), ("1970-01-01T24:00:01Z", nil), ("1970-01-01T00:60:00Z", nil),
        ("1970-01-01T00:00:60Z", nil), ("1970-01-01 00:00:00Z", nil), ("1970-01-01T00:00:00.Z", nil),
        ("1970-01-01T00:00:00+14:01", nil), ("1970-01-01T00:00:00+1", nil), ("1970-01-01T00:00:00Zulu", nil),
        ("1970-01-01T0:00:00Z", nil), ("", nil),
    ]

    @Test("Times are the instants that XML says", arguments: times)
    func instants(_ text: String, _ expected: Int64?) throws {
        let document = try XESDocument(xml: Self.trace("<date key='a' value='\(text)'/>"))
        let value = try #require(document.log.cases[0].attributes.first?.value)
        if let expected {
            #expect(value == .time(Timestamp(microsecondsSince1970: expected)))
            Self.expectSame(try XESDocument(xml: document.xml()), document, text)
        } else {
            #expect(value == .text(text))
        }
    }

    @Test("Any log is the same after a file", arguments: Seeds.some(200))
    func random(seed: UInt64) throws {
        var logs = RandomLogs(seed: seed)
        let document = XESDocument(logs.log())
        let again = try XESDocument(xml: document.xml())
        #expect(again.findings.isEmpty, "seed \(seed)")
        Self.expectSame(again, document, "seed \(seed)")
    }
}
