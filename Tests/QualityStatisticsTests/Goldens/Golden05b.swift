import QualityStatistics

/// Cumulative sums of Poisson counts.
enum Golden05b: GoldenAdapter {
    static let file = "05b_poisson_cusum"
    static let inputKeys: Set = [
        "series", "y", "exposure", "mu0", "mu1", "h", "k_up", "mu1_down", "k_down", "rate0", "rate_ratio",
        "k_per_unit_exposure",
    ]

    static let rules =
        ["signals", "signals_upper", "signals_no_reset", "signals_FIR", "signals_lower"].map {
            GoldenRule([$0, "*"], .exact)
        } + [GoldenRule(["*", "*"], .measure)]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let counts = try golden.input.value("y").optionalIntegers()
        let limit = try golden.params.value("h").double()
        if let exposures = try golden.input["exposure"]?.doubles() {
            return try withExposure(golden, counts, exposures, limit)
        }
        let rate = try golden.params.value("mu0").double()
        let above = try golden.params.value("mu1").double()
        let below = try golden.params.value("mu1_down").double()
        let upper = try PoissonCusum.chart(counts: counts, rate: rate, alternative: above, limit: limit)
        let going = try PoissonCusum.chart(
            counts: counts,
            rate: rate,
            alternative: above,
            limit: limit,
            afterSignal: .continues
        )
        let quick = try PoissonCusum.chart(
            counts: counts,
            rate: rate,
            alternative: above,
            limit: limit,
            headStart: limit / 2
        )
        let lower = try PoissonCusum.chart(counts: counts, rate: rate, alternative: below, limit: limit)
        try same(upper.referenceValue, golden.params.value("k_up"))
        try same(lower.referenceValue, golden.params.value("k_down"))
        return [
            "upper": GoldenTree(upper.statistics), "signals_upper": GoldenTree(upper.signals),
            "upper_no_reset": GoldenTree(going.statistics), "signals_no_reset": GoldenTree(going.signals),
            "upper_FIR_h/2": GoldenTree(quick.statistics), "signals_FIR": GoldenTree(quick.signals),
            "lower": GoldenTree(lower.statistics), "signals_lower": GoldenTree(lower.signals),
        ]
    }

    private static func withExposure(
        _ golden: GoldenCase,
        _ counts: [Int?],
        _ exposures: [Double],
        _ limit: Double
    ) throws -> GoldenTree {
        let rate = try golden.params.value("rate0").double()
        let alternative = try rate * golden.params.value("rate_ratio").double()
        let upper = try PoissonCusum.chart(
            counts: counts,
            exposures: exposures,
            rate: rate,
            alternative: alternative,
            limit: limit
        )
        let going = try PoissonCusum.chart(
            counts: counts,
            exposures: exposures,
            rate: rate,
            alternative: alternative,
            limit: limit,
            afterSignal: .continues
        )
        try same(upper.referenceValue, golden.params.value("k_per_unit_exposure"))
        return [
            "upper": GoldenTree(upper.statistics), "signals": GoldenTree(upper.signals),
            "log_likelihood_ratio_cusum": GoldenTree(going.logLikelihoodRatios),
        ]
    }

    private static func same(_ reference: Double, _ golden: GoldenTree) throws {
        let expected = try golden.double()
        guard abs(reference - expected) <= 1e-12 * abs(expected) else {
            throw GoldenError("the reference value is \(reference) and not \(expected)")
        }
    }
}
