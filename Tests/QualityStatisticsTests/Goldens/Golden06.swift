import Foundation
import QualityStatistics

enum Golden06: GoldenAdapter {
    static let file = "06_funnel"

    static let inputKeys: Set<String> = ["numerator", "denominator", "type"]

    private static let distance = GoldenTolerance.measure(
        of: ["output", "spiegelhalter", "z_naive", "*"],
        ["output", "FunnelPlotR", "*", "z", "*"]
    )
    private static let limit = GoldenTolerance.measure(of: ["output", "value", "*"])

    static let rules: [GoldenRule] =
        ["lower95", "upper95", "lower998", "upper998"].map {
            GoldenRule(["exact_limits", "\($0)_plain_quantile_count", "*"], .exact)
        }
        + ["p_exact_central", "p_mid", "p_mid_BH", "p_mid_holm"].map { GoldenRule([$0, "*"], .probability) }
        + [
            GoldenRule(["spiegelhalter", "phi_test_p (I*phi ~ chi2_I)"], .probability),
            GoldenRule(["spiegelhalter", "p_additive", "*"], .probability),
            GoldenRule(["spiegelhalter", "p_additive_BH", "*"], .probability),
            GoldenRule(["FunnelPlotR", "*", "n_used"], .exact),
            GoldenRule(["spiegelhalter", "quantile10"], distance),
            GoldenRule(["spiegelhalter", "quantile90"], distance),
            GoldenRule(["FunnelPlotR", "*", "z", "*"], distance),
            GoldenRule(["FunnelPlotR", "*", "winsorised_or_truncated_z", "*"], distance),
        ]
        + ["z_naive", "z_winsorised10", "z_multiplicative", "z_additive"].map {
            GoldenRule(["spiegelhalter", $0, "*"], distance)
        }
        + ["multiplicative_limits", "additive_limits"].map { GoldenRule(["spiegelhalter", $0, "*", "*"], limit) }
        + [GoldenRule(["**"], .share)]

    /// Standard deviations to the limits: of 95 % and 99.8 %, and as printed to six decimals.
    private static let exactDeviations = [
        "95": NormalDistribution.standard.quantile(upper: 0.025),
        "998": NormalDistribution.standard.quantile(upper: 0.001),
    ]
    private static let roundedDeviations = ["95": 1.959964, "998": 3.090232]

    /// The counts and denominators of a case, of which a funnel is made.
    private struct Units {
        let counts: [Int?]
        let denominators: [Double?]
        let type: String

        init(_ input: GoldenTree) throws {
            counts = try input.value("numerator").optionalIntegers()
            denominators = try input.value("denominator").optionalDoubles()
            type = try input.value("type").text()
        }

        func funnel(_ scale: FunnelPlot.Scale, _ trimming: FunnelPlot.Trimming) throws -> FunnelPlot? {
            switch type {
            case "prop":
                let trials = denominators.map { $0.map { Int($0) } }
                return try FunnelPlot.proportions(counts, of: trials, scale: scale, trimming: trimming).result
            case "rate":
                return try FunnelPlot.rates(counts, exposures: denominators, scale: scale, trimming: trimming).result
            case "smr":
                return try FunnelPlot.ratios(counts, expected: denominators, scale: scale, trimming: trimming).result
            default: throw GoldenError("no type \(type)")
            }
        }
    }

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let units = try Units(golden.input)
        guard let funnel = try units.funnel(.natural, .winsorised(0.1)) else { return try refusal(units) }
        var output: [String: GoldenTree] = [
            "target": .number(funnel.target),
            "value": GoldenTree(funnel.units.map { $0?.value }),
            "exact_limits": try exactLimits(funnel),
            "spiegelhalter": try spiegelhalter(funnel),
            "p_exact_central": GoldenTree(funnel.units.map { $0?.pValue }),
        ]
        let midP = funnel.units.map { $0?.midP }
        output["p_mid"] = GoldenTree(midP)
        output["p_mid_BH"] = GoldenTree(try AdjustedPValues.benjaminiHochberg(midP).values)
        output["p_mid_holm"] = GoldenTree(try AdjustedPValues.holm(midP).values)
        var programs: [String: GoldenTree] = [:]
        if units.type == "prop", let plot = try units.funnel(.stabilised, .winsorised(0.1)) {
            programs["PR"] = program(plot, unadjusted: angles(plot, .none), adjusted: angles(plot, .additive))
        }
        if units.type == "smr" {
            let plain = try standardisedLimits(units)
            if let plot = try units.funnel(.logarithmic, .truncated(0.1)) {
                programs["SR_SHMI"] = program(
                    plot,
                    unadjusted: plain,
                    adjusted: limits(plot, .additive, roundedDeviations)
                )
            }
            if let plot = try units.funnel(.stabilised, .winsorised(0.1)) {
                programs["SR_CQC"] = program(plot, unadjusted: plain, adjusted: roots(plot))
            }
        }
        if !programs.isEmpty { output["FunnelPlotR"] = .object(programs) }
        return .object(output)
    }

    /// What there is without any event, or with nothing else.
    private static func refusal(_ units: Units) throws -> GoldenTree {
        let total = try EventRate.exact(
            count: units.counts.reduce(0) { $0 + ($1 ?? 0) },
            exposure: units.denominators.reduce(0) { $0 + ($1 ?? 0) }
        )
        var output: [String: GoldenTree] = [
            "target": .number(total.estimate),
            "value": GoldenTree(
                try zip(units.counts, units.denominators).map { count, exposure in
                    guard let count, let exposure else { return nil }
                    return try EventRate.exact(count: count, exposure: exposure).estimate
                }
            ),
        ]
        if units.type == "prop" { output["FunnelPlotR"] = ["PR": alike(units, total.estimate)] }
        return .object(output)
    }

    /// What the program makes of shares that are all 0 or all 1, of which no funnel is made here.
    private static func alike(_ units: Units, _ target: Double) -> GoldenTree {
        let sizes = units.denominators.compactMap(\.self)
        let order = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
        let deviations = sizes.map { 1 / (2 * $0.squareRoot()) }
        let none = GoldenTree(sizes.map { _ in 0.0 })
        let angles = angles(target, deviations, order) { _, _ in nil }.mapValues { values in
            GoldenTree(order.map { values[$0] })
        }
        return [
            "target": .number(target), "z": none, "s": GoldenTree(deviations), "winsorised_or_truncated_z": none,
            "n_used": GoldenTree(sizes.count), "phi": 0, "tau2": 0,
            "limits_at_sorted_denominators": GoldenTree(order.map { sizes[$0] }), "unadjusted": .object(angles),
            "overdispersion_adjusted": .object(angles),
        ]
    }

    private static func exactLimits(_ funnel: FunnelPlot) throws -> GoldenTree {
        var output: [String: GoldenTree] = [:]
        for (name, tail) in [("95", 0.025), ("998", 0.001)] {
            let limits = try funnel.exactLimits(tail: tail)
            let counts = try funnel.exactCounts(tail: tail)
            output["lower\(name)"] = GoldenTree(limits.map { $0?.lower })
            output["upper\(name)"] = GoldenTree(limits.map { $0?.upper })
            output["lower\(name)_plain_quantile_count"] = GoldenTree(counts.map { $0?.lowerBound })
            output["upper\(name)_plain_quantile_count"] = GoldenTree(counts.map { $0?.upperBound })
        }
        return .object(output)
    }

    private static func spiegelhalter(_ funnel: FunnelPlot) throws -> GoldenTree {
        let found = funnel.overdispersion
        let pValues = funnel.pValues(allowance: .additive)
        func tree(_ allowance: FunnelPlot.Allowance) -> GoldenTree {
            let limits = limits(funnel, allowance, exactDeviations)
            return .object(
                Dictionary(
                    uniqueKeysWithValues: limits.map { key, values in
                        (key.replacing("ll", with: "lower").replacing("ul", with: "upper"), GoldenTree(values))
                    }
                )
            )
        }
        return [
            "z_naive": GoldenTree(funnel.units.map { $0?.z }),
            "quantile10": GoldenTree(found.trimmingLimits?.lowerBound),
            "quantile90": GoldenTree(found.trimmingLimits?.upperBound),
            "z_winsorised10": GoldenTree(found.trimmed),
            "phi_raw": .number(found.dispersion),
            "phi_winsorised": .number(found.trimmedDispersion),
            "phi_test_p (I*phi ~ chi2_I)": .number(found.pValue),
            "tau2_additive": .number(found.betweenVariance),
            "multiplicative_limits": tree(.multiplicative),
            "additive_limits": tree(.additive),
            "z_multiplicative": GoldenTree(funnel.distances(allowance: .multiplicative)),
            "z_additive": GoldenTree(funnel.distances(allowance: .additive)),
            "p_additive": GoldenTree(pValues),
            "p_additive_BH": GoldenTree(try AdjustedPValues.benjaminiHochberg(pValues).values),
        ]
    }

    /// Lower and upper limits by the names of the program, in the order of the units.
    private static func limits(
        _ funnel: FunnelPlot,
        _ allowance: FunnelPlot.Allowance,
        _ deviations: [String: Double]
    ) -> [String: [Double]] {
        var output: [String: [Double]] = [:]
        for (name, deviations) in deviations {
            let limits = funnel.limits(deviations: deviations, allowance: allowance).compactMap(\.self)
            output["ll\(name)"] = limits.map(\.lower)
            output["ul\(name)"] = limits.map(\.upper)
        }
        return output
    }

    /// Limits on the scale of square roots, on which the program leaves them, also where they are below 0.
    private static func roots(_ plot: FunnelPlot) -> [String: [Double]] {
        var output = limits(plot, .additive, roundedDeviations).mapValues { $0.map { $0.squareRoot() } }
        for (name, deviations) in roundedDeviations {
            let below = spreads(plot, .additive).map { plot.target.squareRoot() - deviations * $0 }
            output["ll\(name)"] = zip(output["ll\(name)"] ?? [], below).map { $0 > 0 ? $0 : $1 }
        }
        return output
    }

    /// Limits of shares as the program has them.
    private static func angles(_ plot: FunnelPlot, _ allowance: FunnelPlot.Allowance) -> [String: [Double]] {
        let ours = limits(plot, allowance, roundedDeviations)
        return angles(plot.target, spreads(plot, allowance), order(plot)) { name, index in ours[name]?[index] }
    }

    /// Limits of shares, whose angles the program lets wrap round where they are below 0 or above a right one.
    ///
    /// A limit that is then further in than that of the next larger unit it takes for the end of the range. Where no
    /// angle wraps, the limits are `ours`.
    private static func angles(
        _ target: Double,
        _ spreads: [Double],
        _ order: [Int],
        ours: (String, Int) -> Double?
    ) -> [String: [Double]] {
        var output: [String: [Double]] = [:]
        let centre = asin(target.squareRoot())
        for (name, deviations) in roundedDeviations {
            for (side, sign, end) in [("ll", -1.0, 0.0), ("ul", 1, 1)] {
                let wrapped = spreads.enumerated().map { index, spread in
                    if let limit = ours(side + name, index), limit != end { return limit }
                    return pow(sin(centre + sign * deviations * spread), 2)
                }
                var ended = wrapped
                for (place, next) in zip(order, order.dropFirst()) where sign * wrapped[place] < sign * wrapped[next] {
                    ended[place] = end
                }
                output[side + name] = ended
            }
        }
        return output
    }

    /// The standard deviations of the units with an allowance.
    private static func spreads(_ plot: FunnelPlot, _ allowance: FunnelPlot.Allowance) -> [Double] {
        let between = allowance == .additive ? plot.overdispersion.betweenVariance : 0
        return plot.units.compactMap { $0.map { ($0.deviation * $0.deviation + between).squareRoot() } }
    }

    /// The units by their denominators.
    private static func order(_ plot: FunnelPlot) -> [Int] {
        let units = plot.units.compactMap(\.self)
        return units.indices.sorted { (units[$0].denominator, $0) < (units[$1].denominator, $1) }
    }

    /// The limits of a Poisson mean for the number expected, as a ratio to it.
    private static func standardisedLimits(_ units: Units) throws -> [String: [Double]] {
        var output: [String: [Double]] = [:]
        for (name, tail) in [("95", 0.025), ("998", 0.001)] {
            output["ll\(name)"] = try units.denominators.compactMap(\.self).map { expected in
                try GammaDistribution(shape: expected).quantile(lower: tail) / expected
            }
            output["ul\(name)"] = try units.denominators.compactMap(\.self).map { expected in
                try GammaDistribution(shape: expected + 1).quantile(upper: tail) / expected
            }
        }
        return output
    }

    private static func program(
        _ plot: FunnelPlot,
        unadjusted: [String: [Double]],
        adjusted: [String: [Double]]
    ) -> GoldenTree {
        let found = plot.overdispersion
        let units = plot.units.compactMap(\.self)
        let order = order(plot)
        func sorted(_ limits: [String: [Double]]) -> GoldenTree {
            .object(limits.mapValues { values in GoldenTree(order.map { values[$0] }) })
        }
        return [
            "target": .number(plot.target),
            "z": GoldenTree(units.map(\.z)),
            "s": GoldenTree(units.map(\.deviation)),
            "winsorised_or_truncated_z": GoldenTree(found.trimmed),
            "n_used": GoldenTree(found.trimmed.count { $0 != nil }),
            "phi": .number(found.trimmedDispersion),
            "tau2": .number(found.betweenVariance),
            "limits_at_sorted_denominators": GoldenTree(order.map { units[$0].denominator }),
            "unadjusted": sorted(unadjusted), "overdispersion_adjusted": sorted(adjusted),
        ]
    }
}
