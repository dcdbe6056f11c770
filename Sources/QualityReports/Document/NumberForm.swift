import QualityCore

/// Writes numbers for readers and for data, without the locale of the machine.
enum NumberForm {
    static let noBreakSpace = "\u{A0}"
    static let minus = "\u{2212}"

    /// The digits of a number rounded half away from zero, or `nil` when it is not finite or has too many digits.
    static func digits(of value: Double, fractionDigits: Int) -> (isNegative: Bool, whole: String, fraction: String)? {
        let count = min(max(fractionDigits, 0), 9)
        let scale = (0..<count).reduce(1.0) { product, _ in product * 10 }
        guard value.isFinite, let scaled = Int(exactly: (value * scale).rounded(.toNearestOrAwayFromZero)) else {
            return nil
        }
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
        return (scaled < 0, String(padded.dropLast(count)), String(padded.suffix(count)))
    }

    static func grouped(_ whole: String, by separator: String) -> String {
        var groups: [Substring] = []
        var rest = whole[...]
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        groups.append(rest)
        return groups.reversed().joined(separator: separator)
    }

    static func shown(isNegative: Bool, whole: String, fraction: String, in language: Language) -> String {
        let separator =
            switch language {
            case .swedish: (thousands: noBreakSpace, decimal: ",")
            case .english: (thousands: ",", decimal: ".")
            }
        let sign = isNegative ? minus : ""
        let decimals = fraction.isEmpty ? "" : separator.decimal + fraction
        return sign + grouped(whole, by: separator.thousands) + decimals
    }
}
