import QualityInterchange
import Testing

@Suite("Faults of CSV files")
struct CSVFaultTests {
    static let refused: [(bytes: [UInt8], code: CSVError.Code, line: Int?, columnNumber: Int?)] = [
        (Array("".utf8), .empty, nil, nil),
        (Array("\u{FEFF}".utf8), .empty, nil, nil),
        (Array("\r\n\n ;;\n".utf8), .empty, nil, nil),
        (Array("sep=;\r\n".utf8), .empty, nil, nil),
        ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], .notUTF8, nil, nil),
        ([0xFE, 0xFF, 0x00, 0x61], .notUTF8, nil, nil),
        (Array("a;b\n1;\0\n".utf8), .notUTF8, nil, nil),
        (Array("a;".utf8) + [0xE5, 0x72] + Array("\n1;2\n".utf8), .notUTF8, 1, 2),
        (Array("a;b;a\n1;2;3\n".utf8), .duplicateColumn, 1, 3),
        (Array("\na; å;a\u{30A}\u{A0}\n".utf8), .duplicateColumn, 2, 3),
        (Array("a;;c\n1;2;3\n".utf8), .unnamedColumn, 1, 2),
        (Array(";b\n1;2\n".utf8), .unnamedColumn, 1, 1),
        (Array("a;\"b\n1;2\n".utf8), .unclosedQuote, 1, 2),
        (Array("\"a\"x;b\n1;2\n".utf8), .strayQuote, 1, 1),
    ]

    @Test("A file that cannot be read as a whole is refused with the reason", arguments: refused.indices)
    func refusedFile(index: Int) {
        let expected = CSVFaultTests.refused[index]
        let error = #expect(throws: CSVError.self) { try CSVTable(expected.bytes, name: "test.csv") }
        #expect(error?.code == expected.code)
        #expect(error?.line == expected.line)
        #expect(error?.columnNumber == expected.columnNumber)
        #expect(error?.file == "test.csv")
    }

    @Test("A row with too few or too many fields is set aside and the others are read")
    func fieldCount() throws {
        let table = try CSVTable(text: "a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;\n4;5;6\n")
        #expect(table.content == [["1", "2", "3"], ["4", "5", "6"]])
        #expect(
            table.malformedRows == [
                CSVError(.fieldCount, file: "test.csv", line: 3, expected: 3, found: 2),
                CSVError(.fieldCount, file: "test.csv", line: 4, expected: 3, found: 4),
                CSVError(.fieldCount, file: "test.csv", line: 5, expected: 3, found: 4),
            ]
        )
    }

    @Test("Text after a closing quote is a stray quote", arguments: ["\"x\"y;2", "\"x\" ;2", "\"\"x\"\";2"])
    func strayQuote(row: String) throws {
        let table = try CSVTable(text: "a;b\n1;2\n\(row)\n3;4\n")
        #expect(table.content == [["1", "2"], ["3", "4"]])
        #expect(
            table.malformedRows == [
                CSVError(.strayQuote, file: "test.csv", line: 3, column: "a", columnNumber: 1)
            ]
        )
    }

    @Test("A quote that is never closed costs its own row and no other", arguments: ["\r\n", "\n", "\r"])
    func unclosedQuote(end: String) throws {
        let text = ["a;b", "1;2", "3;\"fyra", "5;6", "7;8"].joined(separator: end)
        for last in ["", end] {
            let table = try CSVTable(text: text + last)
            #expect(table.content == [["1", "2"], ["5", "6"], ["7", "8"]])
            #expect(table.rows.map(\.line) == [2, 4, 5])
            #expect(
                table.malformedRows == [
                    CSVError(.unclosedQuote, file: "test.csv", line: 3, column: "b", columnNumber: 2)
                ]
            )
        }
    }

    @Test("A forgotten quote that meets the next quoted field costs its own row and no other")
    func unclosedQuoteBeforeAnother() throws {
        let table = try CSVTable(text: "a;b\n3;\"fyra\n5;6\n7;\"åtta\"\n9;10\n")
        #expect(table.content == [["5", "6"], ["7", "åtta"], ["9", "10"]])
        #expect(
            table.malformedRows == [
                CSVError(.strayQuote, file: "test.csv", line: 2, column: "b", columnNumber: 2)
            ]
        )
    }

    @Test("The line of a quote fault is the one where the quote was opened, also late in a row")
    func lineOfTheQuote() throws {
        let table = try CSVTable(text: "a;b\n\"x\ny\";\"z\n5;6\n")
        #expect(table.content == [["5", "6"]])
        #expect(table.malformedRows.map(\.line) == [3])
        #expect(table.malformedRows.map(\.code) == [.unclosedQuote])
    }

    @Test("A quote fault in a column beyond the heads has a column number and no head")
    func quoteBeyondTheHeads() throws {
        let table = try CSVTable(text: "a;b\n1;2;\"3\n4;5\n")
        #expect(
            table.malformedRows == [CSVError(.unclosedQuote, file: "test.csv", line: 2, columnNumber: 3)]
        )
    }

    @Test("Many forgotten quotes are read in time that grows with the file, not faster", .timeLimit(.minutes(30)))
    func manyFaults() throws {
        let count = 20_000
        let table = try CSVTable(text: "a;b\n" + String(repeating: "1;\"x\n", count: count))
        #expect(table.rows.isEmpty)
        #expect(table.malformedRows.count == count)
    }

    static let notUTF8: [[UInt8]] = [
        [0xE5], [0xC3], [0xC3, 0x28], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
        [0xE2, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]

    @Test("A row that is not UTF-8 is set aside and the others are read", arguments: notUTF8)
    func rowNotUTF8(bytes: [UInt8]) throws {
        let file = Array("a;b\nå;1\n2;".utf8) + bytes + Array("\n3;€𝄞\n".utf8)
        let table = try CSVTable(file, name: "latin.csv")
        #expect(table.content == [["å", "1"], ["3", "€𝄞"]])
        #expect(
            table.malformedRows == [CSVError(.notUTF8, file: "latin.csv", line: 3, column: "b", columnNumber: 2)]
        )
    }

    @Test("Half a character at the end of a field does not join the field after it")
    func splitCharacter() throws {
        let file = Array("a;b\n".utf8) + [0xC3] + Array(";".utf8) + [0xA5] + Array("\n1;2".utf8)
        let table = try CSVTable(file, name: "split.csv")
        #expect(table.content == [["1", "2"]])
        #expect(table.malformedRows.map(\.code) == [.notUTF8])
    }

    @Test("Every row that is not empty is either read or set aside")
    func nothingIsLost() throws {
        let text = "a;b\n1;2\n\n3\n;\n\"x;4\n5;6\n7;\"8\"9\n10;11;12\n13;14"
        let table = try CSVTable(text: text)
        #expect(table.rows.map(\.line) == [2, 7, 10])
        #expect(table.malformedRows.map(\.line) == [4, 6, 8, 9])
    }

    @Test("Descriptions name file, line and code, and hold nothing that was read")
    func descriptions() throws {
        let table = try CSVTable(text: "hemligt;b\n\"Anna Andersson\"x;2\n199001019802;2;3\n")
        #expect(
            table.malformedRows.map(\.description) == [
                "test.csv:2: strayQuote, column 1", "test.csv:3: fieldCount, 3 fields for 2 heads",
            ]
        )
        let error = CSVError(.missingColumn, file: "test.csv", column: "Kategori")
        #expect(error.description == "test.csv: missingColumn Kategori")
    }

    @Test("Messages say in Swedish and English where the fault is and what it is")
    func messages() {
        let quote = CSVError(.unclosedQuote, file: "a.csv", line: 7, column: "Datum", columnNumber: 2)
        #expect(quote.swedish == "a.csv, rad 7: citattecknet som inleder kolumn 2 ”Datum” har inget som avslutar det.")
        #expect(quote.english == "a.csv, line 7: the quote that opens column 2 “Datum” is never closed.")
        let count = CSVError(.fieldCount, file: "a.csv", line: 7, expected: 3, found: 4)
        #expect(count.swedish == "a.csv, rad 7: raden har 4 fält, men rubrikerna är 3.")
        #expect(count.english == "a.csv, line 7: the row has 4 fields, but there are 3 heads.")
        let missing = CSVError(.missingColumn, file: "a.csv", column: "Datum")
        #expect(missing.swedish == "a.csv: kolumn ”Datum” saknas i filen.")
        #expect(missing.english == "a.csv: column “Datum” is not in the file.")
    }

    static let codes: [CSVError.Code] = [
        .empty, .notUTF8, .duplicateColumn, .unnamedColumn, .missingColumn, .fieldCount, .unclosedQuote, .strayQuote,
        .fileTooLarge,
    ]

    @Test("Each code has messages of its own; another code is named by its word", arguments: codes)
    func messagesOfCodes(code: CSVError.Code) {
        let error = CSVError(code, file: "a.csv", line: 1)
        #expect(!error.swedish.contains("regeln"))
        #expect(!error.english.contains("the rule"))
        #expect(error.swedish != error.english)
        let other = CSVError(CSVError.Code(rawValue: "unknownUnit"), file: "a.csv", line: 1, columnNumber: 2)
        #expect(other.swedish == "a.csv, rad 1: kolumn 2 bryter mot regeln unknownUnit.")
        #expect(other.english == "a.csv, line 1: column 2 breaks the rule unknownUnit.")
    }
}
