/// How many times higher one rate is than another, with the ratios that the two counts are compatible with.
///
/// Swedish: kvot mellan frekvenser. The p-value is that of equal rates, and belongs to the interval: it is below 1 − level
/// exactly when 1 lies outside.
public struct RateRatio: StatisticalResult {
    /// The method of the p-value and interval.
    public let method: StatisticalMethod

    /// What they assume.
    public let assumptions: [Assumption]

    /// The two numbers of events.
    public let counts: [Int]

    /// The two exposures, in one unit.
    public let exposures: [Double]

    /// The first rate over the second; `nil` where neither count holds an event, infinite where only the second is 0.
    public let estimate: Double?

    /// The two-sided p-value of equal rates.
    public let pValue: Double

    /// The limits of the ratio.
    public let interval: ConfidenceInterval

    /// The value of the normal test; `nil` for the exact ones, which have none.
    public let statistic: Double?

    /// The events of both.
    public var sample: Int { counts[0] + counts[1] }

    init(
        _ method: StatisticalMethod,
        _ pair: RatePair,
        statistic: Double? = nil,
        pValue: Double,
        interval: (Double, Double),
        level: Double
    ) {
        self.method = method
        assumptions = [.independentEvents]
        counts = [pair.first, pair.second]
        exposures = [pair.firstExposure, pair.secondExposure]
        estimate = pair.estimate
        self.statistic = statistic
        self.pValue = pValue
        self.interval = ConfidenceInterval(lower: interval.0, upper: interval.1, level: level)
    }

    /// The result of a test by a statistic that is normal where the rates are equal.
    init(
        _ method: StatisticalMethod,
        _ pair: RatePair,
        statistic: Double,
        interval: (Double, Double),
        level: Double
    ) {
        let pValue = 2 * StandardNormal.tails(abs(statistic)).upper
        self.init(method, pair, statistic: statistic, pValue: pValue, interval: interval, level: level)
    }
}

/// Two counts and their exposures, checked.
struct RatePair {
    let first: Int
    let firstExposure: Double
    let second: Int
    let secondExposure: Double

    init(_ first: Int, _ firstExposure: Double, _ second: Int, _ secondExposure: Double) throws(StatisticsError) {
        guard first >= 0 else { throw StatisticsError(.negative, of: "count") }
        guard second >= 0 else { throw StatisticsError(.negative, of: "reference") }
        guard !first.addingReportingOverflow(second).overflow else { throw StatisticsError(.outOfRange, of: "count") }
        self.first = first
        self.second = second
        self.firstExposure = try StatisticsError.exposure(firstExposure)
        self.secondExposure = try StatisticsError.exposure(secondExposure, "referenceExposure")
        guard (1e-250...1e250).contains(firstExposure / secondExposure) else {
            throw StatisticsError(.outOfRange, of: "exposure")
        }
    }

    /// The odds that an event is one of the first, where the rates are equal.
    var odds: DoubleDouble { DoubleDouble(firstExposure) / DoubleDouble(secondExposure) }

    var estimate: Double? {
        first == 0 && second == 0 ? nil : Double(first) / firstExposure / (Double(second) / secondExposure)
    }

    /// The first count among all events, given the odds that an event is one of it.
    func tails(atMost count: Int, odds: DoubleDouble) -> TailPair {
        let all = first + second
        if count < 0 { return .certain(.upper) }
        if count >= all { return .certain(.lower) }
        return IncompleteBeta.tails(Double(count) + 1, Double(all - count), odds: odds).mirrored
    }

    func probability(of count: Int, odds: DoubleDouble) -> Double {
        let failure = DoubleDouble(1) / (odds + 1)
        return BinomialDistribution.weight(count, first + second, odds * failure, failure).number
    }
}
