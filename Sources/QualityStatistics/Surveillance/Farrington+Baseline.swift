extension Farrington {
    /// What the regression on a past expects of a period.
    struct Expectation {
        let mean: Double
        /// The standard error of the logarithm of the mean, with the dispersion.
        let logError: Double
        let dispersion: Double
        let trend: Trend
    }

    /// What a past expects of a position; `nil` when it has too few counts for its levels.
    ///
    /// `level`: for each position of the past the level of its season; 0 is that of the position assessed.
    static func expectation(
        of question: Question,
        at position: Int,
        from past: [(position: Int, level: Int)]
    ) -> Expectation? {
        let past = past.filter { question.counts[$0.position] != nil }
        let counts = past.compactMap { question.counts[$0.position] }
        let levels = Set(past.map(\.level)).subtracting([0]).sorted()
        guard counts.count >= levels.count + 3 else { return nil }
        let offset = past.map { log(question.exposures[$0.position]) }
        let constant = Array(repeating: 1.0, count: past.count)
        let time = past.map { Double($0.position - position) / Double(question.period) }
        let seasons = levels.map { level in past.map { $0.level == level ? 1.0 : 0 } }
        let own = question.exposures[position]

        if question.settings.years >= 3, counts.contains(where: { $0 != counts[0] }) {
            let fit = fit([constant, time] + seasons, counts, offset, question.settings.residualThreshold)
            let degrees = Double(fit.degreesOfFreedom)
            if let place = fit.used.firstIndex(of: 1), degrees > 0,
                let distribution = try? StudentDistribution(degreesOfFreedom: degrees)
            {
                let error = (fit.pearson / degrees * fit.covariance[place][place]).squareRoot()
                let pValue = 2 * distribution.tails(at: abs(fit.coefficients[1]) / error).upper
                let mean = own * exp(fit.coefficients[0])
                if pValue <= question.settings.trendLevel, mean <= counts.max() ?? 0 {
                    return expectation(from: fit, own, .kept)
                }
            }
        }
        let fit = fit([constant] + seasons, counts, offset, question.settings.residualThreshold)
        return expectation(from: fit, own, .dropped)
    }

    private static func expectation(from fit: WeightedLogLinear, _ exposure: Double, _ trend: Trend) -> Expectation? {
        guard fit.degreesOfFreedom > 0, let variance = fit.covariance.first?.first else { return nil }
        let dispersion = max(1, fit.pearson / Double(fit.degreesOfFreedom))
        return Expectation(
            mean: exposure * exp(fit.coefficients[0]),
            logError: (dispersion * variance).squareRoot(),
            dispersion: dispersion,
            trend: trend
        )
    }

    /// The regression fitted again with less weight for counts whose Anscombe residual is above a threshold.
    private static func fit(
        _ columns: [[Double]],
        _ counts: [Double],
        _ offset: [Double],
        _ threshold: Double
    ) -> WeightedLogLinear {
        let first = WeightedLogLinear(columns: columns, counts: counts, offset: offset)
        let dispersion = max(1, first.pearson / Double(max(1, first.degreesOfFreedom)))
        let weights = counts.indices.map { row in
            let mean = first.means[row]
            let free = 1 - first.leverages[row]
            guard free > 1e-9, mean > 0 else { return 1.0 }
            let distance = pow(counts[row], 2.0 / 3) * pow(mean, -1.0 / 6) - mean.squareRoot()
            let residual = 1.5 * distance / (dispersion * free).squareRoot()
            return residual > threshold ? 1 / (residual * residual) : 1
        }
        let scale = Double(counts.count) / weights.reduce(0, +)
        return WeightedLogLinear(
            columns: columns,
            counts: counts,
            offset: offset,
            weights: weights.map { $0 * scale }
        )
    }
}
