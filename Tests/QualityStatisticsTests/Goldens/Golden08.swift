import QualityStatistics

/// Seasonal decompositions: STL and the classical one.
enum Golden08: GoldenAdapter {
    static let file = "08_stl"
    static let inputKeys: Set<String> = ["series", "y", "period", "robust", "seasonal"]

    /// Numbers without a unit, whatever the size of the series.
    private static let ratio = GoldenTolerance.within(relative: 1e-9, absolute: .fixed(1e-9))

    static let rules: [GoldenRule] = [
        GoldenRule(["config", "*"], .exact),
        GoldenRule(["weights", "*"], ratio),
        GoldenRule(["strength_of_trend"], ratio),
        GoldenRule(["strength_of_seasonality"], ratio),
        GoldenRule(["classical_multiplicative", "seasonal", "*"], ratio),
        GoldenRule(["classical_multiplicative", "resid", "*"], ratio),
        GoldenRule(["**"], .decomposition(of: ["input", "y", "*"])),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let values = try golden.input.value("y").doubles()
        let period = try golden.input.value("period").integer()
        let isRobust = try golden.params.value("robust").flag()
        let finding = try STL.decompose(
            values,
            period: period,
            seasonal: try golden.params["seasonal"]?.integer() ?? 7,
            fitting: isRobust ? .robust : .plain
        )
        guard let stl = finding.result else { throw GoldenError("too little data") }
        var output: [String: GoldenTree] = [
            "seasonal": GoldenTree(stl.seasonal),
            "trend": GoldenTree(stl.trend),
            "resid": GoldenTree(stl.remainder),
            "weights": GoldenTree(stl.weights),
            "strength_of_trend": .number(stl.strengthOfTrend),
            "strength_of_seasonality": .number(stl.strengthOfSeason),
            "config": configuration(stl),
            "classical_additive": try classical(values, period: period, model: .additive),
        ]
        if values.allSatisfy({ $0 > 0 }) {
            output["classical_multiplicative"] = try classical(values, period: period, model: .multiplicative)
        }
        return .object(output)
    }

    /// The lines are straight and every place is fitted.
    private static func configuration(_ stl: STL) -> GoldenTree {
        [
            "period": .number(Double(stl.period)),
            "seasonal": .number(Double(stl.windows.seasonal)),
            "trend": .number(Double(stl.windows.trend)),
            "low_pass": .number(Double(stl.windows.lowPass)),
            "robust": .flag(stl.fitting == .robust),
            "seasonal_deg": 1,
            "trend_deg": 1,
            "low_pass_deg": 1,
            "seasonal_jump": 1,
            "trend_jump": 1,
            "low_pass_jump": 1,
        ]
    }

    private static func classical(
        _ values: [Double],
        period: Int,
        model: ClassicalDecomposition.Model
    ) throws -> GoldenTree {
        let finding = try ClassicalDecomposition.decompose(values, period: period, model: model)
        guard let parts = finding.result else { throw GoldenError("too little data") }
        return [
            "seasonal": GoldenTree(parts.seasonal),
            "trend": GoldenTree(parts.trend.map { $0 ?? .nan }),
            "resid": GoldenTree(parts.remainder.map { $0 ?? .nan }),
        ]
    }
}
