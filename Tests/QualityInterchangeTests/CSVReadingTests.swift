import QualityInterchange
import Testing

@Suite("Reading CSV files")
struct CSVReadingTests {
    @Test(
        "The delimiter is found in the header line",
        arguments: [
            ("a;b;c\n1;2;3\n", ";"), ("a,b,c\n1,2,3\n", ","), ("a\tb\tc\n1\t2\t3\n", "\t"), ("a|b|c\n1|2|3\n", "|"),
            ("a;b, c;c\n1;2;3\n", ";"), ("\"a,b,c,d\";b;c\n1;2;3\n", ";"), ("\"a\"\",,,\";b;c\n1;2;3", ";"),
            ("a \"\" b;\"c;\";d|,\n1;2;3", ";"), ("\n\na;b,;c\n1;2;3", ";"), ("a;b\"|c|d|e\n1|2|3|4", "|"),
        ]
    )
    func delimiterIsDetected(text: String, delimiter: String) throws {
        let table = try CSVTable(text: text)
        #expect(table.delimiter == delimiter.utf8.first)
    }

    @Test("A delimiter that the caller names is not overruled by the header line")
    func delimiterIsGiven() throws {
        let table = try CSVTable(text: "a,b,c;d\n1,2;3\n", dialect: .swedish)
        #expect(table.header == ["a,b,c", "d"])
        #expect(table.content == [["1,2", "3"]])
    }

    @Test("A file without any delimiter has one column")
    func oneColumn() throws {
        let table = try CSVTable(text: "Antal\n1\n2")
        #expect(table.header == ["Antal"])
        #expect(table.content == [["1"], ["2"]])
    }

    @Test(
        "A first line sep= names the delimiter and is not the header",
        arguments: ["sep=,\r\na,b\r\n1,2", "SEP=,\na,b\n1,2\n", "\u{FEFF}sep=,\na,b\n1,2\n"]
    )
    func separatorLine(text: String) throws {
        let table = try CSVTable(text: text, dialect: .swedish)
        #expect(table.header == ["a", "b"])
        #expect(table.content == [["1", "2"]])
        #expect(table.rows.first?.line == 3)
    }

    @Test(
        "A head that merely starts with sep= is a head",
        arguments: ["sep=a;b\n1;2\n", "sep=a\n1\n", "sep=;b\n1;2\n"]
    )
    func separatorLookAlike(text: String) throws {
        let table = try CSVTable(text: text, dialect: .swedish)
        #expect(table.header.first?.hasPrefix("sep=") == true)
    }

    @Test("A byte order mark is no part of the first head")
    func byteOrderMark() throws {
        let table = try CSVTable(text: "\u{FEFF}\"Kategori\";Datum\nFall;2024-05-06\n")
        #expect(table.header == ["Kategori", "Datum"])
    }

    @Test("Lines end with CR LF, LF or CR, and the last line may lack its end", arguments: ["\r\n", "\n", "\r"])
    func lineEnds(end: String) throws {
        for last in ["", end, end + end] {
            let table = try CSVTable(text: "a;b\(end)1;2\(end)3;4\(last)")
            #expect(table.content == [["1", "2"], ["3", "4"]])
            #expect(table.rows.map(\.line) == [2, 3])
        }
    }

    @Test("A quoted field holds delimiters, line ends and doubled quotes")
    func quotedFields() throws {
        let table = try CSVTable(text: "a;b\n\"x;y\";\"rad 1\r\nrad 2\"\n\"sa \"\"aj\"\"\";\"\"\n\"\"\"\";z\n")
        #expect(table.content == [["x;y", "rad 1\r\nrad 2"], ["sa \"aj\"", ""], ["\"", "z"]])
        #expect(table.malformedRows.isEmpty)
    }

    @Test("A quote inside an unquoted field stands for itself")
    func quoteInsideUnquotedField() throws {
        let table = try CSVTable(text: "a;b\nskärm 24\";det \"lilla\" rummet\n")
        #expect(table.content == [["skärm 24\"", "det \"lilla\" rummet"]])
    }

    @Test("A dialect may quote with another character")
    func otherQuote() throws {
        let table = try CSVTable(
            text: "a,b\n'x,''y',\"\n",
            dialect: CSVDialect(delimiter: nil, quote: UInt8(ascii: "'"))
        )
        #expect(table.content == [["x,'y", "\""]])
    }

    @Test("Lines are counted inside quoted fields and over blank lines")
    func lineNumbers() throws {
        let table = try CSVTable(text: "\n\"a\nb\";c\n\n1;\"x\r\ny\rz\"\n \n;\n2;3\n")
        #expect(table.header == ["a\nb", "c"])
        #expect(table.rows.map(\.line) == [5, 10])
    }

    @Test(
        "Blank lines and rows of empty fields are skipped",
        arguments: ["\n", ";\n", ";;;;\n", " ; \n", "\"\";\"\"\n", "\t\n"]
    )
    func emptyRows(row: String) throws {
        let table = try CSVTable(text: "\(row)a;b\n\(row)1;2\n\(row)\(row)3;4\n\(row)", dialect: .swedish)
        #expect(table.content == [["1", "2"], ["3", "4"]])
        #expect(table.malformedRows.isEmpty)
    }

    @Test("Values are looked up by head, without spaces around heads and values")
    func values() throws {
        let table = try CSVTable(text: " Kategori\u{A0};\"Å r\";Tom\n\u{A0}\u{202F} Fall i  rum\t;\" \"\"x\"\" \"; \n")
        let row = try #require(table.rows.first)
        #expect(table.header == ["Kategori", "Å r", "Tom"])
        #expect(row.value(of: "Kategori") == "Fall i  rum")
        #expect(row.value(of: "A\u{30A} r") == "\"x\"")
        #expect(row.value(of: "Tom") == "")
        #expect(row.value(of: "kategori") == nil)
        #expect(row.value(at: 0) == "Fall i  rum")
        #expect(row[0] == "\u{A0}\u{202F} Fall i  rum\t")
        #expect(row[1] == " \"x\" ")
        #expect(row.count == 3)
        #expect(row.file == "test.csv")
    }

    @Test("Columns are found by head, and one that must be there is an error when it is not")
    func columns() throws {
        let table = try CSVTable(text: "a;b\n1;2\n")
        #expect(table.column(of: "b") == 1)
        #expect(table.column(of: "c") == nil)
        #expect(try table.requiredColumn("a") == 0)
        #expect(throws: CSVError(.missingColumn, file: "test.csv", column: "c")) { try table.requiredColumn("c") }
    }

    @Test("The bytes of a row and of a field are those of the file")
    func rawBytes() throws {
        let table = try CSVTable(text: "a;b;c\n\"x;\"\"y\"; å ;\"z\"\r\n1;2;3")
        let row = try #require(table.rows.first)
        #expect(Array(row.bytes) == Array("\"x;\"\"y\"; å ;\"z\"".utf8))
        #expect(Array(row.bytes(at: 0)) == Array("x;\"\"y".utf8))
        #expect(Array(row.bytes(at: 1)) == Array(" å ".utf8))
        #expect(table.rows.last.map { Array($0.bytes) } == Array("1;2;3".utf8))
    }

    @Test("Empty heads at the end are dropped, and rows may leave out the fields below them")
    func emptyHeadsAtTheEnd() throws {
        let table = try CSVTable(text: "a;b;;\n1;2;; \n3;4\n5;6;;x\n7;8;\n")
        #expect(table.header == ["a", "b"])
        #expect(table.content == [["1", "2"], ["3", "4"]])
        #expect(
            table.malformedRows == [
                CSVError(.fieldCount, file: "test.csv", line: 4, expected: 2, found: 4),
                CSVError(.fieldCount, file: "test.csv", line: 5, expected: 2, found: 3),
            ]
        )
    }

    @Test("A file with heads and no rows is a table without rows")
    func noRows() throws {
        let table = try CSVTable(text: "a;b")
        #expect(table.rows.isEmpty)
        #expect(table.malformedRows.isEmpty)
        #expect(table.name == "test.csv")
    }

    @Test("Any sequence of bytes is read")
    func anySequence() throws {
        let table = try CSVTable("a;b\n1;2".utf8.lazy.map { $0 }, name: "lazy.csv")
        #expect(table.content == [["1", "2"]])
    }
}
