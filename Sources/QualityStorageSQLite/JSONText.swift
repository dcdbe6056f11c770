#if SQLite
/// JSON as this adapter writes it, byte by byte: no blanks, and escapes only where JSON demands them.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func append(_ byte: Unicode.Scalar) {
        bytes.append(UInt8(ascii: byte))
    }

    mutating func append(_ piece: StaticString) {
        piece.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ number: Int64) {
        bytes.append(contentsOf: "\(number)".utf8)
    }

    mutating func append(string: String) {
        var string = string
        append("\"" as Unicode.Scalar)
        string.withUTF8 { utf8 in
            if utf8.contains(where: Self.isEscaped) {
                for byte in utf8 { appendEscaped(byte) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        append("\"" as Unicode.Scalar)
    }

    /// A list of texts.
    static func array(_ strings: some Sequence<String>) -> [UInt8] {
        var text = JSONText()
        text.append("[" as Unicode.Scalar)
        for (index, string) in strings.enumerated() {
            if index > 0 { text.append("," as Unicode.Scalar) }
            text.append(string: string)
        }
        text.append("]" as Unicode.Scalar)
        return text.bytes
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        guard Self.isEscaped(byte) else { return bytes.append(byte) }
        guard byte < 0x20 else {
            append("\\" as Unicode.Scalar)
            return bytes.append(byte)
        }
        append("\\u00")
        bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        bytes.append(byte & 15 < 10 ? byte & 15 + 48 : byte & 15 + 87)
    }

    fileprivate static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}

/// Reads what ``JSONText`` writes and nothing else, so that no two texts stand for one value.
struct JSONTextReader {
    /// The text is not one that was written here.
    struct Refusal: Error {}

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Takes one byte when it comes next.
    mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ byte: Unicode.Scalar) throws(Refusal) {
        guard take(byte) else { throw Refusal() }
    }

    mutating func expect(_ piece: StaticString) throws(Refusal) {
        let length = piece.utf8CodeUnitCount
        guard bytes.count - position >= length,
            piece.withUTF8Buffer({ $0.elementsEqual(bytes[position..<position + length]) })
        else { throw Refusal() }
        position += length
    }

    mutating func expectEnd() throws(Refusal) {
        guard position == bytes.count else { throw Refusal() }
    }

    /// Reads an array, calling a closure at the start of each element.
    mutating func array(_ element: (inout JSONTextReader) throws(Refusal) -> Void) throws(Refusal) {
        try expect("[" as Unicode.Scalar)
        if take("]") { return }
        repeat { try element(&self) } while take(",")
        try expect("]" as Unicode.Scalar)
    }

    mutating func string() throws(Refusal) -> String {
        try expect("\"" as Unicode.Scalar)
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                defer { position += 1 }
                return String(decoding: bytes[start..<position], as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            guard byte >= 0x20 else { throw Refusal() }
            position += 1
        }
        throw Refusal()
    }

    private mutating func escapedString(from start: Int) throws(Refusal) -> String {
        var content = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
            guard byte >= 0x20 else { throw Refusal() }
            content.append(byte == UInt8(ascii: "\\") ? try escape() : byte)
        }
        throw Refusal()
    }

    private mutating func escape() throws(Refusal) -> UInt8 {
        if take("\"") { return UInt8(ascii: "\"") }
        if take("\\") { return UInt8(ascii: "\\") }
        try expect("u00")
        let high: UInt8 = take("1") ? 16 : 0
        if high == 0 { try expect("0" as Unicode.Scalar) }
        guard position < bytes.count else { throw Refusal() }
        let low = bytes[position]
        position += 1
        switch low {
        case 48...57: return high + low - 48
        case 97...102: return high + low - 87
        default: throw Refusal()
        }
    }
}
#endif
