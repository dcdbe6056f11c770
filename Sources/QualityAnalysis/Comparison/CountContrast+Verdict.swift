import QualityStatistics

extension CountContrast {
    /// What the counts say where a difference is shown up to a p-value.
    ///
    /// `threshold`: the largest p-value that shows a difference, above 0 and below 1, such as the one that many
    /// comparisons leave to each.
    public func verdict(upTo threshold: Double) -> Verdict {
        let share = laterExposure / (earlierExposure + laterExposure)
        let needed = Self.needed(share, dispersion, threshold, approach)
        guard sample >= needed else { return .tooLittleData(needed: needed) }
        guard pValue <= threshold, let ratio else { return .withinChance }
        return ratio > 1 ? .higher : .lower
    }

    /// The two-sided mid-p-value of a number.
    static func midP(_ distribution: some DiscreteDistribution, at number: Int) -> Double {
        let half = distribution.probability(of: number) / 2
        let tails = distribution.tails(at: number)
        return min(1, 2 * min(tails.lower - half, tails.upper + half))
    }

    /// How many events it takes for a difference to be shown at all.
    static func needed(
        _ share: Double,
        _ dispersion: Dispersion,
        _ threshold: Double,
        _ approach: Approach
    ) -> Int {
        // The mid-p-value of n events all on the less likely side is leastⁿ, the exact one twice that.
        let least = min(share, 1 - share)
        var (events, chance) = (0, approach == .midP ? 1.0 : 2.0)
        while chance > threshold, events < 1_000 {
            chance *= least
            events += 1
        }
        return Int((dispersion.factor * Double(events)).rounded(.up))
    }

    /// What counts are multiplied by: the inverse of the over-dispersion, less for what is not known of it.
    static func scale(_ dispersion: Dispersion, _ level: Double) throws(StatisticsError) -> Double {
        let tail = (1 - level) / 2
        let freedom = Double(max(1, dispersion.degreesOfFreedom))
        let normal = NormalDistribution.standard.quantile(upper: tail)
        let student = try StudentDistribution(degreesOfFreedom: freedom).quantile(upper: tail)
        return normal * normal / (student * student) / dispersion.factor
    }

    /// Twice the smaller tail of the share of the later count, given the sum, at most 1.
    static func scaledPValue(
        _ earlier: Int,
        _ later: Int,
        _ share: Double,
        _ scale: Double
    ) throws(StatisticsError) -> Double {
        let (first, second) = (Double(later) * scale, Double(earlier) * scale)
        let atLeast = first == 0 ? 1 : try BetaDistribution(alpha: first, beta: second + 1).tails(at: share).lower
        let atMost = second == 0 ? 1 : try BetaDistribution(alpha: first + 1, beta: second).tails(at: share).upper
        return min(1, 2 * min(atLeast, atMost))
    }

    /// The ratios that the scaled counts are compatible with.
    static func scaledInterval(
        _ plain: RateRatio,
        _ scale: Double,
        _ level: Double
    ) throws(StatisticsError) -> ConfidenceInterval {
        let tail = (1 - level) / 2
        let (first, second) = (Double(plain.counts[0]) * scale, Double(plain.counts[1]) * scale)
        let odds = plain.exposures[1] / plain.exposures[0]
        func ratio(_ share: Double) -> Double { share / (1 - share) * odds }
        return ConfidenceInterval(
            lower: first == 0 ? 0 : ratio(try BetaDistribution(alpha: first, beta: second + 1).quantile(lower: tail)),
            upper: second == 0
                ? .infinity : ratio(try BetaDistribution(alpha: first + 1, beta: second).quantile(upper: tail)),
            level: level
        )
    }
}
