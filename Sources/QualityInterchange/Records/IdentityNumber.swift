import QualityCore

/// Tells personal identity numbers (*personnummer*, *samordningsnummer*) from the numbers of records.
enum IdentityNumber {
    /// Whether a text has the form of an identity number with a plausible day of birth.
    ///
    /// With a separator that suffices; without one the check digit must be right too.
    static func isPlausible(_ text: String) -> Bool {
        var digits: [Int] = []
        var separators = 0
        for (offset, byte) in text.utf8.reversed().enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.insert(Int(byte - UInt8(ascii: "0")), at: 0)
            case UInt8(ascii: "-"), UInt8(ascii: "+"):
                guard offset == 4 else { return false }
                separators += 1
            default: return false
            }
        }
        guard digits.count == 10 || digits.count == 12 && [18, 19, 20].contains(digits[0] * 10 + digits[1]) else {
            return false
        }
        let ten = Array(digits.suffix(10))
        let month = ten[2] * 10 + ten[3]
        let day = ten[4] * 10 + ten[5]
        let isBorn = (1...12).contains(month) && (1...31).contains(day)
        let isCoordinated = (0...12).contains(month) && (60...91).contains(day)
        guard isBorn || isCoordinated else { return false }
        return separators == 1 || hasCheckDigit(ten)
    }

    /// The check digit of the last of ten digits (Luhn, weights 2 and 1 from the first).
    private static func hasCheckDigit(_ digits: [Int]) -> Bool {
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let weighted = digit.element * (digit.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + weighted / 10 + weighted % 10
        }
        return sum.isMultiple(of: 10)
    }
}
