import QualityStatistics

/// Run charts and Shewhart charts with the tests for runs.
enum Golden02: GoldenAdapter {
    static let file = "02_spc_qicharts2"

    static let inputKeys: Set = [
        "series", "y", "n", "chart", "screenedmr", "method", "freeze", "part", "exclude", "multiply",
    ]

    private static let scale = GoldenTolerance.measure(of: ["output", "y", "*"])

    static let rules = [
        GoldenRule(["y", "*"], scale), GoldenRule(["cl", "*"], scale), GoldenRule(["lcl", "*"], scale),
        GoldenRule(["ucl", "*"], scale), GoldenRule(["lcl95", "*"], scale), GoldenRule(["ucl95", "*"], scale),
        GoldenRule(["part", "*"], .exact), GoldenRule(["runs", "**"], .exact), GoldenRule(["*", "*"], .exact),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        if golden.group == "table" { return try limits(golden.output) }
        let kind = try golden.params.value("chart").text()
        return kind == "run" ? try runChart(golden) : try controlChart(golden, kind)
    }

    /// The table of limits beside the cases: the other program's numbers of useful observations, our limits.
    private static func limits(_ table: GoldenTree) throws -> GoldenTree {
        .list(
            try table.list().map { row in
                let useful = try row.value("n").integer()
                let limits = RunsLimits(useful: useful)
                return [
                    "n": GoldenTree(useful), "longest_run_max": GoldenTree(limits?.longestRun),
                    "n_crossings_min": GoldenTree(limits?.crossings),
                ]
            }
        )
    }

    // MARK: - Charts

    private static func runChart(_ golden: GoldenCase) throws -> GoldenTree {
        let values = try points(golden)
        let chart = try RunChart.median(values, basis: basis(golden.params), rule: rule(golden.params))
        let none = GoldenTree(values.map { _ in Double?.none })
        return [
            "y": GoldenTree(chart.values), "cl": centres(chart.phases.map { ($0.range, $0.centre) }),
            "lcl": none, "ucl": none, "lcl95": none, "ucl95": none,
            "sigma_signal": GoldenTree(values.map { _ in Bool?.some(false) }),
            "part": parts(chart.phases.map(\.range)),
            "runs": .list(chart.phases.enumerated().map { runs($0, $1.range, $1.runs, chart.basis) }),
        ]
    }

    private static func controlChart(_ golden: GoldenCase, _ kind: String) throws -> GoldenTree {
        let chart = try chart(golden, kind)
        let wide = chart.values.indices.map { chart.limits(at: $0) }
        let narrow = chart.values.indices.map { chart.limits(at: $0, sigmas: 2) }
        let outside = Set(chart.outside)
        var output: [String: GoldenTree] = [
            "y": GoldenTree(chart.values), "cl": centres(chart.phases.map { ($0.range, $0.centre) }),
            "lcl": GoldenTree(wide.map { $0?.lower }), "ucl": GoldenTree(wide.map { $0?.upper }),
            "lcl95": GoldenTree(narrow.map { $0?.lower }), "ucl95": GoldenTree(narrow.map { $0?.upper }),
            "sigma_signal": GoldenTree(chart.values.indices.map { Bool?.some(outside.contains($0)) }),
            "part": parts(chart.phases.map(\.range)),
            "runs": .list(chart.phases.enumerated().map { runs($0, $1.range, $1.runs, chart.basis) }),
        ]
        // The file draws no lower limit of these as 0.
        let lower = GoldenTree(wide.map { Double?.some($0?.lower ?? 0) })
        switch kind {
        case "t": output["lcl"] = lower
        case "mr":
            // The file's inner limits are two thirds of the outer ones.
            output["lcl"] = lower
            output["lcl95"] = lower
            output["ucl95"] = GoldenTree(wide.map { $0.map { $0.upper * 2 / 3 } })
        default: break
        }
        return .object(output)
    }

    private static func chart(_ golden: GoldenCase, _ kind: String) throws -> ControlChart {
        let basis = try basis(golden.params)
        let rule = try rule(golden.params)
        let screening = try screening(golden.params)
        let per = try golden.params["multiply"]?.double() ?? 1
        switch kind {
        case "i": return try .individuals(points(golden), screening: screening, basis: basis, rule: rule)
        case "mr": return try .movingRange(points(golden), basis: basis)
        case "c": return try .c(counts: counts(golden), basis: basis, rule: rule)
        case "u":
            return try .u(counts: counts(golden), exposures: exposures(golden), per: per, basis: basis, rule: rule)
        case "up":
            return try .uPrime(
                counts: counts(golden),
                exposures: exposures(golden),
                per: per,
                screening: screening,
                basis: basis,
                rule: rule
            )
        case "p": return try .p(events: counts(golden), trials: trials(golden), per: per, basis: basis, rule: rule)
        case "pp":
            return try .pPrime(
                events: counts(golden),
                trials: trials(golden),
                per: per,
                screening: screening,
                basis: basis,
                rule: rule
            )
        case "ip":
            return try .iPrime(
                totals: golden.input.value("y").optionalDoubles(),
                exposures: exposures(golden),
                per: per,
                screening: screening,
                basis: basis,
                rule: rule
            )
        case "g": return try .g(cases: counts(golden), basis: basis, rule: rule)
        case "t": return try .t(times: points(golden), screening: screening, basis: basis, rule: rule)
        default: throw GoldenError("no chart '\(kind)'")
        }
    }

    // MARK: - Input

    /// The values, divided by the exposure where there is one, times the factor.
    private static func points(_ golden: GoldenCase) throws -> [Double?] {
        let factor = try golden.params["multiply"]?.double() ?? 1
        let values = try golden.input.value("y").optionalDoubles()
        guard let n = golden.input["n"], !n.isNull else { return values.map { $0.map { $0 * factor } } }
        return zip(values, try n.optionalDoubles()).map { value, exposure in
            guard let value, let exposure, exposure > 0 else { return nil }
            return value / exposure * factor
        }
    }

    private static func counts(_ golden: GoldenCase) throws -> [Int?] {
        try golden.input.value("y").optionalIntegers()
    }

    private static func exposures(_ golden: GoldenCase) throws -> [Double?] {
        try golden.input.value("n").optionalDoubles()
    }

    private static func trials(_ golden: GoldenCase) throws -> [Int?] {
        try golden.input.value("n").optionalIntegers()
    }

    private static func screening(_ params: GoldenTree) throws -> RangeScreening {
        try params["screenedmr"]?.flag() ?? true ? .once : .none
    }

    private static func rule(_ params: GoldenTree) throws -> RunsRule {
        switch try params["method"]?.text() ?? "anhoej" {
        case "anhoej": .anhoej
        case "bestbox": .bestBox
        case "cutbox": .cutBox
        case let method: throw GoldenError("no method '\(method)'")
        }
    }

    /// Positions of the file count from 1; a part ends at its position.
    private static func basis(_ params: GoldenTree) throws -> ChartBasis {
        try ChartBasis(
            rebasings: positions(params, "part").map { try Rebasing(at: $0, because: "golden") },
            exclusions: positions(params, "exclude").map { try Exclusion(of: $0 - 1, because: "golden") },
            frozenAfter: params["freeze"].flatMap { $0.isNull ? nil : try $0.integer() }
        )
    }

    private static func positions(_ params: GoldenTree, _ key: String) throws -> [Int] {
        switch params[key] {
        case nil, .null: []
        case .number(let number)?: [Int(number)]
        case .some(let list): try list.integers()
        }
    }

    // MARK: - Output

    private static func centres(_ phases: [(Range<Int>, Double?)]) -> GoldenTree {
        GoldenTree(phases.flatMap { range, centre in range.map { _ in centre } })
    }

    private static func parts(_ phases: [Range<Int>]) -> GoldenTree {
        GoldenTree(phases.enumerated().flatMap { number, range in range.map { _ in number + 1 } })
    }

    /// The runs of a phase; the file gives the limits of Anhøj whatever rule the signal is of.
    private static func runs(
        _ number: Int,
        _ range: Range<Int>,
        _ runs: RunsAnalysis,
        _ basis: ChartBasis
    ) -> GoldenTree {
        let limits = RunsLimits(useful: runs.useful)
        return [
            "part": GoldenTree(number + 1),
            "n_obs": GoldenTree(range.count - basis.exclusions.count { range.contains($0.position) }),
            "n_useful": GoldenTree(runs.useful), "longest_run": GoldenTree(runs.longestRun),
            "longest_run_max": GoldenTree(limits?.longestRun), "n_crossings": GoldenTree(runs.crossings),
            "n_crossings_min": GoldenTree(limits?.crossings), "runs_signal": .flag(!runs.signals.isEmpty),
        ]
    }
}
