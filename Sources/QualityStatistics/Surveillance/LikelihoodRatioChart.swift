/// The generalised likelihood ratio chart of counts: a rise of unknown size that began at an unknown time.
///
/// At each period the statistic is the greatest, over all beginnings since the last signal, of
/// x·log(x / μ) − (x − μ), where x is the sum of the counts since the beginning and μ that of the expected ones; 0 where
/// x is below μ. After a signal the chart starts again.
///
/// Höhle & Paul 2008, *Comput Stat Data Anal* 52:4357–4368.
public struct LikelihoodRatioChart: StatisticalResult {
    /// The method and its source.
    public let method: StatisticalMethod

    /// What the method assumes.
    public let assumptions: [Assumption]

    /// The number of charted counts that are not missing.
    public let sample: Int

    /// What the statistic must reach for a signal.
    public let threshold: Double

    /// The position of the first charted count.
    public let start: Int

    /// The expected count of each charted period.
    public let expected: [Double]

    /// The statistic of each charted period; `nil` for a missing count.
    public let statistics: [Double?]

    /// The positions of the signals in the series, from 0.
    public let signals: [Int]

    /// A chart of counts against the expected ones.
    ///
    /// `counts`: in order of time, missing ones `nil`. `expected`: as many, above 0. `threshold`: above 0; it decides
    /// how often the chart signals when nothing has changed.
    /// - Throws: ``StatisticsError`` for counts, expected counts and a threshold that are not so.
    public static func chart(
        counts: [Int?],
        expected: [Double],
        threshold: Double = 5
    ) throws(StatisticsError) -> LikelihoodRatioChart {
        guard threshold.isFinite, threshold > 0 else { throw StatisticsError(.outOfRange, of: "threshold") }
        guard expected.count == counts.count else { throw StatisticsError(.unequalLengths, of: "expected") }
        for (position, mean) in expected.enumerated() where !(mean.isFinite && mean > 0) {
            throw StatisticsError(mean.isFinite ? .outOfRange : .notFinite, of: "expected", at: position)
        }
        return try chart(counts, from: 0, expected, threshold)
    }

    /// A chart of the counts after a baseline, from which the expected ones are estimated.
    ///
    /// The expected counts follow a Poisson regression on sine and cosine waves of the season. A baseline shorter than
    /// a period tells little of the season, and the chart then signals without cause.
    ///
    /// `counts`: in order of time, missing ones `nil`. `baseline`: the number of counts that are not charted but taken
    /// as the past. `period`: the number of counts of a year, such as 52, at least 2. `harmonics`: the number of waves,
    /// 0 or more. `threshold`: above 0.
    /// - Throws: ``StatisticsError`` for a negative count, and for a parameter out of range.
    public static func chart(
        counts: [Int?],
        afterBaseline baseline: Int,
        period: Int,
        harmonics: Int = 1,
        threshold: Double = 5
    ) throws(StatisticsError) -> Finding<LikelihoodRatioChart> {
        guard threshold.isFinite, threshold > 0 else { throw StatisticsError(.outOfRange, of: "threshold") }
        guard baseline >= 0, baseline <= counts.count else { throw StatisticsError(.outOfRange, of: "baseline") }
        guard period >= 2 else { throw StatisticsError(.outOfRange, of: "period") }
        guard harmonics >= 0, harmonics <= period / 2 else { throw StatisticsError(.outOfRange, of: "harmonics") }
        let usable = try ChangePoints.exposed(counts.map { $0.map(Double.init) }, nil).0
        let past = usable.positions.indices.filter { usable.positions[$0] < baseline }
        guard past.count > 2 * harmonics + 1 else {
            return .tooLittleData(
                TooLittleData(method: method, needed: 2 * harmonics + 2, available: past.count, of: .values)
            )
        }
        let rows = usable.positions[..<past.count].map { waves(at: $0, period, harmonics) }
        let fit = WeightedLogLinear(
            columns: (0...2 * harmonics).map { column in rows.map { $0[column] } },
            counts: Array(usable.values[..<past.count])
        )
        let expected = (baseline..<counts.count).map { exp(fit.predictor(at: waves(at: $0, period, harmonics))) }
        return .found(try chart(counts, from: baseline, expected, threshold))
    }

    private static let method = StatisticalMethod(
        name: "Generalised likelihood ratio chart, Poisson",
        source: "Höhle & Paul 2008, Comput Stat Data Anal 52:4357–4368"
    )

    /// The row of the regression for a position: 1, and the cosine and sine of each wave.
    private static func waves(at position: Int, _ period: Int, _ harmonics: Int) -> [Double] {
        (0..<harmonics).reduce(into: [1]) { row, wave in
            let turns = Double((position + 1) * (wave + 1) % period) / Double(period)
            row += [cos(2 * .pi * turns), sin(2 * .pi * turns)]
        }
    }

    private static func chart(
        _ counts: [Int?],
        from start: Int,
        _ expected: [Double],
        _ threshold: Double
    ) throws(StatisticsError) -> LikelihoodRatioChart {
        var statistics: [Double?] = []
        var signals: [Int] = []
        var open: [(count: Double, mean: Double)] = []
        for (mean, position) in zip(expected, start...) {
            guard let count = counts[position] else {
                statistics.append(nil)
                continue
            }
            guard count >= 0 else { throw StatisticsError(.negative, of: "counts", at: position) }
            open.append((Double(count), mean))
            var (sum, means, greatest) = (0.0, 0.0, 0.0)
            for later in open.reversed() {
                sum += later.count
                means += later.mean
                if sum > means { greatest = max(greatest, sum * log(sum / means) - (sum - means)) }
            }
            statistics.append(greatest)
            if greatest >= threshold {
                signals.append(position)
                open.removeAll()
            }
        }
        return LikelihoodRatioChart(
            method: method,
            assumptions: [
                Assumption("The counts are independent, and Poisson around the expected ones."),
                Assumption("The expected counts come from a time without the change that is looked for."),
            ],
            sample: statistics.count { $0 != nil },
            threshold: threshold,
            start: start,
            expected: expected,
            statistics: statistics,
            signals: signals
        )
    }
}
