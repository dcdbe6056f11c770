/// A two-sided probability of the normal distribution, with its logarithm for tails too far out to be written.
public struct NormalPValue: Hashable, Sendable {
    /// The probability; 0 where it is below the smallest floating-point number, at |*z*| of about 38.
    public let value: Double

    /// The natural logarithm of the probability, which is right however far out the tail is.
    public let logarithm: Double

    /// Twice the upper tail at the absolute value of a standardised score.
    init(z: Double) {
        logarithm = min(0, log(2) + StandardNormal.tails(abs(z)).logUpper)
        value = min(1, 2 * StandardNormal.tails(abs(z)).upper)
    }
}
