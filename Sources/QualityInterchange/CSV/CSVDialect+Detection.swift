extension CSVDialect {
    /// The delimiters looked for in a header line, the preferred first.
    static let candidates: [UInt8] = [
        UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// The delimiter named by a first line `sep=;`, as spreadsheets write it, and where the next line starts.
    func declaredDelimiter(in bytes: [UInt8], at start: Int) -> (delimiter: UInt8, next: Int)? {
        guard bytes.count - start >= 5 else { return nil }
        for (offset, letter) in "sep=".utf8.enumerated() {
            let byte = bytes[start + offset]
            guard byte == letter || (letter != UInt8(ascii: "=") && byte | 0x20 == letter) else { return nil }
        }
        let delimiter = bytes[start + 4]
        guard CSVDialect.isUsable(delimiter), delimiter != quote, !delimiter.isASCIILetterOrDigit else { return nil }
        var next = start + 5
        guard next < bytes.count else { return (delimiter, next) }
        guard bytes[next].isLineEnd else { return nil }
        next += bytes.lineEndLength(at: next)
        return (delimiter, next)
    }

    /// The candidate that is commonest outside quotes in the line at `start`.
    func detectedDelimiter(in bytes: [UInt8], at start: Int) -> UInt8 {
        var counts = [Int](repeating: 0, count: CSVDialect.candidates.count)
        var state = FieldState.start
        var position = start
        scanning: while position < bytes.count {
            let byte = bytes[position]
            switch state {
            case .quoted:
                if byte == quote { state = .closed }
            case .start where byte == quote, .closed where byte == quote:
                // A doubled quote closes the field and opens it again.
                state = .quoted
            default:
                if byte.isLineEnd { break scanning }
                state = .unquoted
                if let candidate = CSVDialect.candidates.firstIndex(of: byte) {
                    counts[candidate] += 1
                    state = .start
                }
            }
            position += 1
        }
        let most = counts.max() ?? 0
        let winner = counts.firstIndex(of: most) ?? 0
        return CSVDialect.candidates[winner]
    }

    private enum FieldState {
        case start, unquoted, quoted, closed
    }
}
