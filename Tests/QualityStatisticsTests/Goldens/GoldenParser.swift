/// Reads JSON (RFC 8259) into a ``GoldenTree``, each number as the nearest double.
struct GoldenParser {
    private let bytes: [UInt8]
    private var position = 0

    static func tree(of bytes: [UInt8]) throws -> GoldenTree {
        var parser = Self(bytes: bytes)
        let tree = try parser.value()
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.fault("text after the end") }
        return tree
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func fault(_ what: String) -> GoldenError {
        GoldenError("byte \(position): \(what)")
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value() throws -> GoldenTree {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "\""):
            let text = try string()
            return ["NaN", "Infinity", "-Infinity"].contains(text) ? .number(Double(text) ?? .nan) : .text(text)
        default: return try word()
        }
    }

    private mutating func object() throws -> GoldenTree {
        position += 1
        var object: [String: GoldenTree] = [:]
        if take("}") { return .object(object) }
        repeat {
            skipSpace()
            let key = try string()
            guard take(":") else { throw fault("no colon") }
            guard object.updateValue(try value(), forKey: key) == nil else { throw fault("'\(key)' twice") }
        } while take(",")
        guard take("}") else { throw fault("no end of the object") }
        return .object(object)
    }

    private mutating func list() throws -> GoldenTree {
        position += 1
        var list: [GoldenTree] = []
        if take("]") { return .list(list) }
        repeat { list.append(try value()) } while take(",")
        guard take("]") else { throw fault("no end of the list") }
        return .list(list)
    }

    private mutating func word() throws -> GoldenTree {
        let start = position
        while let byte = next, !Self.ends.contains(byte) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .flag(true)
        case "false": return .flag(false)
        default:
            guard let first = word.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
                let number = Double(word), number.isFinite
            else { throw fault("no value") }
            return .number(number)
        }
    }

    private static let ends: Set<UInt8> = Set(" \n\r\t,]}:".utf8)

    private mutating func string() throws -> String {
        guard next == UInt8(ascii: "\"") else { throw fault("no text") }
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escape().utf8
            default: text.append(byte)
            }
        }
        throw fault("no end of the text")
    }

    private mutating func escape() throws -> String {
        guard let byte = next else { throw fault("no end of the text") }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"):
            var units = [try codeUnit()]
            if UTF16.isLeadSurrogate(units[0]), next == UInt8(ascii: "\\") {
                position += 2
                units.append(try codeUnit())
            }
            return String(decoding: units, as: UTF16.self)
        default: return String(decoding: [byte], as: UTF8.self)
        }
    }

    private mutating func codeUnit() throws -> UInt16 {
        guard position + 4 <= bytes.count,
            let unit = UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw fault("no code point") }
        position += 4
        return unit
    }
}
