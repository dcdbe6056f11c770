/// How a correction of the Mann–Kendall test allows for values that depend on the ones before them.
struct DependenceAllowance {
    /// What the variance of the score is multiplied by; 0 or less where the autocorrelations leave it none.
    let factor: Double

    /// The autocorrelation at lag 1 of what the correction looks at.
    let autocorrelation: Double

    /// The values whose score is taken.
    let tested: [Double]

    /// `nil` where the values, or what is left of them without their trend, do not differ. At least two values.
    init?(_ series: SeriesValues, _ correction: CorrectedMannKendall.Correction, slope: Double) {
        let count = series.count
        let lags = count - 1
        let detrended = zip(series.times, series.values).map { $1 - Double($0 + 1) * slope }
        let size = series.values.reduce(0) { max($0, abs($1)) }
        switch correction {
        case .hamedRao(let significance):
            guard Autocorrelation.coefficients(of: detrended, lags: 1, size: size) != nil,
                let coefficients = Autocorrelation.coefficients(of: Autocorrelation.ranks(of: detrended), lags: lags)
            else { return nil }
            let bound = StandardNormal.quantile(upper: significance / 2) / Double(count).squareRoot()
            factor = 1 + Self.hamedRaoSum(coefficients, count: count, bound: bound)
            autocorrelation = coefficients[0]
            tested = series.values
        case .yueWang:
            guard let coefficients = Autocorrelation.coefficients(of: detrended, lags: lags, size: size) else {
                return nil
            }
            factor =
                1 + 2
                * coefficients.enumerated().reduce(0) { $0 + (1 - Double($1.offset + 1) / Double(count)) * $1.element }
            autocorrelation = coefficients[0]
            tested = series.values
        case .preWhitening:
            guard let first = Autocorrelation.coefficients(of: series.values, lags: 1)?.first else { return nil }
            factor = 1
            autocorrelation = first
            tested = Self.whitened(series.values, by: first)
        case .trendFreePreWhitening:
            guard let first = Autocorrelation.coefficients(of: detrended, lags: 1, size: size)?.first else {
                return nil
            }
            factor = 1
            autocorrelation = first
            tested = zip(series.times, Self.whitened(detrended, by: first)).map { $1 + Double($0 + 1) * slope }
        }
    }

    private static func hamedRaoSum(_ coefficients: [Double], count: Int, bound: Double) -> Double {
        let count = Double(count)
        var sum = 0.0
        for (index, coefficient) in coefficients.enumerated() where abs(coefficient) > bound {
            let rest = count - Double(index + 1)
            sum += rest * (rest - 1) * (rest - 2) * coefficient
        }
        return 2 / (count * (count - 1) * (count - 2)) * sum
    }

    private static func whitened(_ values: [Double], by coefficient: Double) -> [Double] {
        zip(values, values.dropFirst()).map { $1 - $0 * coefficient }
    }
}
