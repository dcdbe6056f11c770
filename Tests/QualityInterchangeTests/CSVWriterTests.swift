import QualityInterchange
import Testing

@Suite("Writing CSV files")
struct CSVWriterTests {
    static func written(_ rows: [[String]], _ writer: CSVWriter = CSVWriter(byteOrderMark: false)) -> String {
        var writer = writer
        for row in rows { writer.append(row) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("A file starts with a byte order mark, has semicolons and ends its lines with CR LF")
    func defaults() {
        let text = CSVWriterTests.written([["a", "b"], ["1", "å"]], CSVWriter())
        #expect(Array(text.utf8) == [0xEF, 0xBB, 0xBF] + Array("a;b\r\n1;å\r\n".utf8))
    }

    @Test(
        "A field is quoted when it must be and only then",
        arguments: [
            ("x", "x"), ("", ""), ("x y", "x y"), ("x,y", "x,y"), ("x;y", "\"x;y\""), ("x\"y", "\"x\"\"y\""),
            ("\"", "\"\"\"\""), ("x\ny", "\"x\ny\""), ("x\ry", "\"x\ry\""), (" x", "\" x\""), ("x ", "\"x \""),
            ("x\t", "\"x\t\""), ("sep=;", "\"sep=;\""), ("sep=,", "sep=,"),
        ]
    )
    func quoting(field: String, expected: String) {
        #expect(CSVWriterTests.written([["a", "b"], ["1", field]]) == "a;b\r\n1;\(expected)\r\n")
    }

    @Test("Heads and the only field of a row are also quoted when they could mislead about the delimiter")
    func guardedFields() {
        #expect(CSVWriterTests.written([["a,b", "c"], ["x,y", "z"]]) == "\"a,b\";c\r\nx,y;z\r\n")
        #expect(CSVWriterTests.written([["a"], ["x,y"], [""]]) == "a\r\n\"x,y\"\r\n\"\"\r\n")
        #expect(CSVWriterTests.written([["sep=,", "b"]]) == "\"sep=,\";b\r\n")
        #expect(CSVWriterTests.written([["\u{FEFF}a", "b"]]) == "\"\u{FEFF}a\";b\r\n")
    }

    @Test("The delimiter can be another", arguments: [",", "\t", "|", ":"])
    func otherDelimiter(delimiter: String) throws {
        let byte = try #require(delimiter.utf8.first)
        let text = CSVWriterTests.written(
            [["a", "b"], ["x\(delimiter)y", "x;y"]],
            CSVWriter(delimiter: byte, byteOrderMark: false)
        )
        #expect(text == "a\(delimiter)b\r\n\"x\(delimiter)y\"\(delimiter)x;y\r\n")
    }

    @Test(
        "Text that a spreadsheet would run as a formula gets an apostrophe before it",
        arguments: [
            ("=1+1", "'=1+1"), ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("@SUM(A1)", "'@SUM(A1)"),
            ("+A1", "'+A1"), ("-A1", "'-A1"), ("-1+2", "'-1+2"), ("-", "'-"), ("+", "'+"), ("-1,", "'-1,"),
            ("-1,2,3", "'-1,2,3"), ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""),
            ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠A", "'＠A"), ("-0x1F", "'-0x1F"), ("-1e5", "'-1e5"),
        ]
    )
    func formulas(field: String, expected: String) {
        #expect(CSVWriterTests.written([["a", "b"], ["1", field]]) == "a;b\r\n1;\(expected)\r\n")
    }

    @Test(
        "Plain numbers and other text get no apostrophe",
        arguments: ["-5", "-0,5", "+46.7", "-12345", "1-2", "a=b", "'x"]
    )
    func noFormulas(field: String) {
        #expect(CSVWriterTests.written([["a", "b"], ["1", field]]) == "a;b\r\n1;\(field)\r\n")
    }

    @Test("Heads are protected too, and the protection can be left out")
    func protectionIsOptional() {
        #expect(CSVWriterTests.written([["=a", "b"]]) == "'=a;b\r\n")
        let writer = CSVWriter(byteOrderMark: false, escapesFormulas: false)
        #expect(CSVWriterTests.written([["=a", "-b"]], writer) == "=a;-b\r\n")
    }
}
