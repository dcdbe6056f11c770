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
    /// For each unit, by how much all the others scatter: what one unit does to it would hide it.
    private let judges: [OrganisationUnitID: ShareJudge]

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
        var judges: [OrganisationUnitID: ShareJudge] = [:]
        for (index, unit) in units.enumerated() {
            var others: [Int?] = counts
            others[index] = nil
            let funnel = try FunnelPlot.proportions(others, of: sizes).result
            judges[unit] = ShareJudge(
                dispersion: funnel.map {
                    CountContrast.Dispersion(
                        factor: $0.overdispersion.trimmedDispersion,
                        degreesOfFreedom: max(1, $0.sample - 1)
                    )
                } ?? .notEstimated
            )
        }
        self.judges = judges
    }

    private func judge(_ unit: OrganisationUnitID) -> ShareJudge {
        judges[unit] ?? ShareJudge(dispersion: .notEstimated)
    }

    private func sides(_ unit: OrganisationUnitID, without part: Sensitivity.Part? = nil) -> ShareJudge.Sides {
        var sides = ShareJudge.Sides()
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

    /// The p-values of the units, in their order; `nil` where none can be had.
    func pValues() throws(StatisticsError) -> [Double?] {
        var values: [Double?] = []
        for unit in units { values.append(try judge(unit).pValue(sides(unit))) }
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
        let verdict = try judge(unit).verdict(sides, upTo: threshold)
        let sensitivity = try Sensitivity(
            periods: trials.months,
            units: units.filter { $0 != unit },
            categories: trials.categories
        ) { part throws(StatisticsError) in
            let without = try judge(unit).verdict(self.sides(unit, without: part), upTo: threshold)
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
    /// 1 for higher, -1 for lower, 0 where no difference is shown.
    var direction: Int {
        switch self {
        case .higher: 1
        case .lower: -1
        case .withinChance, .tooLittleData: 0
        }
    }
}
