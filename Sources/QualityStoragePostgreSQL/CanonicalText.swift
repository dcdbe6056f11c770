#if PostgreSQL
import QualityCore
import QualityStorage

/// Lists as the one JSON text that stands for them, so that no other text is read as the same list.
enum CanonicalText {
    /// Observations as `[{"category":["fall"]}]`, dimensions in byte order.
    static func text(_ observations: [RecordFacts.Observation]) -> String {
        list(observations) { text, observation in
            let codes = observation.codes.map { (Array($0.key.rawValue.utf8), $0.key.rawValue, $0.value) }
                .sorted { $0.0.lexicographicallyPrecedes($1.0) }
            text += "{"
            for (position, entry) in codes.enumerated() {
                if position > 0 { text += "," }
                append(entry.1, to: &text)
                text += ":" + list(entry.2) { append($1.rawValue, to: &$0) }
            }
            text += "}"
        }
    }

    /// Attachments as `[{"digest":"…","id":"…","mediaType":"…","name":"…","size":1}]`.
    static func text(_ attachments: [AttachmentFacts]) -> String {
        list(attachments) { text, attachment in
            text += "{\"digest\":\"\(attachment.digest)\",\"id\":"
            append(attachment.id.rawValue, to: &text)
            text += ",\"mediaType\":"
            append(attachment.mediaType, to: &text)
            text += ",\"name\":"
            append(attachment.name, to: &text)
            text += ",\"size\":\(attachment.size)}"
        }
    }

    /// Words as ` a b c `, so that a whole word is found between blanks.
    static func text(_ words: SearchWords) -> String {
        words.words.reduce(into: " ") { $0 += $1 + " " }
    }

    /// Observations from their text; `nil` unless it is the one that stands for them.
    static func observations(_ text: String) -> [RecordFacts.Observation]? {
        var reader = CanonicalReader(text)
        let observations = reader.list { reader -> RecordFacts.Observation? in
            var codes: [CodeDimension: [CategoryCode]] = [:]
            guard reader.take("{") else { return nil }
            while !reader.take("}") {
                guard codes.isEmpty || reader.take(","), let dimension = reader.string(), reader.take(":"),
                    let list = reader.list({ $0.string().map(CategoryCode.init(rawValue:)) })
                else { return nil }
                codes[CodeDimension(rawValue: dimension)] = list
            }
            return RecordFacts.Observation(codes: codes)
        }
        return observations.flatMap { reader.isAtEnd && same(Self.text($0), text) ? $0 : nil }
    }

    /// Attachments from their text; `nil` unless it is the one that stands for them.
    static func attachments(_ text: String) -> [AttachmentFacts]? {
        var reader = CanonicalReader(text)
        let attachments = reader.list { reader -> AttachmentFacts? in
            guard reader.take("{\"digest\":"), let digest = reader.string().flatMap({ ContentDigest($0) }),
                reader.take(",\"id\":"), let id = reader.string(),
                reader.take(",\"mediaType\":"), let mediaType = reader.string(),
                reader.take(",\"name\":"), let name = reader.string(),
                reader.take(",\"size\":"), let size = reader.number(), reader.take("}")
            else { return nil }
            return AttachmentFacts(
                id: AttachmentID(rawValue: id),
                name: name,
                mediaType: mediaType,
                size: size,
                digest: digest
            )
        }
        return attachments.flatMap { reader.isAtEnd && same(Self.text($0), text) ? $0 : nil }
    }

    /// Words from their text; `nil` unless blanks stand around each.
    static func words(_ text: String) -> SearchWords? {
        guard text.utf8.first == UInt8(ascii: " "), text.utf8.last == UInt8(ascii: " ") else { return nil }
        let inner = text.utf8.dropFirst().dropLast()
        guard text.utf8.count > 1 else { return SearchWords(stored: []) }
        let words = inner.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        return SearchWords(stored: words.map { String(decoding: $0, as: UTF8.self) })
    }

    private static func same(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }

    private static func list<Value>(_ values: [Value], _ append: (inout String, Value) -> Void) -> String {
        var text = "["
        for (position, value) in values.enumerated() {
            if position > 0 { text += "," }
            append(&text, value)
        }
        return text + "]"
    }

    private static func append(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                text += "\\"
                text.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

/// Reads what `CanonicalText` writes, byte by byte.
private struct CanonicalReader {
    private var rest: Substring.UTF8View.SubSequence

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        let isThere = expected.withUTF8Buffer { rest.prefix(count).elementsEqual($0) }
        if isThere { rest = rest.dropFirst(count) }
        return isThere
    }

    mutating func list<Value>(_ element: (inout CanonicalReader) -> Value?) -> [Value]? {
        var values: [Value] = []
        guard take("[") else { return nil }
        while !take("]") {
            guard values.isEmpty || take(","), let value = element(&self) else { return nil }
            values.append(value)
        }
        return values
    }

    mutating func number() -> Int64? {
        let digits = rest.prefix { $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        rest = rest.dropFirst(digits.count)
        return Int64(String(decoding: digits, as: UTF8.self))
    }

    mutating func string() -> String? {
        guard take("\"") else { return nil }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return nil }
                guard escaped == UInt8(ascii: "u") else {
                    bytes.append(escaped)
                    continue
                }
                guard let value = UInt8(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(4)
            default: bytes.append(byte)
            }
        }
        return nil
    }
}
#endif
