public import QualityCore
public import QualityStatistics

/// One test of one series: whether its level changed, one period stands out, or it goes one way (*fynd i en serie*).
public struct SeriesFinding: Hashable, Sendable {
    /// What is tested.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The level changed: a long run on one side of the median, or few crossings of it (*nivåskifte*).
        case shift
        /// One period, or one time without events, stands out (*avvikande period*).
        case point
        /// The values go one way (*trend*).
        case trend
    }

    /// A change of the level.
    public struct Shift: Hashable, Sendable {
        /// The days of the longest run on one side of the centre line.
        public let days: CalendarPeriod
        /// The number of useful observations in the longest run.
        public let longestRun: Int
        /// The number of crossings of the centre line.
        public let crossings: Int
        /// The longest run and the fewest crossings that the Anhøj rules expect.
        public let limits: RunsLimits
        /// The centre line: the median of the counts, of the counts at mean exposure, or of the days between events.
        public let centre: Double
        /// Whether more was reported during the longest run.
        public let isHigher: Bool
    }

    /// A period, or a time between events, that stands out.
    public struct Point: Hashable, Sendable {
        /// What stands out.
        public enum Measure: Hashable, Sendable {
            /// The count of a period.
            case count
            /// The time from one event to the next, in days.
            case daysBetween
        }

        /// What stands out.
        public let measure: Measure
        /// The period, or the days from one event to the next.
        public let days: CalendarPeriod
        /// The count, or the number of days between.
        public let value: Int
        /// The expected count by the exposure, or the mean number of days between.
        public let expected: Double
        /// Whether more was reported than expected.
        public let isHigher: Bool
    }

    /// A movement in one direction.
    public struct Trend: Hashable, Sendable {
        /// The share of pairs of values that rise less the share that fall, −1...1: Kendall's τ-a, of what was reported.
        public let tau: Double
        /// Theil and Sen's slope of the values charted per period; `nil` far from a signal.
        public let slopePerPeriod: Double?
        /// Whether more and more was reported.
        public let isRising: Bool
    }

    /// What was found, with its numbers.
    public enum Pattern: Hashable, Sendable {
        /// A change of the level.
        case shift(Shift)
        /// A period that stands out.
        case point(Point)
        /// A movement in one direction.
        case trend(Trend)
    }

    /// What was tested.
    public let kind: Kind
    /// The numbers.
    public let pattern: Pattern
    /// The probability of as much or more without a change.
    public let pValue: Double
    /// The p-value adjusted for all tests of all series scanned.
    public internal(set) var adjustedPValue = 1.0
    /// Whether it is a signal when false ones are controlled over all series.
    public internal(set) var isSignal = false
    /// Of a signal, whether it stands without one period, unit or category; `nil` of others.
    ///
    /// The period of a signal that is about one period is not left out.
    public internal(set) var sensitivity: Sensitivity?
    /// The number of values that the test rests on.
    public let sample: Int

    /// The method that gave the p-value.
    public var method: StatisticalMethod { kind.method }
    /// What the p-value assumes.
    public var assumptions: [Assumption] { kind.assumptions }
}

extension SeriesFinding.Kind {
    /// The method of the p-value.
    public var method: StatisticalMethod {
        switch self {
        case .shift:
            StatisticalMethod(
                name: "Permutation test of the longest run and the crossings",
                source: "Anhøj & Olesen 2014, PLoS ONE 9:e113825; Wald & Wolfowitz 1940; Mood 1940, Annals of "
                    + "Mathematical Statistics 11"
            )
        case .point:
            StatisticalMethod(
                name: "Count given the sum of its series, over-dispersion learnt from all series",
                source: "Mosimann 1962, Biometrika 49:65–82; Robinson & Smyth 2008, Biostatistics 9:321–332; Šidák 1967"
            )
        case .trend: MannKendall.method
        }
    }

    /// What the p-value assumes.
    var assumptions: [Assumption] {
        switch self {
        case .shift, .trend:
            [
                Assumption(
                    "Without a change every order of the values is as likely: they do not depend on one another."
                ),
                Assumption("The values have no season."),
            ]
        case .point:
            [
                Assumption("Counts given their sum are Dirichlet multinomial: Poisson or more scattered."),
                Assumption("The scatter of a series is one of those that the series scanned have."),
            ]
        }
    }
}
