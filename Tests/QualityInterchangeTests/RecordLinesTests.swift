import Improvements
import QualityCore
import QualityInterchange
import TestSupport
import Testing

@Suite("Lines of records")
struct RecordLinesTests {
    private static let goal = """
        {"kind":"goal","record":{"comparisons":[],"id":"g:1","indicator":{"value":{"_0":"Andel"}},"outcomes":[],\
        "period":{"first":"2024-01-01","last":"2024-12-31"},"unit":"U1","wording":{"value":{"_0":"Färre fall"}}},\
        "schemaVersion":1}
        """

    private func goal(_ old: String, _ new: String) -> String {
        Self.goal.replacing(old, with: new)
    }

    private func read(_ lines: [String], of types: RecordTypes = .standard, end: String = "\n") -> RecordLines {
        RecordLines(reading: Array(lines.joined(separator: end).utf8), of: types, under: .swedish)
    }

    private let reference = RecordReference(kind: Goal.kind, id: "g:1")

    @Test("come back as they were read")
    func roundTrip() throws {
        let bytes = Array((Self.goal + "\n" + goal("g:1", "g:2") + "\n").utf8)
        let lines = RecordLines(reading: bytes, under: .swedish)
        #expect(lines.refused.isEmpty)
        #expect(try RecordLines.bytes(of: lines.entries.map(\.record)) == bytes)
    }

    @Test("give every good record beside refused ones, each with its line")
    func nothingIsLost() {
        let lines = read(["", "nonsense", Self.goal, " \t", goal("g:1", "g:2"), goal("Andel", " ")], end: "\r\n")
        #expect(lines.entries.map(\.line) == [3, 5])
        #expect(lines.entries.map(\.record.reference.id) == ["g:1", "g:2"])
        #expect(lines.refused.map(\.line) == [2, 6])
        #expect(lines.linesRead == 4)
    }

    @Test("may begin with a byte order mark and be none at all")
    func edges() {
        #expect(read(["\u{FEFF}" + Self.goal]).entries.count == 1)
        #expect(read([]).linesRead == 0)
    }

    @Test(
        "are refused when they are no line of a record",
        arguments: [
            "{", "[]", "1", #"{"kind":"goal","schemaVersion":1}"#, #"{"kind":"goal","record":{}}"#,
            #"{"kind":"goal","record":{},"schemaVersion":0}"#, #"{"kind":7,"record":{},"schemaVersion":1}"#,
            #"{"kind":"goal","record":{},"schemaVersion":"1"}"#, #"{"record":{},"schemaVersion":1} x"#,
        ]
    )
    func malformed(text: String) {
        let lines = read([text])
        #expect(lines.refused == [RefusedLine(line: 1, record: nil, problem: .malformed)])
        #expect(lines.refused.first?.rules == ["IMPORT-MALFORMED"])
    }

    @Test("are refused when bytes are no UTF-8")
    func bytes() {
        let lines = RecordLines(reading: Array(goal("Andel", "#").utf8).map { $0 == 35 ? 0xFF : $0 }, under: .swedish)
        #expect(lines.refused.map(\.problem) == [.malformed])
    }

    @Test("are refused when nobody knows the kind")
    func unknownKind() {
        let lines = read([goal(#""kind":"goal""#, #""kind":"Anna Ek""#)])
        #expect(lines.refused == [RefusedLine(line: 1, record: nil, problem: .unknownKind)])
        #expect(!lines.refused.description.contains("Anna"))
    }

    @Test("are refused when a newer version wrote them, and read when it is this one", arguments: [1, 2])
    func version(number: Int) {
        let lines = read([goal(#""schemaVersion":1"#, #""schemaVersion":\#(number)"#)])
        let refused = RefusedLine(line: 1, record: reference, problem: .newerVersion(2, known: 1))
        #expect(lines.refused == (number == 1 ? [] : [refused]))
    }

    @Test(
        "are refused with the field that cannot be read",
        arguments: [
            (#""unit":"U1","#, "", "unit"), (#""unit":"U1""#, #""unit":7"#, "unit"),
            (#""last":"2024-12-31""#, #""last":"Anna""#, "period"), (#""last":"2024-12-31""#, #""Anna":1"#, "period"),
        ]
    )
    func undecodable(old: String, new: String, field: String) {
        let lines = read([goal(old, new)])
        #expect(
            lines.refused == [RefusedLine(line: 1, record: reference, problem: .undecodable(field: field))]
        )
        #expect(lines.refused.first?.fields == [field])
    }

    @Test("are refused when the record is no object")
    func noObject() {
        let lines = read([#"{"kind":"goal","record":"Anna Ek","schemaVersion":1}"#])
        #expect(lines.refused == [RefusedLine(line: 1, record: nil, problem: .undecodable(field: nil))])
    }

    @Test("are refused with the rule of the structure that the decoder keeps")
    func structure() throws {
        let outcome = #"{"by":{"day":"2023-12-31","person":"p1","title":"chef"},"figure":1}"#
        let refused = try #require(read([goal(#""outcomes":[]"#, #""outcomes":[\#(outcome)]"#)]).refused.first)
        guard case .structure(let violation) = refused.problem else {
            Issue.record("\(refused)")
            return
        }
        #expect(Refusal(violation) == Refusal("D-GOL-1", "outcomes.day"))
        #expect(refused.record == reference)
        #expect(refused.rules == ["D-GOL-1"] && refused.fields == ["outcomes.day"])
    }

    @Test("are refused with every rule that the record breaks, none of its words")
    func rules() throws {
        let text = goal("Andel", " ").replacing("Färre fall", with: "\\t")
        let refused = try #require(read([text]).refused.first)
        #expect(refused.rules == ["D-GOL-1", "D-GOL-1"])
        #expect(refused.fields == ["wording", "indicator"])
        #expect("\(refused)" == "line 1 goal/g:1: D-GOL-1 wording, D-GOL-1 indicator")
    }

    @Test("are read with the gaps that a source left")
    func gaps() {
        let gap = #""wording":{"notStated":{"source":"csv"}}"#
        #expect(read([goal(#""wording":{"value":{"_0":"Färre fall"}}"#, gap)]).refused.isEmpty)
    }

    @Test("are refused when an earlier one holds the record, and not when that was refused")
    func duplicate() {
        let problem = RefusedLine.Problem.duplicate(ofLine: 1)
        let twice = read([Self.goal, goal("Andel", "Antal")])
        #expect(twice.refused == [RefusedLine(line: 2, record: reference, problem: problem)])
        #expect(read([goal("Andel", " "), Self.goal]).entries.map(\.line) == [2])
    }

    @Test(
        "are refused when a personal identity number is the identity",
        arguments: ["19121212-1212", "csv:1212121212"]
    )
    func identityNumber(id: String) {
        let lines = read([goal("g:1", id)])
        #expect(lines.refused == [RefusedLine(line: 1, record: nil, problem: .identityNumber)])
        #expect(lines.refused.first?.rules == ["D-SEC-5"])
    }
}

extension RecordLinesTests {
    /// A record that a host declares for itself.
    private struct Visit: QualityRecord {
        static let kind = RecordKind(rawValue: "visit")
        static let schemaVersion = 1
        static var rules: [RecordRule<Visit>] { [] }
        let id: RecordID<Visit>
        var share = 0.5
        var facts: RecordFacts {
            RecordFacts(unit: OrganisationUnitID(rawValue: "U1"), status: "made", observations: [])
        }
    }

    @Test("hold a host's own type of record once the host adds it")
    func ownType() {
        let line = #"{"kind":"visit","record":{"id":"v:1","share":0.25},"schemaVersion":1}"#
        #expect(read([line]).refused.map(\.problem) == [.unknownKind])
        let lines = read([line, Self.goal], of: .standard.adding(Visit.self))
        #expect(lines.entries.map(\.record.reference.kind.rawValue) == ["visit", "goal"])
    }

    @Test("cannot be written of a record with a number that is none")
    func unwritable() throws {
        let id = try #require(RecordID<Visit>("v:1"))
        let refused = RefusedLine(line: 2, record: RecordReference(id), problem: .unwritable)
        #expect(throws: refused) { try RecordLines.bytes(of: [Visit(id: id), Visit(id: id, share: .nan)]) }
    }
}
