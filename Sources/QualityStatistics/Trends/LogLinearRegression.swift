/// A log-linear regression of a series of counts on time and season.
struct LogLinearRegression {
    let series: CountSeries
    let season: LogLinearTrend.Season?
    let columns: [[Double]]
    let alpha: Double

    init(_ series: CountSeries, season: LogLinearTrend.Season?, alpha: Double) {
        self.series = series
        self.season = season
        self.alpha = alpha
        columns = series.columns(season: season)
    }

    /// The most likely coefficients, with all columns or without some.
    func fit(without omitted: Set<Int> = []) -> WeightedLogLinear {
        WeightedLogLinear(
            columns: columns.indices.filter { !omitted.contains($0) }.map { columns[$0] },
            counts: series.values,
            offset: series.offsets,
            dispersion: alpha
        )
    }

    /// What the columns belong to.
    var terms: [LogLinearTrend.Term] {
        [.intercept, .time] + (0..<(season?.harmonics ?? 0)).flatMap { [.cosine($0 + 1), .sine($0 + 1)] }
    }

    /// The logarithm of the probability of the counts with these means.
    func logLikelihood(_ means: [Double]) -> Double {
        zip(series.counts, means).reduce(0) { sum, row in
            let (count, mean) = row
            let logarithm =
                alpha > 0
                ? (try? NegativeBinomialDistribution(mean: mean, size: 1 / alpha))?.logProbability(of: count)
                : (try? PoissonDistribution(mean: mean))?.logProbability(of: count)
            return sum + (logarithm ?? .nan)
        }
    }

    /// The standard errors of the coefficients from the squared residuals (HC0).
    func robustStandardErrors(_ fit: WeightedLogLinear) -> [Double] {
        let residuals = series.counts.indices.map { row in
            (Double(series.counts[row]) - fit.means[row]) / (1 + alpha * fit.means[row])
        }
        return columns.indices.map { column in
            let influence = series.counts.indices.map { row in
                columns.indices.reduce(0) { $0 + fit.covariance[column][$1] * columns[$1][row] } * residuals[row]
            }
            return influence.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
    }
}

extension LogLinearTrend {
    init(
        _ regression: LogLinearRegression,
        _ fit: WeightedLogLinear,
        _ variance: Variance,
        _ level: Double,
        _ overdispersion: Overdispersion?
    ) {
        let series = regression.series
        let terms = regression.terms
        let degrees = fit.degreesOfFreedom
        let factor: Double
        if case .quasiPoisson(let floor) = variance {
            factor = max(floor, fit.pearson / Double(degrees))
            self.variance = .quasiPoisson(factor: factor)
        } else {
            factor = 1
            self.variance = variance
        }
        let reference = Reference(variance, degrees: degrees)
        let reach = reference.quantile(upper: (1 - level) / 2)
        let robust = regression.robustStandardErrors(fit)
        coefficients = terms.indices.map { index in
            let estimate = fit.coefficients[index]
            let error = (factor * fit.covariance[index][index]).squareRoot()
            return Coefficient(
                term: terms[index],
                estimate: estimate,
                standardError: error,
                robustStandardError: robust[index],
                statistic: estimate / error,
                pValue: min(1, 2 * reference.upper(abs(estimate / error))),
                interval: (estimate - reach * error)...(estimate + reach * error)
            )
        }
        let interval = coefficients[1].interval
        percentPerPeriod = PercentPerPeriod(
            estimate: 100 * expm1(coefficients[1].estimate),
            interval: (100 * expm1(interval.lowerBound))...(100 * expm1(interval.upperBound))
        )
        var fitted = [Double?](repeating: nil, count: series.length)
        for (time, mean) in zip(series.times, fit.means) { fitted[time] = mean }
        self.fitted = fitted
        deviance = max(0, fit.deviance)
        nullDeviance = max(0, regression.fit(without: Set(terms.indices.dropFirst())).deviance)
        pearson = fit.pearson
        degreesOfFreedom = degrees
        logLikelihood = regression.logLikelihood(fit.means)
        akaike = 2 * (Double(terms.count + (overdispersion == nil ? 0 : 1)) - logLikelihood)
        let statistic = max(0, regression.fit(without: [1]).deviance - fit.deviance) / factor
        if case .quasiPoisson = variance {
            // F with one degree above is the square of t.
            trend = Comparison(statistic: statistic, pValue: min(1, 2 * reference.upper(statistic.squareRoot())))
        } else {
            trend = Comparison(statistic: statistic)
        }
        self.overdispersion = overdispersion
        self.level = level
        sample = series.counts.count
    }

    /// The distribution that a coefficient over its standard error is held against.
    private enum Reference {
        case normal
        case student(StudentDistribution)

        init(_ variance: Variance, degrees: Int) {
            guard case .quasiPoisson = variance,
                let student = try? StudentDistribution(degreesOfFreedom: Double(degrees))
            else {
                self = .normal
                return
            }
            self = .student(student)
        }

        func upper(_ point: Double) -> Double {
            switch self {
            case .normal: NormalDistribution.standard.tails(at: point).upper
            case .student(let student): student.tails(at: point).upper
            }
        }

        func quantile(upper probability: Double) -> Double {
            switch self {
            case .normal: NormalDistribution.standard.quantile(upper: probability)
            case .student(let student): student.quantile(upper: probability)
            }
        }
    }
}

extension LogLinearTrend.Comparison {
    /// A comparison by χ² with one degree of freedom, whose root is normal.
    init(statistic: Double, share: Double = 1) {
        self.statistic = statistic
        let root = max(0, statistic).squareRoot()
        pValue = share * min(1, 2 * NormalDistribution.standard.tails(at: root).upper)
    }
}
