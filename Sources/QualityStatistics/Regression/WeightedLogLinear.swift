/// Log-linear regression of counts with few columns, by iteratively reweighted least squares.
///
/// log μ = Xβ + offset, with the variance μ (Poisson and quasi-Poisson) or μ + αμ² (negative binomial with α known).
/// Each step is Newton's, no longer than `longestStep` and halved where the deviance would grow, for the likelihood has
/// one maximum at most; the first starts at the common rate. It is solved by Householder reflections of the weighted
/// columns, which keeps twice the digits that the normal equations keep. A column that depends on those before it is
/// left out, with a coefficient of 0 and no variance.
///
/// McCullagh & Nelder, *Generalized Linear Models*, 2nd ed. 1989, sections 2.5 and 12.3.
struct WeightedLogLinear: Sendable {
    /// Why the iteration ended.
    enum End: Hashable, Sendable {
        /// The linear predictor no longer moves.
        case converged
        /// The deviance no longer moves, but a coefficient runs off: some counts are all zero where a column is not.
        case unbounded
        /// Neither settled within the steps allowed.
        case exhausted
    }

    /// The coefficients, one a column; 0 where the column was left out.
    private(set) var coefficients: [Double]
    /// The columns that were used, rising.
    private(set) var used: [Int] = []
    /// The inverse of XᵀWX over the used columns, by rows; the covariance of the coefficients when the dispersion is 1.
    private(set) var covariance: [[Double]] = []
    /// The expected counts μ.
    private(set) var means: [Double]
    /// The share of each count in its own fit, the diagonal of the weighted hat matrix.
    private(set) var leverages: [Double] = []
    /// Twice the log-likelihood that the fit lacks of a perfect one, with the weights.
    private(set) var deviance: Double
    /// Why the iteration ended.
    private(set) var end = End.exhausted

    private let counts: [Double]
    private let weights: [Double]
    private let dispersion: Double

    /// How far the linear predictor moves at once.
    private static let longestStep = 10.0

    /// A fit, run until neither the predictor nor the deviance moves.
    ///
    /// `columns`: the design, a column each, the constant first. `counts`: 0 or more, and not whole only for the
    /// sake of means. `offset`: the logarithm of the exposure. `weights`: 0 or more. `dispersion`: α, 0 for Poisson.
    ///
    /// All lengths are equal, and all values finite: whoever calls has looked.
    init(
        columns: [[Double]],
        counts: [Double],
        offset: [Double]? = nil,
        weights: [Double]? = nil,
        dispersion: Double = 0,
        steps: Int = 100
    ) {
        let offset = offset ?? Array(repeating: 0, count: counts.count)
        self.counts = counts
        let weights = weights ?? Array(repeating: 1, count: counts.count)
        self.weights = weights
        self.dispersion = dispersion
        let rows = counts.indices
        let events = rows.reduce(0) { $0 + weights[$1] * counts[$1] }
        let exposure = rows.reduce(0) { $0 + weights[$1] * exp(offset[$1]) }
        let rate = log((events > 0 ? events : 0.1) / exposure)
        coefficients = columns.indices.map { $0 == 0 ? rate : 0 }
        var predictor = offset.map { $0 + rate }
        means = predictor.map { exp($0) }
        deviance = Self.deviance(counts, means, weights, dispersion)

        for _ in 0..<steps {
            let scales = rows.map { row in
                let spread = 1 + dispersion * means[row]
                return (weights[row] * means[row] * (1 + dispersion * counts[row])).squareRoot() / spread
            }
            let responses = rows.map { row in
                let residual = (counts[row] - means[row]) / means[row]
                let curvature = (1 + dispersion * counts[row]) / (1 + dispersion * means[row])
                return predictor[row] - offset[row] + residual / curvature
            }
            let solved = Self.step(columns, scales, responses)
            func linear(_ coefficients: [Double]) -> [Double] {
                rows.map { row in solved.used.reduce(offset[row]) { $0 + coefficients[$1] * columns[$1][row] } }
            }
            var candidate = solved.coefficients
            var moved = linear(candidate)
            let reach = zip(predictor, moved).reduce(0) { max($0, abs($1.0 - $1.1)) }
            var fraction = 1.0
            while true {
                if fraction == 1, reach > Self.longestStep {
                    fraction = Self.longestStep / reach
                } else {
                    let deviance = Self.deviance(counts, moved.map { exp($0) }, weights, dispersion)
                    let worst = self.deviance + 1e-8 * (abs(self.deviance) + 0.1)
                    if (deviance.isFinite && deviance <= worst) || fraction < 1e-6 { break }
                    fraction /= 2
                }
                candidate = zip(coefficients, solved.coefficients).map { $0 + fraction * ($1 - $0) }
                moved = linear(candidate)
            }
            let distance = zip(predictor, moved).reduce(0) { max($0, abs($1.0 - $1.1) / max(1, abs($1.1))) }
            let before = deviance
            coefficients = candidate
            used = solved.used
            predictor = moved
            means = moved.map { exp($0) }
            deviance = Self.deviance(counts, means, weights, dispersion)
            if distance <= 1e-13 {
                end = .converged
                break
            }
            if (predictor.min() ?? 0) < -25, abs(before - deviance) <= 1e-11 * (deviance + 0.1) {
                end = .unbounded
                break
            }
            if distance <= 1e-11 { end = .converged }
        }
        let scales = rows.map { (weights[$0] * means[$0] / (1 + dispersion * means[$0])).squareRoot() }
        let last = Self.step(columns, scales, predictor)
        (used, covariance, leverages) = (last.used, last.covariance, last.leverages)
    }

    /// The number of counts with a weight above 0, less the number of used columns.
    var degreesOfFreedom: Int { weights.count { $0 > 0 } - used.count }

    /// The weighted sum of the squared residuals over the variance of each count.
    var pearson: Double {
        counts.indices.reduce(0) { sum, row in
            let residual = counts[row] - means[row]
            return sum + weights[row] * residual * residual / (means[row] * (1 + dispersion * means[row]))
        }
    }

    /// The variance of the linear predictor at a row of the design, when the dispersion is 1.
    func variance(at row: [Double]) -> Double {
        var sum = 0.0
        for (first, left) in used.enumerated() {
            for (second, right) in used.enumerated() { sum += row[left] * covariance[first][second] * row[right] }
        }
        return sum
    }

    /// The linear predictor at a row of the design, without offset.
    func predictor(at row: [Double]) -> Double {
        used.reduce(0) { $0 + coefficients[$1] * row[$1] }
    }
}
