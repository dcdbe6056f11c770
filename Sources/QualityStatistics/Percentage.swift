/// Shares of a whole in percent, rounded from the exact fraction and not from a binary approximation.
public enum Percentage: Sendable {
    /// The share of a part in a whole, rounded to whole percent, halves upwards.
    ///
    /// Each share is rounded on its own, as printed reports do, so that shares of one whole may add up to 99 or 101.
    ///
    /// - Parameters:
    ///   - part: the number counted, 0 or more.
    ///   - whole: the number of which it is a part.
    /// - Returns: whole percent; `nil` when the whole is 0 or less or the part is negative, for then there is no share.
    public static func rounded(_ part: Int, of whole: Int) -> Int? {
        guard whole > 0, part >= 0 else { return nil }
        let (hundredfold, isTooLarge) = part.multipliedReportingOverflow(by: 100)
        guard !isTooLarge else { return nil }
        let (quotient, remainder) = hundredfold.quotientAndRemainder(dividingBy: whole)
        return remainder >= whole - remainder ? quotient + 1 : quotient
    }
}
