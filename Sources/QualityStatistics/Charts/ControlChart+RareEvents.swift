extension ControlChart {
    /// A chart of the cases between rare events (G): mean ± 3 √(mean (mean + 1)), not below 0, about the median.
    ///
    /// The limits are those of a geometric distribution; the centre line to draw and to count runs about is the median.
    /// A point above the limit is a long stretch without events. Two events of one day are two points, the second with
    /// the cases between them, which may be 0.
    ///
    /// - Parameters:
    ///   - cases: the number of cases, or of days, since the event before; `nil` where it is missing.
    ///   - basis: phases, points left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings about the median.
    /// - Throws: `negative` for such a number; `out of range` for a basis with places that the series does not have.
    public static func g(
        cases: [Int?],
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        try requireCounts(cases, "cases")
        let values = cases.map { $0.map(Double.init) }
        return try Self(.g, values: values, basis: basis, rule: rule) { baseline in
            guard let (mean, count) = Centre.mean(baseline, basis, { values[$0] }),
                let (median, _) = Centre.median(baseline, basis, values)
            else { return nil }
            return Spread(baseline: count, centre: median, location: mean, sigma: (mean * (mean + 1)).squareRoot())
        }
    }

    /// A chart of the times between rare events (T): a chart of single values of time^(1/3.6), drawn as times.
    ///
    /// Times between independent events are exponential, and nearly normal on that scale (Nelson 1994). There is no
    /// lower limit where it would be negative.
    ///
    /// - Parameters:
    ///   - times: the time since the event before, 0 or more in any unit; `nil` where it is missing.
    ///   - screening: what is done with outlying ranges.
    ///   - basis: phases, points left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Throws: `not finite`, `negative`, `out of range` for a basis with places that the series does not have.
    public static func t(
        times: [Double?],
        screening: RangeScreening = .once,
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        try requireFinite(times, "times")
        for index in times.indices {
            if let time = times[index], time < 0 { throw StatisticsError(.negative, of: "times", at: index) }
        }
        let scaled = times.map { $0.map(TimeScale.transformed) }
        return try Self(
            .t,
            values: times,
            tested: scaled,
            basis: basis,
            screening: screening,
            rule: rule
        ) { baseline in
            guard let (mean, count) = Centre.mean(baseline, basis, { scaled[$0] }) else { return nil }
            let range = MovingRanges.mean(of: MovingRanges.differences(baseline, basis) { scaled[$0] }, screening)
            return Spread(
                baseline: count,
                centre: TimeScale.time(mean),
                location: mean,
                sigma: range.map { $0 / MovingRanges.d2 }
            )
        }
    }
}
