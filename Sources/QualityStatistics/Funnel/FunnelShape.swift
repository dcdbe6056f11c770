/// What a funnel's values, scale and target are, from which all its limits follow.
///
/// Source: Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24, 2005.
struct FunnelShape {
    let measure: FunnelPlot.Measure
    let scale: FunnelPlot.Scale
    let target: Double

    /// A value on the scale.
    func transformed(_ value: Double) -> Double {
        switch (scale, measure) {
        case (.natural, _): value
        case (.stabilised, .proportion): asin(value.squareRoot())
        case (.stabilised, _): value.squareRoot()
        case (.logarithmic, .proportion): log(value) - log1p(-value)
        case (.logarithmic, _): log(value)
        }
    }

    /// The value at a point of the scale, no further than values can be; the natural scale has no ends.
    func value(at point: Double) -> Double {
        switch (scale, measure) {
        case (.natural, _): return point
        case (.stabilised, .proportion):
            let sine = sin(min(max(point, 0), .pi / 2))
            return sine * sine
        case (.stabilised, _): return max(point, 0) * max(point, 0)
        case (.logarithmic, .proportion): return 1 / (1 + exp(-point))
        case (.logarithmic, _): return exp(point)
        }
    }

    /// The standard deviation on the scale of a unit at the target.
    func deviation(_ denominator: Double) -> Double {
        switch (scale, measure) {
        case (.natural, .proportion): (target * (1 - target) / denominator).squareRoot()
        case (.natural, _): (target / denominator).squareRoot()
        case (.stabilised, _): 1 / (2 * denominator.squareRoot())
        case (.logarithmic, .proportion): 1 / (denominator * target * (1 - target)).squareRoot()
        case (.logarithmic, _): 1 / (denominator * target).squareRoot()
        }
    }

    /// The count of a unit at the target as it is distributed by chance.
    func distribution(_ denominator: Double) throws(StatisticsError) -> any DiscreteDistribution {
        if measure == .proportion {
            guard let trials = Int(exactly: denominator) else { throw StatisticsError(.outOfRange, of: "trials") }
            return try BinomialDistribution(trials: trials, probability: target)
        }
        return try PoissonDistribution(mean: target * denominator)
    }
}
