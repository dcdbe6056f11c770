/// A run chart with the four rules of the Institute for Healthcare Improvement, whose lengths are fixed.
///
/// Six points on one side of the median, five points in one direction, too many or too few runs, and an astronomical
/// point. Fixed lengths alarm the more the longer the series: about 0.26 in 24 values and 0.67 in 60 without any
/// change. ``RunChart`` has rules that do not.
public struct IHIRunChart: StatisticalResult {
    /// A shift or trend: the places of its points in order of time, those passed over left out.
    public struct Pattern: Hashable, Sendable {
        /// Whether the points are above the median, or rising.
        public let isUpwards: Bool

        /// The places of the points.
        public let points: [Int]
    }

    /// How the number of runs stands to what chance gives in 95 of 100 series.
    public enum RunCount: Hashable, Sendable {
        /// Fewer runs than expected: the values drift or clump.
        case tooFew
        /// As many runs as expected.
        case expected
        /// More runs than expected: the values come from two sources by turns.
        case tooMany
    }

    /// How an astronomical point is told, which the source leaves to the eye of whoever looks at the chart.
    public enum AstronomicalPoint: Hashable, Sendable {
        /// Not at all.
        case leftToReader
        /// By the limits of a chart of single values.
        case outsideIndividualsLimits
    }

    /// A rule and its wording.
    public enum Rule: Hashable, Sendable, CaseIterable {
        /// Six or more points on one side of the median.
        case shift
        /// Five or more points in one direction.
        case trend
        /// Too many or too few runs.
        case runs
        /// A point that all would agree is unusual.
        case astronomicalPoint

        /// The rule in words, as an English sentence.
        public var text: String {
            switch self {
            case .shift:
                "6 or more consecutive points all above or all below the median; points on the median are passed over."
            case .trend:
                "5 or more consecutive points all going up or all going down; a point equal to the one before is "
                    + "passed over."
            case .runs:
                "More or fewer runs about the median than the central 95 percent of what chance gives for as many "
                    + "points above and below it."
            case .astronomicalPoint: "A point so different from the rest that all would agree that it is unusual."
            }
        }
    }

    /// The run chart that the rules are applied to; the Anhøj analysis stands beside them.
    public let chart: RunChart

    /// The shifts of each phase in order of time.
    public let shifts: [Pattern]

    /// The trends of each phase in order of time.
    public let trends: [Pattern]

    /// The number of runs of each phase against what is expected; `nil` below 10 useful observations.
    public let runCounts: [RunCount?]

    /// The places of astronomical points; `nil` where they are left to the reader.
    public let astronomicalPoints: [Int]?

    /// The number of values that are neither missing nor left out.
    public var sample: Int { chart.sample }

    /// Whether the rules for shifts and trends find anything.
    public var hasShiftOrTrend: Bool { !shifts.isEmpty || !trends.isEmpty }

    /// The run chart with these rules.
    public var method: StatisticalMethod { Self.ihi }

    private static let ihi = StatisticalMethod(
        name: "Run chart with IHI rules",
        source: "Perla RJ, Provost LP, Murray SK (2011). The run chart: a simple analytical tool for learning from "
            + "variation in healthcare processes. BMJ Qual Saf 20: 46. Swed FS, Eisenhart C (1943). Tables for testing "
            + "randomness of grouping in a sequence of alternatives. Ann Math Stat 14: 66."
    )

    /// Those of the run chart.
    public var assumptions: [Assumption] { chart.assumptions }
}
