extension CSVTable {
    /// The named columns and the width of the header row, which is greater when the last heads are empty.
    struct Heads {
        var names: [String]
        var width: Int

        /// What is wrong with the row whose fields are the last of the scanner, if anything.
        func fault(of scanner: CSVScanner, line: Int, count: Int, isASCII: Bool, name: String) -> CSVError? {
            guard count == names.count || count == width else {
                return CSVError(.fieldCount, file: name, line: line, expected: names.count, found: count)
            }
            let first = scanner.fields.count - count
            if count > names.count {
                let surplus = (names.count..<count).last { column in
                    !scanner.bytes.trimmed(scanner.fields[first + column].range).isEmpty
                }
                if let surplus {
                    return CSVError(.fieldCount, file: name, line: line, expected: names.count, found: surplus + 1)
                }
            }
            if !isASCII, let column = scanner.firstColumnNotUTF8(of: count) {
                return CSVError(.notUTF8, file: name, line: line, column: names[column], columnNumber: column + 1)
            }
            return nil
        }
    }

    static func checkEncoding(of bytes: [UInt8], name: String) throws(CSVError) {
        guard bytes.count < CSVField.limit else { throw CSVError(.fileTooLarge, file: name) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) {
            throw CSVError(.notUTF8, file: name)
        }
    }

    /// A scanner that stands at the header row, past a byte order mark and a line that names the delimiter.
    static func scanner(of bytes: [UInt8], dialect: CSVDialect) -> CSVScanner {
        var position = bytes.starts(with: [UInt8].byteOrderMark) ? [UInt8].byteOrderMark.count : 0
        var line = 1
        var delimiter = dialect.delimiter
        if let declared = dialect.declaredDelimiter(in: bytes, at: position) {
            delimiter = declared.delimiter
            position = declared.next
            line += 1
        }
        while position < bytes.count, bytes[position].isLineEnd {
            position += bytes.lineEndLength(at: position)
            line += 1
        }
        return CSVScanner(
            bytes,
            delimiter: delimiter ?? dialect.detectedDelimiter(in: bytes, at: position),
            quote: dialect.quote,
            position: position,
            line: line
        )
    }

    static func readHeader(with scanner: inout CSVScanner, name: String) throws(CSVError) -> Heads {
        while true {
            switch scanner.next() {
            case .end:
                throw CSVError(.empty, file: name)
            case .blank:
                continue
            case .malformed(let code, let line, let column):
                throw CSVError(code, file: name, line: line, columnNumber: column + 1)
            case .row(let line, let count, let isASCII):
                if !isASCII, let column = scanner.firstColumnNotUTF8(of: count) {
                    throw CSVError(.notUTF8, file: name, line: line, columnNumber: column + 1)
                }
                let heads = try heads(of: scanner, line: line, name: name)
                scanner.dropAll()
                return heads
            }
        }
    }

    private static func heads(of scanner: CSVScanner, line: Int, name: String) throws(CSVError) -> Heads {
        var names = scanner.fields.map { field in
            field.text(of: scanner.bytes.trimmed(field.range), in: scanner.bytes, quote: scanner.quote)
        }
        let width = names.count
        while names.last?.isEmpty == true { names.removeLast() }
        var known: Set<String> = []
        for (column, head) in names.enumerated() {
            if head.isEmpty {
                throw CSVError(.unnamedColumn, file: name, line: line, columnNumber: column + 1)
            }
            if !known.insert(head).inserted {
                throw CSVError(.duplicateColumn, file: name, line: line, columnNumber: column + 1)
            }
        }
        return Heads(names: names, width: width)
    }
}

extension CSVScanner {
    /// The column (from 0) of the first of the last `count` fields that is not UTF-8.
    func firstColumnNotUTF8(of count: Int) -> Int? {
        let first = fields.count - count
        return (0..<count).first { column in
            String(validating: bytes[fields[first + column].range], as: UTF8.self) == nil
        }
    }
}
