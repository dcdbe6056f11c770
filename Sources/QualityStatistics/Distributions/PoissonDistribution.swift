/// The Poisson distribution, of a number of independent events.
public struct PoissonDistribution: DiscreteDistribution {
    /// The expected number of events, from 0 to 10¹⁵.
    public let mean: Double

    /// A Poisson distribution.
    ///
    /// - Throws: ``StatisticsError`` for a mean that is not finite, negative, or above 10¹⁵.
    public init(mean: Double) throws(StatisticsError) {
        guard mean.isFinite else { throw StatisticsError(.notFinite, of: "mean") }
        guard mean >= 0 else { throw StatisticsError(.negative, of: "mean") }
        guard mean <= 1e15 else { throw StatisticsError(.outOfRange, of: "mean") }
        self.mean = mean
    }

    /// The variance, which is the mean.
    public var variance: Double { mean }

    /// All numbers from 0.
    public var support: ClosedRange<Int> { 0...(.max) }

    private func weight(_ number: Int) -> TailPair {
        guard number >= 0 else { return .certain(.upper) }
        let count = Double(number)
        let exponent = -deviance(DoubleDouble(count), DoubleDouble(mean))
        return TailPair(.lower, exponent: exponent, factor: 1 / SpecialFunctions.stirlingScale(count))
    }

    /// The natural logarithm of the probability of a number; −∞ outside the support.
    public func logProbability(of number: Int) -> Double { weight(number).logWeight }

    /// The probability of a number; 0 outside the support.
    public func probability(of number: Int) -> Double { weight(number).number }

    /// The probabilities of a number or less, and of more than it.
    public func tails(at number: Int) -> TailPair {
        guard number >= 0 else { return .certain(.upper) }
        return IncompleteGamma.tails(Double(number) + 1, DoubleDouble(mean)).mirrored
    }
}
