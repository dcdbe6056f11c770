import QualityStatistics
import TestSupport

enum Golden03b: GoldenAdapter {
    static let file = "03b_contingency_multiplicity"

    static let inputKeys: Set<String> = ["counts", "expected_cells_note", "x", "n", "scores", "y", "p"]

    /// The number of tables that our simulated test draws.
    private static let tables = 20_000

    static let rules = [
        GoldenRule(["p"], .probability),
        GoldenRule(["R", "p"], .probability),
        GoldenRule(["R", "fisher_exact_p"], .probability),
        GoldenRule(["R", "fisher_mc_p_B200000"], .simulated(theirs: 200_000, ours: tables)),
        GoldenRule(["R", "yates", "p"], .probability),
        GoldenRule(["chi2", "p"], .probability),
        // The sums of the golden values cancel: G of `2x2_huge` is 74.81413190208118059, of which they keep eleven digits.
        GoldenRule(["G", "statistic"], .measure),
        GoldenRule(["G", "p"], .within(relative: 1e-9, absolute: .fixed(1e-300))),
        GoldenRule(["R", "vcd", "likelihood_ratio_G"], .measure),
        GoldenRule(["R_prop.trend.test", "p"], .probability),
        GoldenRule(["trend_score_p"], .probability),
        GoldenRule(["cell_p", "**"], .probability),
        GoldenRule(["cell_p_holm", "**"], .probability),
        GoldenRule(["cell_p_BH", "**"], .probability),
        GoldenRule(["df"], .exact),
        GoldenRule(["R", "df"], .exact),
        GoldenRule(["chi2", "df"], .exact),
        GoldenRule(["G", "df"], .exact),
        GoldenRule(["cells_expected_below_5"], .exact),
        GoldenRule(["R", "pearson_residuals", "**"], .measure),
        GoldenRule(["R", "adjusted_residuals", "**"], .measure),
        GoldenRule(["pearson_residuals", "**"], .measure),
        GoldenRule(["adjusted_standardised_residuals", "**"], .measure),
        GoldenRule(["**"], .share),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let input = golden.input
        if let counts = input["counts"] {
            return try contingency(
                ContingencyTable(shown(try counts.matrix(), in: golden.output)),
                exact: golden.output["R"]?["fisher_exact_p"] != nil,
                simulated: golden.output["R"]?["fisher_mc_p_B200000"] != nil
            )
        }
        if input["x"] != nil { return try cochranArmitage(input) }
        if let counts = input["y"] { return try homogeneity(counts.optionalIntegers()) }
        return try adjusted(input.value("p").optionalDoubles())
    }

    /// The counts without the rows and columns that are empty, where the other program shows its table without them.
    private static func shown(_ counts: [[Int]], in output: GoldenTree) throws -> [[Int]] {
        let expected = try output["expected"]?.list().map { try $0.list().count } ?? []
        let rows = counts.filter { $0.contains { $0 > 0 } }
        let columns = (counts.first ?? []).indices.filter { column in counts.contains { $0[column] > 0 } }
        guard expected == rows.map({ _ in columns.count }) else { return counts }
        return rows.map { row in columns.map { row[$0] } }
    }

    private static func cells(_ cells: [[Double?]]) -> GoldenTree { .list(cells.map { GoldenTree($0) }) }

    private static func contingency(_ table: ContingencyTable, exact: Bool, simulated: Bool) throws -> GoldenTree {
        guard let pearson = IndependenceTest.pearson(table).result,
            let likelihood = IndependenceTest.likelihoodRatio(table).result,
            let association = Association.of(table).result, let residuals = CellResiduals.of(table).result
        else { throw GoldenError("too little data") }
        let chiSquared: GoldenTree = [
            "statistic": .number(pearson.statistic), "df": GoldenTree(pearson.degreesOfFreedom),
            "p": .number(pearson.pValue),
        ]
        let expected = cells(table.expected)
        var program = try chiSquared.object()
        program["expected"] = expected
        program["pearson_residuals"] = cells(residuals.pearson)
        program["adjusted_residuals"] = cells(residuals.adjusted)
        program["vcd"] = [
            "likelihood_ratio_G": .number(likelihood.statistic), "pearson": .number(pearson.statistic),
            "phi": GoldenTree(association.phi), "contingency_coef": .number(association.contingencyCoefficient),
            "cramer_v": .number(association.cramersV),
        ]
        if table.filledRows == 2, table.filledColumns == 2, let yates = try IndependenceTest.yates(table).result {
            program["yates"] = ["statistic": .number(yates.statistic), "p": .number(yates.pValue)]
        }
        if exact { program["fisher_exact_p"] = GoldenTree(FisherExactTest.exact(table)?.result?.pValue) }
        if simulated { program["fisher_mc_p_B200000"] = GoldenTree(try simulatedPValue(table)) }
        return [
            "R": .object(program),
            "chi2": chiSquared,
            "G": [
                "statistic": .number(likelihood.statistic), "df": GoldenTree(likelihood.degreesOfFreedom),
                "p": .number(likelihood.pValue),
            ],
            "cramers_v": .number(association.cramersV),
            "cramers_v_bias_corrected (Bergsma 2013)": .number(association.correctedCramersV),
            "tschuprow_t": .number(association.tschuprowsT),
            "contingency_coefficient": .number(association.contingencyCoefficient),
            "pearson_residuals": cells(residuals.pearson),
            "adjusted_standardised_residuals": cells(residuals.adjusted),
            "expected": expected,
            "cells_expected_below_5": GoldenTree(pearson.expectedBelowFive),
            "min_expected": .number(pearson.smallestExpected),
            "cell_p": cells(residuals.pValues),
            "cell_p_holm": cells(residuals.holm),
            "cell_p_BH": cells(residuals.benjaminiHochberg),
            "chi2_contribution_share": cells(residuals.shares),
        ]
    }

    /// The p-value of tables drawn at random; exact for two by two, of which that program draws none.
    private static func simulatedPValue(_ table: ContingencyTable) throws -> Double? {
        if table.filledRows == 2, table.filledColumns == 2 { return FisherExactTest.exact(table)?.result?.pValue }
        var draws = Draws(seed: 1)
        return try FisherExactTest.simulated(table, tables: tables, using: &draws).result?.pValue
    }

    private static func cochranArmitage(_ input: GoldenTree) throws -> GoldenTree {
        let found = try CochranArmitage.test(
            counts: input.value("x").integers(),
            of: input.value("n").integers(),
            scores: input["scores"]?.doubles()
        ).result
        let statistic = GoldenTree.number(found?.statistic ?? .nan)
        let pValue = GoldenTree.number(found?.pValue ?? .nan)
        return [
            "statistic": statistic, "df": 1, "p": pValue, "z": .number(found?.z ?? .nan),
            "R_prop.trend.test": ["statistic": statistic, "p": pValue],
        ]
    }

    private static func homogeneity(_ counts: [Int?]) throws -> GoldenTree {
        guard let found = try PoissonHomogeneity.test(counts).result else {
            return ["statistic": .number(.nan), "df": GoldenTree(counts.count - 1), "p": .number(.nan)]
        }
        return [
            "index_of_dispersion": .number(found.dispersion), "statistic": .number(found.statistic),
            "df": GoldenTree(found.degreesOfFreedom), "p": .number(found.pValue),
            "trend_score_z": .number(found.trend), "trend_score_p": .number(found.trendPValue),
        ]
    }

    private static func adjusted(_ pValues: [Double?]) throws -> GoldenTree {
        [
            "bonferroni": GoldenTree(try AdjustedPValues.bonferroni(pValues).values),
            "holm": GoldenTree(try AdjustedPValues.holm(pValues).values),
            "hochberg": GoldenTree(try AdjustedPValues.hochberg(pValues).values),
            "BH": GoldenTree(try AdjustedPValues.benjaminiHochberg(pValues).values),
            "BY": GoldenTree(try AdjustedPValues.benjaminiYekutieli(pValues).values),
        ]
    }
}
