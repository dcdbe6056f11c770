/// A Shewhart chart: values in order of time, a centre line, and the limits that chance alone keeps to.
///
/// Swedish: *styrdiagram*. A value outside the limits has a special cause; so has a shift that the runs about the
/// centre line tell. Limits are 3 standard deviations from the centre unless another number is asked for.
public struct ControlChart: StatisticalResult {
    /// The chart that a kind of data calls for.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// Single values of any kind, by their moving ranges (I, also XmR).
        case individuals
        /// The moving ranges of single values (MR).
        case movingRange
        /// Counts over equal exposure (C).
        case c
        /// Counts per exposure (U).
        case u
        /// Shares of trials (P).
        case p
        /// Counts per exposure that vary more, or less, than a Poisson distribution (Laney's U′).
        case uPrime
        /// Shares of trials that vary more, or less, than a binomial distribution (Laney's P′).
        case pPrime
        /// Values per exposure by their moving ranges, with limits that follow the exposure (I′).
        case iPrime
        /// Numbers of cases between rare events (G).
        case g
        /// Times between rare events (T).
        case t
    }

    /// Where a value stands.
    public enum Position: Hashable, Sendable {
        /// Within the limits or on one of them.
        case within
        /// Above the upper limit.
        case above
        /// Below the lower limit.
        case below
        /// No value, or no limits to hold it against.
        case unknown
    }

    /// A stretch of the chart with a centre line and limits of its own.
    public struct Phase: Hashable, Sendable {
        /// The places of its values.
        public let range: Range<Int>

        /// Why it begins where it does; `nil` for the first.
        public let rebasing: Rebasing?

        /// The number of values that the centre line rests on.
        public let baseline: Int

        /// The line to draw: the mean of the baseline, its median on a G chart; `nil` without a value.
        public let centre: Double?

        /// What the limits lie about, on the scale that the limits are computed on; `nil` without a value.
        let location: Double?

        /// The standard deviation of a value of exposure 1, on a T chart of the transformed time; `nil` without limits.
        public internal(set) var sigma: Double?

        /// How much more the values vary than their distribution says, Laney's σ_z; `nil` on other charts.
        public internal(set) var overdispersion: Double?

        /// The runs about the centre line.
        public let runs: RunsAnalysis

        /// How far its limits can be relied on.
        public var standing: LimitStanding { LimitStanding(values: baseline) }
    }

    /// The kind of chart.
    public let kind: Kind

    /// The points to draw in order of time, `nil` where there is none.
    public let values: [Double?]

    /// What the chart rests on.
    public let basis: ChartBasis

    /// What was done with outlying moving ranges; `nil` on charts that do not use them.
    public let screening: RangeScreening?

    /// The phases in order of time; none without a place.
    public let phases: [Phase]

    /// The places of the points outside their limits of 3 standard deviations, in order of time.
    public let outside: [Int]

    /// The number of points that are neither missing nor left out.
    public let sample: Int

    /// The exposure or trials of each point, `nil` where the point is missing; empty where all are equal.
    let exposures: [Double?]

    /// The exposure that the points are given per, such as 1,000 days.
    let per: Double

    /// Whether a point lies outside the limits or a phase departs from chance by its runs.
    public var hasSignal: Bool { !outside.isEmpty || phases.contains { !$0.runs.signals.isEmpty } }
}

extension ControlChart {
    /// The limits at a place.
    ///
    /// - Parameters:
    ///   - index: the place, from 0.
    ///   - sigmas: how many standard deviations from the centre, more than 0.
    /// - Returns: `nil` where there are none: a place outside the chart, no spread known, no exposure, and other than 3
    ///   standard deviations on a moving-range chart, whose distribution is not symmetric.
    public func limits(at index: Int, sigmas: Double = 3) -> ControlLimits? {
        guard sigmas > 0, values.indices.contains(index) else { return nil }
        return phase(at: index).flatMap { limits(in: $0, at: index, sigmas: sigmas) }
    }

    /// The standard deviation of the point of a place by the spread of its phase; `nil` where there is none.
    ///
    /// On a T chart that of the transformed time.
    public func sigma(at index: Int) -> Double? {
        guard values.indices.contains(index), let sigma = phase(at: index)?.sigma else { return nil }
        guard !exposures.isEmpty else { return sigma }
        return exposures[index].map { sigma / $0.squareRoot() }
    }

    /// The phase of a place; `nil` outside the chart.
    public func phase(at index: Int) -> Phase? {
        phases.first { $0.range.contains(index) }
    }

    /// Where the point of a place stands among its limits of 3 standard deviations.
    public func position(at index: Int) -> Position {
        guard values.indices.contains(index), let value = values[index], limits(at: index) != nil,
            let centre = phase(at: index)?.centre
        else { return .unknown }
        return outside.contains(index) ? (value > centre ? .above : .below) : .within
    }

    @inline(__always)
    func limits(in phase: Phase, at index: Int, sigmas: Double) -> ControlLimits? {
        guard let location = phase.location, var sigma = phase.sigma else { return nil }
        if !exposures.isEmpty {
            guard let exposure = exposures[index] else { return nil }
            sigma /= exposure.squareRoot()
        }
        let width = sigmas * sigma
        switch kind {
        case .individuals, .iPrime:
            return ControlLimits(lower: location - width, upper: location + width)
        case .movingRange:
            return sigmas == 3 ? ControlLimits(lower: 0, upper: MovingRanges.upperLimit * location) : nil
        case .c, .u, .uPrime, .g:
            return ControlLimits(lower: max(0, location - width), upper: location + width)
        case .p, .pPrime:
            return ControlLimits(lower: max(0, location - width), upper: min(per, location + width))
        case .t:
            let lower = location - width
            return ControlLimits(
                lower: lower < 0 ? nil : TimeScale.time(lower),
                upper: TimeScale.time(location + width)
            )
        }
    }
}

/// The scale on which times between events of a Poisson process are nearly normal (Nelson 1994).
enum TimeScale {
    private static let power = 3.6

    static func transformed(_ time: Double) -> Double { pow(time, 1 / power) }

    static func time(_ transformed: Double) -> Double { pow(transformed, power) }
}
