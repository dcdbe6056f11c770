/// Leaves of the golden files that are not compared, by key path, and why.
///
/// An entry is about a key, never about a case. Only what another program does for itself, a method that is not
/// offered, and metadata may stand here.
struct ListedLeaves: Sendable {
    let file: String
    let pattern: GoldenPath
    let reason: String

    init(_ file: String, _ pattern: GoldenPath, _ reason: String) {
        self.file = file
        self.pattern = pattern
        self.reason = reason
    }

    private static func entries(of file: String, _ entries: KeyValuePairs<GoldenPath, String>) -> [ListedLeaves] {
        entries.map { ListedLeaves(file, $0.key, $0.value) }
    }

    static let all: [ListedLeaves] = [
        trends, runAndShewhartCharts, makingDataCount, zoneRules, rates, contingency, regression, changePoints, cusum,
        surveillance, funnel, categories, decomposition, rounding, suppression, reality,
    ].flatMap(\.self)

    /// `01_mannkendall`.
    private static let trends: [ListedLeaves] = entries(
        of: "01_mannkendall",
        [
            ["*", "error"]: "another program's message, where ours is a finding",
            ["scipy_theilslopes_95", "note"]: "metadata",
        ]
    )

    /// `02_spc_qicharts2`.
    private static let runAndShewhartCharts: [ListedLeaves] = entries(
        of: "02_spc_qicharts2",
        [:]
    )

    /// `02b_spc_nhs_plotthedots`.
    private static let makingDataCount: [ListedLeaves] = entries(
        of: "02b_spc_nhs_plotthedots",
        [:]
    )

    /// `02c_spc_rules_nelson_we`.
    private static let zoneRules: [ListedLeaves] = entries(
        of: "02c_spc_rules_nelson_we",
        [["qcc_error"]: "the message of a program that stops at fewer than five points"]
    )

    /// `03_rates_proportions`.
    private static let rates: [ListedLeaves] = entries(
        of: "03_rates_proportions",
        [
            ["statsmodels_test_poisson_2indep", "cond-midp", "**"]:
                "another program's mid-p: the minimum-likelihood p-value less half a probability, which is neither",
            ["statsmodels_test_poisson_2indep", "sqrt", "**"]:
                "a normal approximation that is not offered beside the exact and the score tests",
            ["statsmodels_test_poisson_2indep", "etest-wald", "**"]:
                "an unconditional test that is not offered beside the exact one",
            ["R", "fisher_conditional_mle_or"]:
                "odds ratios are not offered",
            ["R", "fisher_or_ci", "**"]:
                "odds ratios are not offered",
            ["scipy_fisher", "sample_odds_ratio"]:
                "odds ratios are not offered",
        ]
    )

    /// `03b_contingency_multiplicity`.
    private static let contingency: [ListedLeaves] = entries(
        of: "03b_contingency_multiplicity",
        [
            ["R", "vcd", "G_p"]:
                "the program takes a probability from 1, which leaves 0 or rounding; the same p-value is compared as G / p",
            ["R", "chisq_mc_p_B200000"]:
                "a simulated test that is not offered beside Fisher's",
            ["R", "chisq_mc_note"]:
                "metadata",
            ["note"]:
                "metadata",
        ]
    )

    /// `04_glm_trend`.
    private static let regression: [ListedLeaves] = entries(
        of: "04_glm_trend",
        [
            ["*", "error"]: "another program's message, where ours is a finding",
            ["poisson", "warning"]: "a remark, where ours is a finding",
            ["poisson", "converged"]: "metadata: whether another program's iteration met its own criterion",
            ["negative_binomial_nb2", "converged"]:
                "metadata: whether another program's iteration met its own criterion",
            ["negative_binomial_nb2", "note"]: "a remark, where ours says that there is no overdispersion",
            ["R", "warnings", "**"]: "another program's messages",
            ["R", "coef", "*"]:
                "the same numbers as `poisson.coef` has; without events, where that program stopped on the way to infinity",
            ["R", "se", "*"]:
                "the same numbers as `poisson.se` has; without events, where that program stopped on the way to infinity",
            ["R", "z", "*"]:
                "the same numbers as `poisson.z` has; without events, where that program stopped on the way to infinity",
            ["R", "p", "*"]:
                "the same numbers as `poisson.p` has; without events, where that program stopped on the way to infinity",
            ["R", "quasi", "**"]:
                "the same numbers as `quasi_poisson` has; without events, where that program stopped on the way to infinity",
            ["R", "nb", "**"]: """
            the same numbers as `negative_binomial_nb2` has; without overdispersion, where that program stopped on \
            the way to infinity
            """,
        ]
    )

    /// `05_changepoints`.
    private static let changePoints: [ListedLeaves] = entries(
        of: "05_changepoints",
        [["max_lr_single_change", "note"]: "a remark"]
    )

    /// `05b_poisson_cusum`.
    private static let cusum: [ListedLeaves] = entries(
        of: "05b_poisson_cusum",
        [:]
    )

    /// `05c_surveillance`.
    private static let surveillance: [ListedLeaves] = entries(
        of: "05c_surveillance",
        [
            ["farrington_original", "degenerate"]: "a remark",
            ["farrington_original", "fully_converged_trend_used", "*"]:
                "the sign of a rounding error where the past is constant; compared as trend_used",
            ["farrington_flexible_muan", "thresholdMethod"]: "the name of a bound that no publication defines",
            ["farrington_flexible_muan", "expected", "*"]: "a run whose settings are not in the file",
            ["farrington_flexible_muan", "upperbound", "*"]: "a bound that no publication defines",
            ["farrington_flexible_muan", "alarm", "*"]: "follows from the bound",
        ]
    )

    /// `06_funnel`.
    private static let funnel: [ListedLeaves] = entries(
        of: "06_funnel",
        [
            ["refuse"]:
                "metadata: the words of a refusal",
            ["spiegelhalter", "note"]:
                "metadata",
            ["FunnelPlotR", "RC", "**"]:
                "the program takes an exposure for a count of events, so that its limits hang on the unit of the exposure",
        ]
    )

    /// `07_pareto_diversity_jsd`.
    private static let categories: [ListedLeaves] = entries(
        of: "07_pareto_diversity_jsd",
        [:]
    )

    /// `08_stl`.
    private static let decomposition: [ListedLeaves] = entries(
        of: "08_stl",
        [
            ["R_stl_max_abs_difference_relative_to_max"]: "metadata: how far another program is from the golden one",
            ["R_stl_weights_max_abs_diff"]: "metadata: how far another program is from the golden one",
            ["R_stl", "error"]: "another program's message",
            ["sensitivity_to_1e-13_noise (max seasonal change / max|y|)"]:
                "metadata: how the golden values were checked",
            ["stable"]: "metadata: how the golden values were checked",
        ]
    )

    /// `09_rounding`.
    private static let rounding: [ListedLeaves] = entries(
        of: "09_rounding",
        [:]
    )

    /// `09b_suppression`.
    private static let suppression: [ListedLeaves] = entries(
        of: "09b_suppression",
        [["optimal", "note"]: "metadata: says how far the other program searched"]
    )

    /// `10_real_table`.
    private static let reality: [ListedLeaves] = entries(
        of: "10_real_table",
        [
            ["categories", "*", "verdict"]: "metadata: a remark in words",
            ["complaints_type_x_area", "note"]: "metadata: a remark in words",
            ["checks", "dash_is_not_zero"]: "metadata: a remark in words",
        ]
    )
}
