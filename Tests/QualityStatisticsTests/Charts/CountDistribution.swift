import TestSupport

/// A distribution of counts to draw from, by the sums of its probabilities.
struct CountDistribution: Sendable {
    private let cumulative: [Double]

    /// A Poisson distribution.
    static func poisson(mean: Double) -> Self {
        Self { $0 == 0 ? expOfMinus(mean) : $1 * mean / Double($0) }
    }

    /// A negative binomial distribution of a mean, of variance mean + mean² / size.
    static func negativeBinomial(mean: Double, size: Int) -> Self {
        let share = mean / (mean + Double(size))
        let first = (0..<size).reduce(1.0) { product, _ in product * (1 - share) }
        return Self { $0 == 0 ? first : $1 * share * Double($0 - 1 + size) / Double($0) }
    }

    private init(_ probability: (Int, Double) -> Double) {
        var sums: [Double] = []
        var last = 0.0
        var sum = 0.0
        while sum < 1 - 1e-15, sums.count < 10_000 {
            last = probability(sums.count, last)
            sum += last
            sums.append(sum)
        }
        cumulative = sums
    }

    /// *e* to the power of a negative number, by halving it until its series is short.
    private static func expOfMinus(_ x: Double) -> Double {
        guard x > 0.5 else { return (1...20).reversed().reduce(1.0) { 1 - x / Double($1) * $0 } }
        let half = expOfMinus(x / 2)
        return half * half
    }

    func draw(_ draws: inout Draws) -> Int {
        let unit = Double.random(in: 0..<1, using: &draws)
        return cumulative.firstIndex { $0 > unit } ?? cumulative.count
    }
}
