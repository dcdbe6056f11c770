/// A SHA-256 digest: 32 bytes by which a change of what they cover is found (FIPS 180-4).
public struct ContentDigest: Hashable, Sendable {
    /// The bytes, 32 of them.
    public let bytes: [UInt8]

    /// A digest from its bytes; `nil` unless there are 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The digest of bytes.
    public init(of content: some Sequence<UInt8>) {
        var accumulator = Accumulator()
        accumulator.append(content)
        self = accumulator.digest
    }

    init(words: InlineWords) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        words.forEach { word in
            for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        self.bytes = bytes
    }

    /// The digest that stands before the first of a chain: 32 zero bytes.
    public static let zero = ContentDigest(words: InlineWords(0, 0, 0, 0, 0, 0, 0, 0))
}

extension ContentDigest: LosslessStringConvertible {
    /// Sixty-four hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// A digest from sixty-four hexadecimal digits in lower case.
    public init?(_ description: String) {
        var nibbles: [UInt8] = []
        for byte in description.utf8 {
            switch byte {
            case 48...57: nibbles.append(byte - 48)
            case 97...102: nibbles.append(byte - 87)
            default: return nil
            }
        }
        guard nibbles.count == 64 else { return nil }
        self.init(bytes: stride(from: 0, to: 64, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] })
    }
}

extension ContentDigest: Codable {
    /// Reads sixty-four hexadecimal digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = ContentDigest(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not a SHA-256 digest in hexadecimal"
            )
        }
        self = digest
    }

    /// Writes sixty-four hexadecimal digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
