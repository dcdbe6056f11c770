import QualityCore
import QualitySamples
import TestSupport
import Testing

/// A record with an identity and nothing else.
struct Note: QualityRecord {
    static let kind = RecordKind(rawValue: "note")
    static let schemaVersion = 1

    let id: RecordID<Note>

    var facts: RecordFacts {
        RecordFacts(unit: OrganisationUnitID(rawValue: "U"), status: "open", observations: [])
    }

    static let rules: [RecordRule<Note>] = []
}

@Suite("The identity of a record", .requirement("D-SEC-5"))
struct RecordIDTests {
    @Test(
        "is 1 to 120 letters, digits and a few marks",
        arguments: [
            "a", "AVV-2024-00001", "a.b_c:d~e", String(repeating: "x", count: 120),
        ]
    )
    func allowed(text: String) throws {
        let id = try #require(RecordID<Note>(text))
        #expect(id.rawValue == text && id.description == text)
        #expect(try JSON.roundTrip([id]) == [id])
        #expect(Note(id: id).reference.description == "note/\(text)")
    }

    @Test(
        "is nothing else",
        arguments: [
            "", " ", "a b", "å", "a/b", "a\nb", "a\"b", "a+b", "٣", "e\u{301}", "a\0",
            String(repeating: "x", count: 121),
        ]
    )
    func refused(text: String) throws {
        #expect(RecordID<Note>(text) == nil)
        let encoded = try JSON.text([text])
        #expect(throws: DecodingError.self) { try JSON.value([RecordID<Note>].self, from: encoded) }
    }

    @Test(
        "is made of source and key, with what it cannot hold written in hexadecimal",
        arguments: [
            ("AVV-1", "csv:AVV-1"), ("a b", "csv:a~20b"), ("å", "csv:~c3~a5"), ("~", "csv:~7e"), ("a:b", "csv:a:b"),
            ("\t", "csv:~09"), ("~20", "csv:~7e20"),
        ]
    )
    func escaped(key: String, expected: String) {
        #expect(RecordID<Note>(source: "csv", key: key)?.rawValue == expected)
    }

    @Test(
        "needs a source of letters and digits and a key that fits",
        arguments: [
            ("csv", ""), ("", "1"), ("a:b", "1"), ("a b", "1"), ("a~", "1"), ("å", "1"),
            ("csv", String(repeating: "x", count: 117)), ("csv", String(repeating: "å", count: 20)),
        ]
    )
    func refusedParts(source: String, key: String) {
        #expect(RecordID<Note>(source: source, key: key) == nil)
    }

    @Test("fits a key up to the last character")
    func longest() {
        #expect(RecordID<Note>(source: "csv", key: String(repeating: "x", count: 116)) != nil)
        #expect(RecordID<Note>(source: "csv", key: String(repeating: "å", count: 19)) != nil)
    }

    @Test("differs for each pair of source and key", arguments: Seeds.some(4))
    func injective(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = ["a", "B", "7", "-", ":", "~", "~7e", "7e", " ", "å", "a\u{30A}", "~c3", "\u{0}", "?", "👩🏽‍🦽"]
        var origins: [String: [UInt8]] = [:]
        for _ in 0..<3_000 {
            let source = random.pick(["a", "a7", "csv"])
            var key = ""
            for _ in 0..<random.draw(1...5) { key += random.pick(pieces) }
            guard let id = RecordID<Note>(source: source, key: key) else {
                try #require(key.utf8.count > 30, "\(key.debugDescription)")
                continue
            }
            try #require(RecordID<Note>(id.rawValue) == id)
            let origin = Array(source.utf8) + [0xFF] + Array(key.utf8)
            if let known = origins.updateValue(origin, forKey: id.rawValue) {
                try #require(known == origin, "\(id) stands for two keys")
            }
        }
    }
}
