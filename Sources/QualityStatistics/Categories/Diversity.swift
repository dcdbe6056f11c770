/// How events spread over categories: measures of concentration and of diversity.
///
/// Every measure is of the shares in the sample; ``herfindahlHirschmanUnbiased`` and ``shannonMillerMadow`` correct
/// for the size of it. Categories with no event count only where a measure says that it is about all categories.
public struct Diversity: StatisticalResult {
    /// The indices of Simpson, Herfindahl and Hirschman, Shannon, Hill and Gini.
    public var method: StatisticalMethod { Self.method }

    /// What the measures rest on.
    public var assumptions: [Assumption] {
        [
            Assumption("The categories exclude one another."),
            Assumption("The events are independent of one another."),
        ]
    }

    /// The number of events counted.
    public let sample: Int

    /// The counts, in the order given.
    public let counts: [Int]

    /// The number of categories with an event.
    public let categoriesPresent: Int

    /// The Herfindahl–Hirschman index, the sum of squared shares (Simpson's *D*): 1 when all is in one category.
    public let herfindahlHirschman: Double

    /// The Herfindahl–Hirschman index without bias: the chance that two events drawn without return share a category.
    ///
    /// `nil` for a single event.
    public let herfindahlHirschmanUnbiased: Double?

    /// Shannon's entropy in nats: 0 when all is in one category.
    public let shannon: Double

    /// The asymptotic variance of ``shannon`` in squared nats, with the term of the second order.
    public let shannonVariance: Double

    /// Gini's coefficient of the counts of all categories: 0 when they are equal, 1 - 1/k when all is in one of k.
    public let gini: Double

    private static let method = StatisticalMethod(
        name: "Indices of concentration and diversity",
        source: """
            Herfindahl 1950; Hirschman 1964, The paternity of an index; Simpson 1949, Measurement of diversity; \
            Shannon 1948; Miller 1955, Note on the bias of information estimates; Basharin 1959; Hill 1973, Diversity \
            and evenness; Gini 1912; Hurlbert 1971, The nonconcept of species diversity; Chao 2005
            """
    )

    /// The measures of counts of categories, 0 allowed.
    ///
    /// Too little data when nothing was counted; an error when a count is negative.
    public static func measures(of counts: [Int]) throws(StatisticsError) -> Finding<Self> {
        let counts = try CategoryCounts(counts, of: "counts")
        if let shortage = counts.shortage(for: method) { return .tooLittleData(shortage) }
        return .found(Self(counts))
    }

    private init(_ checked: CategoryCounts) {
        let total = Double(checked.total)
        let present = checked.counts.filter { $0 > 0 }
        let shares = present.map { Double($0) / total }
        // Near 1 the logarithm of a share is that of 1 less the rest, which is known exactly.
        let logarithms = zip(present, shares).map { count, share in
            share > 0.5 ? log1p(-Double(checked.total - count) / total) : log(share)
        }
        let entropy = zip(shares, logarithms).reduce(0) { $0 - $1.0 * $1.1 }
        let spread = zip(shares, logarithms).reduce(0) { $0 + $1.0 * ($1.1 + entropy) * ($1.1 + entropy) }
        counts = checked.counts
        sample = checked.total
        categoriesPresent = present.count
        herfindahlHirschman = shares.reduce(0) { $0 + $1 * $1 }
        herfindahlHirschmanUnbiased =
            checked.total > 1
            ? present.reduce(0) { $0 + Double($1) / total * (Double($1 - 1) / (total - 1)) } : nil
        shannon = entropy
        shannonVariance = spread / total + Double(present.count - 1) / (2 * total * total)
        let categories = checked.counts.count
        let ranked = checked.counts.sorted().enumerated().reduce(Int128(0)) { sum, item in
            sum + Int128(2 * item.offset + 1 - categories) * Int128(item.element)
        }
        gini = Double(ranked) / (Double(categories) * total)
    }
}
