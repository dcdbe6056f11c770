/// A probability distribution over the real numbers.
///
/// Tails and densities have a relative error below 10⁻¹³ in the far tails as well.
public protocol ContinuousDistribution: Hashable, Sendable {
    /// The probability density at a point.
    func density(at point: Double) -> Double

    /// The probabilities below and above a point.
    func tails(at point: Double) -> TailPair

    /// The point that a variable stays below with this probability, from 0 to 1; otherwise NaN.
    func quantile(lower probability: Double) -> Double

    /// The point that a variable exceeds with this probability, from 0 to 1; otherwise NaN.
    func quantile(upper probability: Double) -> Double
}
