/// The slope of Theil and Sen: the median of the slopes of all pairs of values, with its interval.
///
/// Missing values are left out and keep their place in time, so that a gap counts as the time it lasts.
public struct SenSlope: StatisticalResult {
    /// Theil (1950), Sen (1968), with the intercept of Conover (1980).
    public static let method = StatisticalMethod(
        name: "Theil–Sen slope",
        source: """
            Theil (1950) Proceedings of the Royal Netherlands Academy of Sciences 53:386–392; \
            Sen (1968) Journal of the American Statistical Association 63:1379–1389; \
            Conover (1980) Practical Nonparametric Statistics
            """
    )

    /// The change of the value per place in the series.
    public let slope: Double

    /// The value of the line at the first place: the median value less the slope times the median place.
    public let intercept: Double

    /// The interval for the slope at ``confidence``; `nil` where even all the slopes do not reach that confidence.
    public let interval: ClosedRange<Double>?

    /// The smallest and the largest slope of two values: neighbouring ones, for none are steeper.
    public let extremes: ClosedRange<Double>

    /// The confidence of the interval, above 0 and below 1.
    public let confidence: Double

    public let sample: Int

    public var method: StatisticalMethod { Self.method }

    public var assumptions: [Assumption] {
        [
            Assumption("The values lie about a straight line, with deviations that do not depend on one another."),
            Assumption("The values have no season."),
        ]
    }

    /// Estimates the slope of a series, in about *n* log *n* steps.
    ///
    /// The interval takes the slopes at the ranks (*N* ∓ *z* √Var *S*) / 2 of *N*, rounded to whole ranks.
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing.
    ///   - confidence: the confidence of the interval, above 0 and below 1.
    /// - Returns: the slope; too little data below two values.
    /// - Throws: ``StatisticsError`` for a value that is not a finite number, or a confidence out of its range.
    public static func estimate(
        _ values: [Double?],
        confidence: Double = 0.95
    ) throws(StatisticsError) -> Finding<SenSlope> {
        guard confidence > 0, confidence < 1 else { throw StatisticsError(.outOfRange, of: "confidence") }
        let series = try SeriesValues(values)
        guard series.count >= 2 else {
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: series.count, of: .values))
        }
        return .found(SenSlope(series, confidence: confidence))
    }

    private init(_ series: SeriesValues, confidence: Double) {
        var slopes = SlopeSelection(times: series.times, values: series.values)
        let count = slopes.count
        slope = SeriesValues.mean(slopes.slope(at: (count - 1) / 2), slopes.slope(at: count / 2))
        let neighbouring = zip(zip(series.times, series.times.dropFirst()), zip(series.values, series.values.dropFirst()))
            .map { times, values in (values.1 - values.0) / Double(times.1 - times.0) }
        extremes = (neighbouring.min() ?? slope)...(neighbouring.max() ?? slope)
        intercept = series.median - slope * SeriesValues.median(of: series.times.map { Double($0) })
        let spread = StandardNormal.quantile(upper: (1 - confidence) / 2)
            * KendallScore(series.values).variance.squareRoot()
        let lower = Int(((Double(count) - spread) / 2).rounded(.toNearestOrEven)) - 1
        let upper = Int(((Double(count) + spread) / 2).rounded(.toNearestOrEven))
        interval =
            lower >= 0 && upper < count && lower <= upper ? slopes.slope(at: lower)...slopes.slope(at: upper) : nil
        self.confidence = confidence
        sample = series.count
    }
}
