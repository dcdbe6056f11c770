extension CSVWriter {
    static let quote = UInt8(ascii: "\"")

    /// Whether a field must be quoted to be read as it is.
    ///
    /// A guarded field is one by which a reader may judge the file: a head, or the only field of its row.
    func needsQuotes(_ text: some RandomAccessCollection<UInt8>, isGuarded: Bool) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        if first.isASCIISpace || last.isASCIISpace { return true }
        let isMisread = { (byte: UInt8) in
            byte == delimiter || byte == CSVWriter.quote || byte.isLineEnd
        }
        if text.contains(where: isMisread) { return true }
        guard isGuarded else { return false }
        return text.starts(with: [UInt8].byteOrderMark) || text.lazy.map { $0 | 0x20 }.starts(with: "sep=".utf8)
            || text.contains(where: CSVDialect.candidates.contains)
    }

    /// Whether a spreadsheet would take the text for a formula.
    static func startsFormula(_ text: some RandomAccessCollection<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), .carriageReturn, .lineFeed:
            return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            return !isPlainNumber(text.dropFirst())
        default:
            return fullWidthStarts.contains { text.starts(with: $0.utf8) }
        }
    }

    private static let fullWidthStarts = ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]

    /// Whether the text is digits, with at most one decimal comma or point between them.
    private static func isPlainNumber(_ text: some RandomAccessCollection<UInt8>) -> Bool {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
        }
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy(\.isASCIIDigit)
        }
    }
}
