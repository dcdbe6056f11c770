import QualityStatistics

/// Every analysis of the published table of deviations and matrix of complaints of one municipality.
enum Golden10: GoldenAdapter {
    static let file = "10_real_table"
    static let inputKeys: Set<String> = []

    static let rules = [
        GoldenRule(["categories", "*", "counts", "*"], .exact),
        GoldenRule(["categories", "*", "mann_kendall", "S"], .exact),
        GoldenRule(["categories", "*", "mann_kendall", "p_normal"], .probability),
        GoldenRule(["categories", "*", "mann_kendall", "p_exact"], .probability),
        GoldenRule(["categories", "*", "mann_kendall", "*"], .share),
        GoldenRule(["categories", "*", "poisson_glm", "p_naive"], fittedProbability),
        GoldenRule(["categories", "*", "poisson_glm", "p_quasi_t2_phi_at_least_1"], fittedProbability),
        GoldenRule(["categories", "*", "poisson_glm", "*"], .within(relative: 1e-8, absolute: .fixed(0))),
        GoldenRule(["categories", "*", "year_ratios", "*", "ratio"], .share),
        GoldenRule(["categories", "*", "year_ratios", "*", "percent_change"], percent),
        GoldenRule(["categories", "*", "year_ratios", "**"], .probability),
        GoldenRule(["*", "df"], .exact),
        GoldenRule(["*", "p"], .probability),
        GoldenRule(["*", "chi2"], .share),
        GoldenRule(["*", "cramers_v"], .share),
        GoldenRule(["complaints_type_x_area", "p_asymptotic"], .probability),
        GoldenRule(["complaints_type_x_area", "fisher_exact_p (R fisher.test)"], .probability),
        GoldenRule(["complaints_type_x_area", "min_expected"], .share),
        GoldenRule(["complaints_type_x_area", "**"], .exact),
        GoldenRule(["sums", "counts", "*"], .exact),
        GoldenRule(["sums", "largest_remainder_percent_of_2020", "*"], .exact),
        GoldenRule(["sums", "*"], .share),
    ]

    /// Probabilities of iterated fits, which follow the last digits of a fit the more the further out they are.
    private static let fittedProbability = GoldenTolerance.within(relative: 1e-6, absolute: .fixed(1e-300))

    /// 100 times a ratio less 1.
    private static let percent = GoldenTolerance.within(relative: 1e-12, absolute: .fixed(1e-13))

    /// Deviations by category and year; `nil` where the report has a dash.
    private static let deviations: KeyValuePairs<String, [Int?]> = [
        "Fall": [1_224, 1_253, 1_238, 931],
        "Läkemedel": [786, 818, 1_122, 970],
        "Medicintekniska produkter": [31, 31, 39, 24],
        "Vårdkedjeproblematik": [19, 23, 39, 41],
        "Vårdtagare-/brukarfrågor": [479, 406, 427, 509],
        "Smitta": [nil, nil, nil, 5],
    ]

    private static let years = ["2017", "2018", "2019", "2020"]

    private static let publishedSums = [2_539, 2_531, 2_865, 2_480]

    /// Complaints by type, in rows, and area.
    private static let complaints = [[5, 7, 13, 1, 1, 6, 1], [1, 1, 1, 0, 0, 6, 0], [8, 38, 32, 0, 5, 41, 4]]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        guard golden.input == [:], golden.params == [:] else { throw GoldenError("a case with an input") }
        let full = deviations.filter { !$0.value.contains(nil) }
        let counts = full.map { $0.value.compactMap(\.self) }
        let consecutive = try counts.map { counts in
            try (1..<years.count).map { try change(counts, from: $0 - 1, to: $0) }
        }
        let pValues = consecutive.joined().map(\.midP.pValue)
        let holm = try AdjustedPValues.holm(pValues).values
        let benjaminiHochberg = try AdjustedPValues.benjaminiHochberg(pValues).values
        let categories = try full.indices.map { index -> GoldenTree in
            var ratios: [GoldenTree] = []
            for (place, change) in consecutive[index].enumerated() {
                var tree = try change.tree.object()
                tree["p_mid_holm_15"] = GoldenTree(holm[index * 3 + place])
                tree["p_mid_BH_15"] = GoldenTree(benjaminiHochberg[index * 3 + place])
                ratios.append(.object(tree))
            }
            ratios.append(try change(counts[index], from: 0, to: 3).tree)
            return [
                "category": .text(full[index].key),
                "counts": GoldenTree(counts[index]),
                "mann_kendall": try mannKendall(counts[index]),
                "poisson_glm": try regression(counts[index]),
                "year_ratios": .list(ratios),
            ]
        }
        return [
            "categories": .list(categories),
            "category_x_year": try mix(counts),
            "complaints_type_x_area": try areas(),
            "sums": try sums(),
            "checks": ["column_sums_match_published": .flag(yearSums == publishedSums)],
        ]
    }

    private static var yearSums: [Int] {
        years.indices.map { year in deviations.reduce(0) { $0 + ($1.value[year] ?? 0) } }
    }

    private struct Change {
        let years: (from: String, to: String)
        let exact: RateRatio
        let midP: RateRatio

        var tree: GoldenTree {
            [
                "from": .text(years.from),
                "to": .text(years.to),
                "ratio": .number(exact.estimate ?? .nan),
                "ci95_exact": GoldenTree([exact.interval.lower, exact.interval.upper]),
                "p_exact_central": .number(exact.pValue),
                "p_mid": .number(midP.pValue),
                "percent_change": .number(100 * ((exact.estimate ?? .nan) - 1)),
            ]
        }
    }

    private static func change(_ counts: [Int], from first: Int, to second: Int) throws -> Change {
        Change(
            years: (years[first], years[second]),
            exact: try RateRatio.exact(count: counts[second], reference: counts[first]),
            midP: try RateRatio.midP(count: counts[second], reference: counts[first])
        )
    }

    private static func mannKendall(_ counts: [Int]) throws -> GoldenTree {
        let values = counts.map { Double($0) }
        guard let test = try MannKendall.test(values).result, let slope = try SenSlope.estimate(values).result else {
            return .null
        }
        return [
            "S": GoldenTree(test.score),
            "var_s": .number(test.variance),
            "z": .number(test.z),
            "p_normal": .number(test.normalPValue.value),
            "p_exact": GoldenTree(test.exact?.twoSided.value),
            "sen_slope": .number(slope.slope),
        ]
    }

    private static func regression(_ counts: [Int]) throws -> GoldenTree {
        guard let poisson = try LogLinearTrend.poisson(counts: counts).result,
            let quasi = try LogLinearTrend.quasiPoisson(counts: counts).result
        else { return .null }
        return [
            "slope": .number(poisson.slope.estimate),
            "se": .number(poisson.slope.standardError),
            "p_naive": .number(poisson.slope.pValue),
            "dispersion_pearson_df2": GoldenTree(poisson.dispersion),
            "p_quasi_t2_phi_at_least_1": .number(quasi.slope.pValue),
        ]
    }

    private static func mix(_ counts: [[Int]]) throws -> GoldenTree {
        let table = try ContingencyTable(counts)
        guard let test = IndependenceTest.pearson(table).result, let association = Association.of(table).result else {
            return .null
        }
        return [
            "chi2": .number(test.statistic),
            "df": GoldenTree(test.degreesOfFreedom),
            "p": .number(test.pValue),
            "cramers_v": .number(association.cramersV),
        ]
    }

    private static func areas() throws -> GoldenTree {
        let table = try ContingencyTable(complaints)
        guard let test = IndependenceTest.pearson(table).result, let association = Association.of(table).result else {
            return .null
        }
        return [
            "chi2": .number(test.statistic),
            "df": GoldenTree(test.degreesOfFreedom),
            "p_asymptotic": .number(test.pValue),
            "cells_expected_below_5": GoldenTree(test.expectedBelowFive),
            "min_expected": .number(test.smallestExpected),
            "fisher_exact_p (R fisher.test)": GoldenTree(FisherExactTest.exact(table)?.result?.pValue),
            "cramers_v": .number(association.cramersV),
            "n": GoldenTree(test.sample),
            "row_totals": GoldenTree(complaints.map { $0.reduce(0, +) }),
            "col_totals": GoldenTree((0..<7).map { area in complaints.reduce(0) { $0 + $1[area] } }),
        ]
    }

    private static func sums() throws -> GoldenTree {
        let sums = yearSums
        guard let homogeneity = try PoissonHomogeneity.test(sums).result,
            let shares = try Apportionment.of(deviations.map { $0.value[3] ?? 0 }).result
        else { return .null }
        return [
            "counts": GoldenTree(sums),
            "dispersion_chi2": .number(homogeneity.statistic),
            "df": GoldenTree(homogeneity.degreesOfFreedom),
            "p": .number(homogeneity.pValue),
            "ratio_2019_2018": GoldenTree(try RateRatio.exact(count: sums[2], reference: sums[1]).estimate),
            "ratio_2020_2019": GoldenTree(try RateRatio.exact(count: sums[3], reference: sums[2]).estimate),
            "largest_remainder_percent_of_2020": GoldenTree(shares.shares),
        ]
    }
}
