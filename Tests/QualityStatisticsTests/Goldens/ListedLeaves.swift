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
        [:]
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
        [:]
    )

    /// `03b_contingency_multiplicity`.
    private static let contingency: [ListedLeaves] = entries(
        of: "03b_contingency_multiplicity",
        [:]
    )

    /// `04_glm_trend`.
    private static let regression: [ListedLeaves] = entries(
        of: "04_glm_trend",
        [:]
    )

    /// `05_changepoints`.
    private static let changePoints: [ListedLeaves] = entries(
        of: "05_changepoints",
        [:]
    )

    /// `05b_poisson_cusum`.
    private static let cusum: [ListedLeaves] = entries(
        of: "05b_poisson_cusum",
        [:]
    )

    /// `05c_surveillance`.
    private static let surveillance: [ListedLeaves] = entries(
        of: "05c_surveillance",
        [:]
    )

    /// `06_funnel`.
    private static let funnel: [ListedLeaves] = entries(
        of: "06_funnel",
        [:]
    )

    /// `07_pareto_diversity_jsd`.
    private static let categories: [ListedLeaves] = entries(
        of: "07_pareto_diversity_jsd",
        [:]
    )

    /// `08_stl`.
    private static let decomposition: [ListedLeaves] = entries(
        of: "08_stl",
        [:]
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
        [:]
    )

}
