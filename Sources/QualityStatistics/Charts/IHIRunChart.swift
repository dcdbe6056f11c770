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

extension IHIRunChart {
    /// The run chart of a series with the IHI rules.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing, which ends a shift and a trend.
    ///   - basis: phases, values left out and a frozen baseline.
    ///   - astronomicalPoint: how an astronomical point is told.
    /// - Throws: `not finite` for such a value; `out of range` for a basis with places that the series does not have.
    public static func median(
        _ values: [Double?], basis: ChartBasis = .whole, astronomicalPoint: AstronomicalPoint = .leftToReader
    ) throws(StatisticsError) -> Self {
        let chart = try RunChart.median(values, basis: basis)
        var shifts: [Pattern] = []
        var trends: [Pattern] = []
        for phase in chart.phases {
            guard let centre = phase.centre else { continue }
            let places = phase.range.filter { !basis.excludes($0) }
            collect(places, in: values, atLeast: 6, into: &shifts) { index, _ in
                values[index].map { $0 > centre ? 1 : $0 < centre ? -1 : 0 }
            }
            collect(places, in: values, atLeast: 4, into: &trends) { index, previous in
                guard let value = values[index] else { return nil }
                guard let previous, let before = values[previous] else { return 0 }
                return value > before ? 1 : value < before ? -1 : 0
            }
        }
        let astronomical: [Int]? =
            switch astronomicalPoint {
            case .leftToReader: nil
            case .outsideIndividualsLimits: try ControlChart.individuals(values, basis: basis).outside
            }
        return Self(
            chart: chart, shifts: shifts, trends: trends, runCounts: chart.phases.map { runCount($0, values, basis) },
            astronomicalPoints: astronomical
        )
    }

    /// Collects the stretches of equal signs; a sign of 0 is passed over, and none ends a stretch.
    ///
    /// A sign that compares a point with the one before makes that one part of the stretch.
    private static func collect(
        _ places: [Int], in values: [Double?], atLeast length: Int, into patterns: inout [Pattern],
        sign: (Int, Int?) -> Int?
    ) {
        var direction = 0
        var points: [Int] = []
        var signs = 0
        var previous: Int?
        func close() {
            if signs >= length { patterns.append(Pattern(isUpwards: direction > 0, points: points)) }
        }
        let isTrend = length == 4
        for place in places {
            let next = sign(place, previous)
            defer { previous = next == nil ? nil : place }
            guard let next, next != 0 else {
                if next == nil {
                    close()
                    (direction, points, signs) = (0, [], 0)
                }
                continue
            }
            if next == direction {
                points.append(place)
                signs += 1
            } else {
                close()
                points = isTrend ? [previous ?? place, place] : [place]
                (direction, signs) = (next, 1)
            }
        }
        close()
    }

    /// The number of runs against the exact distribution of runs of so many points above and below (Swed & Eisenhart).
    private static func runCount(_ phase: RunChart.Phase, _ values: [Double?], _ basis: ChartBasis) -> RunCount? {
        guard let centre = phase.centre, phase.runs.useful >= 10, let crossings = phase.runs.crossings else {
            return nil
        }
        let above = phase.range.count { index in
            guard let value = values[index], !basis.excludes(index) else { return false }
            return value > centre
        }
        let runs = crossings + 1
        let distribution = RunDistribution(above: above, below: phase.runs.useful - above)
        if distribution.atMost(runs) <= 0.025 { return .tooFew }
        if distribution.atLeast(runs) <= 0.025 { return .tooMany }
        return .expected
    }
}

/// The number of runs of two kinds of points in random order.
struct RunDistribution {
    /// The probability of each number of runs, from 0.
    private let probabilities: [Double]

    /// The distribution of runs of so many points of either kind, one of them at least.
    init(above: Int, below: Int) {
        let fewer = min(above, below)
        let more = max(above, below)
        guard fewer > 0 else {
            probabilities = more > 0 ? [0, 1] : [1]
            return
        }
        // Ways to part either kind into k runs, relative to one run; the ratio of successive ones is (n - k) / k.
        var weights = [0.0, 0.0]
        var (first, second) = (1.0, 1.0)
        for k in 1...fewer {
            let (n, m) = (Double(fewer), Double(more))
            let next = (first * (n - Double(k)) / Double(k), second * (m - Double(k)) / Double(k))
            weights.append(2 * first * second)
            weights.append(next.0 * second + first * next.1)
            (first, second) = next
            if weights[2 * k] > 1e200 {
                for index in weights.indices { weights[index] *= 1e-200 }
                (first, second) = (first * 1e-100, second * 1e-100)
            }
        }
        let total = weights.reduce(0, +)
        probabilities = weights.map { $0 / total }
    }

    /// The probability of so many runs or fewer.
    func atMost(_ runs: Int) -> Double { probabilities.prefix(runs + 1).reduce(0, +) }

    /// The probability of so many runs or more.
    func atLeast(_ runs: Int) -> Double { probabilities.dropFirst(runs).reversed().reduce(0, +) }
}
