/// Student's t distribution.
public struct StudentDistribution: ContinuousDistribution {
    /// The degrees of freedom, above 0.
    public let degreesOfFreedom: Double

    /// Student's t distribution.
    ///
    /// - Throws: ``StatisticsError`` for degrees of freedom that are not finite or not above 0.
    public init(degreesOfFreedom: Double) throws(StatisticsError) {
        self.degreesOfFreedom = try StatisticsError.positive(degreesOfFreedom, "degreesOfFreedom")
    }

    private var shape: Double { degreesOfFreedom / 2 }

    /// t²/ν, the odds of 1 − x in the incomplete beta function.
    private func odds(_ point: Double) -> DoubleDouble {
        DoubleDouble.product(point, point) / DoubleDouble(degreesOfFreedom)
    }

    /// The logarithm of ν/t², where t is so large that it overflows.
    private func logarithmOfInverseOdds(_ point: Double) -> DoubleDouble {
        DoubleDouble(degreesOfFreedom).logarithm - DoubleDouble(abs(point)).logarithm * 2
    }

    /// The probability density at a point.
    public func density(at point: Double) -> Double {
        if point.isInfinite { return 0 }
        let odds = odds(point)
        if odds.high < 1e-40 {
            let unit = IncompleteBeta.leading(shape, 0.5, logarithm: DoubleDouble(0))
            let fall = DoubleDouble.product(point, point) * -0.5
            return TailPair(.lower, exponent: unit.exponent + fall, factor: unit.factor)
                .times(shape / degreesOfFreedom.squareRoot()).number
        }
        if odds.high > 1e280 {
            let tail = IncompleteBeta.leading(shape, 0.5, logarithm: logarithmOfInverseOdds(point))
            return tail.number(over: abs(point)) * shape
        }
        let x = DoubleDouble(1) / (odds + 1)
        return IncompleteBeta.weight(shape, 0.5, x, odds * x).number(over: abs(point))
    }

    /// The probabilities below and above a point.
    public func tails(at point: Double) -> TailPair {
        if point < 0 { return tails(at: -point).mirrored }
        if point == .infinity { return .certain(.lower) }
        let odds = odds(point)
        let both =
            odds.high > 1e280
            ? IncompleteBeta.leading(shape, 0.5, logarithm: logarithmOfInverseOdds(point))
            : IncompleteBeta.tails(0.5, shape, odds: odds).mirrored
        guard both.side == .lower else { return TailPair(.upper, exponent: DoubleDouble(0), factor: both.lower / 2) }
        return TailPair(.upper, exponent: both.exponent, factor: both.factor / 2)
    }

    /// The point that a variable stays below with this probability, from 0 to 1; otherwise NaN.
    public func quantile(lower probability: Double) -> Double { -quantile(upper: probability) }

    /// The point that a variable exceeds with this probability, from 0 to 1; otherwise NaN.
    public func quantile(upper probability: Double) -> Double {
        if probability > 0.5 { return -quantile(upper: 1 - probability) }
        guard probability >= 0 else { return .nan }
        if probability == 0 { return .infinity }
        let smallOdds = IncompleteBeta.logarithmOfSmallOdds(shape, 0.5, .lower, 2 * probability)
        if smallOdds.high < -46 { return ((DoubleDouble(degreesOfFreedom).logarithm - smallOdds) * 0.5).exponential }
        if probability > 0.25 {
            let odds = IncompleteBeta.oddsQuantile(0.5, shape, .lower, 1 - 2 * probability)
            return (degreesOfFreedom * odds).squareRoot()
        }
        return (degreesOfFreedom / IncompleteBeta.oddsQuantile(shape, 0.5, .lower, 2 * probability)).squareRoot()
    }
}
