import QualityCore
import QualityStatistics

/// The p-values of a prepared series.
struct SeriesTests {
    /// The distributions of runs, by the points above and below the line, so that each is worked out once.
    struct Cache {
        private var distributions: [[Int]: RunsPermutation] = [:]

        mutating func with<Value>(_ above: Int, _ below: Int, _ body: (inout RunsPermutation) -> Value) -> Value {
            let key = [above, below]
            var distribution = distributions[key] ?? RunsPermutation(above: above, below: below)
            distributions[key] = nil
            defer { distributions[key] = distribution }
            return body(&distribution)
        }
    }

    /// What a run chart shows of its last phase.
    struct Runs {
        let above: Int
        let below: Int
        let phase: RunChart.Phase

        init?(_ chart: RunChart) {
            guard let phase = chart.phases.last, let centre = phase.centre else { return nil }
            let used = phase.range.filter { index in !chart.basis.exclusions.contains { $0.position == index } }
            above = used.count { chart.values[$0].map { $0 > centre } ?? false }
            below = used.count { chart.values[$0].map { $0 < centre } ?? false }
            self.phase = phase
            guard (1...RunsPermutation.limit).contains(above + below) else { return nil }
        }

        func pValue(_ cache: inout Cache) -> Double {
            guard let crossings = phase.runs.crossings, let longest = phase.runs.longestRun else { return 1 }
            return cache.with(above, below) { $0.pValue(runs: crossings + 1, longest: longest) }
        }

        func alarm(_ cache: inout Cache) -> Double {
            phase.runs.limits.map { limits in cache.with(above, below) { $0.alarm(limits) } } ?? 0
        }
    }

    /// The period or gap that stands out most, with the probability that any does as much.
    struct Extreme {
        /// The place among those of the series, or among its gaps.
        let place: Int
        let isGap: Bool
        let pValue: Double
    }

    /// The exact p-value of Mann and Kendall wherever it may matter, otherwise that by the cumulants.
    static func trend(_ tails: KendallTails, _ values: [Double?], near level: Double = 0.01) throws(StatisticsError)
        -> Double
    {
        let approximate = tails.pValue
        let isExact = tails.count <= 16 || (approximate <= level && tails.count <= MannKendall.exactLimit)
        guard isExact, tails.count >= 2 else { return approximate }
        return try MannKendall.Exact.of(values)?.twoSided.value ?? approximate
    }

    /// What stands out most among the counts and the gaps; `nil` without an event.
    static func extreme(_ series: PreparedSeries, _ posterior: [Double]) -> Extreme? {
        let counts = series.counts
        guard counts.total > 0, counts.counts.count > 1 else { return nil }
        var candidates: [(place: Int, isGap: Bool, pValue: Double)] = []
        for sign in [1.0, -1] {
            let place = counts.counts.indices.max { first, second in
                sign * residual(counts, first) < sign * residual(counts, second)
            }
            if let place { candidates.append((place, false, counts.pValue(at: place, posterior))) }
        }
        var tried = counts.counts.count
        if let gaps = series.gaps, let longest = gaps.indices.max(by: { gaps[$0].length < gaps[$1].length }) {
            let days = series.places.reduce(0) { $0 + series.source.series.scale.periods[$1].dayCount }
            let share = Double(max(0, gaps[longest].length - 1)) / Double(max(1, days))
            candidates.append((longest, true, counts.silence(share, posterior)))
            tried += gaps.count
        }
        guard let least = candidates.min(by: { $0.pValue < $1.pValue }) else { return nil }
        return Extreme(place: least.place, isGap: least.isGap, pValue: chance(ofAny: tried, least.pValue))
    }

    /// How far a count is from what its exposure makes expected, in standard deviations of Poisson.
    private static func residual(_ counts: ConditionalCounts, _ place: Int) -> Double {
        let expected = Double(counts.total) * counts.shares[place]
        return (Double(counts.counts[place]) - expected) / expected.squareRoot()
    }

    /// The probability that any of so many reaches a probability: 1 − (1 − p)ⁿ without loss of digits.
    private static func chance(ofAny tried: Int, _ pValue: Double) -> Double {
        guard pValue < 1 else { return 1 }
        var (left, power, exponent) = (0.0, pValue, tried)
        // Of two chances p and q of anything, p + q − pq is that of either.
        while exponent > 0 {
            if exponent % 2 == 1 { left += power - left * power }
            power += power - power * power
            exponent /= 2
        }
        return left
    }
}
