/// A CSV file that has been read: its heads, its rows, and the rows that could not be read.
///
/// The file is UTF-8 with or without byte order mark; lines end with CR LF, LF or CR; a field may be quoted, and then
/// holds delimiters, line ends and doubled quotes (RFC 4180). A quote inside an unquoted field stands for itself. A
/// first line `sep=;` names the delimiter of the file and overrules the dialect. Blank lines, and rows whose fields
/// are all empty or spaces, are skipped. Heads that are empty at the end of the header row are dropped, and rows may
/// then leave out the fields below them.
///
/// Every other row is either among ``rows`` or, with its line and the reason, among ``malformedRows``.
public struct CSVTable: Sendable {
    let storage: CSVStorage

    /// The rows that could not be read, in the order of the file.
    ///
    /// A fault of quotes carries the line where the quote was opened, and reading goes on with the line after it;
    /// other faults carry the line where the row starts.
    public let malformedRows: [CSVError]

    /// What the caller calls the file; it is shown in errors.
    public var name: String { storage.name }

    /// The heads of the columns, without spaces around them; unique and never empty.
    public var header: [String] { storage.header }

    /// The byte between fields that the file was read with.
    public var delimiter: UInt8 { storage.delimiter }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: the whole file, below two gibibytes.
    ///   - name: what errors call the file; a file name rather than a path.
    ///   - dialect: the delimiter and quote of the file.
    /// - Throws: ``CSVError`` when the file as a whole cannot be read: `empty`, `notUTF8`, `duplicateColumn`,
    ///   `unnamedColumn`, `fileTooLarge`, or a fault of quotes in the header row.
    public init(
        _ bytes: some Sequence<UInt8>,
        name: String,
        dialect: CSVDialect = .detected
    ) throws(CSVError) {
        let bytes = Array(bytes)
        try CSVTable.checkEncoding(of: bytes, name: name)
        var scanner = CSVTable.scanner(of: bytes, dialect: dialect)
        let heads = try CSVTable.readHeader(with: &scanner, name: name)
        var lines: [UInt32] = []
        var malformed: [CSVError] = []
        reading: while true {
            switch scanner.next() {
            case .end:
                break reading
            case .blank:
                continue
            case .malformed(let code, let line, let column):
                malformed.append(
                    CSVError(
                        code,
                        file: name,
                        line: line,
                        column: column < heads.names.count ? heads.names[column] : nil,
                        columnNumber: column + 1
                    )
                )
            case .row(let line, let count, let isASCII):
                if let fault = heads.fault(of: scanner, line: line, count: count, isASCII: isASCII, name: name) {
                    scanner.drop(count)
                    malformed.append(fault)
                } else {
                    scanner.drop(count - heads.names.count)
                    lines.append(UInt32(truncatingIfNeeded: line))
                }
            }
        }
        malformedRows = malformed
        storage = CSVStorage(
            name: name,
            header: heads.names,
            bytes: bytes,
            delimiter: scanner.delimiter,
            quote: scanner.quote,
            fields: scanner.fields,
            lines: lines
        )
    }

    /// The index of a column from 0; `nil` when the file has no such head.
    public func column(of head: String) -> Int? {
        storage.columns[head]
    }

    /// The index of a column that must be there.
    ///
    /// - Throws: ``CSVError`` with code `missingColumn` when the file has no such head.
    public func requiredColumn(_ head: String) throws(CSVError) -> Int {
        guard let column = column(of: head) else {
            throw CSVError(.missingColumn, file: name, column: head)
        }
        return column
    }
}
