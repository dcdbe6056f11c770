/// The binomial distribution, of the number of successes in independent trials.
public struct BinomialDistribution: DiscreteDistribution {
    /// The number of trials, at least 0.
    public let trials: Int

    /// The probability of success in each, from 0 to 1.
    public let probability: Double

    /// A binomial distribution.
    ///
    /// - Throws: ``StatisticsError`` for a negative number of trials and a probability outside 0...1.
    public init(trials: Int, probability: Double) throws(StatisticsError) {
        guard trials >= 0 else { throw StatisticsError(.negative, of: "trials") }
        guard probability >= 0, probability <= 1 else { throw StatisticsError(.outOfRange, of: "probability") }
        self.trials = trials
        self.probability = probability
    }

    /// The expected number of successes.
    public var mean: Double { Double(trials) * probability }

    /// The variance of the number of successes.
    public var variance: Double { mean * (1 - probability) }

    /// All numbers from 0 to that of the trials.
    public var support: ClosedRange<Int> { 0...trials }

    /// The natural logarithm of the probability of a number; −∞ outside the support.
    public func logProbability(of number: Int) -> Double { weight(number).logWeight }

    /// The probability of a number; 0 outside the support.
    public func probability(of number: Int) -> Double { weight(number).number }

    private func weight(_ number: Int) -> TailPair {
        Self.weight(number, trials, DoubleDouble(probability), DoubleDouble.sum(1, -probability))
    }

    /// The probability of a number of successes, by the probabilities of success and failure.
    ///
    /// Source: Loader, "Fast and accurate computation of binomial probabilities", 2000.
    static func weight(_ number: Int, _ trials: Int, _ success: DoubleDouble, _ failure: DoubleDouble) -> TailPair {
        guard (0...trials).contains(number) else { return .certain(.upper) }
        let hits = DoubleDouble(exactly: number)
        let misses = DoubleDouble(exactly: trials - number)
        let all = DoubleDouble(exactly: trials)
        let exponent = deviance(hits, success * all) + deviance(misses, failure * all)
        let scale = SpecialFunctions.stirlingScale(all.high) / SpecialFunctions.stirlingScale(hits.high)
        return TailPair(.lower, exponent: -exponent, factor: scale / SpecialFunctions.stirlingScale(misses.high))
    }

    /// The probabilities of a number or less, and of more than it.
    public func tails(at number: Int) -> TailPair {
        guard number >= 0 else { return .certain(.upper) }
        guard number < trials else { return .certain(.lower) }
        return IncompleteBeta.tails(
            DoubleDouble(exactly: number + 1),
            DoubleDouble(exactly: trials - number),
            DoubleDouble(probability),
            DoubleDouble.sum(1, -probability)
        ).mirrored
    }
}
