extension ControlChart {
    /// A chart of single values (I, also XmR): mean ± 3 · mean moving range / 1.128.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing, which has no moving range.
    ///   - screening: what is done with outlying moving ranges.
    ///   - basis: phases, values left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: `not finite` for such a value; `out of range` for a basis with places that the series does not have.
    public static func individuals(
        _ values: [Double?],
        screening: RangeScreening = .once,
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        try requireFinite(values, "values")
        return try Self(.individuals, values: values, basis: basis, screening: screening, rule: rule) { baseline in
            guard let (mean, count) = Centre.mean(baseline, basis, { values[$0] }) else { return nil }
            let range = MovingRanges.mean(of: MovingRanges.differences(baseline, basis) { values[$0] }, screening)
            return Spread(
                baseline: count,
                centre: mean,
                location: mean,
                sigma: range.map { $0 / MovingRanges.d2 }
            )
        }
    }

    /// A chart of single values about a centre and a standard deviation that are known beforehand.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing.
    ///   - centre: the known mean.
    ///   - sigma: the known standard deviation, 0 or more.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: `not finite` for such a value, centre or deviation; `negative` for a deviation below 0.
    public static func individuals(
        _ values: [Double?],
        centre: Double,
        sigma: Double,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        try requireFinite(values, "values")
        try requireFinite([centre], "centre")
        try requireFinite([sigma], "sigma")
        guard sigma >= 0 else { throw StatisticsError(.negative, of: "sigma") }
        return try Self(.individuals, values: values, basis: .whole, rule: rule) { baseline in
            Spread(baseline: baseline.count, centre: centre, location: centre, sigma: sigma)
        }
    }

    /// A chart of moving ranges (MR): how much each value differs from the one before; upper limit 3.267 · mean.
    ///
    /// Successive ranges share a value, so that their runs prove nothing and give no signal.
    ///
    /// - Parameters:
    ///   - values: the single values in order of time, `nil` where one is missing.
    ///   - basis: phases, ranges left out and a frozen baseline.
    /// - Throws: `not finite` for such a value; `out of range` for a basis with places that the series does not have.
    public static func movingRange(
        _ values: [Double?],
        basis: ChartBasis = .whole
    ) throws(StatisticsError) -> Self {
        try requireFinite(values, "values")
        var ranges = [Double?](repeating: nil, count: values.count)
        try basis.forEachPhase(of: values.count) { range, _ in
            for index in range.dropFirst() {
                if let value = values[index], let previous = values[index - 1] { ranges[index] = abs(value - previous) }
            }
        }
        let points = ranges
        return try Self(.movingRange, values: points, basis: basis, rule: .anhoej) { baseline in
            guard let (mean, count) = Centre.mean(baseline, basis, { points[$0] }) else { return nil }
            return Spread(
                baseline: count,
                centre: mean,
                location: mean,
                sigma: mean * (MovingRanges.upperLimit - 1) / 3
            )
        }
    }

    /// A chart of values per exposure (I′): limits by moving ranges that follow the exposure of each value.
    ///
    /// The range of two neighbours is divided by √(1/n₁ + 1/n₂) of their exposures; where these are equal the chart is
    /// nearly the one of single values (Taylor 2017).
    ///
    /// - Parameters:
    ///   - totals: the sum of each period, `nil` where it is missing.
    ///   - exposures: what each sum is divided by, `nil` where it is missing.
    ///   - per: the exposure that the points are given per.
    ///   - screening: what is done with outlying ranges.
    ///   - basis: phases, values left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: `unequal lengths`, `not finite`, `negative`, `no exposure` where a sum other than 0 has exposure 0,
    ///   `out of range` for a basis with places that the series does not have.
    public static func iPrime(
        totals: [Double?],
        exposures: [Double?],
        per: Double = 1,
        screening: RangeScreening = .once,
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        try requireFinite(totals, "totals")
        let series = try ExposedSeries(
            totals.count,
            exposures,
            "exposures",
            per: per,
            total: { totals[$0] },
            check: { _ in }
        )
        let (values, exposures, whole) = (series.values, series.exposures, series.whole)
        return try Self(
            .iPrime,
            values: values,
            exposures: exposures,
            per: per,
            basis: basis,
            screening: screening,
            rule: rule
        ) { baseline in
            guard let (rate, count) = whole.rate(baseline, basis, exposures, total: { totals[$0] }) else { return nil }
            let ranges = MovingRanges.differences(baseline, basis, { values[$0] }) { first, second in
                1 / (1 / (exposures[first] ?? 0) + 1 / (exposures[second] ?? 0)).squareRoot()
            }
            let sigma = MovingRanges.mean(of: ranges, screening).map { $0 * (Double.pi / 2).squareRoot() }
            return Spread(baseline: count, centre: rate * per, location: rate * per, sigma: sigma)
        }
    }
}
