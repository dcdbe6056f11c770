/// The beta distribution, of a share.
public struct BetaDistribution: ContinuousDistribution {
    /// The shape at 0, above 0.
    public let alpha: Double

    /// The shape at 1, above 0.
    public let beta: Double

    /// A beta distribution.
    ///
    /// - Throws: ``StatisticsError`` for a shape that is not finite or not above 0.
    public init(alpha: Double, beta: Double) throws(StatisticsError) {
        self.alpha = try StatisticsError.positive(alpha, "alpha")
        self.beta = try StatisticsError.positive(beta, "beta")
    }

    /// The probability density at a point.
    public func density(at point: Double) -> Double {
        if point < 0 || point > 1 { return 0 }
        if point == 0 { return alpha < 1 ? .infinity : alpha == 1 ? beta : 0 }
        if point == 1 { return beta < 1 ? .infinity : beta == 1 ? alpha : 0 }
        let rest = DoubleDouble.sum(1, -point)
        return IncompleteBeta.weight(alpha, beta, DoubleDouble(point), rest).times(1 / rest.value).number(over: point)
    }

    /// The probabilities below and above a point.
    public func tails(at point: Double) -> TailPair {
        if point <= 0 { return .certain(.upper) }
        if point >= 1 { return .certain(.lower) }
        return IncompleteBeta.tails(alpha, beta, DoubleDouble(point), DoubleDouble.sum(1, -point))
    }

    /// The point that a variable stays below with this probability, from 0 to 1; otherwise NaN.
    public func quantile(lower probability: Double) -> Double { quantile(.lower, probability) }

    /// The point that a variable exceeds with this probability, from 0 to 1; otherwise NaN.
    public func quantile(upper probability: Double) -> Double { quantile(.upper, probability) }

    private func quantile(_ side: TailPair.Side, _ probability: Double) -> Double {
        let odds = IncompleteBeta.oddsQuantile(alpha, beta, side, probability)
        return odds == .infinity ? 1 : odds / (1 + odds)
    }
}
