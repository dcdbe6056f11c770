extension FunnelPlot {
    /// The values between which chance leaves a unit of a size.
    public struct Limits: Hashable, Sendable {
        /// The lower limit, in the unit of the values.
        public let lower: Double

        /// The upper limit, in the unit of the values.
        public let upper: Double

        /// Limits by their values.
        public init(lower: Double, upper: Double) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// How limits allow for units that differ more than chance lets them.
    public enum Allowance: Hashable, Sendable {
        /// Not at all.
        case none
        /// All distances are divided by √φ, where φ is above 1.
        case multiplicative
        /// The variance between units, τ², is added to that of chance.
        case additive
    }

    /// The limits of a number of standard deviations to each side, with an allowance for over-dispersion.
    ///
    /// On the natural scale limits may lie where values can not: they are then of no use there, as the exact ones are.
    ///
    /// - Parameters:
    ///   - deviations: such as 1.96 for 95 % and 3.09 for 99.8 %.
    ///   - allowance: how over-dispersion is allowed for.
    /// - Returns: the limits of each unit; `nil` for missing ones.
    public func limits(deviations: Double, allowance: Allowance = .none) -> [Limits?] {
        let centre = shape.transformed(target)
        return units.map { unit in
            unit.map { unit in
                let half = deviations * deviation(unit, allowance)
                return Limits(lower: shape.value(at: centre - half), upper: shape.value(at: centre + half))
            }
        }
    }

    /// The distances of the units over a standard deviation that allows for over-dispersion; `nil` for missing ones.
    public func distances(allowance: Allowance) -> [Double?] {
        units.map { unit in
            unit.map { unit in
                allowance == .additive
                    ? unit.z * (unit.deviation / deviation(unit, allowance))
                    : unit.z / multiplier(allowance)
            }
        }
    }

    /// The two-sided p-values of ``distances(allowance:)``; `nil` for missing units.
    public func pValues(allowance: Allowance) -> [Double?] {
        distances(allowance: allowance).map { $0.map { 2 * StandardNormal.tails(abs($0)).upper } }
    }

    /// The exact limits, interpolated between the counts so that the funnel is smooth (Spiegelhalter 2005, appendix).
    ///
    /// - Parameter tail: the probability beyond each limit, such as 0.025 or 0.001; above 0 and below ½.
    /// - Returns: the limits of each unit; `nil` for missing ones.
    /// - Throws: ``StatisticsError`` for a tail out of range.
    public func exactLimits(tail: Double) throws(StatisticsError) -> [Limits?] {
        let counts = try exactCounts(tail: tail)
        var limits: [Limits?] = []
        for (unit, counts) in zip(units, counts) {
            guard let unit, let counts else {
                limits.append(nil)
                continue
            }
            let distribution = try shape.distribution(unit.denominator)
            limits.append(
                Limits(
                    lower: Self.interpolated(counts.lowerBound, distribution, tail, .lower) / unit.denominator,
                    upper: Self.interpolated(counts.upperBound, distribution, tail, .upper) / unit.denominator
                )
            )
        }
        return limits
    }

    /// The smallest counts that are reached with the probability of a tail, and with 1 less it.
    ///
    /// - Parameter tail: the probability beyond each limit, such as 0.025 or 0.001; above 0 and below ½.
    /// - Returns: the counts of each unit; `nil` for missing ones.
    /// - Throws: ``StatisticsError`` for a tail out of range.
    public func exactCounts(tail: Double) throws(StatisticsError) -> [ClosedRange<Int>?] {
        guard tail > 0, tail < 0.5 else { throw StatisticsError(.outOfRange, of: "tail") }
        var counts: [ClosedRange<Int>?] = []
        for unit in units {
            guard let unit else {
                counts.append(nil)
                continue
            }
            let distribution = try shape.distribution(unit.denominator)
            let lower = distribution.quantile(lower: tail) ?? 0
            counts.append(lower...max(lower, distribution.quantile(upper: tail) ?? 0))
        }
        return counts
    }

    private var shape: FunnelShape { FunnelShape(measure: measure, scale: scale, target: target) }

    /// √φ, where it counts.
    private func multiplier(_ allowance: Allowance) -> Double {
        allowance == .multiplicative ? max(1, overdispersion.trimmedDispersion).squareRoot() : 1
    }

    private func deviation(_ unit: Unit, _ allowance: Allowance) -> Double {
        guard allowance == .additive else { return unit.deviation * multiplier(allowance) }
        return (unit.deviation * unit.deviation + overdispersion.betweenVariance).squareRoot()
    }

    /// r − (F(r) − p)/(F(r) − F(r − 1)), not below 0.
    private static func interpolated(
        _ count: Int,
        _ distribution: any DiscreteDistribution,
        _ tail: Double,
        _ side: TailPair.Side
    ) -> Double {
        let tails = distribution.tails(at: count)
        let excess = side == .lower ? tails.lower - tail : tail - tails.upper
        return max(0, Double(count) - excess / distribution.probability(of: count))
    }
}
