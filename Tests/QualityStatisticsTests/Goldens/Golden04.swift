import QualityStatistics

/// Log-linear trends of counts: Poisson, quasi-Poisson and negative binomial.
enum Golden04: GoldenAdapter {
    static let file = "04_glm_trend"
    static let inputKeys: Set<String> = ["series", "y", "exposure", "harmonics", "period", "t", "offset"]

    /// Iterated fits, and 0 where a number is that but for rounding.
    private static let fit = GoldenTolerance.within(relative: 1e-8, absolute: .fixed(1e-12))

    /// Probabilities of iterated fits, which follow the last digits of a fit the more the further out they are.
    private static let probability = GoldenTolerance.within(relative: 1e-6, absolute: .fixed(1e-300))

    /// A small deviance, the difference of logarithms that are as large as the counts.
    private static let difference = GoldenTolerance.within(
        relative: 1e-7,
        absolute: .largest([["input", "y", "*"]], times: 1e-15)
    )

    static let rules: [GoldenRule] = [
        GoldenRule(["*", "df_resid"], .exact),
        GoldenRule(["*", "p", "*"], probability),
        GoldenRule(["*", "p"], probability),
        GoldenRule(["*", "p_t", "*"], probability),
        GoldenRule(["*", "p_normal", "*"], probability),
        GoldenRule(["*", "p_alpha_fixed", "*"], probability),
        GoldenRule(["*", "p_F"], probability),
        GoldenRule(["*", "p_lr_half_chi2"], probability),
        GoldenRule(["R", "lr_test_trend", "p"], probability),
        GoldenRule(["goodness_of_fit_p_pearson"], probability),
        GoldenRule(["nb_alpha_0.1", "deviance"], difference),
        GoldenRule(["*", "deviance"], .deviance),
        GoldenRule(["*", "null_deviance"], .deviance),
        GoldenRule(["*", "loglik"], .deviance),
        GoldenRule(["*", "aic"], .deviance),
        GoldenRule(["dispersion_deviance"], .deviance),
        GoldenRule(["lr_test_trend", "*"], .deviance),
        GoldenRule(["R", "lr_test_trend", "*"], .deviance),
        GoldenRule(["negative_binomial_nb2", "lr_vs_poisson"], .deviance),
        GoldenRule(["**"], fit),
    ]

    /// What a case asks for.
    private struct Series {
        let counts: [Int?]
        let exposures: [Double?]?
        let season: LogLinearTrend.Season?

        init(_ golden: GoldenCase) throws {
            counts = try golden.input.value("y").optionalIntegers()
            let exposure = try golden.input.value("exposure")
            exposures = exposure.isNull ? nil : try exposure.optionalDoubles()
            let harmonics = try golden.input.value("harmonics").integer()
            season =
                harmonics == 0
                ? nil : try LogLinearTrend.Season(period: golden.input.value("period").double(), harmonics: harmonics)
        }

        /// The number of coefficients.
        var terms: Int { 2 + 2 * (season?.harmonics ?? 0) }

        /// The number of counts that can be used.
        var usable: Int {
            counts.indices.count { place in
                counts[place] != nil && exposures.map { ($0[place] ?? 0) > 0 } ?? true
            }
        }
    }

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let series = try Series(golden)
        let (counts, exposures, season) = (series.counts, series.exposures, series.season)
        let poisson = try LogLinearTrend.poisson(counts: counts, exposures: exposures, season: season)
        guard let poisson = poisson.result else { return ["R": withoutEvents(series)] }
        let quasi = try LogLinearTrend.quasiPoisson(counts: counts, exposures: exposures, season: season, floor: 0)
        let negative = try LogLinearTrend.negativeBinomial(counts: counts, exposures: exposures, season: season)
        let fixed = try LogLinearTrend.negativeBinomial(
            counts: counts,
            exposures: exposures,
            alpha: 0.1,
            season: season
        )
        let dispersion = poisson.dispersion ?? poisson.pearson / 0
        let factor = quasi.result.flatMap { $0.dispersion }
        var output: [String: GoldenTree] = [
            "poisson": tree(poisson),
            "dispersion_pearson": .number(dispersion),
            "dispersion_deviance": .number(poisson.deviance / Double(poisson.degreesOfFreedom)),
            "goodness_of_fit_p_pearson": .number(poisson.dispersionPValue ?? .nan),
            "trend_percent_per_period": .number(poisson.percentPerPeriod.estimate),
            "trend_percent_ci95": bounds(poisson.percentPerPeriod.interval),
            "sandwich_HC0_se": GoldenTree(poisson.coefficients.map(\.robustStandardError)),
            "lr_test_trend": [
                "statistic": .number(poisson.trend.statistic),
                "p": .number(poisson.trend.pValue),
                "F_quasi": .number(quasi.result?.trend.statistic ?? .nan),
                "p_F": .number(quasi.result?.trend.pValue ?? .nan),
            ],
            "R": otherProgram(poisson),
        ]
        if let quasi = quasi.result, let factor { output["quasi_poisson"] = tree(quasi, factor) }
        if let negative = negative.result { output["negative_binomial_nb2"] = tree(estimated: negative) }
        if let fixed = fixed.result {
            output["nb_alpha_0.1"] = [
                "coef": GoldenTree(fixed.coefficients.map(\.estimate)),
                "se": GoldenTree(fixed.coefficients.map(\.standardError)),
                "p": GoldenTree(fixed.coefficients.map(\.pValue)),
                "deviance": .number(fixed.deviance),
                "pearson_chi2": .number(fixed.pearson),
            ]
        }
        return .object(output)
    }

    private static func tree(_ trend: LogLinearTrend) -> GoldenTree {
        [
            "terms": GoldenTree(trend.coefficients.map { name($0.term) }),
            "coef": GoldenTree(trend.coefficients.map(\.estimate)),
            "se": GoldenTree(trend.coefficients.map(\.standardError)),
            "z": GoldenTree(trend.coefficients.map(\.statistic)),
            "p": GoldenTree(trend.coefficients.map(\.pValue)),
            "ci95": .list(trend.coefficients.map { bounds($0.interval) }),
            "deviance": .number(trend.deviance),
            "null_deviance": .number(trend.nullDeviance),
            "pearson_chi2": .number(trend.pearson),
            "df_resid": .number(Double(trend.degreesOfFreedom)),
            "loglik": .number(trend.logLikelihood),
            "aic": .number(trend.akaike),
            "fitted": GoldenTree(trend.fitted.compactMap(\.self)),
        ]
    }

    private static func tree(_ quasi: LogLinearTrend, _ factor: Double) -> GoldenTree {
        [
            "dispersion": .number(factor),
            "se": GoldenTree(quasi.coefficients.map(\.standardError)),
            "t": GoldenTree(quasi.coefficients.map(\.statistic)),
            "p_t": GoldenTree(quasi.coefficients.map(\.pValue)),
            "p_normal": GoldenTree(
                quasi.coefficients.map { 2 * NormalDistribution.standard.tails(at: abs($0.statistic)).upper }
            ),
            "ci95_t": .list(quasi.coefficients.map { bounds($0.interval) }),
        ]
    }

    /// Where the counts vary no more than Poisson's, that program has no numbers.
    private static func tree(estimated trend: LogLinearTrend) -> GoldenTree {
        guard let overdispersion = trend.overdispersion else {
            let none = GoldenTree(trend.coefficients.map { _ in Double.nan })
            return ["coef": none, "se_incl_alpha_uncertainty": none, "alpha": .number(.nan), "loglik": .number(.nan)]
        }
        return [
            "coef": GoldenTree(trend.coefficients.map(\.estimate)),
            "alpha": .number(overdispersion.alpha),
            "se_incl_alpha_uncertainty": GoldenTree(overdispersion.standardErrors),
            "loglik": .number(trend.logLikelihood),
            "se_alpha_fixed": GoldenTree(trend.coefficients.map(\.standardError)),
            "p_alpha_fixed": GoldenTree(trend.coefficients.map(\.pValue)),
            "lr_vs_poisson": .number(overdispersion.overPoisson.statistic),
            "p_lr_half_chi2": .number(overdispersion.overPoisson.pValue),
        ]
    }

    private static func otherProgram(_ trend: LogLinearTrend) -> GoldenTree {
        [
            "terms": GoldenTree(trend.coefficients.map { otherName($0.term) }),
            "deviance": .number(trend.deviance),
            "null_deviance": .number(trend.nullDeviance),
            "df_resid": .number(Double(trend.degreesOfFreedom)),
            "pearson": .number(trend.pearson),
            "loglik": .number(trend.logLikelihood),
            "aic": .number(trend.akaike),
            "lr_test_trend": ["stat": .number(trend.trend.statistic), "p": .number(trend.trend.pValue)],
        ]
    }

    /// The limit as the rate goes to 0, which fits a series without events.
    private static func withoutEvents(_ series: Series) -> GoldenTree {
        let harmonics = series.season?.harmonics ?? 0
        let waves = (0..<harmonics).flatMap { [LogLinearTrend.Term.cosine($0 + 1), .sine($0 + 1)] }
        return [
            "terms": GoldenTree(([.intercept, .time] + waves).map { otherName($0) }),
            "deviance": 0,
            "null_deviance": 0,
            "df_resid": .number(Double(series.usable - series.terms)),
            "pearson": 0,
            "loglik": 0,
            "aic": .number(Double(2 * series.terms)),
            "lr_test_trend": ["stat": 0, "p": 1],
        ]
    }

    private static func bounds(_ interval: ClosedRange<Double>) -> GoldenTree {
        GoldenTree([interval.lowerBound, interval.upperBound])
    }

    private static func name(_ term: LogLinearTrend.Term) -> String {
        switch term {
        case .intercept: "intercept"
        case .time: "t"
        case .cosine(let wave): "cos\(wave)"
        case .sine(let wave): "sin\(wave)"
        }
    }

    private static func otherName(_ term: LogLinearTrend.Term) -> String {
        switch term {
        case .intercept: "(Intercept)"
        case .time: "t"
        case .cosine(let wave): "c\(wave)"
        case .sine(let wave): "s\(wave)"
        }
    }
}
