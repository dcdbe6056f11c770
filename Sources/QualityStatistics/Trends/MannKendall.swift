/// The Mann–Kendall test for a monotonic trend.
///
/// Missing values are left out. Up to ``exactLimit`` values the probability is exact, ties included; above that it
/// comes from the normal approximation with correction for ties and continuity.
public struct MannKendall: StatisticalResult {
    /// Mann (1945), Kendall (1975), with the distribution under ties of Valz, McLeod and Thompson (1995).
    public static let method = StatisticalMethod(
        name: "Mann–Kendall test",
        source: """
            Mann (1945) Econometrica 13:245–259; Kendall (1975) Rank Correlation Methods; \
            Valz, McLeod and Thompson (1995) Journal of Computational and Graphical Statistics 4:144–160
            """
    )

    /// The number of values up to which a test takes the exact distribution.
    public static let exactLimit = 60

    /// The pairs of values that rise with time less the pairs that fall.
    public let score: Int

    /// The variance of the score when there is no trend, ties taken into account.
    public let variance: Double

    /// The share of pairs that rise less the share that fall, from -1 to 1: Kendall's τ-a.
    public let tau: Double

    /// Kendall's τ-b, which leaves tied pairs out of account; `nil` where all values are equal.
    public let tauB: Double?

    /// The standardised score with correction for continuity; 0 when the score is 0.
    public let z: Double

    /// The two-sided probability by the normal approximation.
    public let normalPValue: NormalPValue

    /// The exact probabilities, up to ``exactLimit`` values.
    public let exact: Exact?

    /// The number of values that are not missing.
    public let sample: Int

    /// The two-sided probability of a score at least as far from 0 without a trend: exact where that was reckoned.
    public var pValue: Double { exact?.twoSided.value ?? normalPValue.value }

    /// The direction in which the values go, by the sign of the score alone.
    public var direction: TrendDirection { TrendDirection(sign: score) }

    /// Mann and Kendall’s test.
    public var method: StatisticalMethod { Self.method }

    /// What the test rests on; below ten values the normal approximation is called poor.
    public var assumptions: [Assumption] {
        let approximation = Assumption(
            "The distribution of the score is close to normal.",
            sample < 10 ? .fails : .holds
        )
        return [
            Assumption("Without a trend every order of the values is as likely: they do not depend on one another."),
            Assumption("The values have no season."),
        ] + (exact == nil ? [approximation] : [])
    }

    /// Tests a series for a monotonic trend.
    ///
    /// Needs *n* log *n* steps, and up to ``exactLimit`` values those of ``Exact/of(_:)``.
    /// - Parameter values: the values in order of time, `nil` where one is missing.
    /// - Returns: the test; too little data below two values.
    /// - Throws: ``StatisticsError`` for a value that is not a finite number.
    public static func test(_ values: [Double?]) throws(StatisticsError) -> Finding<MannKendall> {
        let series = try SeriesValues(values)
        guard series.count >= 2 else {
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: series.count, of: .values))
        }
        return .found(MannKendall(KendallScore(series.values)))
    }

    private init(_ kendall: KendallScore) {
        score = kendall.score
        variance = kendall.variance
        tau = Double(score) / Double(kendall.pairs)
        let untied = kendall.untiedPairs
        tauB = untied == 0 ? nil : Double(score) / (Double(untied).squareRoot() * Double(kendall.pairs).squareRoot())
        z = KendallScore.standardised(score, variance: variance)
        normalPValue = NormalPValue(z: z)
        exact = kendall.count <= Self.exactLimit ? Exact(kendall) : nil
        sample = kendall.count
    }

    /// The smallest two-sided p-value that any series of so many distinct values can reach: two orders of *n*!.
    ///
    /// Four points never get below 0.083, so no table of four years can show a trend at the level of 5 %.
    ///
    /// `points`: the number of values.
    /// - Returns: a probability; 1 for fewer than two values.
    public static func smallestPossiblePValue(points: Int) -> Double {
        guard points >= 2 else { return 1 }
        var (probability, number) = (1.0, 2)
        while number < points, probability > 0 {
            number += 1
            probability /= Double(number)
        }
        return probability
    }
}
