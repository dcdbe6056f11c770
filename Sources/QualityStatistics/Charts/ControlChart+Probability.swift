extension ControlChart {
    /// The exact limits at a place: the quantiles of the Poisson or binomial distribution of the point.
    ///
    /// Small counts are skewed, so that limits of 3 standard deviations alarm too often above and too seldom below;
    /// these do not. They can only lie on values that the point can take.
    ///
    /// - Parameters:
    ///   - index: the place, from 0.
    ///   - coverage: the probability between the limits, such as 0.9973, that of 3 standard deviations of a normal
    ///     distribution; more than 0 and less than 1.
    /// - Returns: `nil` where there are none: on charts other than C, U and P, outside the chart, without exposure.
    public func probabilityLimits(at index: Int, coverage: Double = 0.9973) -> ControlLimits? {
        guard coverage > 0, coverage < 1, values.indices.contains(index), let centre = phase(at: index)?.centre else {
            return nil
        }
        guard let exposure = exposures.isEmpty ? 1 : exposures[index] else { return nil }
        let rate = centre / per
        let tail = (1 - coverage) / 2
        let unit = per / exposure
        switch kind {
        case .c, .u:
            return try? Self.quantiles(of: PoissonDistribution(mean: rate * exposure), tail: tail, unit: unit)
        case .p:
            guard let trials = Int(exactly: exposure) else { return nil }
            return try? Self.quantiles(
                of: BinomialDistribution(trials: trials, probability: min(1, rate)),
                tail: tail,
                unit: unit
            )
        default: return nil
        }
    }

    private static func quantiles(
        of distribution: some DiscreteDistribution,
        tail: Double,
        unit: Double
    ) -> ControlLimits? {
        guard let lower = distribution.quantile(lower: tail), let upper = distribution.quantile(upper: tail) else {
            return nil
        }
        return ControlLimits(lower: Double(lower) * unit, upper: Double(upper) * unit)
    }
}
