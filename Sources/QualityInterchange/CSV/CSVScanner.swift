/// Reads rows one after the other from the bytes of a file and collects where their fields lie.
struct CSVScanner {
    enum Step {
        /// A row whose fields are the last `count` of `fields`.
        case row(line: Int, count: Int, isASCII: Bool)
        /// A blank line, or a row of nothing but empty fields; it left no fields.
        case blank
        /// A row that could not be read, with the line and the column (from 0) of the quote at fault; it left no fields.
        case malformed(CSVError.Code, line: Int, column: Int)
        case end
    }

    let bytes: [UInt8]
    let delimiter: UInt8
    let quote: UInt8
    private(set) var position: Int
    private(set) var line: Int
    private(set) var fields: [CSVField] = []

    init(_ bytes: [UInt8], delimiter: UInt8, quote: UInt8, position: Int, line: Int) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.quote = quote
        self.position = position
        self.line = line
    }

    /// Forgets the last `count` fields.
    mutating func drop(_ count: Int) {
        fields.removeLast(count)
    }

    /// Forgets all fields.
    mutating func dropAll() {
        fields.removeAll()
    }

    /// Reads the next row.
    ///
    /// A fault of quotes ends the row with the line on which the quote at fault was opened: the line after it is
    /// read as the start of a row again, so that a forgotten quote costs one row and not the rest of the file.
    mutating func next() -> Step {
        guard position < bytes.count else { return .end }
        let first = fields.count
        let firstLine = line
        var isBlank = true
        var seen: UInt8 = 0
        while true {
            if position < bytes.count, bytes[position] == quote {
                if let fault = scanQuoted(&seen) {
                    let column = fields.count - first
                    drop(column)
                    return .malformed(fault, line: line - 1, column: column)
                }
            } else {
                scanUnquoted(&seen)
            }
            if isBlank, let field = fields.last {
                isBlank = bytes.trimmed(field.range).isEmpty
            }
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        skipLineEnd()
        let count = fields.count - first
        if isBlank {
            drop(count)
            return .blank
        }
        return .row(line: firstLine, count: count, isASCII: seen < 0x80)
    }

    private mutating func scanUnquoted(_ seen: inout UInt8) {
        let start = position
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == delimiter || byte.isLineEnd { break }
            seen |= byte
            end += 1
        }
        position = end
        fields.append(CSVField(start..<end, isQuoted: false, hasDoubledQuotes: false))
    }

    /// Reads a quoted field, or reports its fault and moves to the line after the one where it was opened.
    private mutating func scanQuoted(_ seen: inout UInt8) -> CSVError.Code? {
        let start = position + 1
        let firstLine = line
        var end = start
        var hasDoubledQuotes = false
        while end < bytes.count {
            let byte = bytes[end]
            if byte == quote {
                let after = end + 1
                if after < bytes.count, bytes[after] == quote {
                    hasDoubledQuotes = true
                    end += 2
                    continue
                }
                guard after == bytes.count || bytes[after] == delimiter || bytes[after].isLineEnd else {
                    resume(afterLineOf: start, line: firstLine)
                    return .strayQuote
                }
                position = after
                fields.append(CSVField(start..<end, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
                return nil
            }
            if byte.isLineEnd {
                end += bytes.lineEndLength(at: end)
                line += 1
            } else {
                seen |= byte
                end += 1
            }
        }
        resume(afterLineOf: start, line: firstLine)
        return .unclosedQuote
    }

    private mutating func resume(afterLineOf start: Int, line firstLine: Int) {
        position = start
        line = firstLine
        while position < bytes.count, !bytes[position].isLineEnd { position += 1 }
        skipLineEnd()
    }

    private mutating func skipLineEnd() {
        line += 1
        guard position < bytes.count else { return }
        position += bytes.lineEndLength(at: position)
    }
}
