/// The most likely α and coefficients of counts with the variance μ + αμ².
///
/// Lawless (1987) Canadian Journal of Statistics 15:209–225. With *y* counted, the derivative of the log-likelihood by α
/// is the sum of Σ *j*/(1+α*j*) over *j* < *y*, less (αμ - log(1+αμ))/α² and (*y*-μ)μ/(1+αμ), which stays exact for
/// an α near 0. Large counts take the same in terms of the digamma function.
struct NegativeBinomialLikelihood {
    let alpha: Double
    let logLikelihood: Double

    /// The standard errors of the coefficients with α uncertain.
    let standardErrors: [Double]

    /// The maximum; `nil` where it is at α = 0, or below.
    init?(_ series: CountSeries, season: LogLinearTrend.Season?) {
        func slope(_ alpha: Double) -> (slope: Double, fit: WeightedLogLinear) {
            let fit = LogLinearRegression(series, season: season, alpha: alpha).fit()
            let slope = zip(series.counts, fit.means).reduce(0) { $0 + Self.slope($1.0, $1.1, alpha) }
            return (slope, fit)
        }
        let poisson = slope(0)
        guard poisson.slope > 0 else { return nil }
        let means = poisson.fit.means
        let excess = zip(series.counts, means).reduce(0) { sum, row in
            let residual = Double(row.0) - row.1
            return sum + residual * residual - Double(row.0)
        }
        let start = excess / means.reduce(0) { $0 + $1 * $1 }
        guard let alpha = Self.root(near: start, of: { slope($0).slope }) else { return nil }
        self.alpha = alpha
        let regression = LogLinearRegression(series, season: season, alpha: alpha)
        let fit = regression.fit()
        logLikelihood = regression.logLikelihood(fit.means)
        guard let errors = Self.standardErrors(regression, fit.means) else { return nil }
        standardErrors = errors
    }

    /// Where a function that falls from above 0 to below it, on a logarithmic scale, is 0.
    private static func root(near start: Double, of function: (Double) -> Double) -> Double? {
        var (low, high) = (log(start), log(start))
        var (atLow, atHigh) = (function(start), 0.0)
        atHigh = atLow
        while atLow <= 0 {
            (high, atHigh) = (low, atLow)
            low -= 2
            guard low > -60 else { return nil }
            atLow = function(exp(low))
        }
        while atHigh > 0 {
            (low, atLow) = (high, atHigh)
            high += 2
            guard high < 60 else { return nil }
            atHigh = function(exp(high))
        }
        // The rule of false position, with the weight of an end halved when the other has moved twice (Illinois).
        var side = 0
        for _ in 0..<200 where high - low > 1e-14 {
            let next = low + (high - low) * (atLow / (atLow - atHigh))
            guard next > low, next < high else { break }
            let value = function(exp(next))
            if value > 0 {
                (low, atLow) = (next, value)
                if side == 1 { atHigh /= 2 }
                side = 1
            } else {
                (high, atHigh) = (next, value)
                if value == 0 { break }
                if side == -1 { atLow /= 2 }
                side = -1
            }
        }
        return exp(atHigh == 0 ? high : (low + high) / 2)
    }

    /// The derivative of one count's log-likelihood by α.
    private static func slope(_ count: Int, _ mean: Double, _ alpha: Double) -> Double {
        let scaled = alpha * mean
        let residual = Double(count) - mean
        if alpha == 0 { return (residual * residual - Double(count)) / 2 }
        if isLarge(count) {
            let (size, count) = (1 / alpha, Double(count))
            let rise = SpecialFunctions.digamma(size + count) - SpecialFunctions.digamma(size)
            return size * size * (log1p(scaled) - rise) + residual * size / (1 + scaled)
        }
        var sum = 0.0
        var number = 0.0
        while number < Double(count) {
            sum += number / (1 + alpha * number)
            number += 1
        }
        return log1pRest(scaled) / (alpha * alpha) + sum - residual * mean / (1 + scaled)
    }

    /// The second derivative of one count's log-likelihood by α, above 0.
    private static func curvature(_ count: Int, _ mean: Double, _ alpha: Double) -> Double {
        let scaled = alpha * mean
        let residual = Double(count) - mean
        if isLarge(count) {
            let (size, count) = (1 / alpha, Double(count))
            let rise = SpecialFunctions.digamma(size + count) - SpecialFunctions.digamma(size)
            let fall = SpecialFunctions.trigamma(size + count) - SpecialFunctions.trigamma(size)
            let sum = size + mean
            let first = rise - log1p(scaled) - residual / sum
            let second = fall + mean / (size * sum) + residual / (sum * sum)
            return size * size * size * (size * second + 2 * first)
        }
        let bend = -log1pRest(scaled) / (scaled * scaled)
        let curve = -mean * mean * mean * (1 / (1 + scaled) - 2 * bend) / scaled
        var squares = 0.0
        var number = 0.0
        while number < Double(count) {
            let term = number / (1 + alpha * number)
            squares += term * term
            number += 1
        }
        return curve - squares + residual * mean * mean / ((1 + scaled) * (1 + scaled))
    }

    /// Whether a sum over all numbers below a count is better taken from the digamma function.
    private static func isLarge(_ count: Int) -> Bool { count > 10_000 }

    /// The roots of the diagonal of the inverse of the observed information, without that of α.
    private static func standardErrors(_ regression: LogLinearRegression, _ means: [Double]) -> [Double]? {
        let (columns, alpha) = (regression.columns, regression.alpha)
        let size = columns.count + 1
        var information = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for (row, (count, mean)) in zip(regression.series.counts, means).enumerated() {
            let spread = (1 + alpha * mean) * (1 + alpha * mean)
            let weight = mean * (1 + alpha * Double(count)) / spread
            let mixed = mean * (Double(count) - mean) / spread
            for first in columns.indices {
                for second in columns.indices {
                    information[first][second] += weight * columns[first][row] * columns[second][row]
                }
                information[first][size - 1] += mixed * columns[first][row]
                information[size - 1][first] += mixed * columns[first][row]
            }
            information[size - 1][size - 1] -= curvature(count, mean, alpha)
        }
        return inverseDiagonal(information).map { $0.dropLast().map { $0.squareRoot() } }
    }

    /// The diagonal of the inverse of a symmetric positive definite matrix, by Cholesky; `nil` if it is not definite.
    private static func inverseDiagonal(_ matrix: [[Double]]) -> [Double]? {
        let size = matrix.count
        var factor = matrix
        for column in 0..<size {
            for row in column..<size {
                let sum = (0..<column).reduce(matrix[row][column]) { $0 - factor[row][$1] * factor[column][$1] }
                if row == column {
                    guard sum > 0 else { return nil }
                    factor[row][row] = sum.squareRoot()
                } else {
                    factor[row][column] = sum / factor[column][column]
                }
            }
        }
        return (0..<size).map { unit in
            var column = [Double](repeating: 0, count: size)
            for row in unit..<size {
                let sum = (unit..<row).reduce(row == unit ? 1.0 : 0) { $0 - factor[row][$1] * column[$1] }
                column[row] = sum / factor[row][row]
            }
            return column.reduce(0) { $0 + $1 * $1 }
        }
    }
}
