/// The normal distribution.
public struct NormalDistribution: ContinuousDistribution {
    /// The expected value.
    public let mean: Double

    /// The standard deviation, above 0.
    public let deviation: Double

    /// The distribution with mean 0 and standard deviation 1.
    public static let standard = Self(uncheckedMean: 0, deviation: 1)

    /// A normal distribution.
    ///
    /// - Throws: ``StatisticsError`` for a mean or deviation that is not finite, and a deviation of 0 or less.
    public init(mean: Double, deviation: Double) throws(StatisticsError) {
        guard mean.isFinite else { throw StatisticsError(.notFinite, of: "mean") }
        guard deviation.isFinite else { throw StatisticsError(.notFinite, of: "deviation") }
        guard deviation > 0 else { throw StatisticsError(.outOfRange, of: "deviation") }
        self.init(uncheckedMean: mean, deviation: deviation)
    }

    private init(uncheckedMean mean: Double, deviation: Double) {
        self.mean = mean
        self.deviation = deviation
    }

    /// The probability density at a point.
    public func density(at point: Double) -> Double {
        StandardNormal.density(standardised(point)) / deviation
    }

    /// The probabilities below and above a point.
    public func tails(at point: Double) -> TailPair { StandardNormal.tails(standardised(point)) }

    private func standardised(_ point: Double) -> DoubleDouble {
        DoubleDouble.sum(point, -mean) / DoubleDouble(deviation)
    }

    /// The point that a variable stays below with this probability, from 0 to 1; otherwise NaN.
    public func quantile(lower probability: Double) -> Double {
        mean - deviation * StandardNormal.quantile(upper: probability)
    }

    /// The point that a variable exceeds with this probability, from 0 to 1; otherwise NaN.
    public func quantile(upper probability: Double) -> Double {
        mean + deviation * StandardNormal.quantile(upper: probability)
    }
}
