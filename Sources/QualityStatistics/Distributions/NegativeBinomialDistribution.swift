/// The negative binomial distribution: of counts that scatter more than a Poisson distribution lets them.
public struct NegativeBinomialDistribution: DiscreteDistribution {
    /// The expected count, from 0 to 10¹⁵.
    public let mean: Double

    /// The size k, above 0: the variance is mean + mean²/k.
    public let size: Double

    /// A negative binomial distribution (NB2).
    ///
    /// - Throws: ``StatisticsError`` for a mean outside 0...10¹⁵, and a size that is not finite or not above 0.
    public init(mean: Double, size: Double) throws(StatisticsError) {
        self.size = try StatisticsError.positive(size, "size")
        self.mean = try PoissonDistribution(mean: mean).mean
    }

    /// The variance, mean + mean²/size.
    public var variance: Double { mean + mean * mean / size }

    /// All numbers from 0.
    public var support: ClosedRange<Int> { 0...(.max) }

    /// The natural logarithm of the probability of a number; −∞ outside the support.
    public func logProbability(of number: Int) -> Double { weight(number).logWeight }

    /// The probability of a number; 0 outside the support.
    public func probability(of number: Int) -> Double { weight(number).number }

    /// The probabilities of a failure and a success, size/(size + mean) and mean/(size + mean).
    private var shares: (DoubleDouble, DoubleDouble) {
        let sum = DoubleDouble.sum(size, mean)
        return (DoubleDouble(size) / sum, DoubleDouble(mean) / sum)
    }

    private func weight(_ number: Int) -> TailPair {
        guard number >= 0 else { return .certain(.upper) }
        let (failure, success) = shares
        if success.high < 1e-280, number > 0 { return rare(number - 1).weight }
        let count = DoubleDouble(exactly: number)
        let all = count + size
        let expected = failure * all
        let rest = expected.high < 1e-280 ? DoubleDouble(0) : deviance(DoubleDouble(size), expected)
        let scale = SpecialFunctions.stirlingScale(all.high) / SpecialFunctions.stirlingScale(count.high)
        return TailPair(.lower, exponent: -(rest + deviance(count, success * all)), factor: scale)
            .times(size / all.high / SpecialFunctions.stirlingScale(size))
    }

    /// The probabilities of a number or less, and of more than it.
    public func tails(at number: Int) -> TailPair {
        guard number >= 0 else { return .certain(.upper) }
        let (failure, success) = shares
        if success.high < 1e-280 { return rare(number).tails }
        return IncompleteBeta.tails(DoubleDouble(size), DoubleDouble(exactly: number) + 1, failure, success)
    }

    /// The tails at a number, and the probability of the next, where a success is too rare to be added to a failure.
    private func rare(_ number: Int) -> (tails: TailPair, weight: TailPair) {
        let a = Double(number) + 1
        if size > 1e200 {
            let x = DoubleDouble(mean)
            return (IncompleteGamma.tails(a, x).mirrored, IncompleteGamma.weight(a, x).times(1 / a))
        }
        let logarithm = DoubleDouble(mean).logarithm - DoubleDouble(size).logarithm
        let tail = IncompleteBeta.leading(a, size, logarithm: logarithm)
        return (tail.mirrored, tail)
    }
}
