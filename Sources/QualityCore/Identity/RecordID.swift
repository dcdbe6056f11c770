/// The identity of one record of one type: 1 to 120 ASCII letters, digits and `-._:~`.
///
/// Never a personal identity number. Identity is passed in: from a form, a source system or the host's generator.
public struct RecordID<Record>: Hashable, Sendable {
    /// The identity as stored.
    public let rawValue: String

    /// An identity from its stored form, or `nil` where a character or the length is not allowed.
    public init?(_ rawValue: String) {
        guard (1...120).contains(rawValue.utf8.count), rawValue.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.rawValue = rawValue
    }

    /// The identity that a record of another system always gets here, so that importing it twice gives one record.
    ///
    /// Bytes that an identity cannot hold are written as `~` and two hexadecimal digits; `nil` when the key is empty
    /// or the result too long, or the source is not made of letters and digits.
    ///
    /// - Parameters:
    ///   - source: a short name of the other system, ASCII letters and digits, so that two sources never meet.
    ///   - key: the record's number in that system.
    public init?(source: String, key: String) {
        guard !key.isEmpty, !source.isEmpty, source.utf8.allSatisfy(Self.isLetterOrDigit) else { return nil }
        var text = source + ":"
        for byte in key.utf8 {
            if Self.isAllowed(byte), byte != UInt8(ascii: "~") {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "~" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        self.init(text)
    }

    /// The identity of a record of another type that goes by the same stored form.
    init<Other>(sameAs other: RecordID<Other>) {
        rawValue = other.rawValue
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "-._:~".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension RecordID: CustomStringConvertible {
    /// The identity as stored.
    public var description: String { rawValue }
}

extension RecordID: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = RecordID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a record identity")
        }
        self = id
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
