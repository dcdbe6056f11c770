/// A probability distribution over the whole numbers.
///
/// Tails and probabilities have a relative error below 10⁻¹³ in the far tails as well.
public protocol DiscreteDistribution: Hashable, Sendable {
    /// The expected value.
    var mean: Double { get }

    /// The variance.
    var variance: Double { get }

    /// The numbers that have a probability.
    var support: ClosedRange<Int> { get }

    /// The natural logarithm of the probability of a number; −∞ outside the support.
    func logProbability(of number: Int) -> Double

    /// The probability of a number; 0 outside the support.
    func probability(of number: Int) -> Double

    /// The probabilities of a number or less, and of more than it.
    func tails(at number: Int) -> TailPair
}

extension DiscreteDistribution {
    /// The probability of a number or less.
    public func probability(atMost number: Int) -> Double { tails(at: number).lower }

    /// The probability of a number or more.
    public func probability(atLeast number: Int) -> Double { number == .min ? 1 : tails(at: number - 1).upper }

    /// The smallest number that has at least this probability, from 0 to 1, at or below it; otherwise `nil`.
    ///
    /// A probability that is reached but for rounding, to 10⁻¹⁴ of itself, counts as reached; that of 1 is reached only
    /// where no number above has any, which may be the upper end of the support.
    public func quantile(lower probability: Double) -> Int? {
        guard probability >= 0, probability <= 1 else { return nil }
        let z = StandardNormal.quantile(upper: 1 - probability)
        return smallest(near: mean + z * variance.squareRoot()) {
            probability < 1 ? $0.lower >= probability * (1 - 1e-14) : $0.logUpper == -.infinity
        }
    }

    /// The smallest number that has at most this probability, from 0 to 1, above it; otherwise `nil`.
    ///
    /// A probability that is reached but for rounding, to 10⁻¹⁴ of itself, counts as reached; that of 0 is reached only
    /// where no number above has any, which may be the upper end of the support.
    public func quantile(upper probability: Double) -> Int? {
        guard probability >= 0, probability <= 1 else { return nil }
        let z = StandardNormal.quantile(upper: probability)
        return smallest(near: mean + z * variance.squareRoot()) {
            probability > 0 ? $0.upper <= probability * (1 + 1e-14) : $0.logUpper == -.infinity
        }
    }

    /// The smallest number of the support whose tails satisfy a condition that only ever turns true.
    private func smallest(near guess: Double, where condition: (TailPair) -> Bool) -> Int {
        let first = support.lowerBound
        let bound = min(Double(support.upperBound), 9e18)
        guard bound > Double(first) else { return first }
        var high = Int(max(Double(first), min(guess.isNaN ? mean : guess, bound)))
        var low = high
        var step = 1
        while high < support.upperBound, !condition(tails(at: high)) {
            low = high
            high = high > support.upperBound - step ? support.upperBound : high + step
            step = Self.doubled(step)
        }
        step = 1
        while low >= first, condition(tails(at: low)) {
            high = low
            low = low - first < step ? first - 1 : low - step
            step = Self.doubled(step)
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if condition(tails(at: middle)) { high = middle } else { low = middle }
        }
        return high
    }

    private static func doubled(_ step: Int) -> Int { step > .max / 2 ? .max : 2 * step }
}
