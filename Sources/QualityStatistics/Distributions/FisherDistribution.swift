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
        guard odds.high > 1e-280, odds.high < 1e280 else { return far(point, odds.high).weight.number(over: point) }
        let (x, y) = IncompleteBeta.shares(odds)
        return IncompleteBeta.weight(shapes.0, shapes.1, x, y, margin: margin(point, y)).number(over: point)
    }

    /// The probabilities below and above a point.
    public func tails(at point: Double) -> TailPair {
        if point <= 0 { return .certain(.upper) }
        if point == .infinity { return .certain(.lower) }
        let odds = odds(point)
        guard odds.high > 1e-280, odds.high < 1e280 else { return far(point, odds.high).tails }
        let (x, y) = IncompleteBeta.shares(odds)
        return IncompleteBeta.tails(shapes.0, shapes.1, x, y, margin: margin(point, y))
    }

    private var shapes: (DoubleDouble, DoubleDouble) { (DoubleDouble(numerator / 2), DoubleDouble(denominator / 2)) }

    /// The tails, and the density times the point, where the odds are too far from 1 to be added to it.
    private func far(_ point: Double, _ odds: Double) -> (tails: TailPair, weight: TailPair) {
        let (a, b) = (numerator / 2, denominator / 2)
        if odds < 1 { return Self.far(a, b, DoubleDouble(point), logarithmOfOdds(point)) }
        let turned = Self.far(b, a, DoubleDouble(1) / DoubleDouble(point), -logarithmOfOdds(point))
        return (turned.tails.mirrored, turned.weight)
    }

    /// By the first term of the tail, or, where `b` is so large that others count, by the limit of a gamma distribution.
    private static func far(
        _ a: Double,
        _ b: Double,
        _ point: DoubleDouble,
        _ logarithmOfOdds: DoubleDouble
    ) -> (tails: TailPair, weight: TailPair) {
        let x = point * a
        if x.high > 1e-20 * (a + 1) { return (IncompleteGamma.tails(a, x), IncompleteGamma.weight(a, x)) }
        let tails = IncompleteBeta.leading(a, b, logarithm: logarithmOfOdds)
        return (tails, tails.times(a))
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
        if isInside, odds < 1e-280 { return extreme(a, b, side, probability) }
        if isInside, odds > 1e280 { return 1 / extreme(b, a, side.other, probability) }
        return denominator * (odds / numerator)
    }

    /// The smallest quantiles, or the largest turned over, by the same limits.
    private func extreme(_ a: Double, _ b: Double, _ side: TailPair.Side, _ probability: Double) -> Double {
        if b > 1e200 { return IncompleteGamma.quantile(a, side, probability) / a }
        let odds = IncompleteBeta.logarithmOfSmallOdds(a, b, side, probability)
        return (odds - DoubleDouble(a).logarithm + DoubleDouble(b).logarithm).exponential
    }
}
