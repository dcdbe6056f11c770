extension MannKendall {
    /// The exact probabilities of a score when every order of the values, ties kept, is as likely.
    public struct Exact: Hashable, Sendable {
        /// The number of values up to which the probabilities are reckoned.
        public static let limit = 200

        /// The score whose probabilities these are.
        public let score: Int

        /// The probability of a score at least as far from 0.
        public let twoSided: ExactProbability

        /// The probability of a score at least as high.
        public let atLeast: ExactProbability

        /// The probability of a score at least as low.
        public let atMost: ExactProbability

        /// The probabilities for a series, in about *n*⁴ log *n* / 64 steps.
        ///
        /// - Parameter values: the values in order of time, `nil` where one is missing.
        /// - Returns: the probabilities; `nil` below two values.
        /// - Throws: ``StatisticsError`` for a value that is not a finite number, and for more values than ``limit``.
        public static func of(_ values: [Double?]) throws(StatisticsError) -> Exact? {
            let series = try SeriesValues(values)
            guard series.count <= limit else { throw StatisticsError(.outOfRange, of: "values") }
            return series.count < 2 ? nil : Exact(KendallScore(series.values))
        }

        init(_ kendall: KendallScore) {
            score = kendall.score
            let falling = (kendall.untiedPairs - abs(kendall.score)) / 2
            let counts = InversionCounts(ties: kendall.ties, upTo: falling)
            let total = counts.orders
            func probability(_ cases: NaturalNumber) -> ExactProbability {
                ExactProbability(cases, of: total, primesUpTo: kendall.count)
            }
            let tail = counts.orders(withAtMost: falling)
            let outward = probability(tail)
            let inward = probability(counts.orders(withAtMost: falling - 1).subtracted(from: total))
            var both = tail
            both.multiply(by: 2)
            twoSided = kendall.score == 0 ? .one : probability(both)
            atLeast = kendall.score >= 0 ? outward : inward
            atMost = kendall.score >= 0 ? inward : outward
        }
    }
}
