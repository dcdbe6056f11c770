/// A natural number of any size, as far as counting orders needs one: sums, and products and quotients by words.
struct NaturalNumber: Hashable, Sendable {
    /// The digits to the base 2^64, least significant first, without leading zeros.
    private(set) var words: [UInt]

    init(_ value: UInt) {
        words = value == 0 ? [] : [value]
    }

    init(words: some Sequence<UInt>) {
        self.words = Array(words)
        normalise()
    }

    var isZero: Bool { words.isEmpty }

    /// The number of binary digits.
    var bitWidth: Int {
        guard let last = words.last else { return 0 }
        return words.count * UInt.bitWidth - last.leadingZeroBitCount
    }

    private mutating func normalise() {
        while words.last == 0 { words.removeLast() }
    }

    mutating func multiply(by factor: UInt) {
        var carry: UInt = 0
        for index in words.indices {
            let (high, low) = words[index].multipliedFullWidth(by: factor)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            words[index] = sum
            carry = high &+ (overflow ? 1 : 0)
        }
        if carry > 0 { words.append(carry) }
        normalise()
    }

    /// The quotient and the remainder of a division by a word other than 0.
    func quotientAndRemainder(dividingBy divisor: UInt) -> (quotient: NaturalNumber, remainder: UInt) {
        var quotient = words
        var remainder: UInt = 0
        for index in words.indices.reversed() {
            (quotient[index], remainder) = divisor.dividingFullWidth((remainder, words[index]))
        }
        return (NaturalNumber(words: quotient), remainder)
    }

    /// The difference from a number that is not smaller.
    func subtracted(from larger: NaturalNumber) -> NaturalNumber {
        var difference = larger.words
        var borrow: UInt = 0
        for index in difference.indices {
            let subtrahend = index < words.count ? words[index] : 0
            let (first, firstBorrow) = difference[index].subtractingReportingOverflow(subtrahend)
            let (second, secondBorrow) = first.subtractingReportingOverflow(borrow)
            difference[index] = second
            borrow = firstBorrow || secondBorrow ? 1 : 0
        }
        return NaturalNumber(words: difference)
    }

    /// The number as a fraction below 1 and a power of two.
    private var scaled: (significand: Double, exponent: Int) {
        guard let last = words.last else { return (0, 0) }
        let shift = last.leadingZeroBitCount
        var top = last << shift
        var rest = words.dropLast()
        if shift > 0, let next = rest.popLast() { top |= next >> (UInt.bitWidth - shift) }
        let significand = Double(sign: .plus, exponent: -UInt.bitWidth, significand: Double(top))
        return (significand, bitWidth)
    }

    /// The quotient of two numbers, to within two units of the last place.
    func ratio(to denominator: NaturalNumber) -> Double {
        let (numerator, denominator) = (scaled, denominator.scaled)
        return Double(
            sign: .plus,
            exponent: numerator.exponent - denominator.exponent,
            significand: numerator.significand / denominator.significand
        )
    }
}

extension NaturalNumber: CustomStringConvertible {
    /// The decimal digits.
    var description: String {
        guard words.count > 1 else { return String(words.first ?? 0) }
        let digits = 19
        let base: UInt = 10_000_000_000_000_000_000
        var parts: [String] = []
        var rest = self
        while !rest.isZero {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: base)
            let part = String(remainder)
            parts.append(quotient.isZero ? part : String(repeating: "0", count: digits - part.count) + part)
            rest = quotient
        }
        return parts.reversed().joined()
    }
}
