import QualityStatistics

/// The tests for a trend of Mann and Kendall, and the slope of Theil and Sen.
enum Golden01: GoldenAdapter {
    static let file = "01_mannkendall"
    static let inputKeys: Set<String> = ["y", "alpha", "period"]

    /// The probabilities of pymannkendall are one less a sum, and right to the last place of that sum only.
    private static let complement = GoldenTolerance.within(relative: 1e-10, absolute: .fixed(4.5e-16))

    static let rules: [GoldenRule] = [
        GoldenRule(["*", "p"], complement),
        GoldenRule(["p_accurate_tail"], .probability),
        GoldenRule(["R_trend_1.1.6", "p"], .probability),
        GoldenRule(["*", "s"], .exact),
        GoldenRule(["*", "S"], .exact),
        GoldenRule(["*", "z"], .share),
        GoldenRule(["*", "Tau"], .share),
        GoldenRule(["*", "var_s"], .share),
        GoldenRule(["R_trend_1.1.6", "varS"], .share),
        GoldenRule(["R_trend_1.1.6", "tau_b"], .share),
        GoldenRule(["scipy_kendall_tau_b"], .share),
        GoldenRule(["exact_permutation", "*"], .probability),
        GoldenRule(["**"], .measure),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let values = try golden.input.value("y").optionalDoubles()
        let alpha = try golden.params.value("alpha").double()
        if let period = golden.params["period"] {
            return try seasonal(values, period: period.integer(), alpha: alpha)
        }
        let slope = try SenSlope.estimate(values).result
        var output: [String: GoldenTree] = ["sens_slope": line(slope)]
        guard let test = try MannKendall.test(values).result, let slope else { return .object(output) }
        output["original_test"] = tree(
            test.score,
            test.tau,
            test.variance,
            z: test.z,
            p: test.normalPValue.value,
            alpha: alpha,
            slope
        )
        output["p_accurate_tail"] = .number(test.normalPValue.value)
        output["scipy_kendall_tau_b"] = .number(test.tauB ?? .nan)
        output["scipy_theilslopes_95"] = [
            "slope": .number(slope.slope),
            "intercept": .number(slope.intercept),
            "low": .number(slope.interval?.lowerBound ?? slope.extremes.lowerBound),
            "high": .number(slope.interval?.upperBound ?? slope.extremes.upperBound),
        ]
        output["exact_permutation"] = exact(test)
        if !values.contains(nil), values.count > 2 { output["R_trend_1.1.6"] = otherProgram(test, slope) }
        for (key, correction) in corrections(alpha) {
            output[key] = try corrected(values, correction, test, slope, alpha: alpha)
        }
        return .object(output)
    }

    private static func corrections(_ alpha: Double) -> KeyValuePairs<String, CorrectedMannKendall.Correction> {
        [
            "hamed_rao": .hamedRao(significance: alpha),
            "yue_wang": .yueWang,
            "pre_whitening": .preWhitening,
            "trend_free_pre_whitening": .trendFreePreWhitening,
        ]
    }

    /// The test of the values that are there, as if they followed each other, with the slope of their places in time.
    ///
    /// Where nothing is left to correlate, or no variance, that program goes on with numbers that are not.
    private static func corrected(
        _ values: [Double?],
        _ correction: CorrectedMannKendall.Correction,
        _ plain: MannKendall,
        _ slope: SenSlope,
        alpha: Double
    ) throws -> GoldenTree? {
        let present: [Double?] = values.filter { $0 != nil }
        let finding = try CorrectedMannKendall.test(present, correction: correction, slope: slope.slope)
        switch finding {
        case .found(let test):
            return tree(test.score, test.tau, test.variance, z: test.z, p: test.pValue.value, alpha: alpha, slope)
        case .tooLittleData:
            switch correction {
            case .hamedRao, .yueWang:
                guard present.count > 2 || correction == .yueWang else { return nil }
                let factor = try CorrectedMannKendall.varianceFactor(
                    present,
                    correction: correction,
                    slope: slope.slope
                )
                let variance = plain.variance * (factor ?? .nan)
                let isNothing = plain.score == 0 || variance > 0 && plain.score.magnitude == 1
                let (z, p) = isNothing ? (0, 1) : (Double.nan, Double.nan)
                return tree(plain.score, plain.tau, variance, z: z, p: p, alpha: alpha, slope)
            case .preWhitening, .trendFreePreWhitening:
                guard present.count > 2 else { return nil }
                let distinct = try MannKendall.test((1..<present.count).map { Double($0) }).result
                return tree(0, 0, distinct?.variance ?? 0, z: 0, p: 1, alpha: alpha, slope)
            }
        }
    }

    private static func seasonal(_ values: [Double?], period: Int, alpha: Double) throws -> GoldenTree {
        let slope = try SenSlope.seasonal(values, period: period).result
        var output: [String: GoldenTree] = ["seasonal_sens_slope": line(slope)]
        guard let slope, let test = try SeasonalMannKendall.test(values, period: period).result else {
            return .object(output)
        }
        output["seasonal_test"] = tree(
            test.score,
            test.tau,
            test.variance,
            z: test.z,
            p: test.pValue.value,
            alpha: alpha,
            slope
        )
        switch try SeasonalMannKendall.test(values, period: period, seasons: .correlated) {
        case .found(let test):
            output["correlated_seasonal_test"] = tree(
                test.score,
                test.tau,
                test.variance,
                z: test.z,
                p: test.pValue.value,
                alpha: 0.05,
                slope
            )
        case .tooLittleData(let shortage) where shortage.quantity == .distinctValues:
            output["correlated_seasonal_test"] = tree(0, 0, 0, z: .nan, p: .nan, alpha: 0.05, slope)
        case .tooLittleData:
            break
        }
        return .object(output)
    }

    private static func exact(_ test: MannKendall) -> GoldenTree? {
        test.exact.map { exact in
            [
                "S": .number(Double(exact.score)),
                "p_two_sided": .number(exact.twoSided.value),
                "p_ge": .number(exact.atLeast.value),
                "p_le": .number(exact.atMost.value),
                "numerator": .text(exact.twoSided.numerator),
                "denominator": .text(exact.twoSided.denominator),
            ]
        }
    }

    private static func otherProgram(_ test: MannKendall, _ slope: SenSlope) -> GoldenTree {
        [
            "S": .number(Double(test.score)),
            "varS": .number(test.variance),
            "tau_b": .number(test.tauB ?? .nan),
            "z": .number(test.variance > 0 ? test.z : .nan),
            "p": .number(test.variance > 0 ? test.normalPValue.value : .nan),
            "slope": .number(slope.slope),
            "slope_ci95": slope.interval.map { GoldenTree([$0.lowerBound, $0.upperBound]) } ?? [nil],
        ]
    }

    private static func line(_ slope: SenSlope?) -> GoldenTree {
        ["slope": .number(slope?.slope ?? .nan), "intercept": .number(slope?.intercept ?? .nan)]
    }

    private static func tree(
        _ score: Int,
        _ tau: Double,
        _ variance: Double,
        z: Double,
        p: Double,
        alpha: Double,
        _ slope: SenSlope
    ) -> GoldenTree {
        [
            "trend": .text(p < alpha ? score > 0 ? "increasing" : "decreasing" : "no trend"),
            "h": .flag(p < alpha),
            "p": .number(p),
            "z": .number(z),
            "Tau": .number(tau),
            "s": .number(Double(score)),
            "var_s": .number(variance),
            "slope": .number(slope.slope),
            "intercept": .number(slope.intercept),
        ]
    }
}
