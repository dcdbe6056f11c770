/// The χ² distribution.
public struct ChiSquaredDistribution: ContinuousDistribution {
    /// The degrees of freedom, above 0.
    public let degreesOfFreedom: Double

    /// A χ² distribution.
    ///
    /// - Throws: ``StatisticsError`` for degrees of freedom that are not finite or not above 0.
    public init(degreesOfFreedom: Double) throws(StatisticsError) {
        self.degreesOfFreedom = try StatisticsError.positive(degreesOfFreedom, "degreesOfFreedom")
    }

    /// The probability density at a point.
    public func density(at point: Double) -> Double {
        if point < 0 || point == .infinity { return 0 }
        if point == 0 { return degreesOfFreedom < 2 ? .infinity : degreesOfFreedom == 2 ? 0.5 : 0 }
        return IncompleteGamma.weight(degreesOfFreedom / 2, DoubleDouble(point / 2)).number(over: point)
    }

    /// The probabilities below and above a point.
    public func tails(at point: Double) -> TailPair {
        IncompleteGamma.tails(degreesOfFreedom / 2, DoubleDouble(point < 0 ? 0 : point / 2))
    }

    /// The point that a variable stays below with this probability, from 0 to 1; otherwise NaN.
    public func quantile(lower probability: Double) -> Double {
        2 * IncompleteGamma.quantile(degreesOfFreedom / 2, .lower, probability)
    }

    /// The point that a variable exceeds with this probability, from 0 to 1; otherwise NaN.
    public func quantile(upper probability: Double) -> Double {
        2 * IncompleteGamma.quantile(degreesOfFreedom / 2, .upper, probability)
    }
}
