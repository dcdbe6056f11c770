import QualityCore

extension CountContrast.Dispersion {
    /// How much more the months of periods scatter than independent events, each around the mean of its period.
    ///
    /// Not estimated where no period has two months and anything counted.
    static func pooled(of subject: AnalysisSubject, over periods: [PeriodCounts]) -> Self {
        let scatter = periods.map { $0.scatter(of: $0.parts(of: subject)) }
        let freedom = scatter.reduce(0) { $0 + $1.degreesOfFreedom }
        guard freedom > 0 else { return .notEstimated }
        return Self(factor: scatter.reduce(0) { $0 + $1.pearson } / Double(freedom), degreesOfFreedom: freedom)
    }
}

extension Sensitivity {
    /// Leaves out what two periods hold of a subject, month by month of the same place, unit by unit, and by category.
    ///
    /// `stands` says whether the verdict stands by the counts without a part; `nil` where it can not be told.
    init<Failure: Error>(
        of subject: AnalysisSubject,
        in earlier: PeriodCounts,
        _ later: PeriodCounts,
        stands: (_ part: Part, _ month: Int?, _ counts: (earlier: Int, later: Int)) throws(Failure) -> Bool?
    ) throws(Failure) {
        let (first, second) = (earlier.parts(of: subject), later.parts(of: subject))
        let places = later.months.count >= earlier.months.count ? later.months : earlier.months
        try self.init(
            periods: places,
            units: Set(first.units.keys).union(second.units.keys).sorted { $0.rawValue < $1.rawValue },
            categories: Set(first.categories.keys).union(second.categories.keys).sorted()
        ) { part throws(Failure) in
            var month: Int?
            if case .period(let period) = part { month = places.firstIndex(of: period) }
            return try stands(part, month, (first.without(part, month: month), second.without(part, month: month)))
        }
    }
}
