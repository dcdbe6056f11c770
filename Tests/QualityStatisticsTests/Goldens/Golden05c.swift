import Foundation
import QualityStatistics

/// Outbreak detection.
///
/// Where the other program prints something else than the published method, what it prints is made here from the
/// numbers of ours.
enum Golden05c: GoldenAdapter {
    static let file = "05c_surveillance"
    static let inputKeys: Set = ["series", "y", "frequency", "start"]

    private static let score = GoldenTolerance.within(relative: 1e-4, absolute: .fixed(1e-7))
    private static let cusums = ["poisson_cusum_rossi", "cusum_standard", "poisson_cusum_none"]

    static let rules =
        [
            GoldenRule(["*", "range", "*"], .exact),
            GoldenRule(["farrington_original", "upperbound", "*"], .printed),
            GoldenRule(["farrington_original", "fully_converged_upperbound", "*"], .fit),
            GoldenRule(["farrington_original", "*"], .exact),
            GoldenRule(["farrington_flexible", "upperbound", "*"], .exact),
            GoldenRule(["farrington_flexible", "score", "*"], score),
            GoldenRule(["farrington_flexible", "*", "*"], .printed),
            GoldenRule(["farrington_flexible", "*"], .exact),
            GoldenRule(["glrpois", "*"], .exact),
        ] + cusums.flatMap { [GoldenRule([$0, "*"], .measure), GoldenRule([$0, "*", "*"], .measure)] }
        + ["earsC1", "earsC2", "earsC3"].map { GoldenRule([$0, "upperbound", "*"], .measure) }

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let counts = try golden.input.value("y").optionalIntegers()
        let period = try golden.input.value("frequency").integer()
        var output: [String: GoldenTree] = [:]
        for (key, value) in try golden.output.object() {
            switch key {
            case "earsC1": output[key] = ears(try EarsChart.c1(counts: counts, threshold: quantile(0.001)))
            case "earsC2": output[key] = ears(try EarsChart.c2(counts: counts, threshold: quantile(0.001)))
            case "earsC3": output[key] = try earsThree(counts)
            case "farrington_original": output[key] = try original(counts, period, value)
            case "farrington_flexible": output[key] = try flexible(counts, period, value)
            case "farrington_flexible_muan":
                let range = try value.value("range").integers()
                let found = try Farrington.flexible(counts: counts, at: positions(range), period: period)
                output[key] = ["range": GoldenTree(found.points.map { $0.position + 1 })]
            case "poisson_cusum_rossi": output[key] = try cusum(counts, .rossi, value)
            case "cusum_standard": output[key] = try cusum(counts, .standardized, value)
            case "poisson_cusum_none": output[key] = try cusum(counts, .none, value)
            case "glrpois": output[key] = try likelihoodRatio(counts, period, value)
            default: throw GoldenError("no such method: \(key)")
            }
        }
        return .object(output)
    }

    private static func quantile(_ upper: Double) -> Double {
        NormalDistribution.standard.quantile(upper: upper)
    }

    /// The positions, from 0, of a range of numbers from 1.
    private static func positions(_ range: [Int]) throws -> Range<Int> {
        guard let first = range.first else { return 0..<0 }
        return first - 1..<first - 1 + range.count
    }

    // MARK: - EARS

    private static func ears(_ chart: EarsChart) -> GoldenTree {
        let points = chart.points.filter { $0.assessment != .notAssessed }
        return [
            "range": GoldenTree(points.map { $0.position + 1 }),
            "upperbound": GoldenTree(points.map(\.bound)),
            "alarm": GoldenTree(points.map { $0.assessment == .aboveBound }),
        ]
    }

    /// The other program states a bound of the count: y + s·(z − the excesses of the two periods before), not below 0.
    private static func earsThree(_ counts: [Int?]) throws -> GoldenTree {
        let single = try EarsChart.c2(counts: counts).points
        let points = try EarsChart.c3(counts: counts, threshold: quantile(0.025)).points.filter {
            $0.assessment != .notAssessed
        }
        let bounds = points.map { point -> Double in
            let before = single[point.position - 2..<point.position].reduce(0) { sum, earlier in
                if earlier.deviation == 0, earlier.statistic == 0 { return .nan }
                return sum + max(0, (earlier.statistic ?? .nan) - 1)
            }
            let bound = Double(counts[point.position] ?? 0) + (point.deviation ?? .nan) * (quantile(0.025) - before)
            return bound < 0 ? 0 : bound
        }
        return [
            "range": GoldenTree(points.map { $0.position + 1 }), "upperbound": GoldenTree(bounds),
            "alarm": .list(
                zip(points, bounds).map { point, bound in
                    bound.isNaN ? .null : .flag(Double(counts[point.position] ?? 0) > bound)
                }
            ),
        ]
    }

    // MARK: - Farrington

    private static func settings(_ value: GoldenTree, _ threshold: Double, _ trend: Double) throws
        -> Farrington.Settings
    {
        Farrington.Settings(
            years: try value.value("b").integer(),
            halfWindow: try value.value("w").integer(),
            level: try value.value("alpha").double(),
            trendLevel: trend,
            residualThreshold: threshold
        )
    }

    private static func original(_ counts: [Int?], _ period: Int, _ value: GoldenTree) throws -> GoldenTree {
        guard value["powertrans"] == "2/3", value["trend"] == true, value["reweight"] == true else {
            throw GoldenError("other settings")
        }
        let settings = try settings(value, 1, 0.05)
        let range = try positions(value.value("range").integers())
        let points = try Farrington.original(counts: counts, at: range, period: period, settings: settings).points
        let bounds = points.map { $0.assessment == .tooFewEvents ? 0 : $0.bound }
        let alarms = GoldenTree(points.map { $0.assessment == .aboveBound })
        let first = max(0, range.lowerBound - settings.years * period - settings.halfWindow)
        let isConstant = Set(counts[first..<range.upperBound]).count == 1
        return [
            "b": GoldenTree(settings.years), "w": GoldenTree(settings.halfWindow), "alpha": .number(settings.level),
            "powertrans": "2/3", "trend": true, "reweight": true,
            "range": GoldenTree(points.map { $0.position + 1 }), "upperbound": GoldenTree(bounds), "alarm": alarms,
            "trend_used": GoldenTree(points.map { $0.trend == .kept }),
            "fully_converged_upperbound": isConstant ? .null : GoldenTree(bounds), "fully_converged_alarm": alarms,
        ]
    }

    private static func flexible(_ counts: [Int?], _ period: Int, _ value: GoldenTree) throws -> GoldenTree {
        guard value["thresholdMethod"] == "nbPlugin" else { throw GoldenError("other settings") }
        let settings = try settings(
            value,
            value.value("weightsThreshold").double(),
            value.value("pThresholdTrend").double()
        )
        let parts = try value.value("noPeriods").integer()
        let leftOut = try value.value("pastWeeksNotIncluded").integer()
        let range = try positions(value.value("range").integers())
        let points = try range.flatMap { position in
            try Farrington.flexible(
                counts: counts,
                at: position..<position + 1,
                period: period,
                seasons: seasons(parts, period, position, counts.count, settings),
                recentLeftOut: leftOut,
                settings: settings
            ).points
        }
        let isShown = points.map { $0.assessment != .tooFewEvents }
        // The score of the other program takes the logarithm of the expected count for the expected count.
        let scores = points.map { point -> Double in
            let expected = log(point.expected ?? .nan)
            return (Double(counts[point.position] ?? 0) - expected) / ((point.bound ?? .nan) - expected)
        }
        return [
            "b": GoldenTree(settings.years), "w": GoldenTree(settings.halfWindow), "alpha": .number(settings.level),
            "noPeriods": GoldenTree(parts), "thresholdMethod": "nbPlugin", "pastWeeksNotIncluded": GoldenTree(leftOut),
            "weightsThreshold": .number(settings.residualThreshold), "pThresholdTrend": .number(settings.trendLevel),
            "range": GoldenTree(points.map { $0.position + 1 }),
            "upperbound": GoldenTree(zip(points, isShown).map { $1 ? $0.bound : nil }),
            "expected": GoldenTree(zip(points, isShown).map { $1 ? $0.expected : nil }),
            "alarm": GoldenTree(points.map { $0.assessment == .aboveBound }),
            "score": GoldenTree(scores), "pvalue": GoldenTree(points.map(\.pValue)),
        ]
    }

    /// The parts of the year; where there are more of them than periods to share out, as the other program groups them.
    ///
    /// It then gives the last part the last period before a window and the first of the window, of all windows but the
    /// earliest.
    private static func seasons(
        _ parts: Int,
        _ period: Int,
        _ position: Int,
        _ count: Int,
        _ settings: Farrington.Settings
    ) -> Farrington.Seasons {
        let window = settings.halfWindow
        let rest = period - 2 * window - 1
        guard rest < parts - 1 else { return .parts(parts) }
        let earliest = position - settings.years * period - window
        return .groups(
            (0..<count).map { earlier in
                let since = ((earlier - position - window - 1) % period + period) % period
                if since == rest - 1 || (since == rest && earlier > earliest) { return parts - 1 }
                return since < rest ? since + 1 : 0
            }
            .enumerated().map { $0.offset == position ? 0 : $0.element }
        )
    }

    // MARK: - Sums

    private static func cusum(
        _ counts: [Int?],
        _ transformation: TransformedCusum.Transformation,
        _ value: GoldenTree
    ) throws -> GoldenTree {
        let range = try positions(value.value("range").integers())
        let past = counts[..<range.lowerBound].compactMap { $0.map(Double.init) }
        let mean = past.reduce(0, +) / Double(past.count)
        var (reference, limit) = (1.04, 2.26)
        if transformation == .none {
            reference = try PoissonCusum.chart(counts: [], rate: mean, alternative: 1.5 * mean, limit: 1).referenceValue
            limit = 4 * mean.squareRoot()
        }
        let chart = try TransformedCusum.chart(
            counts: Array(counts[range]),
            expected: mean,
            transformation: transformation,
            referenceValue: reference,
            limit: limit
        )
        // The other program squares negative roots, and takes the sum of the period itself where nothing is transformed.
        let before = [0] + chart.statistics.map { $0 ?? 0 }
        let bounds = chart.bounds.indices.map { index -> Double in
            switch transformation {
            case .none: return max(0, limit - before[index + 1])
            case .standardized: return chart.bounds[index].rounded(.up)
            case .rossi:
                let square = 4 * mean + 2 * mean.squareRoot() * (limit + reference - before[index])
                let root = square.squareRoot() - mean.squareRoot()
                return root > 0 ? chart.bounds[index] : square > 0 ? root * root : 0
            }
        }
        let name =
            switch transformation {
            case .none: "none"
            case .standardized: "standard"
            case .rossi: "rossi"
            }
        return [
            "m": .number(chart.expected), "k": .number(chart.referenceValue), "h": .number(chart.limit),
            "transformation": GoldenTree(name), "range": GoldenTree(range.map { $0 + 1 }),
            "upperbound": GoldenTree(bounds), "cusum": GoldenTree(chart.statistics),
            "alarm": GoldenTree(chart.statistics.indices.map { chart.signals.contains($0) }),
        ]
    }

    private static func likelihoodRatio(_ counts: [Int?], _ period: Int, _ value: GoldenTree) throws -> GoldenTree {
        guard value["M"] == -1, value["first"] == "intercept" else { throw GoldenError("other settings") }
        let range = try positions(value.value("range").integers())
        let found = try LikelihoodRatioChart.chart(
            counts: counts,
            afterBaseline: range.lowerBound,
            period: period,
            threshold: value.value("c.ARL").double()
        )
        guard let chart = found.result else { return .null }
        return [
            "c.ARL": .number(chart.threshold), "M": -1, "first": "intercept",
            "range": GoldenTree((chart.start..<counts.count).map { $0 + 1 }),
            "alarm": GoldenTree((chart.start..<counts.count).map { chart.signals.contains($0) }),
        ]
    }
}
