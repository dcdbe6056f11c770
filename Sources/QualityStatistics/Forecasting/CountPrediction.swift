/// What a count to come is expected to be: a negative binomial distribution, or Poisson's where it scatters no more.
package struct CountPrediction: Hashable, Sendable {
    /// The expected count, above 0.
    package let mean: Double
    /// The variance of the count, with what is not known of the mean; at least the mean.
    package let variance: Double

    /// A prediction by mean and variance, each raised to the least it can be.
    ///
    /// - Returns: `nil` for a mean above 10¹⁵, which no counts are told apart at, and a variance above 10³⁰.
    package init?(mean: Double, variance: Double) {
        guard mean <= 1e15, variance <= 1e30 else { return nil }
        // A mean of 0 would be sure that nothing happens.
        self.mean = max(mean, 0.05)
        self.variance = max(variance, self.mean)
    }

    /// The counts that the count lies within with a probability of the level at least, as much left out on either side.
    package func interval(_ level: Double) throws(StatisticsError) -> ClosedRange<Int> {
        let tail = (1 - (try StatisticsError.level(level))) / 2
        func limits(_ distribution: some DiscreteDistribution) -> ClosedRange<Int> {
            let lower = distribution.quantile(lower: tail) ?? 0
            return lower...max(lower, distribution.quantile(upper: tail) ?? lower)
        }
        guard variance > mean * (1 + 1e-9) else { return limits(try PoissonDistribution(mean: mean)) }
        return limits(try NegativeBinomialDistribution(mean: mean, size: size))
    }

    private var size: Double { mean * mean / (variance - mean) }

    /// The ranked probability score of a count: the sum of the squared differences of the distribution and the count's.
    ///
    /// Low is good, and nothing but the true distribution makes it lowest on average (Epstein 1969; Czado, Gneiting &
    /// Held 2009, *Biometrics* 65:1254–1261).
    package func score(_ count: Int) throws(StatisticsError) -> Double {
        let spread = 12 * variance.squareRoot()
        guard spread < 1e6 else { return try score(Double(count), spread) }
        let first = max(0, Int(mean - spread))
        let isPoisson = variance <= mean * (1 + 1e-9)
        let start =
            isPoisson
            ? try PoissonDistribution(mean: mean).logProbability(of: first)
            : try NegativeBinomialDistribution(mean: mean, size: size).logProbability(of: first)
        var (number, weight, below, score) = (first, exp(start), 0.0, 0.0)
        // Below the first number the distribution is 0, as is the count's unless it lies there.
        if count < first { score += Double(first - count) }
        while true {
            below += weight
            let distance = number >= count ? 1 - below : below
            score += distance * distance
            if number >= count, 1 - below < 1e-7 || Double(number) > mean + 3 * spread { return score }
            if Double(number) > mean + 3 * spread {
                return score + Double(count - number - 1)
            }
            let next = Double(number)
            weight *= isPoisson ? mean / (next + 1) : mean / (mean + size) * (next + size) / (next + 1)
            number += 1
        }
    }

    /// The score where the distribution is so wide that it is taken for a continuous one, by the midpoint rule.
    private func score(_ count: Double, _ spread: Double) throws(StatisticsError) -> Double {
        let isPoisson = variance <= mean * (1 + 1e-9)
        let distribution: any DiscreteDistribution =
            isPoisson
            ? try PoissonDistribution(mean: mean) : try NegativeBinomialDistribution(mean: mean, size: size)
        let (first, last) = (max(0, mean - spread), mean + 3 * spread)
        let split = min(max(count, first), last)
        func integral(_ start: Double, _ end: Double, _ distance: (TailPair) -> Double) -> Double {
            let width = (end - start) / 500
            return (0..<500).reduce(0) { sum, panel in
                let distance = distance(distribution.tails(at: Int(start + (Double(panel) + 0.5) * width)))
                return sum + distance * distance * width
            }
        }
        return abs(count - split) + integral(first, split, \.lower) + integral(split, last, \.upper)
    }
}
