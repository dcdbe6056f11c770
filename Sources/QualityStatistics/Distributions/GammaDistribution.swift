/// The gamma distribution.
public struct GammaDistribution: ContinuousDistribution {
    /// The shape, above 0.
    public let shape: Double

    /// The scale, above 0, in the unit of the variable.
    public let scale: Double

    /// A gamma distribution.
    ///
    /// - Throws: ``StatisticsError`` for a shape or scale that is not finite or not above 0.
    public init(shape: Double, scale: Double = 1) throws(StatisticsError) {
        self.shape = try StatisticsError.positive(shape, "shape")
        self.scale = try StatisticsError.positive(scale, "scale")
    }

    /// The probability density at a point.
    public func density(at point: Double) -> Double {
        let x = DoubleDouble(point) / DoubleDouble(scale)
        if point < 0 || point == .infinity { return 0 }
        if point == 0 { return shape < 1 ? .infinity : shape == 1 ? 1 / scale : 0 }
        return IncompleteGamma.weight(shape, x).number(over: point)
    }

    /// The probabilities below and above a point.
    public func tails(at point: Double) -> TailPair {
        IncompleteGamma.tails(shape, DoubleDouble(point < 0 ? 0 : point) / DoubleDouble(scale))
    }

    /// The point that a variable stays below with this probability, from 0 to 1; otherwise NaN.
    public func quantile(lower probability: Double) -> Double {
        scale * IncompleteGamma.quantile(shape, .lower, probability)
    }

    /// The point that a variable exceeds with this probability, from 0 to 1; otherwise NaN.
    public func quantile(upper probability: Double) -> Double {
        scale * IncompleteGamma.quantile(shape, .upper, probability)
    }
}
