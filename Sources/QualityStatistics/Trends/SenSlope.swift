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

    /// The change of the value per place in the series, or per whole ``period`` where there is one.
    public let slope: Double

    /// The value of the line at the first place: the median value less the slope times the median place.
    public let intercept: Double

    /// The interval for the slope at ``level``; `nil` where even all the slopes do not reach that confidence.
    public let interval: ClosedRange<Double>?

    /// The smallest and the largest slope; no two values give a steeper one than some two that are neighbours.
    public let extremes: ClosedRange<Double>

    /// The number of seasons in a seasonal estimate; `nil` in one without.
    public let period: Int?

    /// The confidence of the interval, above 0 and below 1.
    public let level: Double

    /// The number of values that are not missing.
    public let sample: Int

    /// Theil and Sen’s slope.
    public var method: StatisticalMethod { Self.method }

    /// What the slope and its interval rest on.
    public var assumptions: [Assumption] {
        [Assumption("The values lie about a straight line, with deviations that do not depend on one another.")]
            + (period == nil ? [Assumption("The values have no season.")] : [])
    }

    /// Estimates the slope of a series, in about *n* log *n* steps.
    ///
    /// The interval takes the slopes at the ranks (*N* ∓ *z* √Var *S*) / 2 of *N*, rounded to whole ranks.
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing.
    ///   - level: the confidence of the interval, above 0 and below 1.
    /// - Returns: the slope; too little data below two values.
    /// - Throws: ``StatisticsError`` for a value that is not a finite number, or a level out of its range.
    public static func estimate(
        _ values: [Double?],
        level: Double = 0.95
    ) throws(StatisticsError) -> Finding<SenSlope> {
        let level = try StatisticsError.level(level)
        let series = try SeriesValues(values)
        guard series.count >= 2 else {
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: series.count, of: .values))
        }
        let sorted = series.values.sorted()
        var slopes = SlopeSelection(times: series.times, values: series.values)
        let steps = zip(zip(series.times, series.times.dropFirst()), zip(series.values, series.values.dropFirst()))
            .map { times, values in (values.1 - values.0) / Double(times.1 - times.0) }
        return .found(
            SenSlope(
                series,
                period: nil,
                count: slopes.count,
                extremes: (steps.min() ?? 0)...(steps.max() ?? 0),
                median: SeriesValues.median(ofSorted: sorted),
                variance: KendallScore.variance(series.count, ties: SeriesValues.ties(of: sorted)),
                level: level
            ) { slopes.slope(at: $0) }
        )
    }

    /// Estimates the slope of a series with seasons from the pairs of values of one season.
    ///
    /// The slope is that per whole period, such as a year of months. Needs about *n*²/period steps and numbers kept.
    /// - Parameters:
    ///   - values: the values in order of time from the first season on, `nil` where one is missing.
    ///   - period: the number of seasons after which they begin again, 1 or more.
    ///   - level: the confidence of the interval, above 0 and below 1.
    /// - Returns: the slope; too little data where no season has two values.
    /// - Throws: ``StatisticsError`` for a value that is not a finite number, or a period or level out of range.
    public static func seasonal(
        _ values: [Double?],
        period: Int,
        level: Double = 0.95
    ) throws(StatisticsError) -> Finding<SenSlope> {
        guard period >= 1 else { throw StatisticsError(.outOfRange, of: "period") }
        let level = try StatisticsError.level(level)
        let series = try SeriesValues(values)
        var columns = [[(year: Int, value: Double)]](repeating: [], count: period)
        for (time, value) in zip(series.times, series.values) { columns[time % period].append((time / period, value)) }
        var slopes: [Double] = []
        for column in columns {
            for (place, later) in column.enumerated() {
                for earlier in column[..<place] {
                    slopes.append((later.value - earlier.value) / Double(later.year - earlier.year))
                }
            }
        }
        guard let least = slopes.min(), let greatest = slopes.max() else {
            let longest = columns.map(\.count).max() ?? 0
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: longest, of: .seasons))
        }
        return .found(
            SenSlope(
                series,
                period: period,
                count: slopes.count,
                extremes: least...greatest,
                median: SeriesValues.median(of: series.values),
                variance: columns.reduce(0) { $0 + KendallScore($1.map(\.value)).variance },
                level: level
            ) { slopes.select($0, by: \.self) }
        )
    }

    /// Sen's slope of two or more values.
    static func slope(of series: SeriesValues) -> Double {
        var slopes = SlopeSelection(times: series.times, values: series.values)
        return SeriesValues.mean(slopes.slope(at: (slopes.count - 1) / 2), slopes.slope(at: slopes.count / 2))
    }

    private init(
        _ series: SeriesValues,
        period: Int?,
        count: Int,
        extremes: ClosedRange<Double>,
        median: Double,
        variance: Double,
        level: Double,
        slopeAtRank: (Int) -> Double
    ) {
        slope = SeriesValues.mean(slopeAtRank((count - 1) / 2), slopeAtRank(count / 2))
        let places = SeriesValues.median(ofSorted: series.times.map { Double($0) }) / Double(period ?? 1)
        intercept = median - places * slope
        let spread = StandardNormal.quantile(upper: (1 - level) / 2) * variance.squareRoot()
        let lower = Int(((Double(count) - spread) / 2).rounded(.toNearestOrEven)) - 1
        let upper = Int(((Double(count) + spread) / 2).rounded(.toNearestOrEven))
        interval = lower >= 0 && upper < count && lower <= upper ? slopeAtRank(lower)...slopeAtRank(upper) : nil
        self.extremes = extremes
        self.period = period
        self.level = level
        sample = series.count
    }
}
