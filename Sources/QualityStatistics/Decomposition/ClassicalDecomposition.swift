/// The classical decomposition of a series into season, trend and remainder by moving averages.
///
/// The season is the same every year. The trend is missing for half a period at both ends.
public struct ClassicalDecomposition: StatisticalResult {
    /// Kendall and Stuart's decomposition.
    public static let method = StatisticalMethod(
        name: "classical seasonal decomposition",
        source: "Kendall, Stuart and Ord (1983) The Advanced Theory of Statistics, volume 3, chapter 46"
    )

    /// How the parts make up the values.
    public enum Model: Hashable, Sendable {
        /// Season, trend and remainder add up; the season is 0 on average.
        case additive
        /// Season, trend and remainder multiply, for values above 0; the season is 1 on average.
        case multiplicative
    }

    /// How the parts make up the values.
    public let model: Model

    /// The number of seasons after which they begin again, such as 12 months.
    public let period: Int

    /// What the season adds to each value, or multiplies it by.
    public let seasonal: [Double]

    /// The mean of a whole period about each value; `nil` where that reaches beyond the series.
    public let trend: [Double?]

    /// What neither season nor trend explains; `nil` where there is no trend.
    public let remainder: [Double?]

    /// The number of values.
    public var sample: Int { seasonal.count }

    /// The classical decomposition.
    public var method: StatisticalMethod { Self.method }

    /// What the decomposition rests on.
    public var assumptions: [Assumption] {
        [
            Assumption("The season is the same every year."),
            Assumption(
                model == .additive
                    ? "Season, trend and remainder add up, rather than multiply."
                    : "Season, trend and remainder multiply, rather than add up."
            ),
        ]
    }

    /// Decomposes a series without missing values.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, above 0 where the model is multiplicative.
    ///   - period: the number of seasons after which they begin again, 2 or more.
    ///   - model: how the parts make up the values.
    /// - Returns: the decomposition; too little data below two whole periods.
    /// - Throws: ``StatisticsError`` for a value that is not a finite number or not above 0, or a period below 2.
    public static func decompose(
        _ values: [Double],
        period: Int,
        model: Model = .additive
    ) throws(StatisticsError) -> Finding<ClassicalDecomposition> {
        guard period >= 2, period <= 1 << 24 else { throw StatisticsError(.outOfRange, of: "period") }
        _ = try SeriesValues(values)
        if model == .multiplicative, let index = values.firstIndex(where: { $0 <= 0 }) {
            throw StatisticsError(.outOfRange, of: "values", at: index)
        }
        guard values.count >= 2 * period else {
            let years = values.count / period
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: years, of: .seasons))
        }
        return .found(ClassicalDecomposition(values, period: period, model: model))
    }

    private init(_ values: [Double], period: Int, model: Model) {
        let trend = Self.centredMeans(of: values, period: period)
        let detrended = zip(values, trend).map { value, level in
            level.map { model == .additive ? value - $0 : value / $0 }
        }
        var seasons = (0..<period).map { season in
            let present = stride(from: season, to: values.count, by: period).compactMap { detrended[$0] }
            return present.reduce(0, +) / Double(present.count)
        }
        let mean = seasons.reduce(0, +) / Double(period)
        for season in seasons.indices {
            seasons[season] = model == .additive ? seasons[season] - mean : seasons[season] / mean
        }
        self.model = model
        self.period = period
        self.trend = trend
        seasonal = values.indices.map { seasons[$0 % period] }
        remainder = detrended.enumerated().map { index, value in
            let season = seasons[index % period]
            return value.map { model == .additive ? $0 - season : $0 / season }
        }
    }

    /// The means of a period about each value, with half a value at both ends where the period is even.
    private static func centredMeans(of values: [Double], period: Int) -> [Double?] {
        let half = period / 2
        return values.indices.map { index in
            guard index >= half, index + half < values.count else { return nil }
            let inner = values[(index - half + 1)..<(index + half)].reduce(0, +)
            let ends = values[index - half] + values[index + half]
            return (inner + (period.isMultiple(of: 2) ? ends / 2 : ends)) / Double(period)
        }
    }
}
