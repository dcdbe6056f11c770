/// One line of a map as text: a word that says what it is, what follows it, and the lines that stand under it.
struct MapTextLine {
    /// A word, a quoted text, or `key=value`.
    struct Token {
        let column: Int
        var key: String?
        var text: String
        var isQuoted: Bool
    }

    let number: Int
    let indentation: Int
    let tokens: [Token]
    let endColumn: Int
    var depth = 0
    var children: [Int] = []
}

/// Splits a map as text into lines and words.
struct MapTextScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var lineStart = 0
    private var number = 1
    private var parents: [Int?] = []
    private var mark = (position: 0, column: 1)

    /// The lines that say something, in order; the first level as the children of none.
    private(set) var lines: [MapTextLine] = []
    private(set) var roots: [Int] = []

    /// The lines of a text; `limit`: the deepest level allowed.
    init(_ text: String, limit: Int) throws(MapTextError) {
        bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            position = 3
            startLine()
        }
        while position < bytes.count {
            if let line = try scanLine() { try place(line, limit: limit) }
            skipLineBreak()
        }
    }

    private mutating func place(_ line: MapTextLine, limit: Int) throws(MapTextError) {
        var line = line
        var parent = lines.indices.last
        while let index = parent, lines[index].indentation >= line.indentation {
            parent = parents[index]
        }
        if let sibling = parent.map({ lines[$0].children.first }) ?? roots.first,
            lines[sibling].indentation != line.indentation
        {
            throw MapTextError(line: line.number, column: line.indentation + 1, .indentation)
        }
        if let parent {
            line.depth = lines[parent].depth + 1
            lines[parent].children.append(lines.count)
        } else {
            roots.append(lines.count)
        }
        guard line.depth <= limit else {
            throw MapTextError(line: line.number, column: line.indentation + 1, .tooDeep)
        }
        parents.append(parent)
        lines.append(line)
    }

    private mutating func scanLine() throws(MapTextError) -> MapTextLine? {
        while let byte = peek, byte == UInt8(ascii: " ") { position += 1 }
        let indentation = position - lineStart
        var tokens: [MapTextLine.Token] = []
        while let byte = peek, !Self.isLineBreak(byte) {
            switch byte {
            case UInt8(ascii: " "): position += 1
            case UInt8(ascii: "\t"): throw fault(.tab)
            case UInt8(ascii: "#"):
                while let byte = peek, !Self.isLineBreak(byte) { position += 1 }
            default: tokens.append(try scanToken())
            }
        }
        guard !tokens.isEmpty else { return nil }
        return MapTextLine(number: number, indentation: indentation, tokens: tokens, endColumn: column())
    }

    private mutating func scanToken() throws(MapTextError) -> MapTextLine.Token {
        let column = column()
        if peek == UInt8(ascii: "\"") {
            return MapTextLine.Token(column: column, text: try scanText(), isQuoted: true)
        }
        let word = scanWord()
        guard peek == UInt8(ascii: "=") else {
            return MapTextLine.Token(column: column, text: word, isQuoted: false)
        }
        guard !word.isEmpty else { throw fault(.unexpected) }
        position += 1
        let isQuoted = peek == UInt8(ascii: "\"")
        let value = isQuoted ? try scanText() : scanWord()
        guard isQuoted || !value.isEmpty else { throw fault(.incomplete) }
        return MapTextLine.Token(column: column, key: word, text: value, isQuoted: isQuoted)
    }

    private mutating func scanWord() -> String {
        let start = position
        while let byte = peek, !Self.endsWord(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func scanText() throws(MapTextError) -> String {
        let open = fault(.openText)
        position += 1
        var content: [UInt8] = []
        while let byte = peek, !Self.isLineBreak(byte) {
            if byte == UInt8(ascii: "\\") {
                content += try scanEscape()
                continue
            }
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
            content.append(byte)
        }
        throw open
    }

    private mutating func scanEscape() throws(MapTextError) -> [UInt8] {
        let bad = fault(.escape)
        position += 1
        guard let byte = peek else { throw bad }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return [UInt8(ascii: "\"")]
        case UInt8(ascii: "\\"): return [UInt8(ascii: "\\")]
        case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
        case UInt8(ascii: "r"): return [UInt8(ascii: "\r")]
        case UInt8(ascii: "t"): return [UInt8(ascii: "\t")]
        case UInt8(ascii: "u"):
            let digits = bytes[position...].prefix(9)
            guard digits.first == UInt8(ascii: "{"), let end = digits.firstIndex(of: UInt8(ascii: "}")),
                let value = UInt32(String(decoding: digits[(position + 1)..<end], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { throw bad }
            position = end + 1
            return Array(String(Character(scalar)).utf8)
        default: throw bad
        }
    }

    private mutating func skipLineBreak() {
        guard let byte = peek else { return }
        position += 1
        if byte == UInt8(ascii: "\r"), peek == UInt8(ascii: "\n") { position += 1 }
        number += 1
        startLine()
    }

    private mutating func startLine() {
        lineStart = position
        mark = (position, 1)
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The column of the position; counts on from where it was last asked for.
    private mutating func column() -> Int {
        mark.column += bytes[mark.position..<position].count { $0 & 0b1100_0000 != 0b1000_0000 }
        mark.position = position
        return mark.column
    }

    private mutating func fault(_ problem: MapTextError.Problem) -> MapTextError {
        MapTextError(line: number, column: column(), problem)
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "="): true
        default: isLineBreak(byte)
        }
    }
}
