/// Shares of a whole in percent, rounded from the exact fraction and not from a binary approximation.
public enum Percentage: Sendable {
    /// The share of a part in a whole, rounded to whole percent, halves upwards.
    ///
    /// Each share is rounded on its own, as printed reports do, so that shares of one whole may add up to 99 or 101.
    ///
    /// - Parameters:
    ///   - part: the number counted, 0 or more.
    ///   - whole: the number of which it is a part.
    /// - Returns: whole percent; `nil` when the whole is 0 or less or the part is negative, for then there is no share,
    ///   and when the share is more than an `Int` holds.
    public static func rounded(_ part: Int, of whole: Int) -> Int? {
        guard whole > 0, part >= 0 else { return nil }
        let hundredfold = UInt(part).multipliedFullWidth(by: 100)
        let divisor = UInt(whole)
        guard hundredfold.high < divisor else { return nil }
        let (quotient, remainder) = divisor.dividingFullWidth(hundredfold)
        return Int(exactly: remainder >= divisor - remainder ? quotient + 1 : quotient)
    }
}
