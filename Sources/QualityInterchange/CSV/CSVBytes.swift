extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }

    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isASCIILetterOrDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    /// Space, tab, line feed, vertical tab, form feed and carriage return.
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Two for CR LF, one for any other line end at the position.
    func lineEndLength(at position: Int) -> Int {
        let isPair = self[position] == .carriageReturn && position + 1 < count && self[position + 1] == .lineFeed
        return isPair ? 2 : 1
    }

    /// The range without ASCII and no-break spaces (U+00A0, U+202F) at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper {
            if self[lower].isASCIISpace {
                lower += 1
            } else if isNoBreakSpace(lower, 2, before: upper) {
                lower += 2
            } else if isNoBreakSpace(lower, 3, before: upper) {
                lower += 3
            } else {
                break
            }
        }
        while lower < upper {
            if self[upper - 1].isASCIISpace {
                upper -= 1
            } else if upper - lower >= 2, isNoBreakSpace(upper - 2, 2, before: upper) {
                upper -= 2
            } else if upper - lower >= 3, isNoBreakSpace(upper - 3, 3, before: upper) {
                upper -= 3
            } else {
                break
            }
        }
        return lower..<upper
    }

    private func isNoBreakSpace(_ start: Int, _ length: Int, before end: Int) -> Bool {
        guard start + length <= end else { return false }
        if length == 2 { return self[start] == 0xC2 && self[start + 1] == 0xA0 }
        return self[start] == 0xE2 && self[start + 1] == 0x80 && self[start + 2] == 0xAF
    }
}
