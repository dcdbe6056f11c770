/// Early aberration reporting (EARS): each count against the seven or so before it, for series without a long past.
///
/// C1 takes the baseline right before the period, C2 leaves out two periods between, so that a slow rise does not hide
/// itself, and C3 adds up what C2 has in excess of 1 over three periods.
///
/// Hutwagner, Thompson, Seeman & Treadwell 2003, *J Urban Health* 80(suppl 1):i89–i96.
public struct EarsChart: StatisticalResult {
    /// Which of the three charts.
    public enum Variant: Hashable, Sendable {
        /// The baseline ends just before the period.
        case c1
        /// The baseline ends two periods before the period.
        case c2
        /// The sum over three periods of max(0, C2 − 1).
        case c3
    }

    /// A period with its baseline.
    public struct Point: Hashable, Sendable {
        /// The position in the series, from 0.
        public let position: Int

        /// The mean of the baseline; `nil` where it is not whole.
        public let mean: Double?

        /// The standard deviation of the baseline with n − 1, not below the least one that was given.
        public let deviation: Double?

        /// The distance from the mean in standard deviations, for C3 the sum; infinite above a baseline without spread.
        public let statistic: Double?

        /// The count above which C1 and C2 signal; `nil` for C3, whose bound is that of the statistic.
        public let bound: Double?

        /// What the chart says of the period.
        public let assessment: OutbreakAssessment
    }

    /// The method and its source.
    public let method: StatisticalMethod

    /// What the method assumes.
    public let assumptions: [Assumption]

    /// The number of counts that are not missing.
    public let sample: Int

    /// Which of the three charts.
    public let variant: Variant

    /// What the statistic must exceed.
    public let threshold: Double

    /// One for each count.
    public let points: [Point]

    /// The positions above their bound, from 0.
    public var signals: [Int] { points.filter { $0.assessment == .aboveBound }.map(\.position) }

    /// The C1 chart of counts.
    ///
    /// `counts`: in order of time, missing ones `nil`. `threshold`: standard deviations, above 0. `baseline`: the
    /// number of counts compared with, at least 2. `minimumDeviation`: 0 or more; above 0 it keeps a baseline of equal
    /// counts from making any rise a signal.
    /// - Throws: ``StatisticsError`` for a negative count, and for a parameter out of range.
    public static func c1(
        counts: [Int?],
        threshold: Double = 3,
        baseline: Int = 7,
        minimumDeviation: Double = 0
    ) throws(StatisticsError) -> EarsChart {
        try chart(.c1, counts, threshold, baseline, minimumDeviation)
    }

    /// The C2 chart of counts; the parameters are those of ``c1(counts:threshold:baseline:minimumDeviation:)``.
    public static func c2(
        counts: [Int?],
        threshold: Double = 3,
        baseline: Int = 7,
        minimumDeviation: Double = 0
    ) throws(StatisticsError) -> EarsChart {
        try chart(.c2, counts, threshold, baseline, minimumDeviation)
    }

    /// The C3 chart of counts; the parameters are those of ``c1(counts:threshold:baseline:minimumDeviation:)``.
    ///
    /// `threshold`: of the sum of the three excesses.
    public static func c3(
        counts: [Int?],
        threshold: Double = 2,
        baseline: Int = 7,
        minimumDeviation: Double = 0
    ) throws(StatisticsError) -> EarsChart {
        try chart(.c3, counts, threshold, baseline, minimumDeviation)
    }

    private static func chart(
        _ variant: Variant,
        _ counts: [Int?],
        _ threshold: Double,
        _ baseline: Int,
        _ minimumDeviation: Double
    ) throws(StatisticsError) -> EarsChart {
        guard threshold.isFinite, threshold > 0 else { throw StatisticsError(.outOfRange, of: "threshold") }
        guard baseline >= 2 else { throw StatisticsError(.outOfRange, of: "baseline") }
        guard minimumDeviation.isFinite, minimumDeviation >= 0 else {
            throw StatisticsError(.outOfRange, of: "minimumDeviation")
        }
        if let position = counts.firstIndex(where: { ($0 ?? 0) < 0 }) {
            throw StatisticsError(.negative, of: "counts", at: position)
        }
        let lag = variant == .c1 ? 0 : 2
        let single = counts.indices.map { position in
            point(position, counts, baseline, lag, threshold, minimumDeviation)
        }
        let points = variant == .c3 ? single.indices.map { sum(at: $0, of: single, threshold) } : single
        return EarsChart(
            method: StatisticalMethod(
                name: "EARS \(variant)".uppercased(),
                source: "Hutwagner, Thompson, Seeman & Treadwell 2003, J Urban Health 80(suppl 1):i89–i96"
            ),
            assumptions: [
                Assumption("The counts of the baseline are as they are when nothing happens."),
                Assumption("There is no trend and no season within the baseline."),
            ],
            sample: counts.count { $0 != nil },
            variant: variant,
            threshold: threshold,
            points: points
        )
    }

    private static func point(
        _ position: Int,
        _ counts: [Int?],
        _ baseline: Int,
        _ lag: Int,
        _ threshold: Double,
        _ minimumDeviation: Double
    ) -> Point {
        let first = position - lag - baseline
        let past = first >= 0 ? counts[first..<position - lag].compactMap { $0.map(Double.init) } : []
        guard past.count == baseline, let count = counts[position].map(Double.init) else {
            return Point(
                position: position,
                mean: nil,
                deviation: nil,
                statistic: nil,
                bound: nil,
                assessment: .notAssessed
            )
        }
        let mean = past.reduce(0, +) / Double(baseline)
        let squares = past.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = max(minimumDeviation, (squares / Double(baseline - 1)).squareRoot())
        let bound = mean + threshold * deviation
        return Point(
            position: position,
            mean: mean,
            deviation: deviation,
            statistic: count == mean ? 0 : (count - mean) / deviation,
            bound: bound,
            assessment: count > bound ? .aboveBound : .ordinary
        )
    }

    private static func sum(at position: Int, of points: [Point], _ threshold: Double) -> Point {
        let point = points[position]
        let three = points[max(0, position - 2)...position].compactMap(\.statistic)
        let statistic = three.count == 3 ? three.reduce(0) { $0 + max(0, $1 - 1) } : nil
        return Point(
            position: position,
            mean: point.mean,
            deviation: point.deviation,
            statistic: statistic,
            bound: nil,
            assessment: statistic.map { $0 > threshold ? .aboveBound : .ordinary } ?? .notAssessed
        )
    }
}
