/// The Mann–Kendall test corrected for values that depend on the values before them.
///
/// Missing values are left out, and a lag counts the values that are there. The probability is by the normal
/// approximation, with correction for ties and continuity.
public struct CorrectedMannKendall: StatisticalResult {
    /// How the dependence is allowed for.
    public enum Correction: Hashable, Sendable {
        /// The variance is multiplied by a factor from the ranks' significant autocorrelations, the trend taken away.
        ///
        /// Hamed and Rao (1998). `significance`: the level below which an autocorrelation counts, above 0 and below 1.
        case hamedRao(significance: Double)

        /// The variance is multiplied by a factor from all autocorrelations, the trend taken away: Yue and Wang (2004).
        case yueWang

        /// Each value less its predecessor times the autocorrelation at lag 1: von Storch (1995).
        case preWhitening

        /// The same with the trend taken away before and added again after: Yue and others (2002).
        case trendFreePreWhitening
    }

    /// How the dependence was allowed for.
    public let correction: Correction

    /// The pairs of values that rise with time less the pairs that fall, after whitening where there is one.
    public let score: Int

    /// The corrected variance of the score, 0 or more.
    public let variance: Double

    /// The share of pairs that rise less the share that fall, from -1 to 1: Kendall's τ-a.
    public let tau: Double

    /// The standardised score with correction for continuity; 0 when the score is 0.
    public let z: Double

    /// The two-sided probability.
    public let pValue: NormalPValue

    /// The autocorrelation at lag 1 of what the correction looks at: values, or ranks, with or without their trend.
    public let autocorrelation: Double

    /// The number of values, one more than those tested after whitening.
    public let sample: Int

    /// The direction in which the values go, by the sign of the score alone.
    public var direction: TrendDirection { TrendDirection(sign: score) }

    /// The publication of the correction.
    public var method: StatisticalMethod { Self.method(correction) }

    /// What the correction rests on; below ten values the normal approximation is called poor.
    public var assumptions: [Assumption] {
        [
            Assumption("The distribution of the score is close to normal.", sample < 10 ? .fails : .holds),
            Assumption("Values depend on earlier ones as a stationary series does, apart from the trend."),
            Assumption("The values have no season."),
        ]
    }

    /// Tests a series for a monotonic trend.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing.
    ///   - correction: how dependence is allowed for.
    ///   - slope: the trend per place that is taken away, where one is; Sen's when it is `nil`.
    /// - Returns: the test; too little data below three values, where the values, or what is left of them without their
    ///   trend, do not differ, and where their autocorrelations make the corrected variance no number above 0.
    /// - Throws: ``StatisticsError`` for a value or slope that is not a finite number, or a significance out of range.
    public static func test(
        _ values: [Double?],
        correction: Correction,
        slope: Double? = nil
    ) throws(StatisticsError) -> Finding<CorrectedMannKendall> {
        let series = try series(values, correction, slope)
        guard series.count >= 3 else {
            return .tooLittleData(
                TooLittleData(method: method(correction), needed: 3, available: series.count, of: .values)
            )
        }
        func shortage(_ needed: Int, _ quantity: TooLittleData.Quantity) -> Finding<CorrectedMannKendall> {
            .tooLittleData(
                TooLittleData(method: method(correction), needed: needed, available: needed - 1, of: quantity)
            )
        }
        guard let allowance = DependenceAllowance(series, correction, slope: slope ?? SenSlope.slope(of: series)) else {
            return shortage(2, .distinctValues)
        }
        guard allowance.factor > 0, allowance.factor.isFinite else { return shortage(1, .independentValues) }
        return .found(CorrectedMannKendall(allowance, correction, sample: series.count))
    }

    /// What a correction multiplies the variance of the score by: above 1 where values follow the ones before them.
    ///
    /// Autocorrelations of short series can make it 0 or less, and then there is no test. It is 1 for the corrections
    /// that change the values instead.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing.
    ///   - correction: how dependence is allowed for.
    ///   - slope: the trend per place that is taken away, where one is; Sen's when it is `nil`.
    /// - Returns: the factor; `nil` where there are too few values for it, and where the values, or what is left of
    ///   them without their trend, do not differ.
    /// - Throws: ``StatisticsError`` for a value or slope that is not a finite number, or a significance out of range.
    public static func varianceFactor(
        _ values: [Double?],
        correction: Correction,
        slope: Double? = nil
    ) throws(StatisticsError) -> Double? {
        let series = try series(values, correction, slope)
        let needed = if case .hamedRao = correction { 3 } else { 2 }
        guard series.count >= needed else { return nil }
        return DependenceAllowance(series, correction, slope: slope ?? SenSlope.slope(of: series))?.factor
    }

    private static func series(
        _ values: [Double?],
        _ correction: Correction,
        _ slope: Double?
    ) throws(StatisticsError) -> SeriesValues {
        if case .hamedRao(let significance) = correction, !(significance > 0 && significance < 1) {
            throw StatisticsError(.outOfRange, of: "significance")
        }
        guard slope?.isFinite ?? true else { throw StatisticsError(.notFinite, of: "slope") }
        return try SeriesValues(values)
    }

    private init(_ allowance: DependenceAllowance, _ correction: Correction, sample: Int) {
        let kendall = KendallScore(allowance.tested)
        self.correction = correction
        score = kendall.score
        variance = kendall.variance * allowance.factor
        tau = Double(score) / Double(kendall.pairs)
        z = KendallScore.standardised(score, variance: variance)
        pValue = NormalPValue(z: z)
        autocorrelation = allowance.autocorrelation
        self.sample = sample
    }

    private static func method(_ correction: Correction) -> StatisticalMethod {
        switch correction {
        case .hamedRao:
            StatisticalMethod(
                name: "Mann–Kendall test with the variance of Hamed and Rao",
                source: "Hamed and Rao (1998) Journal of Hydrology 204:182–196"
            )
        case .yueWang:
            StatisticalMethod(
                name: "Mann–Kendall test with the variance of Yue and Wang",
                source: "Yue and Wang (2004) Water Resources Management 18:201–218"
            )
        case .preWhitening:
            StatisticalMethod(
                name: "Mann–Kendall test after pre-whitening",
                source: "von Storch (1995), in von Storch and Navarra, Analysis of Climate Variability, 11–26"
            )
        case .trendFreePreWhitening:
            StatisticalMethod(
                name: "Mann–Kendall test after trend-free pre-whitening",
                source: "Yue, Pilon, Phinney and Cavadias (2002) Hydrological Processes 16:1807–1829"
            )
        }
    }
}
