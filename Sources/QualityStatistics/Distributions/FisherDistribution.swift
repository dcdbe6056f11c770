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
            return tail.number(over: point) * (tail.side == .lower ? numerator : denominator) / 2
        }
        let (x, y) = IncompleteBeta.shares(odds)
        let margin = margin(point, y)
        return IncompleteBeta.weight(numerator / 2, denominator / 2, x, y, margin: margin).number(over: point)
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
        let (x, y) = IncompleteBeta.shares(odds)
        return IncompleteBeta.tails(numerator / 2, denominator / 2, x, y, margin: margin(point, y))
    }

    /// How far the point is from 1, as the incomplete beta function takes it.
    private func margin(_ point: Double, _ y: DoubleDouble) -> DoubleDouble {
        DoubleDouble.sum(1, -point) * y * (numerator / 2)
    }

    /// The point that a variable stays below with this probability, from 0 to 1; otherwise NaN.
    public func quantile(lower probability: Double) -> Double { quantile(.lower, probability) }

    /// The point that a variable exceeds with this probability, from 0 to 1; otherwise NaN.
    public func quantile(upper probability: Double) -> Double { quantile(.upper, probability) }

    private func quantile(_ side: TailPair.Side, _ probability: Double) -> Double {
        let (a, b) = (numerator / 2, denominator / 2)
        let odds = IncompleteBeta.oddsQuantile(a, b, side, probability)
        let isInside = probability > 0 && probability < 1
        if isInside, odds < 1e-290 { return extreme(a, b, side == .lower, probability) }
        if isInside, odds > 1e290 { return 1 / extreme(b, a, side == .upper, probability) }
        return denominator * (odds / numerator)
    }

    /// The smallest quantiles, or the largest turned over, from the first term of the tail alone.
    private func extreme(_ a: Double, _ b: Double, _ isTail: Bool, _ probability: Double) -> Double {
        let unit = IncompleteBeta.leading(a, b, logarithm: DoubleDouble(0))
        let tail = isTail ? DoubleDouble(probability).logarithm : DoubleDouble(log1p(-probability))
        let odds = (tail - unit.exponent + -log(unit.factor)) / DoubleDouble(a)
        return (odds - DoubleDouble(a).logarithm + DoubleDouble(b).logarithm).exponential
    }
}
