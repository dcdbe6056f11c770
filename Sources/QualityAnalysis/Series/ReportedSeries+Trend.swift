public import QualityStatistics

extension ReportedSeries {
    /// That the series is too short for any trend to be claimed; `nil` where it is long enough to be looked at.
    ///
    /// No order of so few counts has a Mann–Kendall p-value at the level: four yearly values never get below 0.083, and are
    /// too few at any level.
    ///
    /// `level`: the p-value that a trend would have to reach, above 0 and below 1.
    public func trendShortage(level: Double = 0.05) -> TooLittleData? {
        var needed = ChartChoice.fewestTrendValues
        while needed < 1_000, MannKendall.smallestPossiblePValue(points: needed) > level { needed += 1 }
        let available = completeCount
        guard available < needed else { return nil }
        return TooLittleData(method: Self.trend, needed: needed, available: available, of: .values)
    }

    private static let trend = StatisticalMethod(
        name: "Mann–Kendall test",
        source: "Mann, Econometrica 13, 1945; Kendall, Rank Correlation Methods, 1975"
    )
}
