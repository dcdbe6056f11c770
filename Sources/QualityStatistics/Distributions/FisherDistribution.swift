/// Fisher's F distribution.
public struct FisherDistribution: ContinuousDistribution {
    /// The degrees of freedom of the numerator, above 0.
    public let numerator: Double

    /// The degrees of freedom of the denominator, above 0.
    public let denominator: Double

    /// An F distribution by its degrees of freedom.
    ///
    /// - Throws: ``StatisticsError`` for degrees of freedom that are not finite or not above 0.
    public init(numerator: Double, denominator: Double) throws(StatisticsError) {
        self.numerator = try StatisticsError.positive(numerator, "numerator")
        self.denominator = try StatisticsError.positive(denominator, "denominator")
    }

    private func odds(_ point: Double) -> DoubleDouble {
        DoubleDouble(numerator) / DoubleDouble(denominator) * point
    }

    private func logarithmOfOdds(_ point: Double) -> DoubleDouble {
        DoubleDouble(numerator).logarithm - DoubleDouble(denominator).logarithm + DoubleDouble(point).logarithm
    }

    /// The probability density at a point.
    public func density(at point: Double) -> Double {
        if point < 0 || point == .infinity { return 0 }
        if point == 0 { return numerator < 2 ? .infinity : numerator == 2 ? 1 : 0 }
        let odds = odds(point)
        guard odds.high > 1e-280, odds.high < 1e280 else {
            let tail = tails(at: point)
            return tail.number * (tail.side == .lower ? numerator : denominator) / 2 / point
        }
        let y = DoubleDouble(1) / (odds + 1)
        return IncompleteBeta.weight(numerator / 2, denominator / 2, odds * y, y).number(over: point)
    }

    /// The probabilities below and above a point.
    public func tails(at point: Double) -> TailPair {
        if point <= 0 { return .certain(.upper) }
        if point == .infinity { return .certain(.lower) }
        let odds = odds(point)
        if odds.high < 1e-280 {
            return IncompleteBeta.leading(numerator / 2, denominator / 2, logarithm: logarithmOfOdds(point))
        }
        if odds.high > 1e280 {
            return IncompleteBeta.leading(denominator / 2, numerator / 2, logarithm: -logarithmOfOdds(point)).mirrored
        }
        return IncompleteBeta.tails(numerator / 2, denominator / 2, odds: odds)
    }

    /// The point that a variable stays below with this probability, from 0 to 1; otherwise NaN.
    public func quantile(lower probability: Double) -> Double { quantile(.lower, probability) }

    /// The point that a variable exceeds with this probability, from 0 to 1; otherwise NaN.
    public func quantile(upper probability: Double) -> Double { quantile(.upper, probability) }

    private func quantile(_ side: TailPair.Side, _ probability: Double) -> Double {
        denominator * (IncompleteBeta.oddsQuantile(numerator / 2, denominator / 2, side, probability) / numerator)
    }
}
