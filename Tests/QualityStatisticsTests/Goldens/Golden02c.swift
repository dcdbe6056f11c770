import QualityStatistics

/// Western Electric and Nelson rules.
enum Golden02c: GoldenAdapter {
    static let file = "02c_spc_rules_nelson_we"

    static let inputKeys: Set = ["series", "y", "n", "type", "given_center", "given_std"]

    private static let scale = GoldenTolerance.measure(of: ["output", "ucl", "*"])

    static let rules = [
        GoldenRule(["center"], scale), GoldenRule(["std_dev", "*"], scale), GoldenRule(["lcl", "*"], scale),
        GoldenRule(["ucl", "*"], scale), GoldenRule(["probability_limits_0.9973", "*", "*"], scale),
        GoldenRule(["western_electric", "**"], .exact), GoldenRule(["nelson", "**"], .exact),
        GoldenRule(["difference_when_each_point_uses_its_own_limits", "**"], .exact),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let type = try golden.params.value("type").text()
        let chart = try chart(golden, type)
        let indices = Array(chart.values.indices)
        let isSame = try golden.input["n"].map { try $0.isNull || Set($0.list()).count == 1 } ?? true
        // Where all sizes are the same, the file has one pair of limits, and of shares one deviation.
        let places = type == "p" || type == "u" && !isSame ? indices : Array(indices.prefix(1))
        let limits = places.map { chart.limits(at: $0) }
        let deviations = deviations(chart, type)
        var output: [String: GoldenTree] = [
            "center": GoldenTree(chart.phases.first?.centre),
            "std_dev": GoldenTree(isSame ? Array(deviations.prefix(1)) : deviations),
            "lcl": GoldenTree(limits.map { $0?.lower }), "ucl": GoldenTree(limits.map { $0?.upper }),
        ]
        if type != "xbar.one" {
            let limits = places.map { chart.probabilityLimits(at: $0, coverage: 0.9973) }
            output["probability_limits_0.9973"] = [
                "lcl": GoldenTree(limits.map { $0?.lower }), "ucl": GoldenTree(limits.map { $0?.upper }),
            ]
        }
        var differences: [String: GoldenTree] = [:]
        for (name, rules) in [("western_electric", ControlRules.westernElectric), ("nelson", .nelson)] {
            var lists: [String: GoldenTree] = [:]
            for (number, finding) in chart.findings(by: rules).enumerated() {
                let own = finding.completions
                let last = places.count > 1 ? byLastLimits(chart, finding.rule) ?? own : own
                lists[String(number + 1)] = GoldenTree(last)
                if last != own {
                    differences["\(name).\(number + 1)"] = ["qcc": GoldenTree(last), "own_limits": GoldenTree(own)]
                }
            }
            output[name] = .object(lists)
        }
        if !differences.isEmpty { output["difference_when_each_point_uses_its_own_limits"] = .object(differences) }
        return .object(output)
    }

    private static func chart(_ golden: GoldenCase, _ type: String) throws -> ControlChart {
        switch type {
        case "xbar.one":
            let values = try golden.input.value("y").optionalDoubles()
            guard let centre = golden.params["given_center"], !centre.isNull,
                let sigma = golden.params["given_std"], !sigma.isNull
            else { return try .individuals(values, screening: .none) }
            return try .individuals(values, centre: centre.double(), sigma: sigma.double())
        case "c": return try .c(counts: golden.input.value("y").optionalIntegers())
        case "u":
            return try .u(
                counts: golden.input.value("y").optionalIntegers(),
                exposures: golden.input.value("n").optionalDoubles()
            )
        case "p":
            return try .p(
                events: golden.input.value("y").optionalIntegers(),
                trials: golden.input.value("n").optionalIntegers()
            )
        default: throw GoldenError("no chart '\(type)'")
        }
    }

    /// The deviation of a value of exposure 1, and on a P chart that of each point.
    private static func deviations(_ chart: ControlChart, _ type: String) -> [Double?] {
        guard type == "p" else { return [chart.phases.first?.sigma] }
        return chart.values.indices.map { chart.sigma(at: $0) }
    }

    /// The places at which a rule for most of a window is met when the whole window is held against the zones of its last
    /// point, as the file has it: each place on a chart that ends there and has its deviation throughout.
    private static func byLastLimits(_ chart: ControlChart, _ rule: ControlRule) -> [Int]? {
        guard case .most = rule else { return nil }
        return chart.values.indices.filter { place in
            guard let centre = chart.phases.first?.centre, let sigma = chart.sigma(at: place),
                let known = try? ControlChart.individuals(
                    Array(chart.values[...place]),
                    centre: centre,
                    sigma: sigma
                )
            else { return false }
            return known.completions(of: rule).last == place
        }
    }
}
