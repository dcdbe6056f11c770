/// How far two distributions over the same categories are apart, and which categories carry the difference.
///
/// Every sum is made of terms that are 0 or more and exact where shares are nearly equal, so that nothing is lost by
/// cancellation. Two samples of one distribution are never quite 0 apart: ``expectedWithoutChange`` says how far.
public struct JensenShannonDivergence: StatisticalResult {
    /// The divergence of Lin with its distance and the likelihood-ratio test that belongs to it.
    public var method: StatisticalMethod { Self.method }

    /// What the test and the bias rest on.
    public var assumptions: [Assumption] {
        [
            Assumption("The categories exclude one another and mean the same in both samples."),
            Assumption("The events are independent of one another."),
        ]
    }

    /// The number of events in both samples.
    public let sample: Int

    /// The number of categories with an event in either sample.
    public let categoriesPresent: Int

    /// The divergence with equal weights in nats: 0 for equal shares, ln 2 for samples without a common category.
    public let nats: Double

    /// The part of ``nats`` that each category contributes, in the order given.
    public let contributions: [Double]

    /// The divergence weighted by the sizes of the samples, in nats.
    public let weightedNats: Double

    /// The Kullback–Leibler divergence of the second sample from the first in nats.
    ///
    /// Infinite when a category of the first has no event in the second.
    public let kullbackLeibler: Double

    /// Half the sum of the differences of shares: the part of the events that would have to change category, 0...1.
    public let totalVariation: Double

    /// Hellinger's distance, 0...1.
    public let hellinger: Double

    /// By how much each share is larger in the second sample, in percentage points, in the order given.
    public let shareChanges: [Double]

    /// The divergence in nats to expect of two samples of these sizes from one distribution, to the first order.
    public let expectedWithoutChange: Double

    private static let method = StatisticalMethod(
        name: "Jensen–Shannon divergence",
        source: """
            Lin 1991, Divergence measures based on the Shannon entropy; Endres and Schindelin 2003, A new metric for \
            probability distributions; Grosse et al. 2002, Analysis of symbolic sequences using the Jensen–Shannon \
            divergence
            """
    )

    /// The divergence between counts of the same categories in two samples, 0 allowed.
    ///
    /// Too little data when nothing was counted in one; an error when the lengths differ or a count is negative.
    public static func between(_ first: [Int], _ second: [Int]) throws(StatisticsError) -> Finding<Self> {
        guard first.count == second.count else { throw StatisticsError(.unequalLengths, of: "second") }
        let first = try CategoryCounts(first, of: "first")
        let second = try CategoryCounts(second, of: "second")
        guard !first.total.addingReportingOverflow(second.total).overflow else {
            throw StatisticsError(.outOfRange, of: "second")
        }
        if let shortage = first.shortage(for: method) ?? second.shortage(for: method) {
            return .tooLittleData(shortage)
        }
        return .found(Self(first, second))
    }

    private init(_ first: CategoryCounts, _ second: CategoryCounts) {
        let sizes = (first: Double(first.total), second: Double(second.total))
        let whole = Double(first.total + second.total)
        let weights = (first: sizes.first / whole, second: sizes.second / whole)
        let cells = zip(first.counts, second.counts).map {
            Cell(first: $0, second: $1, totals: (first.total, second.total))
        }
        contributions = cells.map(\.contribution)
        nats = contributions.reduce(0, +)
        weightedNats = cells.reduce(0) { $0 + $1.contribution(weights: weights) }
        kullbackLeibler = cells.reduce(0) { $0 + $1.kullbackLeibler }
        totalVariation = cells.reduce(0) { $0 + abs($1.difference) } / 2
        hellinger = (cells.reduce(0) { $0 + $1.squaredRootDifference } / 2).squareRoot()
        shareChanges = cells.map { 100 * $0.difference }
        sample = first.total + second.total
        categoriesPresent = zip(first.counts, second.counts).count { $0 > 0 || $1 > 0 }
        expectedWithoutChange = Double(categoriesPresent - 1) * (1 / sizes.first + 1 / sizes.second) / 8
    }

    /// The divergence with equal weights in bits, 0...1.
    public var bits: Double { nats / .naturalLogarithmOf2 }

    /// The square root of ``bits``, which is a distance: 0...1.
    public var distance: Double { bits.squareRoot() }

    /// The likelihood-ratio statistic *G* of the table of two samples by categories: 2*N* times ``weightedNats``.
    public var gStatistic: Double { 2 * Double(sample) * weightedNats }

    /// The degrees of freedom of ``gStatistic``.
    public var degreesOfFreedom: Int { categoriesPresent - 1 }

    /// The probability of a ``gStatistic`` as large or larger when both samples are of one distribution, asymptotically.
    ///
    /// 1 for a single category.
    public var pValue: Double {
        let distribution = try? ChiSquaredDistribution(degreesOfFreedom: Double(degreesOfFreedom))
        return distribution?.tails(at: gStatistic).upper ?? 1
    }
}

/// The shares of a category in two samples, with their difference as an exact fraction.
private struct Cell {
    let p: Double
    let q: Double
    let difference: Double
    /// (q - p) / (q + p); 0 where both are 0.
    let relative: Double

    init(first: Int, second: Int, totals: (first: Int, second: Int)) {
        p = Double(first) / Double(totals.first)
        q = Double(second) / Double(totals.second)
        let crossed = (Int128(first) * Int128(totals.second), Int128(second) * Int128(totals.first))
        difference = Double(crossed.1 - crossed.0) / (Double(totals.first) * Double(totals.second))
        relative = crossed.0 + crossed.1 > 0 ? Double(crossed.1 - crossed.0) / Double(crossed.0 + crossed.1) : 0
    }

    var contribution: Double { (p + q) / 4 * (excess(relative) + excess(-relative)) }

    func contribution(weights: (first: Double, second: Double)) -> Double {
        let mean = weights.first * p + weights.second * q
        guard mean > 0 else { return 0 }
        let first = -weights.second * difference / mean
        let second = weights.first * difference / mean
        return mean * (weights.first * excess(first) + weights.second * excess(second))
    }

    /// p ln(p/q) - p + q, the last two of which cancel in the sum.
    var kullbackLeibler: Double {
        guard p > 0 else { return q }
        return q > 0 ? q * excess(-difference / q) : .infinity
    }

    var squaredRootDifference: Double {
        let roots = p.squareRoot() + q.squareRoot()
        return roots > 0 ? (difference / roots) * (difference / roots) : 0
    }
}

/// (1 + x) ln(1 + x) - x for x ≥ -1, exact near 0.
private func excess(_ x: Double) -> Double {
    guard abs(x) < 0.25 else { return x > -1 ? (1 + x) * log1p(x) - x : 1 }
    var power = x * x
    var sum = 0.0
    for degree in 2..<30 {
        sum += power / Double(degree * (degree - 1))
        power *= -x
    }
    return sum
}
