import Foundation
import ProcessMaps
import QualityBPMN
import Testing

@Suite("Documents as bytes")
struct XMLReadingTests {
    static let text =
        #"<?xml version="1.0" encoding="ENCODING"?>"# + "\n"
        + #"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" name="Räksmörgås – €" id="å"/>"#

    static func utf16(_ text: String, isBig: Bool, isMarked: Bool) -> [UInt8] {
        var units: [UInt16] = isMarked ? [0xFEFF] : []
        units += text.utf16
        return units.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
            return isBig ? [high, low] : [low, high]
        }
    }

    static func singleBytes(_ text: String, _ special: [Unicode.Scalar: UInt8]) -> [UInt8] {
        text.unicodeScalars.map { special[$0] ?? UInt8($0.value) }
    }

    static func text(_ encoding: String) -> String { text.replacing("ENCODING", with: encoding) }

    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    static let encoded: [(String, [UInt8])] = [
        ("UTF-8", Array(text("UTF-8").utf8)),
        ("UTF-8 with a mark", mark + Array(text("utf-8").utf8)),
        ("UTF-16 little", utf16(text("UTF-16"), isBig: false, isMarked: true)),
        ("UTF-16 big", utf16(text("UTF-16"), isBig: true, isMarked: true)),
        ("UTF-16 little without a mark", utf16(text("UTF-16LE"), isBig: false, isMarked: false)),
        ("UTF-16 big without a mark", utf16(text("UTF-16BE"), isBig: true, isMarked: false)),
        ("Windows-1252", singleBytes(text("Windows-1252"), ["–": 0x96, "€": 0x80])),
    ]

    @Test("The same file is read in every encoding", arguments: encoded)
    func encodings(_ name: String, _ bytes: [UInt8]) throws {
        let map = try BPMNDocument(xml: bytes).map
        #expect(map.name == "Räksmörgås – €")
        #expect(map.id == "å")
    }

    @Test("ISO-8859-1 is read by its name, in any case, and a mislabelled UTF-16 by its bytes")
    func labels() throws {
        let latin = Self.singleBytes(
            "<?xml version='1.0' encoding = 'iso-8859-1' ?><definitions xmlns='\(SecondReader.model)' name='Åsa'/>",
            [:]
        )
        #expect(try BPMNDocument(xml: latin).map.name == "Åsa")
        let wrong = "<?xml version='1.0' encoding='utf-16'?><definitions xmlns='\(SecondReader.model)' name='Åsa'/>"
        #expect(try BPMNDocument(xml: wrong.utf8).map.name == "Åsa")
    }

    @Test("ISO-8859-15 has the sign of the euro where ISO-8859-1 has another")
    func latin9() throws {
        let bytes = Self.singleBytes(Self.text("ISO-8859-15").replacing("–", with: "ž"), ["€": 0xA4, "ž": 0xB8])
        #expect(try BPMNDocument(xml: bytes).map.name == "Räksmörgås ž €")
    }

    @Test(
        "A file of ASCII alone is read in every encoding that begins with it, and no other is guessed at",
        arguments: ["GBK", "gb2312", "Big5", "Shift_JIS", "EUC-KR", "KOI8-R", "ISO-8859-2", "windows-1251"]
    )
    func asciiAlone(_ encoding: String) throws {
        let text = Self.text(encoding).replacing("Räksmörgås – €", with: "Utredning").replacing("å", with: "a")
        #expect(try BPMNDocument(xml: text.utf8).map.name == "Utredning")
        #expect(throws: XMLReadingError(line: 1, .encoding)) { try BPMNDocument(xml: Self.text(encoding).utf8) }
    }

    static let bad: [(String, XMLReadingError.Problem, Int)] = [
        ("", .empty, 1),
        ("   \n", .empty, 2),
        ("\n<!-- c -->", .markup, 1),
        ("<a>", .unfinished, 1),
        ("<a", .unfinished, 1),
        ("<a b", .unfinished, 1),
        ("<a b=", .unfinished, 1),
        ("<a b='", .unfinished, 1),
        ("<a><!-- ", .unfinished, 1),
        ("<a><![CDATA[ ]]", .unfinished, 1),
        ("<a>\n</b>", .endTag, 2),
        ("<a></a></a>", .endTag, 1),
        ("<a/><b/>", .markup, 1),
        ("<a/>text", .markup, 1),
        ("<a b='1' b='2'/>", .attributeTwice, 1),
        ("<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>", .attributeTwice, 1),
        ("<a b=1/>", .markup, 1),
        ("<a b='<'/>", .markup, 1),
        ("<a b='1'c='2'/>", .markup, 1),
        ("<1/>", .name, 1),
        ("<a:b:c/>", .name, 1),
        ("<:a/>", .name, 1),
        ("<a>\n\n&nbsp;</a>", .entity, 3),
        ("<a>\n&amp;\n&x;\n\n</a>", .entity, 3),
        ("<a>&#0;</a>", .entity, 1),
        ("<a>&#xD800;</a>", .entity, 1),
        ("<a>&#-1;</a>", .entity, 1),
        ("<a>&amp</a>", .entity, 1),
        ("<a>& b</a>", .entity, 1),
        ("<a>\u{1}</a>", .character, 1),
        ("<a>\u{FFFE}</a>", .character, 1),
        ("<a>]]></a>", .markup, 1),
        ("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", .documentType, 2),
        ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", .documentType, 1),
        ("<?xml version='1.0' encoding='EBCDIC'?><a/>", .encoding, 1),
        ("\n<a/>", .otherFormat, 2),
        ("<definitions xmlns='http://www.omg.org/spec/DMN/20180521/MODEL/'/>", .otherFormat, 1),
    ]

    @Test("What is no file is refused with its line and fault", arguments: bad)
    func refused(_ text: String, _ problem: XMLReadingError.Problem, _ line: Int) {
        // The case of a comment alone has no element, and white space before it is allowed.
        let expected = text == "\n<!-- c -->" ? XMLReadingError(line: 2, .empty) : XMLReadingError(line: line, problem)
        #expect(throws: expected) { try BPMNDocument(xml: text.utf8) }
    }

    @Test(
        "Bytes that are none in their encoding are refused with their line",
        arguments: [
            Array("<a>\n".utf8) + [0xFF], Array("<a>\n".utf8) + [0xC0, 0x80], Array("<a>\n".utf8) + [0xED, 0xA0, 0x80],
            Array("<a>\n".utf8) + [0xF5, 0x80, 0x80, 0x80], Array("<a>\n".utf8) + [0xE2, 0x82],
        ]
    )
    func badBytes(_ bytes: [UInt8]) {
        #expect(throws: XMLReadingError(line: 2, .encoding)) { try BPMNDocument(xml: bytes) }
        #expect(throws: XMLReadingError(line: 1, .encoding)) { try BPMNDocument(xml: [0xFF, 0xFE, 0x3C]) }
        #expect(throws: XMLReadingError(line: 1, .encoding)) { try BPMNDocument(xml: [0xFF, 0xFE, 0, 0xD8, 0x3C, 0]) }
    }

    @Test("Elements may be nested as deep as the limit says, and no deeper")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            BPMNFixture.file(
                String(repeating: "<extensionElements>", count: depth - 1)
                    + String(repeating: "</extensionElements>", count: depth - 1)
            )
        }
        #expect(throws: Never.self) { try BPMNDocument(xml: nested(BPMNDocument.maximumDepth)) }
        #expect(throws: XMLReadingError(line: 1, .tooDeep)) {
            try BPMNDocument(xml: nested(BPMNDocument.maximumDepth + 1))
        }
        #expect(throws: XMLReadingError(line: 1, .tooDeep)) { try BPMNDocument(xml: nested(100_000)) }
    }

    @Test("A file beyond the limit of size is refused")
    func size() {
        let bytes = [UInt8](repeating: 0x20, count: BPMNDocument.maximumSize + 1)
        #expect(throws: XMLReadingError(line: 1, .tooLarge)) { try BPMNDocument(xml: bytes) }
    }

    @Test("Ten thousand attributes, prefixes and elements are read in no time")
    func wide() throws {
        let attributes = (0..<10_000).map { " xmlns:p\($0)='u\($0)' p\($0):a='1'" }.joined()
        let content =
            "<process id='p'\(attributes)>" + String(repeating: "<p9:x/><p9999:y/>", count: 5_000) + "</process>"
        let document = try BPMNDocument(xml: BPMNFixture.file(content))
        #expect(try BPMNDocument(xml: document.xml()).xml() == document.xml())
    }
}
