/// How much larger one share is than another, with the differences that they are compatible with.
///
/// Swedish: skillnad mellan andelar.
public struct ProportionDifference: StatisticalResult {
    /// The method of the interval.
    public let method: StatisticalMethod

    /// What the interval assumes.
    public let assumptions: [Assumption]

    /// The first share less the second, from −1 to 1.
    public let estimate: Double

    /// The limits of the difference, from −1 to 1.
    public let interval: ConfidenceInterval

    /// The trials of both.
    public let sample: Int

    private init(_ name: String, _ source: String, _ shares: [Proportion], _ lower: Double, _ upper: Double) {
        method = StatisticalMethod(name: name, source: source)
        assumptions = [.independentTrials, Assumption("The two groups have no members in common.")]
        estimate = shares[0].estimate - shares[1].estimate
        sample = shares[0].trials + shares[1].trials
        interval = ConfidenceInterval(lower: max(-1, lower), upper: min(1, upper), level: shares[0].interval.level)
    }

    /// Newcombe's interval from the two Wilson intervals.
    ///
    /// - Parameters:
    ///   - count: the number of trials of the first group that had the property.
    ///   - trials: the number of trials of the first group, at least 1.
    ///   - reference: the number of trials of the second group that had the property.
    ///   - referenceTrials: the number of trials of the second group, at least 1.
    ///   - level: the level of confidence, above 0 and below 1.
    /// - Throws: ``StatisticsError`` for negative numbers, more than the trials, no trials, or a level out of range.
    public static func newcombe(
        count: Int,
        of trials: Int,
        reference: Int,
        of referenceTrials: Int,
        level: Double = 0.95
    ) throws(StatisticsError) -> Self {
        let first = try Proportion.wilson(count: count, of: trials, level: level)
        let second = try Self.reference(reference, of: referenceTrials, level)
        let (p, q) = (first.estimate, second.estimate)
        let (one, two) = (first.interval, second.interval)
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let lower = p - q - length(p - one.lower, two.upper - q)
        let upper = p - q + length(one.upper - p, q - two.lower)
        let source = "Newcombe, Statistics in Medicine 17, 1998, 873–890, method 10"
        return Self("Newcombe interval", source, [first, second], lower, upper)
    }

    /// Wald's interval, which is too narrow for few trials: for comparison with printed tables.
    ///
    /// Parameters and errors are those of ``newcombe(count:of:reference:of:level:)``.
    public static func wald(
        count: Int,
        of trials: Int,
        reference: Int,
        of referenceTrials: Int,
        level: Double = 0.95
    ) throws(StatisticsError) -> Self {
        let first = try Proportion.wilson(count: count, of: trials, level: level)
        let second = try Self.reference(reference, of: referenceTrials, level)
        let z = StandardNormal.quantile(upper: (1 - level) / 2)
        let variances = [first, second].map { $0.estimate * (1 - $0.estimate) / Double($0.trials) }
        let half = z * (variances[0] + variances[1]).squareRoot()
        let difference = first.estimate - second.estimate
        let source = "Newcombe, Statistics in Medicine 17, 1998, 873–890, method 1"
        return Self("Wald interval of a difference", source, [first, second], difference - half, difference + half)
    }

    /// The second share, whose faults bear its own names.
    private static func reference(_ count: Int, of trials: Int, _ level: Double) throws(StatisticsError) -> Proportion {
        try StatisticsError.share(count, of: trials, ("reference", "referenceTrials"))
        return try Proportion.wilson(count: count, of: trials, level: level)
    }
}
