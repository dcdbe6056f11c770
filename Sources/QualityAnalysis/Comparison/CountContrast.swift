public import QualityStatistics

/// Two counts held against each other: by how much the later differs, and what chance allows (*jämförelse*).
///
/// Counts that scatter no more than independent events are compared by mid-p, or exactly where asked. Where they scatter more, both counts are
/// divided by the over-dispersion and by what its uncertainty adds, and compared exactly, as Korn and Graubard do.
public struct CountContrast: StatisticalResult {
    /// What two counts say.
    public enum Verdict: Hashable, Sendable {
        /// The later is higher than chance allows.
        case higher
        /// The later is lower than chance allows.
        case lower
        /// Chance alone may have made the difference; that is not to say that there is none.
        case withinChance
        /// No counts of these sizes could show a difference; the number of events, over both, that could.
        case tooLittleData(needed: Int)
    }

    /// How much more counts scatter than independent events do.
    public struct Dispersion: Hashable, Sendable {
        /// The factor by which the variance exceeds the mean, at least 1.
        public let factor: Double
        /// The degrees of freedom that it rests on; 0 where it was not estimated.
        public let degreesOfFreedom: Int

        /// Independent events, as nothing is known of them.
        public static let notEstimated = Dispersion(factor: 1, degreesOfFreedom: 0)

        /// A factor, raised to 1 where it is less, and its degrees of freedom.
        public init(factor: Double, degreesOfFreedom: Int) {
            self.factor = max(1, factor)
            self.degreesOfFreedom = degreesOfFreedom
        }
    }

    /// How counts that scatter no more than independent events are compared.
    public enum Approach: Hashable, Sendable {
        /// By mid-p, which errs about as often as it says.
        case midP
        /// By twice the smaller tail, which never errs more often than it says.
        case exact
    }

    /// The earlier count, or that of the rest.
    public let earlier: Int
    /// The later count, or that of the unit looked at.
    public let later: Int
    /// What the earlier count was made in, above 0.
    public let earlierExposure: Double
    /// What the later count was made in, in the same measure, above 0.
    public let laterExposure: Double
    /// How much more the counts scatter than independent events.
    public let dispersion: Dispersion
    /// How counts without over-dispersion are compared.
    public let approach: Approach
    /// The later rate over the earlier; `nil` where both counts are 0, infinite where only the earlier is.
    public let ratio: Double?
    /// The ratios that the counts are compatible with.
    public let interval: ConfidenceInterval
    /// The two-sided p-value that the rates are the same; it is below 1 − level exactly when the interval excludes 1.
    public let pValue: Double
    /// The method of p-value and interval.
    public let method: StatisticalMethod
    /// What it assumes.
    public let assumptions: [Assumption]

    /// The events of both.
    public var sample: Int { earlier + later }

    /// The change in percent of the earlier rate; `nil` where that is 0.
    public var percentChange: Double? {
        ratio.flatMap { $0.isFinite ? 100 * ($0 - 1) : nil }
    }

    /// Compares two counts.
    ///
    /// - Parameters:
    ///   - earlier: the earlier count, 0 or more.
    ///   - later: the later count, 0 or more.
    ///   - exposures: what each was made in, in one measure; by default the same.
    ///   - dispersion: how much more counts of this kind scatter than independent events.
    ///   - approach: how counts are compared that scatter no more than those.
    ///   - level: the level of confidence, above 0 and below 1.
    /// - Throws: `StatisticsError` for a negative count, an exposure that is not above 0, or a level out of range.
    public init(
        earlier: Int,
        later: Int,
        exposures: (earlier: Double, later: Double) = (1, 1),
        dispersion: Dispersion = .notEstimated,
        by approach: Approach = .midP,
        level: Double = 0.95
    ) throws(StatisticsError) {
        let compare = approach == .midP ? RateRatio.midP : RateRatio.exact
        let plain = try compare(later, exposures.later, earlier, exposures.earlier, level)
        self.approach = approach
        self.earlier = earlier
        self.later = later
        earlierExposure = exposures.earlier
        laterExposure = exposures.later
        self.dispersion = dispersion
        ratio = plain.estimate
        let scatter = Assumption(
            "Counts of shorter periods scatter no more than independent events.",
            dispersion.degreesOfFreedom == 0 ? .notChecked : dispersion.factor > 1 ? .fails : .holds
        )
        if dispersion.factor > 1, plain.sample > 0 {
            interval = try Self.scaledInterval(plain, Self.scale(dispersion, level), level)
            let share = exposures.later / (exposures.earlier + exposures.later)
            pValue = try Self.scaledPValue(earlier, later, share, Self.scale(dispersion, level))
            method = Self.overdispersed
            assumptions = [scatter, Assumption("The scatter between periods is that within them.")]
        } else {
            interval = plain.interval
            pValue = plain.pValue
            method = plain.method
            assumptions = plain.assumptions + [scatter]
        }
    }

    static let overdispersed = StatisticalMethod(
        name: "Exact comparison of two counts with over-dispersion",
        source: "Korn and Graubard 1998, Survey Methodology 24:193–201; Clopper and Pearson, Biometrika 26, 1934"
    )
}
