import QualityCore
import QualityStatistics

/// A share of each unit held against the rest, allowing for units that differ more than chance lets them.
struct ShareScan {
    static let method = StatisticalMethod(
        name: "Mid-p comparison of shares, each unit against the rest, with over-dispersion",
        source: "Lancaster, JASA 56, 1961; Spiegelhalter, Statistics in Medicine 24, 2005; Wilson, JASA 22, 1927"
    )

    private let hits: PeriodCounts
    private let trials: PeriodCounts
    private let units: [OrganisationUnitID]
    private let level: Double
    private let parts: [OrganisationUnitID: (hits: PeriodCounts.Parts, trials: PeriodCounts.Parts)]
    private let dispersion: CountContrast.Dispersion

    /// `hits` are those among `trials` that have what the share is of.
    init(
        hits: PeriodCounts,
        trials: PeriodCounts,
        units: [OrganisationUnitID],
        level: Double
    ) throws(StatisticsError) {
        self.hits = hits
        self.trials = trials
        self.units = units
        self.level = level
        parts = Dictionary(
            uniqueKeysWithValues: units.map {
                ($0, (hits.parts(of: .unit($0)), trials.parts(of: .unit($0))))
            }
        )
        let counts = units.map { hits.parts(of: .unit($0)).total }
        let sizes = units.map { trials.parts(of: .unit($0)).total }
        let funnel = try FunnelPlot.proportions(counts, of: sizes).result
        dispersion =
            funnel.map {
                CountContrast.Dispersion(
                    factor: $0.overdispersion.trimmedDispersion,
                    degreesOfFreedom: max(1, $0.sample - 1)
                )
            } ?? .notEstimated
    }

    /// The number of hits and trials of a unit and of the rest.
    private struct Sides {
        var (hits, trials, restHits, restTrials) = (0, 0, 0, 0)
    }

    private func sides(_ unit: OrganisationUnitID, without part: Sensitivity.Part? = nil) -> Sides {
        var sides = Sides()
        var month: Int?
        if case .period(let period)? = part { month = trials.months.firstIndex(of: period) }
        for (other, counts) in parts {
            if case .unit(let id)? = part, other == id { continue }
            let hits = part.map { counts.hits.without($0, month: month) } ?? counts.hits.total
            let trials = part.map { counts.trials.without($0, month: month) } ?? counts.trials.total
            if other == unit {
                sides.hits = hits
                sides.trials = trials
            } else {
                sides.restHits += hits
                sides.restTrials += trials
            }
        }
        return sides
    }

    private func pValue(_ sides: Sides) throws(StatisticsError) -> Double? {
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

    private func verdict(
        _ sides: Sides,
        upTo threshold: Double
    ) throws(StatisticsError) -> ReportingCulture.Share.Verdict {
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

    /// The p-values of the units, in their order; `nil` where none can be had.
    func pValues() throws(StatisticsError) -> [Double?] {
        var values: [Double?] = []
        for unit in units { values.append(try pValue(sides(unit))) }
        return values
    }

    /// The share of the whole; `nil` without a trial.
    func whole() throws(StatisticsError) -> ReportingCulture.Share? {
        guard let proportion = try proportion(hits.parts(of: .whole).total, trials.parts(of: .whole).total) else {
            return nil
        }
        return ReportingCulture.Share(
            proportion: proportion,
            rest: nil,
            adjustedPValue: nil,
            verdict: nil,
            sensitivity: nil
        )
    }

    /// The share of a unit; `nil` without a trial.
    func share(
        of unit: OrganisationUnitID,
        adjusted: Double?,
        upTo threshold: Double
    ) throws(StatisticsError) -> ReportingCulture.Share? {
        let sides = sides(unit)
        guard let proportion = try proportion(sides.hits, sides.trials) else { return nil }
        let verdict = try verdict(sides, upTo: threshold)
        let sensitivity = try Sensitivity(
            periods: trials.months,
            units: units.filter { $0 != unit },
            categories: trials.categories
        ) { part throws(StatisticsError) in
            let without = try self.verdict(self.sides(unit, without: part), upTo: threshold)
            return without.direction == verdict.direction
        }
        return ReportingCulture.Share(
            proportion: proportion,
            rest: try self.proportion(sides.restHits, sides.restTrials),
            adjustedPValue: adjusted,
            verdict: verdict,
            sensitivity: sensitivity
        )
    }

    private func proportion(_ hits: Int, _ trials: Int) throws(StatisticsError) -> Proportion? {
        trials == 0 ? nil : try .wilson(count: hits, of: trials, level: level)
    }
}

extension ReportingCulture.Share.Verdict {
    fileprivate var direction: Int {
        switch self {
        case .higher: 1
        case .lower: -1
        case .withinChance, .tooLittleData: 0
        }
    }
}
