import Foundation
import QualityStatistics

/// Change points by squares and by Poisson likelihood.
enum Golden05: GoldenAdapter {
    static let file = "05_changepoints"
    static let inputKeys: Set = ["series", "y", "variance_used"]

    private static let segmentation = "breakpoints_end_exclusive"
    private static let scale: [GoldenPath] = [["input", "y", "*"]]

    static let rules = [
        GoldenRule(["*", segmentation, "*"], .exact),
        GoldenRule(["n_bkps_1", "dynp_cost"], .measure), GoldenRule(["n_bkps_2", "dynp_cost"], .measure),
        GoldenRule(["n_bkps_1", "*", "*"], .exact), GoldenRule(["n_bkps_2", "*", "*"], .exact),
        GoldenRule(["max_lr_single_change", "k"], .exact),
        GoldenRule(["*", "*"], .measure), GoldenRule(["*", "segment_means", "*"], .measure),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let values = try golden.input.value("y").optionalDoubles()
        let variance = try golden.params.value("variance_used").double()
        let logarithm = log(Double(values.count))
        var output: [String: GoldenTree] = [:]
        for key in try golden.output.object().keys {
            switch key {
            case "pelt_l2_pen=2*var*log(n)":
                output[key] = try pelt(values, penalty: 2 * variance * logarithm)
            case "pelt_l2_pen=var*log(n)":
                output[key] = try pelt(values, penalty: variance * logarithm)
            case "pelt_l2_min_size5":
                let found = try ChangePoints.pelt(values, penalty: 2 * variance * logarithm, minimumLength: 5)
                output[key] = found.result.map { ["pen": GoldenTree($0.penalty), segmentation: ends($0)] } ?? .null
            case "binseg_l2_pen=2*var*log(n)":
                output[key] = try splits(values, penalty: 2 * variance * logarithm)
            case "binseg_l2_pen=var*log(n)":
                output[key] = try splits(values, penalty: variance * logarithm)
            case "n_bkps_1": output[key] = try numbered(values, changes: 1)
            case "n_bkps_2": output[key] = try numbered(values, changes: 2)
            case "poisson_optimal_partition_pen=log(n)": output[key] = try poisson(values, 1)
            case "poisson_optimal_partition_pen=2*log(n)": output[key] = try poisson(values, 2)
            case "poisson_optimal_partition_pen=3*log(n)": output[key] = try poisson(values, 3)
            case "max_lr_single_change":
                let change = try SingleRateChange.mostLikely(counts: values).result
                output[key] = [
                    "lr_statistic": GoldenTree(change?.likelihoodRatio), "k": GoldenTree(change?.countsBefore),
                    "mean_before": GoldenTree(change?.rateBefore), "mean_after": GoldenTree(change?.rateAfter),
                ]
            default: throw GoldenError("no such method: \(key)")
            }
        }
        return .object(output)
    }

    private static func ends(_ found: ChangePoints) -> GoldenTree {
        GoldenTree(found.segments.map(\.positions.upperBound))
    }

    private static func pelt(_ values: [Double?], penalty: Double) throws -> GoldenTree {
        try ChangePoints.pelt(values, penalty: penalty).result.map {
            [
                "pen": GoldenTree($0.penalty), segmentation: ends($0), "cost": GoldenTree($0.cost),
                "segment_means": GoldenTree($0.segments.map(\.mean)),
            ]
        } ?? .null
    }

    private static func splits(_ values: [Double?], penalty: Double) throws -> GoldenTree {
        try ChangePoints.binarySegmentation(values, until: .penalty(penalty)).result.map {
            ["pen": GoldenTree($0.penalty), segmentation: ends($0)]
        } ?? .null
    }

    private static func numbered(_ values: [Double?], changes: Int) throws -> GoldenTree {
        guard let optimal = try ChangePoints.optimal(values, changes: changes).result,
            let splits = try ChangePoints.binarySegmentation(values, until: .changes(changes)).result,
            let joins = try ChangePoints.bottomUp(values, until: .changes(changes)).result
        else { return .null }
        return [
            "dynp": ends(optimal), "dynp_cost": GoldenTree(optimal.cost), "binseg": ends(splits),
            "bottomup": ends(joins),
        ]
    }

    private static func poisson(_ values: [Double?], _ multiple: Double) throws -> GoldenTree {
        try ChangePoints.poisson(counts: values, penalty: multiple).result.map {
            [
                "pen": GoldenTree($0.penalty), segmentation: ends($0),
                "segment_means": GoldenTree($0.segments.map(\.mean)), "objective": GoldenTree($0.objective),
            ]
        } ?? .null
    }
}
