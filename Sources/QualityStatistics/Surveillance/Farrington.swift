/// Outbreak detection by regression on the same season of earlier years (Farrington; *utbrottsdetektion*).
///
/// Each period assessed is compared with what a quasi-Poisson regression expects of it. The regression is fitted twice:
/// the second time, counts that stood out the first time weigh less, so that earlier outbreaks do not hide later ones.
///
/// Farrington, Andrews, Beale & Catchpole 1996, *J R Stat Soc A* 159:547–563; Noufaily et al. 2013, *Stat Med*
/// 32:1206–1222.
public struct Farrington: StatisticalResult {
    /// Whether a linear time trend is part of the regression for a period.
    public enum Trend: Hashable, Sendable {
        /// It is: it is significant, and does not lead above all counts of the past.
        case kept
        /// It is not.
        case dropped
    }

    /// A period that was assessed.
    public struct Point: Hashable, Sendable {
        /// The position in the series, from 0.
        public let position: Int

        /// The expected count; `nil` without enough of a past.
        public let expected: Double?

        /// The bound above which a count is unusual; `nil` without enough of a past.
        public let bound: Double?

        /// The dispersion φ, not below 1; `nil` without enough of a past.
        public let dispersion: Double?

        /// Whether the regression holds a trend.
        public let trend: Trend

        /// The probability of the count or more, in the flexible method; `nil` in the original one.
        public let pValue: Double?

        /// The distance of the count from the expected one over that of the bound: above 1 is unusual.
        public let exceedance: Double?

        /// What the method says of the count.
        public let assessment: OutbreakAssessment
    }

    /// The method and its source.
    public let method: StatisticalMethod

    /// What the method assumes.
    public let assumptions: [Assumption]

    /// The number of counts of the series that are not missing.
    public let sample: Int

    /// The periods assessed, in order.
    public let points: [Point]

    /// The positions above their bound, from 0.
    public var signals: [Int] { points.filter { $0.assessment == .aboveBound }.map(\.position) }
}

extension Farrington {
    /// The settings that both methods share.
    public struct Settings: Hashable, Sendable {
        /// The number of earlier years looked at, at least 1; a trend needs 3.
        public var years = 5

        /// The number of periods on each side of the same period of an earlier year, 0 or more.
        public var halfWindow = 3

        /// The level α of the bound, between 0 and 1.
        public var level = 0.01

        /// The greatest p-value with which a trend is kept.
        public var trendLevel = 0.05

        /// The residual above which a count weighs less: 1 in the original method, 2.58 in the flexible one.
        public var residualThreshold: Double

        /// The least number of events, in the latest periods with the one assessed, for an alarm to mean anything.
        public var minimumEvents = 5

        /// The number of the latest periods that `minimumEvents` is about, with the one assessed.
        public var recentPeriods = 4

        /// The settings of the original method (Farrington et al. 1996).
        public static let original = Settings(residualThreshold: 1)

        /// The settings of the flexible method (Noufaily et al. 2013), which keeps every trend that does not lead above
        /// all counts of the past.
        public static let flexible = Settings(trendLevel: 1, residualThreshold: 2.58)

        /// Settings other than the usual ones.
        public init(
            years: Int = 5,
            halfWindow: Int = 3,
            level: Double = 0.01,
            trendLevel: Double = 0.05,
            residualThreshold: Double,
            minimumEvents: Int = 5,
            recentPeriods: Int = 4
        ) {
            self.years = years
            self.halfWindow = halfWindow
            self.level = level
            self.trendLevel = trendLevel
            self.residualThreshold = residualThreshold
            self.minimumEvents = minimumEvents
            self.recentPeriods = recentPeriods
        }
    }

    /// The series and what is asked of it, looked over.
    struct Question {
        let counts: [Double?]
        /// One for each position; 1 where none was given.
        let exposures: [Double]
        let positions: Range<Int>
        let period: Int
        let settings: Settings

        init(
            _ counts: [Int?],
            _ exposures: [Double?]?,
            _ positions: Range<Int>,
            _ period: Int,
            _ settings: Settings
        ) throws(StatisticsError) {
            let (usable, weights) = try ChangePoints.exposed(counts.map { $0.map(Double.init) }, exposures)
            var known = Array(repeating: Double?.none, count: counts.count)
            var exposed = Array(repeating: 1.0, count: counts.count)
            for (index, position) in usable.positions.enumerated() {
                known[position] = usable.values[index]
                exposed[position] = weights[index]
            }
            self.counts = known
            self.exposures = exposed
            self.positions = positions
            self.period = period
            self.settings = settings
            func require(_ holds: Bool, _ parameter: String) throws(StatisticsError) {
                guard holds else { throw StatisticsError(.outOfRange, of: parameter) }
            }
            try require(positions.lowerBound >= 0 && positions.upperBound <= counts.count, "positions")
            try require(settings.years >= 1, "years")
            try require(settings.halfWindow >= 0, "halfWindow")
            try require(period > 2 * settings.halfWindow, "period")
            try require(settings.level > 0 && settings.level < 1, "level")
            try require(settings.trendLevel >= 0 && settings.trendLevel <= 1, "trendLevel")
            try require(settings.residualThreshold > 0, "residualThreshold")
            try require(settings.minimumEvents >= 0, "minimumEvents")
            try require(settings.recentPeriods >= 1, "recentPeriods")
        }

        /// What the method says of a count against its bound.
        func assessment(at position: Int, above bound: Double) -> OutbreakAssessment {
            guard let count = counts[position] else { return .notAssessed }
            let recent = counts[max(0, position - settings.recentPeriods + 1)...position]
            let events = recent.reduce(0) { $0 + ($1 ?? 0) }
            if events < Double(settings.minimumEvents) { return .tooFewEvents }
            return count > bound ? .aboveBound : .ordinary
        }

        /// A point that there is not enough of a past for.
        func unassessed(_ position: Int) -> Point {
            Point(
                position: position,
                expected: nil,
                bound: nil,
                dispersion: nil,
                trend: .dropped,
                pValue: nil,
                exceedance: nil,
                assessment: .notAssessed
            )
        }
    }
}
