/// Values in order of time about their median, with the tests for runs that need no assumption about distribution.
///
/// Swedish: *seriediagram*. The first chart to draw: it asks of the values only that they are independent, and its
/// limits grow with the series, so that long series do not alarm more than short ones.
public struct RunChart: StatisticalResult {
    /// A stretch of the chart with a centre line of its own.
    public struct Phase: Hashable, Sendable {
        /// The places of its values.
        public let range: Range<Int>

        /// Why it begins where it does; `nil` for the first.
        public let rebasing: Rebasing?

        /// The number of values that the centre line rests on.
        public let baseline: Int

        /// The median of the baseline; `nil` without a value.
        public let centre: Double?

        /// The runs about the centre line.
        public let runs: RunsAnalysis
    }

    /// The values in order of time, `nil` where one is missing.
    public let values: [Double?]

    /// What the chart rests on.
    public let basis: ChartBasis

    /// The rule for runs.
    public let rule: RunsRule

    /// The phases in order of time; none without a place.
    public let phases: [Phase]

    /// The number of values that are neither missing nor left out.
    public let sample: Int

    /// Whether any phase departs from chance.
    public var hasSignal: Bool { phases.contains { !$0.runs.signals.isEmpty } }

    /// The run chart with the rule chosen.
    public var method: StatisticalMethod { rule.method }

    /// Independence, and enough useful observations in each phase.
    public var assumptions: [Assumption] {
        [
            Assumption("Each value is independent of the one before"),
            Assumption(
                "There are ten useful observations or more in each phase",
                phases.contains { $0.runs.hasFewObservations } || phases.isEmpty ? .fails : .holds
            ),
        ]
    }

    /// The run chart of a series.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing.
    ///   - basis: phases, values left out and a frozen baseline.
    ///   - rule: the limits for runs and crossings.
    /// - Returns: the chart; any series gives one, and a short one gives a chart that can show little.
    /// - Throws: `not finite` for such a value; `out of range` for a basis with places that the series does not have.
    public static func median(
        _ values: [Double?],
        basis: ChartBasis = .whole,
        rule: RunsRule = .anhoej
    ) throws(StatisticsError) -> Self {
        try requireFinite(values, "values")
        let phases = try basis.mapPhases(of: values.count) { range, rebasing in
            let centre = Centre.median(basis.baseline(of: range), basis, values)
            return Phase(
                range: range,
                rebasing: rebasing,
                baseline: centre?.count ?? 0,
                centre: centre?.0,
                runs: RunsAnalysis(of: values, range, basis, about: centre?.0, tolerance: 0, rule)
            )
        }
        let sample = values.indices.count { values[$0] != nil && !basis.excludes($0) }
        return Self(values: values, basis: basis, rule: rule, phases: phases, sample: sample)
    }
}

/// Refuses values that are infinite or not a number.
func requireFinite(_ values: [Double?], _ parameter: String) throws(StatisticsError) {
    for index in values.indices {
        if let value = values[index], !value.isFinite { throw StatisticsError(.notFinite, of: parameter, at: index) }
    }
}
