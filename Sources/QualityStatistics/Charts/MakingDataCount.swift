/// An XmR chart with the rules, verdicts and icons of *Making Data Count* (NHS England).
///
/// Four rules name special causes: a point outside the limits, a trend of 7 points, two of three points near a limit,
/// and 7 points on one side of the mean. Limits are mean ± 2.66 · mean moving range. The longer the series the likelier
/// a false signal: about 0.2 in 24 values and 0.5 in 60 without any change.
public struct MakingDataCount: StatisticalResult {
    /// Which way the measure is meant to go.
    public enum ImprovementDirection: Hashable, Sendable, CaseIterable {
        /// Higher is better.
        case increase
        /// Lower is better.
        case decrease
        /// Neither is better.
        case neutral
    }

    /// A special cause that a point belongs to, in order of precedence.
    public enum SpecialCause: Hashable, Sendable, CaseIterable {
        /// The point is above the upper limit.
        case aboveUpperLimit
        /// The point is below the lower limit.
        case belowLowerLimit
        /// The point is one of 7 or more, each higher than the one before.
        case increasingTrend
        /// The point is one of 7 or more, each lower than the one before.
        case decreasingTrend
        /// The point is near the upper limit, as another of three consecutive points above the mean.
        case twoOfThreeAbove
        /// The point is near the lower limit, as another of three consecutive points below the mean.
        case twoOfThreeBelow
        /// The point is one of 7 or more above the mean.
        case shiftAbove
        /// The point is one of 7 or more below the mean.
        case shiftBelow

        /// The rule in words, as an English sentence.
        public var text: String {
            switch self {
            case .aboveUpperLimit: "A single point above the upper process limit."
            case .belowLowerLimit: "A single point below the lower process limit."
            case .increasingTrend: "7 consecutive points, each higher than the one before."
            case .decreasingTrend: "7 consecutive points, each lower than the one before."
            case .twoOfThreeAbove:
                "2 of 3 consecutive points above the mean in the outer third below the upper process limit."
            case .twoOfThreeBelow:
                "2 of 3 consecutive points below the mean in the outer third above the lower process limit."
            case .shiftAbove: "7 consecutive points above the mean."
            case .shiftBelow: "7 consecutive points below the mean."
            }
        }

        /// Whether the cause lifts the values.
        public var isUpwards: Bool {
            switch self {
            case .aboveUpperLimit, .increasingTrend, .twoOfThreeAbove, .shiftAbove: true
            case .belowLowerLimit, .decreasingTrend, .twoOfThreeBelow, .shiftBelow: false
            }
        }
    }

    /// What the variation at a point means, as its icon shows it.
    public enum Variation: Hashable, Sendable, CaseIterable {
        /// No special cause: chance alone may have given the value.
        case commonCause
        /// A special cause in the direction of improvement.
        case improvement
        /// A special cause against the direction of improvement.
        case concern
        /// A special cause upwards of a measure without a direction.
        case neutralHigh
        /// A special cause downwards of a measure without a direction.
        case neutralLow
    }

    /// Whether the process as it is meets its target, as its icon shows it.
    public enum Assurance: Hashable, Sendable, CaseIterable {
        /// The target lies outside the limits on the side of worse values: it is met unless the process changes.
        case consistentlyMet
        /// The target lies outside the limits on the side of better values: it is not met unless the process changes.
        case consistentlyMissed
        /// The target lies within the limits: whether it is met is a matter of chance.
        case hitOrMiss
    }

    /// A stretch of the chart with a mean and limits of its own.
    public struct Phase: Hashable, Sendable {
        /// The places of its values.
        public let range: Range<Int>

        /// Why it begins where it does; `nil` for the first.
        public let rebasing: Rebasing?

        /// The number of values that the mean rests on.
        public let baseline: Int

        /// The mean of the baseline; `nil` without a value.
        public let mean: Double?

        /// The mean moving range that the limits rest on; `nil` where there is none.
        public let meanMovingRange: Double?

        /// How far its limits can be relied on: trial limits below 13 values.
        public var standing: LimitStanding { LimitStanding(values: baseline) }

        /// The process limits, mean ± 2.66 · mean moving range; `nil` where there is no moving range.
        public var limits: ControlLimits? { limits(thirds: 3) }

        /// Two thirds of the way to the process limits, beyond which a point is near them.
        public var nearLimits: ControlLimits? { limits(thirds: 2) }

        private func limits(thirds: Double) -> ControlLimits? {
            guard let mean, let meanMovingRange else { return nil }
            let width = thirds == 3 ? 2.66 * meanMovingRange : thirds * (2.66 / 3) * meanMovingRange
            return ControlLimits(lower: mean - width, upper: mean + width)
        }
    }

    /// The values in order of time, `nil` where one is missing.
    public let values: [Double?]

    /// Which way the measure is meant to go.
    public let direction: ImprovementDirection

    /// The value to reach; `nil` for none.
    public let target: Double?

    /// What the chart rests on.
    public let basis: ChartBasis

    /// What was done with outlying moving ranges.
    public let screening: RangeScreening

    /// The phases in order of time; none without a place.
    public let phases: [Phase]

    /// The special cause of each value; `nil` where there is none, or no value.
    public let specialCauses: [SpecialCause?]

    /// The number of values that are neither missing nor left out.
    public let sample: Int

    /// Whether any value has a special cause.
    public var hasSignal: Bool { specialCauses.contains { $0 != nil } }

    /// The XmR chart with these rules.
    public var method: StatisticalMethod { Self.xmrChart }

    private static let xmrChart = StatisticalMethod(
        name: "XmR chart with Making Data Count rules",
        source: "NHS England (2019). Making Data Count: strengthening your decisions."
    )

    /// Independence, and limits that rest on enough values.
    public var assumptions: [Assumption] {
        [
            Assumption("Each value is independent of the one before"),
            Assumption("The values are roughly symmetric about their mean"),
            Assumption(
                "The limits of each phase rest on 13 values or more",
                phases.isEmpty || phases.contains { $0.standing == .trial } ? .fails : .holds
            ),
        ]
    }
}
