/// A share of trials, with the probabilities that it is compatible with.
///
/// Swedish: andel.
public struct Proportion: StatisticalResult {
    /// The method of the interval.
    public let method: StatisticalMethod

    /// What the interval assumes.
    public let assumptions: [Assumption]

    /// The number of trials that had the property.
    public let count: Int

    /// The number of trials.
    public let trials: Int

    /// The limits of the probability, from 0 to 1.
    public let interval: ConfidenceInterval

    /// The share, from 0 to 1.
    public var estimate: Double { Double(count) / Double(trials) }

    /// The number of trials.
    public var sample: Int { trials }

    private init(
        _ name: String,
        _ source: String,
        _ count: Int,
        _ trials: Int,
        _ level: Double,
        limits: (Double, Double, Double) -> (Double, Double)
    ) throws(StatisticsError) {
        try StatisticsError.share(count, of: trials, ("count", "trials"))
        let tail = (1 - (try StatisticsError.level(level))) / 2
        let (lower, upper) = limits(Double(count), Double(trials), tail)
        self.count = count
        self.trials = trials
        method = StatisticalMethod(name: name, source: source)
        assumptions = [.independentTrials]
        interval = ConfidenceInterval(lower: max(0, lower), upper: min(1, upper), level: level)
    }

    /// Wilson's score interval, near its level for all shares and sizes.
    ///
    /// - Parameters:
    ///   - count: the number of trials that had the property.
    ///   - trials: the number of trials, at least 1.
    ///   - level: the level of confidence, above 0 and below 1.
    /// - Throws: ``StatisticsError`` for negative numbers, more than the trials, no trials, or a level out of range.
    public static func wilson(count: Int, of trials: Int, level: Double = 0.95) throws(StatisticsError) -> Self {
        try Self("Wilson interval", "Wilson, JASA 22, 1927", count, trials, level) { x, n, tail in
            let z = StandardNormal.quantile(upper: tail)
            func lower(_ x: Double) -> Double {
                let root = (z * z / 4 + x * (n - x) / n).squareRoot()
                return x * x / n / (x + z * z / 2 + z * root)
            }
            return (lower(x), 1 - lower(n - x))
        }
    }

    /// Wilson's score interval with Yates' correction for continuity, nearer to the exact one.
    ///
    /// Parameters and errors are those of ``wilson(count:of:level:)``. The correction is half a trial, or less where the
    /// share is nearer to ½ than that.
    public static func wilsonWithContinuityCorrection(
        count: Int,
        of trials: Int,
        level: Double = 0.95
    ) throws(StatisticsError) -> Self {
        let source = "Newcombe, Statistics in Medicine 17, 1998, 857–872, method 4"
        return try Self("Wilson interval with continuity correction", source, count, trials, level) { x, n, tail in
            let z = StandardNormal.quantile(upper: tail)
            let correction = min(0.5, abs(x - n / 2))
            func lower(_ x: Double) -> Double {
                let shifted = x - correction
                let root = (z * z / 4 + shifted * (n - shifted) / n).squareRoot()
                return (shifted + z * z / 2 - z * root) / (n + z * z)
            }
            return (x == 0 ? 0 : lower(x), x == n ? 1 : 1 - lower(n - x))
        }
    }

    /// The exact interval of Clopper and Pearson: never below its level, and mostly above.
    ///
    /// Parameters and errors are those of ``wilson(count:of:level:)``.
    public static func clopperPearson(
        count: Int,
        of trials: Int,
        level: Double = 0.95
    ) throws(StatisticsError) -> Self {
        try Self("Clopper–Pearson interval", "Clopper and Pearson, Biometrika 26, 1934", count, trials, level) {
            x,
            n,
            tail in
            (
                x == 0 ? 0 : betaQuantile(x, n - x + 1, .lower, tail),
                x == n ? 1 : betaQuantile(x + 1, n - x, .upper, tail)
            )
        }
    }

    /// Jeffreys' interval, the middle of the posterior distribution after the prior Beta(½, ½).
    ///
    /// Parameters and errors are those of ``wilson(count:of:level:)``. At the edges a limit is not set to 0 or 1.
    public static func jeffreys(count: Int, of trials: Int, level: Double = 0.95) throws(StatisticsError) -> Self {
        let source = "Brown, Cai and DasGupta, Statistical Science 16, 2001"
        return try Self("Jeffreys interval", source, count, trials, level) { x, n, tail in
            (betaQuantile(x + 0.5, n - x + 0.5, .lower, tail), betaQuantile(x + 0.5, n - x + 0.5, .upper, tail))
        }
    }

    /// The interval of Agresti and Coull: Wald's, around Wilson's centre.
    ///
    /// Parameters and errors are those of ``wilson(count:of:level:)``.
    public static func agrestiCoull(count: Int, of trials: Int, level: Double = 0.95) throws(StatisticsError) -> Self {
        try Self("Agresti–Coull interval", "Agresti and Coull, Am Stat 52, 1998", count, trials, level) { x, n, tail in
            let z = StandardNormal.quantile(upper: tail)
            return wald((x + z * z / 2) / (n + z * z), n + z * z, z)
        }
    }

    /// Wald's interval, which is too narrow near 0 and 1 and for few trials: for comparison with printed tables.
    ///
    /// Parameters and errors are those of ``wilson(count:of:level:)``.
    public static func wald(count: Int, of trials: Int, level: Double = 0.95) throws(StatisticsError) -> Self {
        let source = "Brown, Cai and DasGupta, Statistical Science 16, 2001"
        return try Self("Wald interval", source, count, trials, level) { x, n, tail in
            wald(x / n, n, StandardNormal.quantile(upper: tail))
        }
    }

    private static func wald(_ share: Double, _ trials: Double, _ z: Double) -> (Double, Double) {
        let half = z * (share * (1 - share) / trials).squareRoot()
        return (share - half, share + half)
    }

    private static func betaQuantile(_ a: Double, _ b: Double, _ side: TailPair.Side, _ tail: Double) -> Double {
        let odds = IncompleteBeta.oddsQuantile(a, b, side, tail)
        return odds == .infinity ? 1 : odds / (1 + odds)
    }

    /// The exact two-sided p-value that the probability is a given one: of all numbers no more probable than that observed.
    ///
    /// - Throws: ``StatisticsError`` as ``wilson(count:of:level:)``, and for a probability outside 0...1.
    public static func exactPValue(
        count: Int,
        of trials: Int,
        probability: Double
    ) throws(StatisticsError) -> Double {
        try StatisticsError.share(count, of: trials, ("count", "trials"))
        guard probability >= 0, probability <= 1 else { throw StatisticsError(.outOfRange, of: "probability") }
        if probability == 1 { return count == trials ? 1 : 0 }
        let odds = DoubleDouble(probability) / DoubleDouble.sum(1, -probability)
        return MinimumLikelihood.binomial(count, of: trials, odds: odds)
    }
}
