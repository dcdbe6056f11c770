/// The decomposition of a series into season, trend and remainder by loess (STL).
///
/// All series have the length of the values, and add up to them. The season may change over the years.
public struct STL: StatisticalResult {
    /// Cleveland and others (1990), with the true median in the robustness weights.
    public static let method = StatisticalMethod(
        name: "STL",
        source: "Cleveland, Cleveland, McRae and Terpenning (1990) Journal of Official Statistics 6:3–73"
    )

    /// How wide the smoothing is, in values or in years.
    public struct Windows: Hashable, Sendable {
        /// The years over which each season is smoothed, odd, 3 or more.
        public let seasonal: Int

        /// The values over which the trend is smoothed, odd, above the period.
        public let trend: Int

        /// The values over which what is common to all seasons is smoothed, odd, above the period.
        public let lowPass: Int
    }

    /// The number of seasons after which they begin again, such as 12 months.
    public let period: Int

    /// How wide the smoothing is.
    public let windows: Windows

    /// Whether outlying values were given less weight.
    public let fitting: Fitting

    /// How outlying values are treated.
    public enum Fitting: Hashable, Sendable {
        /// All values count alike; 5 rounds.
        case plain
        /// Values far from season and trend count less, by the bisquare of their remainders; 15 times 2 rounds.
        case robust
    }

    /// What the season adds to each value.
    public let seasonal: [Double]

    /// The level about which season and remainder vary.
    public let trend: [Double]

    /// What neither season nor trend explains.
    public let remainder: [Double]

    /// What each value counted, from 0 to 1.
    public let weights: [Double]

    /// How much of the variance beside the season is the trend's, from 0 to 1 (Wang, Smith and Hyndman 2006).
    public let strengthOfTrend: Double

    /// How much of the variance beside the trend is the season's, from 0 to 1 (Wang, Smith and Hyndman 2006).
    public let strengthOfSeason: Double

    /// The number of values.
    public var sample: Int { seasonal.count }

    /// STL.
    public var method: StatisticalMethod { Self.method }

    /// What the decomposition rests on.
    public var assumptions: [Assumption] {
        [
            Assumption("Season, trend and remainder add up, rather than multiply."),
            Assumption("The season changes slowly from one year to the next."),
        ]
    }
}

extension STL {
    /// Decomposes a series without missing values.
    ///
    /// - Parameters:
    ///   - values: the values in order of time.
    ///   - period: the number of seasons after which they begin again, 2 or more.
    ///   - seasonal: the years over which each season is smoothed, odd, 3 or more.
    ///   - trend: the values over which the trend is smoothed, odd, above the period; `nil` for the smallest odd number
    ///     from 1.5 *period* / (1 - 1.5 / *seasonal*) on.
    ///   - lowPass: the values over which the common level is smoothed, odd, above the period; `nil` for the smallest.
    ///   - fitting: how outlying values are treated.
    /// - Returns: the decomposition; too little data below two whole periods.
    /// - Throws: ``StatisticsError`` for a value that is not a finite number, or a window out of its range.
    public static func decompose(
        _ values: [Double],
        period: Int,
        seasonal: Int = 7,
        trend: Int? = nil,
        lowPass: Int? = nil,
        fitting: Fitting = .plain
    ) throws(StatisticsError) -> Finding<STL> {
        guard period >= 2, period <= 1 << 24 else { throw StatisticsError(.outOfRange, of: "period") }
        guard seasonal >= 3, !seasonal.isMultiple(of: 2) else { throw StatisticsError(.outOfRange, of: "seasonal") }
        let width = 1.5 * Double(period) / (1 - 1.5 / Double(seasonal))
        let trend = trend ?? Int(width.rounded(.up)) | 1
        guard trend > period, !trend.isMultiple(of: 2) else { throw StatisticsError(.outOfRange, of: "trend") }
        let lowPass = lowPass ?? (period + 1) | 1
        guard lowPass > period, !lowPass.isMultiple(of: 2) else { throw StatisticsError(.outOfRange, of: "lowPass") }
        _ = try SeriesValues(values)
        guard values.count >= 2 * period else {
            let years = values.count / period
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: years, of: .seasons))
        }
        let windows = Windows(seasonal: seasonal, trend: trend, lowPass: lowPass)
        return .found(STL(values, period: period, windows: windows, fitting: fitting))
    }

    private init(_ values: [Double], period: Int, windows: Windows, fitting: Fitting) {
        let rounds = fitting == .robust ? 2 : 5
        let reweightings = fitting == .robust ? 15 : 0
        var trend = [Double](repeating: 0, count: values.count)
        var seasonal = trend
        var weights: [Double]?
        for reweighting in 0...reweightings {
            for _ in 0..<rounds {
                let detrended = zip(values, trend).map { $0 - $1 }
                seasonal = Self.season(of: detrended, period: period, windows: windows, weights: weights)
                let seasonless = zip(values, seasonal).map { $0 - $1 }
                trend = Loess(window: windows.trend).smoothed(seasonless, weights: weights)
            }
            guard reweighting < reweightings else { break }
            let fit = zip(trend, seasonal).map { $0 + $1 }
            weights = Self.bisquare(zip(values, fit).map { abs($0 - $1) })
        }
        let remainder = zip(values, zip(seasonal, trend)).map { $0 - $1.0 - $1.1 }
        self.period = period
        self.windows = windows
        self.fitting = fitting
        self.seasonal = seasonal
        self.trend = trend
        self.remainder = remainder
        self.weights = weights ?? values.map { _ in 1 }
        strengthOfTrend = Self.strength(of: trend, beside: remainder)
        strengthOfSeason = Self.strength(of: seasonal, beside: remainder)
    }

    /// The season of a series without trend: each season smoothed over the years, less the level common to all.
    private static func season(of values: [Double], period: Int, windows: Windows, weights: [Double]?) -> [Double] {
        var cycle = [Double](repeating: 0, count: values.count + 2 * period)
        for season in 0..<period {
            let places = stride(from: season, to: values.count, by: period)
            let smooth = Loess(window: windows.seasonal).extended(
                places.map { values[$0] },
                weights: weights.map { weights in places.map { weights[$0] } }
            )
            for (year, value) in smooth.enumerated() { cycle[season + year * period] = value }
        }
        let averaged = averages(averages(averages(cycle, over: period), over: period), over: 3)
        let level = Loess(window: windows.lowPass).smoothed(averaged)
        return level.indices.map { cycle[period + $0] - level[$0] }
    }

    /// The means of so many neighbouring values.
    private static func averages(_ values: [Double], over count: Int) -> [Double] {
        var sum = values.prefix(count).reduce(0, +)
        var averages = [sum / Double(count)]
        for index in count..<values.count {
            sum += values[index] - values[index - count]
            averages.append(sum / Double(count))
        }
        return averages
    }

    /// Weights from the sizes of remainders: the bisquare of their ratios to six times the median.
    private static func bisquare(_ sizes: [Double]) -> [Double] {
        let width = 6 * SeriesValues.median(of: sizes)
        guard width > 0 else { return sizes.map { _ in 1 } }
        return sizes.map { size in
            if size <= 0.001 * width { return 1 }
            guard size <= 0.999 * width else { return 0 }
            let ratio = size / width
            let rest = 1 - ratio * ratio
            return rest * rest
        }
    }

    private static func strength(of part: [Double], beside remainder: [Double]) -> Double {
        let both = squares(zip(part, remainder).map { $0 + $1 })
        guard both > 0 else { return 0 }
        return max(0, 1 - squares(remainder) / both)
    }

    /// The sum of the squared deviations from the mean.
    private static func squares(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
}
