import QualityCore
import QualityStatistics

extension ComparisonMaking {
    /// How the shares shifted of the categories that exist in both periods; `nil` where a record has several.
    func mix() throws(StatisticsError) -> PeriodComparison.Mix? {
        let categories = Set(earlier.categories + later.categories).sorted().filter {
            exists(.category($0), in: earlier.period) && exists(.category($0), in: later.period)
        }
        let counts = [earlier, later].map { half in categories.map { half.parts(of: .category($0)).total } }
        let wholes = [earlier, later].map { $0.parts(of: .whole).total }
        let sums = counts.map { $0.reduce(0, +) }
        guard zip(sums, wholes).allSatisfy({ $0 > 0 && $0 <= $1 }), categories.count > 1 else { return nil }
        let table = try ContingencyTable(counts)
        guard let divergence = try JensenShannonDivergence.between(counts[0], counts[1]).result,
            let test = IndependenceTest.pearson(table).result, let association = Association.of(table).result
        else { return nil }
        // As Rao and Scott's first order, with the scatter of the counts for that of the shares, which is not larger.
        let scatter = [earlier, later].flatMap { half in
            categories.map { half.scatter(of: half.parts(of: .category($0))) }
        }
        let freedom = scatter.reduce(0) { $0 + $1.degreesOfFreedom }
        let dispersion = freedom == 0 ? 1 : max(1, scatter.reduce(0) { $0 + $1.pearson } / Double(freedom))
        let independent = try ChiSquaredDistribution(degreesOfFreedom: Double(test.degreesOfFreedom))
        return PeriodComparison.Mix(
            categories: categories,
            divergence: divergence,
            test: test,
            dispersion: dispersion,
            pValue: independent.tails(at: test.statistic / dispersion).upper,
            association: association
        )
    }

    /// The exposures of a unit, or its days where counts are compared as such or no exposure is known.
    private func exposures(
        of unit: AnalysisSubject,
        orDays days: (earlier: Double, later: Double)
    ) -> (earlier: Double, later: Double) {
        if case .exposure = basis { exposures(of: unit) ?? days } else { days }
    }

    /// The units that reported before and not at all while open since, more than chance allows.
    func silent(upTo threshold: Double) throws(StatisticsError) -> [OrganisationUnitID: Int] {
        let judge = try CountJudge(.notEstimated, level: level, upTo: threshold)
        let reporting = later.reportingUnits
        var silent: [OrganisationUnitID: Int] = [:]
        let wasOpen = { (unit: OrganisationUnitID, period: CalendarPeriod) in
            Double(question.coverage?.openDays(of: unit, in: period) ?? period.dayCount)
        }
        for (unit, count) in earlier.reportingUnits where reporting[unit] == nil {
            let days = (wasOpen(unit, earlier.period), wasOpen(unit, later.period))
            guard days.0 > 0, days.1 > 0 else { continue }
            let verdict = try judge.verdict((count, 0), exposures(of: .unit(unit), orDays: days))
            if verdict == .lower { silent[unit] = count }
        }
        return silent
    }
}
