/// How likely each scatter is for each of many series, learnt from all of them together.
///
/// The weights of the scatters among all series are those that make the series most likely, with a flat part worth a few
/// series so that a handful of them does not decide (Laird 1978, *JASA* 73:805–811; Efron 2010, *Large-Scale Inference*).
package struct ScatterWeights {
    /// For each series, the probability of each of ``ConditionalCounts/scatters``.
    package let posteriors: [[Double]]

    private static let steps = 150
    private static let stride = 1.9
    /// The flat part, in series.
    private static let flat = 4.0

    /// Learns the weights of some series; one without events has those of all.
    package init(_ series: [ConditionalCounts]) {
        let scatters = ConditionalCounts.scatters
        let likelihoods = series.map { counts in
            let logs = scatters.map { counts.logLikelihood($0) }
            let largest = logs.max() ?? 0
            return logs.map { exp($0 - largest) }
        }
        var prior = [Double](repeating: 1 / Double(scatters.count), count: scatters.count)
        for _ in 0..<Self.steps {
            var sums = [Double](repeating: Self.flat / Double(scatters.count), count: scatters.count)
            for likelihood in likelihoods {
                let weights = Self.posterior(prior, likelihood)
                for index in sums.indices { sums[index] += weights[index] }
            }
            // Steps nearly twice as long as those of the EM algorithm still rise, and get there sooner.
            let all = sums.reduce(0, +)
            prior = zip(prior, sums).map { $0 * pow($1 / all / $0, Self.stride) }
            let whole = prior.reduce(0, +)
            prior = prior.map { $0 / whole }
        }
        posteriors = likelihoods.map { Self.posterior(prior, $0) }
    }

    private static func posterior(_ prior: [Double], _ likelihood: [Double]) -> [Double] {
        var weights = prior
        var sum = 0.0
        for index in weights.indices {
            weights[index] *= likelihood[index]
            sum += weights[index]
        }
        for index in weights.indices { weights[index] /= sum }
        return weights
    }
}

extension ConditionalCounts {
    /// The two-sided probability of a count as far off, its own weight taken out of what is known of the scatter.
    package func pValue(at place: Int, _ posterior: [Double]) -> Double {
        let weights = without(counts[place], shares[place], of: total, posterior)
        var (above, below) = (0.0, 0.0)
        for (weight, scatter) in zip(weights, Self.scatters) where weight > 1e-9 {
            let part = part(shares[place], of: total, scatter)
            above += weight * part.atLeast(counts[place])
            below += weight * part.atMost(counts[place])
        }
        return min(1, 2 * min(above, below))
    }

    /// The probability that no event of so many others falls on a share of the exposure.
    package func silence(_ share: Double, _ posterior: [Double]) -> Double {
        guard share < 1, total > 0 else { return 1 }
        let weights = without(0, share, of: total - 1, posterior)
        return zip(weights, Self.scatters).reduce(0) { sum, pair in
            pair.0 > 1e-9 ? sum + pair.0 * part(share, of: total - 1, pair.1).atMost(0) : sum
        }
    }

    /// The weights of the scatters without what one part of the series says of them.
    private func without(_ count: Int, _ share: Double, of total: Int, _ posterior: [Double]) -> [Double] {
        let logs = zip(posterior, Self.scatters).map { weight, scatter in
            weight > 1e-12 ? log(weight) - part(share, of: total, scatter).logProbability(of: count) : -.infinity
        }
        let largest = logs.max() ?? 0
        let weights = logs.map { exp($0 - largest) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    /// The probability that any count lies outside its limits without a change.
    ///
    /// `limits`: the smallest and the largest count within the limits of a place; `nil` where it has none.
    package func alarm(_ limits: [ClosedRange<Int>?], _ posterior: [Double]) -> Double {
        zip(posterior, Self.scatters).reduce(0) { sum, pair in
            guard pair.0 > 1e-4 else { return sum }
            var within = 1.0
            var last: (share: Double, limits: ClosedRange<Int>, chance: Double)?
            for (place, limits) in limits.enumerated() {
                guard let limits else { continue }
                if last?.share != shares[place] || last?.limits != limits {
                    let part = part(shares[place], of: total, pair.1)
                    let outside = part.atMost(limits.lowerBound - 1) + part.atLeast(limits.upperBound + 1)
                    last = (shares[place], limits, outside)
                }
                within *= 1 - (last?.chance ?? 0)
            }
            return sum + pair.0 * (1 - within)
        }
    }
}
