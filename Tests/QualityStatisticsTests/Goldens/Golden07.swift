import QualityStatistics

/// Pareto analysis, concentration and diversity, Jensen–Shannon divergence.
enum Golden07: GoldenAdapter {
    static let file = "07_pareto_diversity_jsd"
    static let inputKeys: Set = ["categories", "counts", "counts_a", "counts_b"]

    static let rules = [
        GoldenRule(["pareto", "*", "index"], .exact),
        GoldenRule(["pareto", "*", "count"], .exact),
        GoldenRule(["n_present"], .exact),
        GoldenRule(["R_vegan_2.6-4", "species"], .exact),
        GoldenRule(["G_test", "df"], .exact),
        GoldenRule(["G_test", "p"], .probability),
        // 1 less a sum of products: its square loses half of the digits where shares are nearly equal.
        GoldenRule(["hellinger"], .measure),
        GoldenRule(["share_change_points", "*"], .within(relative: 1e-12, absolute: .fixed(1e-13))),
        GoldenRule(["**"], .share),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        switch golden.group {
        case "pareto_diversity": try diversity(of: golden.input.value("counts").integers())
        case "js_divergence":
            try divergence(
                golden.input.value("counts_a").integers(),
                golden.input.value("counts_b").integers()
            )
        default: throw GoldenError("unknown group")
        }
    }

    private static func diversity(of counts: [Int]) throws -> GoldenTree {
        guard let pareto = try ParetoAnalysis.analysis(of: counts).result,
            let diversity = try Diversity.measures(of: counts).result
        else { return .null }
        return [
            "pareto": .list(pareto.entries.map(entry)),
            "hhi": .number(diversity.herfindahlHirschman),
            "hhi_10000": .number(10_000 * diversity.herfindahlHirschman),
            "hhi_normalised": GoldenTree(diversity.herfindahlHirschmanNormalised),
            "hhi_unbiased (sum x(x-1)/(n(n-1)))": GoldenTree(diversity.herfindahlHirschmanUnbiased),
            "shannon_ln": .number(diversity.shannon),
            "shannon_log2": .number(diversity.shannonBits),
            "shannon_evenness_present (H/ln S)": GoldenTree(diversity.evennessOfPresent),
            "shannon_evenness_all_categories (H/ln k)": GoldenTree(diversity.evennessOfAll),
            "shannon_miller_madow": .number(diversity.shannonMillerMadow),
            "shannon_var_asymptotic": .number(diversity.shannonVariance),
            "effective_number_exp_H": .number(try diversity.hillNumber(order: 1)),
            "effective_number_1_over_D": .number(try diversity.hillNumber(order: 2)),
            "gini": .number(diversity.gini),
            "cr1": .number(try diversity.concentrationRatio(ofLargest: 1)),
            "cr3": .number(try diversity.concentrationRatio(ofLargest: 3)),
            "n_present": GoldenTree(diversity.categoriesPresent),
            "R_vegan_2.6-4": [
                "shannon_ln": .number(diversity.shannon),
                "shannon_log2": .number(diversity.shannonBits),
                "simpson_1_minus_D": .number(1 - diversity.herfindahlHirschman),
                "inverse_simpson": .number(1 / diversity.herfindahlHirschman),
                "hill_0_1_2": GoldenTree(try [0, 1, 2].map { try diversity.hillNumber(order: $0) }),
                "species": GoldenTree(diversity.categoriesPresent),
                "rarefied_to_20": GoldenTree(try diversity.rarefied(to: 20)),
                "chao1": .number(diversity.chao1),
            ],
        ]
    }

    private static func entry(_ entry: ParetoAnalysis.Entry) -> GoldenTree {
        [
            "index": GoldenTree(entry.index),
            "count": GoldenTree(entry.count),
            "share": .number(entry.share),
            "cumulative_share": .number(entry.cumulativeShare),
            "class_before_rule": letter(entry.classByShareBefore),
            "class_upto_rule": letter(entry.classByShareUpTo),
        ]
    }

    private static func letter(_ abcClass: ParetoAnalysis.ABCClass) -> GoldenTree {
        switch abcClass {
        case .a: "A"
        case .b: "B"
        case .c: "C"
        }
    }

    private static func divergence(_ first: [Int], _ second: [Int]) throws -> GoldenTree {
        guard let divergence = try JensenShannonDivergence.between(first, second).result else { return .null }
        return [
            "jsd_nats": .number(divergence.nats),
            "jsd_bits": .number(divergence.bits),
            "js_distance_base2": .number(divergence.distance),
            "jsd_weighted_by_n_nats": .number(divergence.weightedNats),
            "G_statistic_of_the_2xk_table (=2*N*weighted jsd)": .number(divergence.gStatistic),
            "total_variation": .number(divergence.totalVariation),
            "hellinger": .number(divergence.hellinger),
            "share_change_points": GoldenTree(divergence.shareChanges),
            "kl_p_to_q_infinite_if_zero": .number(divergence.kullbackLeibler),
            "expected_jsd_under_no_change_approx": .number(divergence.expectedWithoutChange),
            "contribution_to_jsd_nats": GoldenTree(divergence.contributions),
            "G_test": [
                "statistic": .number(divergence.gStatistic),
                "df": GoldenTree(divergence.degreesOfFreedom),
                "p": .number(divergence.pValue),
            ],
        ]
    }
}
