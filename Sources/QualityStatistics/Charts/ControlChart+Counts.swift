extension ControlChart {
    /// A chart of counts over equal exposure (C): mean ± 3 √mean, not below 0.
    ///
    /// - Parameters:
    ///   - counts: the number of events of each period, `nil` where it is missing.
    ///   - basis: phases, counts left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: `negative` for such a count; `out of range` for a basis with places that the series does not have.
    public static func c(
        counts: [Int?],
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        try requireCounts(counts, "counts")
        let values = counts.map { $0.map(Double.init) }
        return try Self(.c, values: values, basis: basis, rule: rule) { baseline in
            guard let (mean, count) = Centre.mean(baseline, basis, { values[$0] }) else { return nil }
            return Spread(baseline: count, centre: mean, location: mean, sigma: mean.squareRoot())
        }
    }

    /// A chart of counts per exposure (U): rate ± 3 √(rate / exposure), not below 0.
    ///
    /// - Parameters:
    ///   - counts: the number of events of each period, `nil` where it is missing.
    ///   - exposures: what they happened in, such as days of care, 0 or more; `nil` where it is missing. A period of
    ///     exposure 0 without events is missing.
    ///   - per: the exposure that the points are given per, such as 1,000.
    ///   - basis: phases, periods left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: `unequal lengths`, `negative`, `not finite`, `no exposure` where a count has exposure 0,
    ///   `out of range` for a basis with places that the series does not have.
    public static func u(
        counts: [Int?],
        exposures: consuming [Double?],
        per: Double = 1,
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        let series = try exposed(counts, exposures, per)
        return try chart(.u, counts, series, per, nil, basis, rule) { $0.squareRoot() }
    }

    /// A chart of shares (P): share ± 3 √(share (1 − share) / trials), between 0 and 1.
    ///
    /// - Parameters:
    ///   - events: the number of each period that have what is counted, `nil` where it is missing.
    ///   - trials: the number of which they are a part, `nil` where it is missing. A period of no trials is missing.
    ///   - per: 100 for percent.
    ///   - basis: phases, periods left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: `unequal lengths`, `negative`, `more events than trials`, `out of range` for a basis with places that
    ///   the series does not have.
    public static func p(
        events: [Int?],
        trials: [Int?],
        per: Double = 1,
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        let series = try shares(events, trials, per)
        return try chart(.p, events, series, per, nil, basis, rule) { ($0 * (1 - $0)).squareRoot() }
    }

    /// A chart of counts per exposure with the spread that they have (Laney's U′).
    ///
    /// The deviation of the U chart times σ_z, the mean moving range of the standardised rates over 1.128. For large
    /// exposures, where a Poisson distribution makes every period a signal.
    ///
    /// - Parameters:
    ///   - counts: the number of events of each period, `nil` where it is missing.
    ///   - exposures: what they happened in, 0 or more, `nil` where it is missing.
    ///   - per: the exposure that the points are given per.
    ///   - screening: what is done with outlying ranges.
    ///   - basis: phases, periods left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: as the U chart.
    public static func uPrime(
        counts: [Int?],
        exposures: [Double?],
        per: Double = 1,
        screening: RangeScreening = .once,
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        let series = try exposed(counts, exposures, per)
        return try chart(.uPrime, counts, series, per, screening, basis, rule) { $0.squareRoot() }
    }

    /// A chart of shares with the spread that they have (Laney's P′).
    ///
    /// The deviation of the P chart times σ_z, the mean moving range of the standardised shares over 1.128.
    ///
    /// - Parameters:
    ///   - events: the number of each period that have what is counted, `nil` where it is missing.
    ///   - trials: the number of which they are a part, `nil` where it is missing.
    ///   - per: 100 for percent.
    ///   - screening: what is done with outlying ranges.
    ///   - basis: phases, periods left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: as the P chart.
    public static func pPrime(
        events: [Int?],
        trials: [Int?],
        per: Double = 1,
        screening: RangeScreening = .once,
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        let series = try shares(events, trials, per)
        return try chart(.pPrime, events, series, per, screening, basis, rule) { ($0 * (1 - $0)).squareRoot() }
    }

    /// A chart of totals over exposures, whose deviation follows from their rate; with a screening, as Laney corrects it.
    @inline(__always)
    private static func chart(
        _ kind: Kind,
        _ totals: [Int?],
        _ series: consuming ExposedSeries,
        _ per: Double,
        _ screening: RangeScreening?,
        _ basis: ChartBasis,
        _ rule: RunsRule,
        deviation: (Double) -> Double
    ) throws(StatisticsError) -> Self {
        // Taken out of the series, so that the chart takes them over.
        let (values, exposures, whole) = (series.values, series.exposures, series.whole)
        return try Self(
            kind,
            values: values,
            exposures: exposures,
            per: per,
            basis: basis,
            screening: screening,
            rule: rule
        ) { baseline in
            guard let (rate, count) = whole.rate(baseline, basis, exposures, total: { totals[$0].map(Double.init) })
            else { return nil }
            let sigma = deviation(rate) * per
            var spread = Spread(baseline: count, centre: rate * per, location: rate * per, sigma: sigma)
            guard let screening else { return spread }
            spread.sigma = nil
            guard sigma > 0 else { return spread }
            let ranges = MovingRanges.differences(baseline, basis) { index in
                values[index].map { ($0 - rate * per) / sigma * (exposures[index] ?? 0).squareRoot() }
            }
            spread.overdispersion = MovingRanges.mean(of: ranges, screening).map { $0 / MovingRanges.d2 }
            spread.sigma = spread.overdispersion.map { $0 * sigma }
            return spread
        }
    }

    @inline(never)
    private static func exposed(
        _ counts: [Int?],
        _ exposures: consuming [Double?],
        _ per: Double
    ) throws(StatisticsError) -> ExposedSeries {
        try ExposedSeries(
            counts.count,
            exposures,
            "exposures",
            per: per,
            total: { counts[$0].map { $0 < 0 ? .nan : Double($0) } },
            check: { index throws(StatisticsError) in
                if let count = counts[index], count < 0 { throw StatisticsError(.negative, of: "counts", at: index) }
            }
        )
    }

    private static func shares(
        _ events: [Int?],
        _ trials: [Int?],
        _ per: Double
    ) throws(StatisticsError) -> ExposedSeries {
        func exceeds(_ count: Int, at index: Int) -> Bool {
            guard let trials = trials[index], trials >= 0 else { return false }
            return count > trials
        }
        return try ExposedSeries(
            events.count,
            trials.map { $0.map(Double.init) },
            "trials",
            per: per,
            total: { index in
                events[index].map { $0 < 0 || exceeds($0, at: index) ? .nan : Double($0) }
            },
            check: { index throws(StatisticsError) in
                guard let count = events[index] else { return }
                guard count >= 0 else { throw StatisticsError(.negative, of: "events", at: index) }
                guard !exceeds(count, at: index) else {
                    throw StatisticsError(.moreEventsThanTrials, of: "events", at: index)
                }
            }
        )
    }
}

/// Refuses negative counts.
func requireCounts(_ counts: [Int?], _ parameter: String) throws(StatisticsError) {
    for index in counts.indices {
        if let count = counts[index], count < 0 { throw StatisticsError(.negative, of: parameter, at: index) }
    }
}
