/// P-values of many tests, made larger so that together they keep what one test alone would.
///
/// Swedish: justerade p-värden. Tests that were not made are missing and do not count.
public struct AdjustedPValues: StatisticalResult {
    /// The procedure.
    public let method: StatisticalMethod

    /// What it assumes of the tests.
    public let assumptions: [Assumption]

    /// The adjusted p-values in the order of the tests; `nil` for those that were not made.
    public let values: [Double?]

    /// The number of tests made.
    public let sample: Int

    /// The tests that reject at a level, by their positions.
    public func rejected(at level: Double) -> [Int] {
        values.indices.filter { index in values[index].map { $0 <= level } ?? false }
    }

    private init(
        _ name: String,
        _ source: String,
        assuming assumption: String? = nil,
        _ values: [Double?],
        adjust: ([Double]) -> [Double]
    ) throws(StatisticsError) {
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            guard !value.isNaN else { throw StatisticsError(.notFinite, of: "pValues", at: index) }
            guard value >= 0, value <= 1 else { throw StatisticsError(.outOfRange, of: "pValues", at: index) }
        }
        let present = values.indices.compactMap { index in values[index].map { (index, $0) } }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        var adjusted = [Double?](repeating: nil, count: values.count)
        for (place, value) in zip(present, adjust(present.map(\.1))) { adjusted[place.0] = min(1, value) }
        method = StatisticalMethod(name: name, source: source)
        assumptions = assumption.map { [Assumption($0)] } ?? []
        self.values = adjusted
        sample = present.count
    }

    /// Bonferroni's procedure: each p-value times the number of tests.
    ///
    /// The chance of any false rejection is held under all dependence. ``holm(_:)`` rejects at least as often.
    ///
    /// - Throws: ``StatisticsError`` for a p-value outside 0...1.
    public static func bonferroni(_ pValues: [Double?]) throws(StatisticsError) -> Self {
        try Self("Bonferroni", "Dunn, JASA 56, 1961", pValues) { sorted in sorted.map { $0 * Double(sorted.count) } }
    }

    /// Holm's step-down procedure: the chance of any false rejection is held under all dependence.
    ///
    /// - Throws: ``StatisticsError`` for a p-value outside 0...1.
    public static func holm(_ pValues: [Double?]) throws(StatisticsError) -> Self {
        try Self("Holm", "Holm, Scandinavian Journal of Statistics 6, 1979", pValues) { sorted in
            var largest = 0.0
            return sorted.enumerated().map { index, value in
                largest = max(largest, value * Double(sorted.count - index))
                return largest
            }
        }
    }

    /// Hochberg's step-up procedure: the chance of any false rejection is held for independent tests.
    ///
    /// - Throws: ``StatisticsError`` for a p-value outside 0...1.
    public static func hochberg(_ pValues: [Double?]) throws(StatisticsError) -> Self {
        let assumption = "The tests are independent or positively dependent."
        return try Self("Hochberg", "Hochberg, Biometrika 75, 1988", assuming: assumption, pValues) { sorted in
            stepUp(sorted) { rank in Double(sorted.count - rank + 1) }
        }
    }

    /// The procedure of Benjamini and Hochberg: the expected share of false ones among the rejections is held.
    ///
    /// - Throws: ``StatisticsError`` for a p-value outside 0...1.
    public static func benjaminiHochberg(_ pValues: [Double?]) throws(StatisticsError) -> Self {
        let assumption = "The tests are independent or positively dependent."
        return try Self("Benjamini–Hochberg", "J R Stat Soc B 57, 1995, 289–300", assuming: assumption, pValues) {
            sorted in
            stepUp(sorted) { rank in Double(sorted.count) / Double(rank) }
        }
    }

    /// The procedure of Benjamini and Yekutieli: the share of false rejections is held under all dependence.
    ///
    /// - Throws: ``StatisticsError`` for a p-value outside 0...1.
    public static func benjaminiYekutieli(_ pValues: [Double?]) throws(StatisticsError) -> Self {
        try Self("Benjamini–Yekutieli", "Annals of Statistics 29, 2001, 1165–1188", pValues) { sorted in
            let harmonic = sorted.indices.reduce(0.0) { $0 + 1 / Double($1 + 1) }
            return stepUp(sorted) { rank in Double(sorted.count) / Double(rank) * harmonic }
        }
    }

    /// The running minimum, from the largest p-value down, of p-values times the factors of their ranks from 1.
    private static func stepUp(_ sorted: [Double], _ factor: (Int) -> Double) -> [Double] {
        var smallest = 1.0
        let descending = sorted.indices.reversed().map { index in
            smallest = min(smallest, sorted[index] * factor(index + 1))
            return smallest
        }
        return descending.reversed()
    }
}
