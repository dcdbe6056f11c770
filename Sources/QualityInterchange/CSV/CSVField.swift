/// Where a field lies among the bytes of its file, in eight bytes.
struct CSVField {
    /// Files must be shorter than this for the two flags to have room.
    static let limit = 1 << 31

    private static let flag: UInt32 = 1 << 31

    private let lower: UInt32
    private let upper: UInt32

    /// `range` excludes the quotes around a quoted field.
    init(_ range: Range<Int>, isQuoted: Bool, hasDoubledQuotes: Bool) {
        lower = UInt32(truncatingIfNeeded: range.lowerBound) | (isQuoted ? CSVField.flag : 0)
        upper = UInt32(truncatingIfNeeded: range.upperBound) | (hasDoubledQuotes ? CSVField.flag : 0)
    }

    var isQuoted: Bool { lower & CSVField.flag != 0 }

    var hasDoubledQuotes: Bool { upper & CSVField.flag != 0 }

    /// The content, without the quotes around it; doubled quotes are still doubled.
    var range: Range<Int> {
        Int(lower & ~CSVField.flag)..<Int(upper & ~CSVField.flag)
    }

    /// The content with the quotes around it.
    var outerRange: Range<Int> {
        isQuoted ? (range.lowerBound - 1)..<(range.upperBound + 1) : range
    }

    /// The text of a part of this field, with doubled quotes made single.
    func text(of part: Range<Int>, in bytes: [UInt8], quote: UInt8) -> String {
        guard hasDoubledQuotes else { return String(decoding: bytes[part], as: UTF8.self) }
        var single: [UInt8] = []
        single.reserveCapacity(part.count)
        var position = part.lowerBound
        while position < part.upperBound {
            single.append(bytes[position])
            position += bytes[position] == quote ? 2 : 1
        }
        return String(decoding: single, as: UTF8.self)
    }
}
