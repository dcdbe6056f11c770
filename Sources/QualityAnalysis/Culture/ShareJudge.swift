import QualityStatistics

/// Judges a share against that of the rest.
struct ShareJudge {
    /// The numbers of hits and trials, and those of the rest.
    struct Sides {
        var (hits, trials, restHits, restTrials) = (0, 0, 0, 0)
    }

    /// How much more shares scatter than chance lets them.
    let dispersion: CountContrast.Dispersion

    /// The two-sided p-value of equal shares: mid-p given all hits, or by Student where shares scatter; `nil` without both.
    func pValue(_ sides: Sides) throws(StatisticsError) -> Double? {
        let (all, marked) = (sides.trials + sides.restTrials, sides.hits + sides.restHits)
        guard sides.trials > 0, sides.restTrials > 0, marked > 0, marked < all else { return nil }
        if dispersion.factor <= 1 {
            let drawn = try HypergeometricDistribution(population: all, marked: marked, drawn: sides.trials)
            return CountContrast.midP(drawn, at: sides.hits)
        }
        let share = Double(marked) / Double(all)
        let size = Double(sides.trials)
        let variance = size * share * (1 - share) * Double(sides.restTrials) / Double(all) * dispersion.factor
        let distance = abs(Double(sides.hits) - size * share) / variance.squareRoot()
        let student = try StudentDistribution(degreesOfFreedom: Double(dispersion.degreesOfFreedom))
        return min(1, 2 * student.tails(at: distance).upper)
    }

    /// What is said where a difference is shown up to a p-value.
    func verdict(_ sides: Sides, upTo threshold: Double) throws(StatisticsError) -> ReportingCulture.Share.Verdict {
        guard let pValue = try pValue(sides) else { return .tooLittleData }
        if pValue <= threshold {
            return sides.hits * sides.restTrials > sides.restHits * sides.trials ? .higher : .lower
        }
        let (all, marked) = (sides.trials + sides.restTrials, sides.hits + sides.restHits)
        for extreme in [max(0, sides.trials - (all - marked)), min(sides.trials, marked)] {
            var other = sides
            other.hits = extreme
            other.restHits = marked - extreme
            if let least = try self.pValue(other), least <= threshold { return .withinChance }
        }
        return .tooLittleData
    }
}
