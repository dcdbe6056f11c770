import QualityStatistics

/// XmR charts with the rules of *Making Data Count*.
enum Golden02b: GoldenAdapter {
    static let file = "02b_spc_nhs_plotthedots"

    static let inputKeys: Set = [
        "series", "y", "improvement_direction", "screen_outliers", "fix_after_n_points", "rebase_at_0based", "target",
    ]

    private static let scale = GoldenTolerance.measure(of: ["input", "y", "*"])

    static let rules = [
        GoldenRule(["mean", "*"], scale), GoldenRule(["lpl", "*"], scale), GoldenRule(["upl", "*"], scale),
        GoldenRule(["relative_to_mean", "*"], .exact), GoldenRule(["rebase_group", "*"], .exact),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let chart = try chart(golden)
        let points = chart.phases.enumerated().flatMap { number, phase in
            phase.range.map { Point(number: number, phase: phase, value: chart.values[$0]) }
        }
        let indices = chart.values.indices
        return [
            "mean": GoldenTree(points.map { $0.phase.mean ?? .nan }),
            "lpl": GoldenTree(points.map { $0.phase.limits?.lower ?? .nan }),
            "upl": GoldenTree(points.map { $0.phase.limits?.upper ?? .nan }),
            "outside_limits": GoldenTree(points.map(\.isOutside)),
            "relative_to_mean": GoldenTree(points.map(\.side)),
            "close_to_limits": GoldenTree(points.map(\.isNear)),
            "special_cause_type": GoldenTree(indices.map { name(chart.specialCauses[$0]) }),
            "point_type": GoldenTree(indices.map { name(chart.variation(at: $0) ?? .commonCause) }),
            "rebase_group": GoldenTree(points.map(\.number)),
            "assurance_type": GoldenTree(assurance(chart)),
        ]
    }

    private struct Point {
        let number: Int
        let phase: MakingDataCount.Phase
        let value: Double?

        var side: Int? {
            guard let value, let mean = phase.mean else { return nil }
            return value > mean ? 1 : value < mean ? -1 : 0
        }

        var isOutside: Bool? { isBeyond(phase.limits) }

        var isNear: Bool? {
            guard let isOutside, let isBeyondNear = isBeyond(phase.nearLimits) else { return nil }
            return isBeyondNear && !isOutside
        }

        private func isBeyond(_ limits: ControlLimits?) -> Bool? {
            guard let value, let limits, let lower = limits.lower else { return nil }
            return value > limits.upper || value < lower
        }
    }

    private static func chart(_ golden: GoldenCase) throws -> MakingDataCount {
        let params = golden.params
        let direction: MakingDataCount.ImprovementDirection =
            switch try params.value("improvement_direction").text() {
            case "increase": .increase
            case "decrease": .decrease
            case "neutral": .neutral
            case let other: throw GoldenError("no direction '\(other)'")
            }
        let rebasings: [Int] =
            switch params["rebase_at_0based"] {
            case nil, .null: []
            case .number(let position)?: [Int(position)]
            case .some(let list): try list.integers()
            }
        let basis = try ChartBasis(
            rebasings: rebasings.map { try Rebasing(at: $0, because: "golden") },
            frozenAfter: params["fix_after_n_points"].flatMap { $0.isNull ? nil : try $0.integer() }
        )
        return try .xmr(
            golden.input.value("y").optionalDoubles(),
            improvement: direction,
            target: params["target"].flatMap { $0.isNull ? nil : try $0.double() },
            screening: params.value("screen_outliers").flag() ? .once : .none,
            basis: basis
        )
    }

    /// The verdict on the target; without limits the file has the one that says nothing.
    private static func assurance(_ chart: MakingDataCount) -> String? {
        guard chart.target != nil, chart.direction != .neutral else { return nil }
        return name(chart.assurance ?? .hitOrMiss)
    }

    private static func name(_ cause: MakingDataCount.SpecialCause?) -> String {
        switch cause {
        case nil: "Common Cause"
        case .aboveUpperLimit: "Above UCL"
        case .belowLowerLimit: "Below LCL"
        case .increasingTrend: "7 Point Trend (Increasing)"
        case .decreasingTrend: "7 Point Trend (Decreasing)"
        case .twoOfThreeAbove: "2 in 3 Above CL"
        case .twoOfThreeBelow: "2 in 3 Below CL"
        case .shiftAbove: "7 Points Above CL"
        case .shiftBelow: "7 Points Below CL"
        }
    }

    private static func name(_ variation: MakingDataCount.Variation) -> String {
        switch variation {
        case .commonCause: "common_cause"
        case .improvement: "special_cause_improvement"
        case .concern: "special_cause_concern"
        case .neutralHigh: "special_cause_neutral_high"
        case .neutralLow: "special_cause_neutral_low"
        }
    }

    private static func name(_ assurance: MakingDataCount.Assurance) -> String {
        switch assurance {
        case .consistentlyMet: "consistent_pass"
        case .consistentlyMissed: "consistent_fail"
        case .hitOrMiss: "inconsistent"
        }
    }
}
