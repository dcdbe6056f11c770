/// Kendall's score of a series against time: the pairs that rise less the pairs that fall, with its variance.
struct KendallScore {
    /// The number of values.
    let count: Int

    /// Pairs that rise less pairs that fall.
    let score: Int

    /// The sizes of the groups of equal values, single values included.
    let ties: [Int]

    /// The score of values in the order of time.
    init(_ values: [Double]) {
        count = values.count
        var sorted = values
        let order = PairOrder.sort(&sorted)
        ties = SeriesValues.ties(of: sorted)
        score = values.count * (values.count - 1) / 2 - order.tied - 2 * order.falling
    }

    /// The number of pairs.
    var pairs: Int { count * (count - 1) / 2 }

    /// The number of pairs that are not tied.
    var untiedPairs: Int { ties.reduce(pairs) { $0 - $1 * ($1 - 1) / 2 } }

    /// The variance of the score when every order is as likely.
    var variance: Double { Self.variance(count, ties: ties) }

    /// The variance of the score of so many values, [*n*(*n*-1)(2*n*+5) - Σ*t*(*t*-1)(2*t*+5)] / 18.
    static func variance(_ count: Int, ties: [Int]) -> Double {
        let eighteenfold = ties.reduce(term(count)) { $0 - term($1) }
        return eighteenfold / 18
    }

    /// A whole number below 2^53 for every *n* below 165,000.
    private static func term(_ size: Int) -> Double {
        let size = Double(size)
        return size * (size - 1) * (2 * size + 5)
    }

    /// The standardised score, moved one step towards 0 for continuity.
    static func standardised(_ score: Int, variance: Double) -> Double {
        score == 0 ? 0 : Double(score - score.signum()) / variance.squareRoot()
    }
}
