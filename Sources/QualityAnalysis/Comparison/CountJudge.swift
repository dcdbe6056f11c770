import QualityStatistics

/// Gives the verdicts of many pairs of counts without their intervals, which take most of the time of a contrast.
struct CountJudge {
    private let dispersion: CountContrast.Dispersion
    private let threshold: Double
    private let scale: Double
    private let approach: CountContrast.Approach

    /// Parameters are those of a contrast and of its verdict.
    init(
        _ dispersion: CountContrast.Dispersion,
        by approach: CountContrast.Approach = .midP,
        level: Double,
        upTo threshold: Double
    ) throws(StatisticsError) {
        self.approach = approach
        self.dispersion = dispersion
        // The threshold is the p-value of a contrast, which the same counts give here but for its last digits.
        self.threshold = threshold * (1 + 1e-9)
        scale = dispersion.factor > 1 ? try CountContrast.scale(dispersion, level) : 1
    }

    /// The verdict of an earlier and a later count.
    func verdict(
        _ counts: (earlier: Int, later: Int),
        _ exposures: (earlier: Double, later: Double)
    ) throws(StatisticsError) -> CountContrast.Verdict {
        let share = exposures.later / (exposures.earlier + exposures.later)
        let needed = CountContrast.needed(share, dispersion, threshold, approach)
        guard counts.earlier + counts.later >= needed else { return .tooLittleData(needed: needed) }
        let pValue: Double
        if dispersion.factor > 1 || approach == .exact {
            pValue = try CountContrast.scaledPValue(counts.earlier, counts.later, share, scale)
        } else {
            let all = try BinomialDistribution(trials: counts.earlier + counts.later, probability: share)
            pValue = CountContrast.midP(all, at: counts.later)
        }
        guard pValue <= threshold else { return .withinChance }
        let isHigher = Double(counts.later) * exposures.earlier > Double(counts.earlier) * exposures.later
        return isHigher ? .higher : .lower
    }
}
