import QualityCore
import QualityStatistics

extension SignalScanning {
    /// What the runs of a chart show, and the test of them.
    mutating func shift(_ series: PreparedSeries, _ runs: SeriesTests.Runs, _ chart: RunChart) -> SeriesFinding? {
        guard let centre = runs.phase.centre, let limits = runs.phase.runs.limits,
            let longest = runs.phase.runs.longestRun, let crossings = runs.phase.runs.crossings,
            let run = Self.longestRun(chart, runs.phase, centre), let days = Self.days(series, run.places)
        else { return nil }
        return SeriesFinding(
            kind: .shift,
            pattern: .shift(
                SeriesFinding.Shift(
                    days: days,
                    longestRun: longest,
                    crossings: crossings,
                    limits: limits,
                    centre: centre,
                    isHigher: run.isAbove == (series.gaps == nil)
                )
            ),
            pValue: runs.pValue(&cache),
            sample: runs.above + runs.below
        )
    }

    /// The places from the first to the last value of the longest run, the latest where several are as long.
    private static func longestRun(
        _ chart: RunChart,
        _ phase: RunChart.Phase,
        _ centre: Double
    ) -> (places: ClosedRange<Int>, isAbove: Bool)? {
        var best: (places: ClosedRange<Int>, isAbove: Bool, length: Int)?
        var run: (first: Int, isAbove: Bool, length: Int)?
        for place in phase.range {
            guard let value = chart.values[place], value != centre,
                !chart.basis.exclusions.contains(where: { $0.position == place })
            else { continue }
            if let current = run, current.isAbove == (value > centre) {
                run = (current.first, current.isAbove, current.length + 1)
            } else {
                run = (place, value > centre, 1)
            }
            if let current = run, current.length >= best?.length ?? 0 {
                best = (current.first...place, current.isAbove, current.length)
            }
        }
        return best.map { ($0.places, $0.isAbove) }
    }

    /// The days of places of the values charted.
    private static func days(_ series: PreparedSeries, _ places: ClosedRange<Int>) -> CalendarPeriod? {
        if let gaps = series.gaps {
            return CalendarPeriod(first: gaps[places.lowerBound].days.first, last: gaps[places.upperBound].days.last)
        }
        let periods = series.source.series.scale.periods
        return CalendarPeriod(first: periods[places.lowerBound].first, last: periods[places.upperBound].last)
    }

    /// What stands out most, and the test of it.
    func point(_ series: PreparedSeries, _ posterior: [Double]) -> SeriesFinding? {
        guard let extreme = SeriesTests.extreme(series, posterior) else { return nil }
        let point: SeriesFinding.Point
        if extreme.isGap, let gaps = series.gaps {
            let mean = Double(gaps.reduce(0) { $0 + $1.length }) / Double(gaps.count)
            point = SeriesFinding.Point(
                measure: .daysBetween,
                days: gaps[extreme.place].days,
                value: gaps[extreme.place].length,
                expected: mean,
                isHigher: false
            )
        } else {
            let expected = Double(series.counts.total) * series.counts.shares[extreme.place]
            let count = series.counts.counts[extreme.place]
            point = SeriesFinding.Point(
                measure: .count,
                days: series.source.series.scale.periods[series.places[extreme.place]],
                value: count,
                expected: expected,
                isHigher: Double(count) > expected
            )
        }
        return SeriesFinding(
            kind: .point,
            pattern: .point(point),
            pValue: extreme.pValue,
            sample: series.places.count
        )
    }

    /// Where the values go, and the test of it.
    func trend(
        _ series: PreparedSeries,
        _ tails: KendallTails,
        _ pValue: Double
    ) throws(StatisticsError) -> SeriesFinding {
        let pairs = Double(tails.count * (tails.count - 1) / 2)
        // No slope is told of what is far from a signal.
        let isNear = pValue <= falseDiscoveryRate
        return SeriesFinding(
            kind: .trend,
            pattern: .trend(
                SeriesFinding.Trend(
                    tau: Double(tails.score) / pairs,
                    slopePerPeriod: isNear ? try SenSlope.estimate(series.values).result?.slope : nil,
                    isRising: tails.score > 0
                )
            ),
            pValue: pValue,
            sample: tails.count
        )
    }

    /// What the limits of a chart say of the last phase, and how often they alarm without a change.
    func pointAlarm(
        _ series: PreparedSeries,
        _ chart: ControlChart,
        _ posterior: [Double]
    ) -> ScannedSeries.PlainAlarm {
        let start = chart.phases.last?.range.lowerBound ?? 0
        let alarms = chart.outside.contains { $0 >= start }
        if let gaps = series.gaps {
            // Whole days can not tell how short a time was.
            return ScannedSeries.PlainAlarm(
                kind: .point,
                alarms: chart.outside.contains { chart.position(at: $0) == .above },
                falseAlarm: chart.kind == .t ? TimeAlarms.share(of: gaps.count) : Self.falseAlarm(gaps, chart)
            )
        }
        let limits = series.places.map { place -> ClosedRange<Int>? in
            guard let limits = chart.limits(at: place) else { return nil }
            let exposure = series.chartedExposures.flatMap { $0[place] } ?? 1
            // What is on a limit is within; sums of exposures round.
            let upper = Int((limits.upper * exposure * (1 + 1e-12)).rounded(.down))
            let lower = Int(((limits.lower ?? 0) * exposure * (1 - 1e-12)).rounded(.up))
            return lower...max(lower, upper)
        }
        return ScannedSeries.PlainAlarm(
            kind: .point,
            alarms: alarms,
            falseAlarm: series.counts.alarm(limits, posterior)
        )
    }

    /// The probability that any of the whole days between independent events lies above the upper limit of a G chart.
    ///
    /// Given their sum, the times are shares of it that a uniform division gives; a day is a draw within it.
    private static func falseAlarm(_ gaps: [PreparedSeries.Gap], _ chart: ControlChart) -> Double {
        let sum = gaps.reduce(0) { $0 + $1.length }
        guard let limit = chart.limits(at: 0)?.upper.rounded(.down), sum > 0 else { return 0 }
        let (count, days) = (Double(gaps.count), Double(sum))
        func power(_ base: Double) -> Double { gaps.reduce(1) { product, _ in product * max(0, base) } }
        // The mean of (1 − (limit + v) / days)^(count − 1) over a place v of the day.
        let above = days / count * (power(1 - limit / days) - power(1 - (limit + 1) / days))
        return 1 - power(1 - min(1, above))
    }
}

/// How often T charts of the times between independent events alarm.
enum TimeAlarms {
    /// The share of charts of so many exponential times with any outside, of 60,000 to 200,000 simulated ones.
    private static let shares = [
        (10.0, 0.022), (12, 0.025), (15, 0.028), (20, 0.033), (25, 0.038), (30, 0.041), (40, 0.049), (60, 0.064),
        (80, 0.080), (120, 0.108), (200, 0.162), (400, 0.284),
    ]

    /// The share of charts of so many times that alarm.
    static func share(of count: Int) -> Double {
        let count = Double(count)
        for (first, second) in zip(shares, shares.dropFirst()) where count <= second.0 {
            return first.1 + max(0, count - first.0) / (second.0 - first.0) * (second.1 - first.1)
        }
        // Beyond, the limits hardly move, and times alarm each on its own.
        var left = 1.0
        for _ in 0..<Int(count / 400) { left *= 1 - 0.284 }
        return 1 - left
    }
}
