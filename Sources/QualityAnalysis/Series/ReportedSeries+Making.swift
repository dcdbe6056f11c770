public import QualityCore

extension ReportedSeries {
    /// What a series counts.
    public struct Subject: Hashable, Sendable {
        /// The unit, a position along the axis of units; `nil` for all.
        public var unit: OrganisationUnitID?
        /// The category, a position along the axis of codes; `nil` for all.
        public var category: CategoryCode?

        /// A unit, a category, both or all.
        public init(unit: OrganisationUnitID? = nil, category: CategoryCode? = nil) {
            self.unit = unit
            self.category = category
        }
    }

    /// A series from the counts of its periods.
    ///
    /// - Parameters:
    ///   - scale: the periods.
    ///   - counts: the count of each period as found, 0 where nothing was.
    ///   - reports: the count of everything that the unit reported in each period; by default `counts`.
    ///   - unit: the unit; `nil` for all.
    ///   - existence: the days on which the category exists; by default always.
    ///   - coverage: what the source covers.
    /// - Precondition: there are as many counts and reports as periods.
    public init(
        _ scale: PeriodScale,
        counts: [Int],
        reports: [Int]? = nil,
        of unit: OrganisationUnitID? = nil,
        existing existence: Validity = .always,
        coverage: ReportingCoverage
    ) {
        let reports = reports ?? counts
        precondition(reports.count == counts.count, "a series has as many reports as counts")
        self.init(
            scale,
            zip(scale.periods, zip(counts, reports)).map { period, found in
                Self.entry(period, count: found.0, reports: found.1, unit, existence, coverage)
            }
        )
    }

    private static func entry(
        _ period: CalendarPeriod,
        count: Int,
        reports: Int,
        _ unit: OrganisationUnitID?,
        _ existence: Validity,
        _ coverage: ReportingCoverage
    ) -> Entry {
        guard coverage.days.overlaps(period) else { return .missing(.notCovered) }
        let openDays = coverage.openDays(of: unit, in: period)
        if count == 0 {
            if !existence.overlaps(period) { return .missing(.noSuchCategory) }
            if openDays == 0 { return .missing(.notOpen) }
            if reports == 0, coverage.silence == .missing { return .missing(.silent) }
        }
        if !existence.covers(period), existence.overlaps(period) { return .incomplete(count, .partlyExisting) }
        if !coverage.days.contains(period) { return .incomplete(count, .partlyCovered) }
        if period.last.days(to: coverage.days.last) < coverage.lateDays { return .incomplete(count, .late) }
        return openDays < period.dayCount ? .incomplete(count, .partlyOpen) : .count(count)
    }
}

extension ObservationTable {
    /// The series of all units and categories that occur, worked out in one pass.
    ///
    /// - Parameters:
    ///   - counted: records or observations.
    ///   - units: where units count; `nil` for all units together.
    ///   - categories: where codes count; `nil` for all categories together.
    ///   - scale: the periods.
    ///   - coverage: what the source covers.
    ///   - existence: the days on which a category exists.
    ///   - listed: subjects that get a series even where nothing of them was found, such as silent units.
    /// - Returns: the series; observations without a unit or code have none of their own.
    /// - Throws: ``AnalysisError/tooManyCells(limit:)`` where there are too many units, categories and periods together.
    public func series(
        _ counted: CrossTable.Counted,
        units: CountAxis? = nil,
        categories: CountAxis? = nil,
        by scale: PeriodScale,
        coverage: ReportingCoverage,
        existing existence: (CategoryCode) -> Validity = { _ in .always },
        listed: [ReportedSeries.Subject] = []
    ) throws(AnalysisError) -> [ReportedSeries.Subject: ReportedSeries] {
        let whole = CountAxis(source: .whole)
        let (unitAxis, categoryAxis) = (units ?? whole, categories ?? whole)
        let cube = try count(counted, by: [unitAxis, categoryAxis, .periods(scale)])
        let reports = try count(counted, by: [unitAxis, .periods(scale)])
        var subjects = listed
        for unit in cube.axes[0] {
            for category in cube.axes[1] where categories == nil || category.code != nil {
                subjects.append(ReportedSeries.Subject(unit: unit.unitID, category: category.code))
            }
        }
        var series: [ReportedSeries.Subject: ReportedSeries] = [:]
        for subject in subjects where series[subject] == nil {
            let unit = subject.unit.map(CountAxis.Key.unit) ?? .unstated
            let category = subject.category.map(CountAxis.Key.code) ?? .unstated
            series[subject] = ReportedSeries(
                scale,
                counts: cube.row([unit, category]),
                reports: reports.row([unit]),
                of: subject.unit,
                existing: subject.category.map(existence) ?? .always,
                coverage: coverage
            )
        }
        return series
    }
}

extension CountAxis.Key {
    /// The unit of a position along an axis of units.
    var unitID: OrganisationUnitID? { if case .unit(let id) = self { id } else { nil } }

    /// The code of a position along an axis of codes.
    var code: CategoryCode? { if case .code(let code) = self { code } else { nil } }
}
