extension LogLinearTrend {
    /// The trend of counts whose variance is their mean, by maximum likelihood.
    ///
    /// - Parameters:
    ///   - counts: the counts in order of time, `nil` where one is missing.
    ///   - exposures: what each count is out of, such as bed-days; 0 or `nil` leaves a place out, `nil` for all means
    ///     equal exposures.
    ///   - season: the season, where there is one.
    ///   - level: the confidence of the intervals, above 0 and below 1.
    /// - Returns: the trend; too little data for fewer counts than coefficients, without any event, and where the most
    ///   likely trend is infinite, as when only the last place has events.
    /// - Throws: ``StatisticsError`` for negative counts, exposures that are negative or not finite, unequal lengths, and
    ///   a level out of its range.
    public static func poisson(
        counts: [Int?],
        exposures: [Double?]? = nil,
        season: Season? = nil,
        level: Double = 0.95
    ) throws(StatisticsError) -> Finding<LogLinearTrend> {
        try fit(.poisson, CountSeries(counts, exposures), season, level)
    }

    /// The trend of counts whose variance is a multiple of their mean, the quasi-Poisson regression.
    ///
    /// The standard errors are those of Poisson times the root of φ, which is ``dispersion`` but no less than `floor`:
    /// counts that by chance vary less than Poisson's do not make a trend more certain. The intervals are of *t*.
    /// - Parameters:
    ///   - counts: the counts in order of time, `nil` where one is missing.
    ///   - exposures: what each count is out of, such as bed-days; 0 or `nil` leaves a place out, `nil` for all means
    ///     equal exposures.
    ///   - season: the season, where there is one.
    ///   - level: the confidence of the intervals, above 0 and below 1.
    ///   - floor: the smallest φ, 0 or more.
    /// - Returns: the trend; too little data for no more counts than coefficients, without any event, and where the most
    ///   likely trend is infinite, as when only the last place has events.
    /// - Throws: ``StatisticsError`` for negative counts, exposures that are negative or not finite, unequal lengths, and
    ///   a level or floor out of its range.
    public static func quasiPoisson(
        counts: [Int?],
        exposures: [Double?]? = nil,
        season: Season? = nil,
        level: Double = 0.95,
        floor: Double = 1
    ) throws(StatisticsError) -> Finding<LogLinearTrend> {
        guard floor >= 0, floor.isFinite else { throw StatisticsError(.outOfRange, of: "floor") }
        return try fit(.quasiPoisson(factor: floor), CountSeries(counts, exposures), season, level)
    }

    /// The trend of counts with the variance μ + αμ², α known.
    ///
    /// - Parameters:
    ///   - counts: the counts in order of time, `nil` where one is missing.
    ///   - exposures: what each count is out of, such as bed-days; 0 or `nil` leaves a place out, `nil` for all means
    ///     equal exposures.
    ///   - alpha: α, above 0.
    ///   - season: the season, where there is one.
    ///   - level: the confidence of the intervals, above 0 and below 1.
    /// - Returns: the trend; too little data for fewer counts than coefficients, without any event, and where the most
    ///   likely trend is infinite, as when only the last place has events.
    /// - Throws: ``StatisticsError`` for negative counts, exposures that are negative or not finite, unequal lengths, and
    ///   a level or α out of its range.
    public static func negativeBinomial(
        counts: [Int?],
        exposures: [Double?]? = nil,
        alpha: Double,
        season: Season? = nil,
        level: Double = 0.95
    ) throws(StatisticsError) -> Finding<LogLinearTrend> {
        let alpha = try StatisticsError.positive(alpha, "alpha")
        return try fit(.negativeBinomial(alpha: alpha), CountSeries(counts, exposures), season, level)
    }

    /// The trend of counts with the variance μ + αμ², α estimated with the trend by maximum likelihood.
    ///
    /// - Parameters:
    ///   - counts: the counts in order of time, `nil` where one is missing.
    ///   - exposures: what each count is out of, such as bed-days; 0 or `nil` leaves a place out, `nil` for all means
    ///     equal exposures.
    ///   - season: the season, where there is one.
    ///   - level: the confidence of the intervals, above 0 and below 1.
    /// - Returns: the trend, which is Poisson's where the counts vary no more than that; too little data unless there
    ///   are two more counts than coefficients, without any event, and where the most likely trend is infinite.
    /// - Throws: ``StatisticsError`` for negative counts, exposures that are negative or not finite, unequal lengths, and
    ///   a level out of its range.
    public static func negativeBinomial(
        counts: [Int?],
        exposures: [Double?]? = nil,
        season: Season? = nil,
        level: Double = 0.95
    ) throws(StatisticsError) -> Finding<LogLinearTrend> {
        let series = try CountSeries(counts, exposures)
        let columns = series.columns(season: season)
        let method = method(.negativeBinomial(alpha: 1))
        guard series.counts.count >= columns.count + 2 else {
            let available = series.counts.count
            return .tooLittleData(
                TooLittleData(method: method, needed: columns.count + 2, available: available, of: .values)
            )
        }
        let poisson = try fit(.poisson, series, season, level)
        guard let plain = poisson.result else { return poisson }
        guard let likelihood = NegativeBinomialLikelihood(series, season: season) else { return poisson }
        let overdispersion = Overdispersion(
            alpha: likelihood.alpha,
            standardErrors: likelihood.standardErrors,
            overPoisson: Comparison(
                statistic: 2 * (likelihood.logLikelihood - plain.logLikelihood),
                share: 0.5
            )
        )
        return try fit(.negativeBinomial(alpha: likelihood.alpha), series, season, level, overdispersion)
    }

    private static func fit(
        _ variance: Variance,
        _ series: CountSeries,
        _ season: Season?,
        _ level: Double,
        _ overdispersion: Overdispersion? = nil
    ) throws(StatisticsError) -> Finding<LogLinearTrend> {
        let level = try StatisticsError.level(level)
        let method = method(variance)
        func shortage(_ needed: Int, _ available: Int, _ quantity: TooLittleData.Quantity) -> Finding<LogLinearTrend> {
            .tooLittleData(TooLittleData(method: method, needed: needed, available: available, of: quantity))
        }
        let regression = LogLinearRegression(series, season: season, alpha: variance.alpha)
        let spare = if case .quasiPoisson = variance { 1 } else { 0 }
        let needed = regression.columns.count + spare
        guard series.counts.count >= needed else { return shortage(needed, series.counts.count, .values) }
        guard series.counts.contains(where: { $0 > 0 }) else { return shortage(1, 0, .events) }
        let fit = regression.fit()
        let isBounded = fit.end == .converged && fit.used.count == regression.columns.count
        guard isBounded, fit.pearson.isFinite, fit.covariance.indices.allSatisfy({ fit.covariance[$0][$0].isFinite })
        else {
            let groups = series.counts.count { $0 > 0 }
            return shortage(max(2, groups + 1), groups, .groups)
        }
        return .found(LogLinearTrend(regression, fit, variance, level, overdispersion))
    }
}

extension LogLinearTrend.Variance {
    /// The α of the variance μ + αμ².
    var alpha: Double {
        if case .negativeBinomial(let alpha) = self { alpha } else { 0 }
    }
}
