/// Writes rows as a CSV file in UTF-8 that spreadsheets open without questions.
///
/// Rows end with CR LF. A field is quoted only when it must be: when it holds the delimiter, a quote or a line end,
/// starts or ends with a space, or when the file would otherwise be read differently (any delimiter that
/// ``CSVDialect/detected`` looks for in the first row or in a file of one column).
///
/// A spreadsheet runs a field that starts like a formula, wherever the text came from. So that text written by
/// others cannot do so, a field that starts with `=`, `+`, `-`, `@` (also in full width), tab, CR or LF and is not a
/// plain number gets an apostrophe before it, which spreadsheets take as "text follows" (OWASP, *CSV Injection*).
/// Reading such a file gives the apostrophe back; set `escapesFormulas` to `false` for files that programs read.
public struct CSVWriter: Sendable {
    /// The byte between fields.
    public let delimiter: UInt8

    /// Whether text that a spreadsheet would run as a formula gets an apostrophe before it.
    public let escapesFormulas: Bool

    /// The file so far.
    public private(set) var bytes: [UInt8]

    private var isFirstRow = true

    /// Starts a file.
    ///
    /// - Parameters:
    ///   - delimiter: the byte between fields, an ASCII character other than a line end and the quotation mark.
    ///   - byteOrderMark: whether the file starts with the mark that spreadsheets know UTF-8 by.
    ///   - escapesFormulas: whether text that a spreadsheet would run as a formula gets an apostrophe before it.
    public init(
        delimiter: UInt8 = UInt8(ascii: ";"),
        byteOrderMark: Bool = true,
        escapesFormulas: Bool = true
    ) {
        precondition(
            CSVDialect.isUsable(delimiter) && delimiter != CSVWriter.quote,
            "The delimiter must be an ASCII character other than a line end and the quote."
        )
        self.delimiter = delimiter
        self.escapesFormulas = escapesFormulas
        bytes = byteOrderMark ? .byteOrderMark : []
    }

    /// Adds a row; the first row of a file is its heads.
    public mutating func append(_ fields: [String]) {
        // Without quotes a row of one empty field would be a blank line.
        if fields == [""] { bytes += [CSVWriter.quote, CSVWriter.quote] }
        let isGuarded = isFirstRow || fields.count == 1
        for (column, field) in fields.enumerated() {
            if column > 0 { bytes.append(delimiter) }
            var text = field
            text.makeContiguousUTF8()
            text.utf8.withContiguousStorageIfAvailable { append($0, isGuarded: isGuarded) }
        }
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
        isFirstRow = false
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, isGuarded: Bool) {
        let isEscaped = escapesFormulas && CSVWriter.startsFormula(text)
        let isQuoted = needsQuotes(text, isGuarded: isGuarded)
        if isQuoted { bytes.append(CSVWriter.quote) }
        if isEscaped { bytes.append(UInt8(ascii: "'")) }
        if isQuoted {
            for byte in text {
                if byte == CSVWriter.quote { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(CSVWriter.quote)
        } else {
            bytes.append(contentsOf: text)
        }
    }
}
