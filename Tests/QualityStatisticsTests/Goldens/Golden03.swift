import QualityStatistics

enum Golden03: GoldenAdapter {
    static let file = "03_rates_proportions"

    static let inputKeys: Set<String> = [
        "count", "exposure", "count1", "exposure1", "count2", "exposure2", "n", "x1", "n1", "x2", "n2",
    ]

    static let rules = [
        GoldenRule(["exact_conditional_central_p"], .probability),
        GoldenRule(["minlike_p (R poisson.test)"], .probability),
        GoldenRule(["mid_p"], .probability),
        GoldenRule(["log_wald_p"], .probability),
        GoldenRule(["statsmodels_test_poisson_2indep", "*", "p"], .probability),
        GoldenRule(["exact_p_vs_one_half"], .probability),
        GoldenRule(["R", "fisher_p"], .probability),
        GoldenRule(["R", "p"], .probability),
        GoldenRule(["R", "p_yates"], .probability),
        GoldenRule(["scipy_fisher", "p"], .probability),
        GoldenRule(["**"], .share),
    ]

    private static let levels = ["0.9": 0.9, "0.95": 0.95, "0.99": 0.99]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        switch golden.group {
        case "one_count": try oneCount(golden.input)
        case "rate_ratio": try rateRatio(golden.input)
        case "proportion": try proportion(golden.input)
        case "two_proportions": try twoProportions(golden.input)
        default: throw GoldenError("no group \(golden.group ?? "")")
        }
    }

    private static func limits(_ interval: ConfidenceInterval) -> GoldenTree {
        GoldenTree([interval.lower, interval.upper])
    }

    private static func oneCount(_ input: GoldenTree) throws -> GoldenTree {
        let (count, exposure) = (try input.value("count").integer(), try input.value("exposure").double())
        return .object(
            try levels.mapValues { level in
                [
                    "garwood": limits(try EventRate.exact(count: count, exposure: exposure, level: level).interval),
                    "mid_p": limits(try EventRate.midP(count: count, exposure: exposure, level: level).interval),
                    "score": limits(try EventRate.score(count: count, exposure: exposure, level: level).interval),
                    "byar": limits(try EventRate.byar(count: count, exposure: exposure, level: level).interval),
                ]
            }
        )
    }

    private static func rateRatio(_ input: GoldenTree) throws -> GoldenTree {
        let (count, exposure) = (try input.value("count1").integer(), try input.value("exposure1").double())
        let (reference, size) = (try input.value("count2").integer(), try input.value("exposure2").double())
        let exact = try RateRatio.exact(
            count: count,
            exposure: exposure,
            reference: reference,
            referenceExposure: size
        )
        let midP = try RateRatio.midP(
            count: count,
            exposure: exposure,
            reference: reference,
            referenceExposure: size
        )
        let likelihood = try RateRatio.minimumLikelihoodPValue(
            count: count,
            exposure: exposure,
            reference: reference,
            referenceExposure: size
        )
        var output: [String: GoldenTree] = [
            "rate_ratio": .number(exact.estimate ?? .nan),
            "exact_conditional_central_p": .number(exact.pValue),
            "exact_conditional_ci95": limits(exact.interval),
            "minlike_p (R poisson.test)": .number(likelihood),
            "mid_p": .number(midP.pValue),
            "mid_p_ci95": limits(midP.interval),
        ]
        let wald = try RateRatio.logarithmic(
            count: count,
            exposure: exposure,
            reference: reference,
            referenceExposure: size
        )
        let score = try RateRatio.score(
            count: count,
            exposure: exposure,
            reference: reference,
            referenceExposure: size
        )
        if let wald = wald.result, let score = score.result {
            output["log_wald_ci95"] = limits(wald.interval)
            output["log_wald_p"] = .number(wald.pValue)
            output["statsmodels_test_poisson_2indep"] = [
                "score": ["statistic": GoldenTree(score.statistic), "p": .number(score.pValue)],
                "wald-log": ["statistic": GoldenTree(wald.statistic), "p": .number(wald.pValue)],
                "exact-cond": ["statistic": .number(exact.statistic ?? .nan), "p": .number(likelihood)],
            ]
        }
        return .object(output)
    }

    private static func proportion(_ input: GoldenTree) throws -> GoldenTree {
        let (count, trials) = (try input.value("count").integer(), try input.value("n").integer())
        var output: [String: GoldenTree] = try levels.mapValues { level in
            [
                "wilson": limits(try Proportion.wilson(count: count, of: trials, level: level).interval),
                "clopper_pearson": limits(
                    try Proportion.clopperPearson(count: count, of: trials, level: level).interval
                ),
                "agresti_coull": limits(try Proportion.agrestiCoull(count: count, of: trials, level: level).interval),
                "jeffreys": limits(try Proportion.jeffreys(count: count, of: trials, level: level).interval),
                "normal": limits(try Proportion.wald(count: count, of: trials, level: level).interval),
            ]
        }
        let corrected = try Proportion.wilsonWithContinuityCorrection(count: count, of: trials)
        output["estimate"] = .number(corrected.estimate)
        output["wilson_continuity_corrected_0.95 (R prop.test)"] = limits(corrected.interval)
        let pValue = try Proportion.exactPValue(count: count, of: trials, probability: 0.5)
        output["exact_p_vs_one_half"] = .number(pValue)
        return .object(output)
    }

    private static func twoProportions(_ input: GoldenTree) throws -> GoldenTree {
        let (count, trials) = (try input.value("x1").integer(), try input.value("n1").integer())
        let (reference, others) = (try input.value("x2").integer(), try input.value("n2").integer())
        let newcombe = try ProportionDifference.newcombe(count: count, of: trials, reference: reference, of: others)
        let wald = try ProportionDifference.wald(count: count, of: trials, reference: reference, of: others)
        let table = try ContingencyTable([[count, trials - count], [reference, others - reference]])
        let fisher = FisherExactTest.exact(table)?.result?.pValue ?? 1
        let pearson = IndependenceTest.pearson(table).result
        let yates = pearson == nil ? nil : try IndependenceTest.yates(table).result
        return [
            "R": [
                "fisher_p": .number(fisher),
                "chisq": .number(pearson?.statistic ?? .nan),
                "p": .number(pearson?.pValue ?? .nan),
                "chisq_yates": .number(yates?.statistic ?? .nan),
                "p_yates": .number(yates?.pValue ?? .nan),
                "diff_wald_ci": limits(wald.interval),
            ],
            "difference": .number(newcombe.estimate),
            "newcombe_ci95": limits(newcombe.interval),
            "scipy_fisher": ["p": .number(fisher)],
        ]
    }
}
