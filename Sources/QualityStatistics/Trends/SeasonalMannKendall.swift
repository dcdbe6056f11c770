/// The Mann–Kendall test of each season on its own, put together: one January is only compared with other ones.
///
/// Missing values are left out. The probability is by the normal approximation.
public struct SeasonalMannKendall: StatisticalResult {
    /// What is assumed of the seasons of one year.
    public enum Seasons: Hashable, Sendable {
        /// They do not depend on one another: Hirsch, Slack and Smith (1982).
        case independent
        /// They may: their covariances are added, and years with a value missing are left out. Hirsch and Slack (1984).
        case correlated
    }

    /// What is assumed of the seasons of one year.
    public let seasons: Seasons

    /// The number of seasons after which they begin again, such as 12 months.
    public let period: Int

    /// The scores of the seasons: pairs of values that rise with time less pairs that fall.
    public let scores: [Int]

    /// The variance of the sum of the scores when there is no trend, ties taken into account.
    public let variance: Double

    /// The share of pairs within seasons that rise less the share that fall, from -1 to 1.
    public let tau: Double

    /// The standardised score, with correction for continuity where the seasons are independent.
    public let z: Double

    /// The two-sided probability.
    public let pValue: NormalPValue

    /// The number of values compared: those that are not missing and, with correlated seasons, in whole years.
    public let sample: Int

    /// The sum of the scores of the seasons.
    public var score: Int { scores.reduce(0, +) }

    /// The direction in which the values go, by the sign of the score alone.
    public var direction: TrendDirection { TrendDirection(sign: score) }

    /// The publication of the test.
    public var method: StatisticalMethod { Self.method(seasons) }

    /// What the test rests on.
    public var assumptions: [Assumption] {
        [
            Assumption("The trend has the same direction in every season."),
            Assumption("Values of different years do not depend on one another."),
        ] + (seasons == .independent ? [Assumption("Values of different seasons do not depend on one another.")] : [])
    }

    /// Tests a series for a monotonic trend.
    ///
    /// - Parameters:
    ///   - values: the values in order of time from the first season on, `nil` where one is missing.
    ///   - period: the number of seasons after which they begin again, 1 or more.
    ///   - seasons: what is assumed of the seasons of one year.
    /// - Returns: the test; too little data where no season has two values, or no two years are whole where seasons
    ///   may be correlated, or where all of these are equal and so have no covariance.
    /// - Throws: ``StatisticsError`` for a value that is not a finite number, or a period below 1.
    public static func test(
        _ values: [Double?],
        period: Int,
        seasons: Seasons = .independent
    ) throws(StatisticsError) -> Finding<SeasonalMannKendall> {
        guard period >= 1 else { throw StatisticsError(.outOfRange, of: "period") }
        let series = try SeriesValues(values)
        var columns = [[Double]](repeating: [], count: period)
        switch seasons {
        case .independent:
            for (time, value) in zip(series.times, series.values) { columns[time % period].append(value) }
        case .correlated:
            let years = stride(from: 0, to: values.count - values.count % period, by: period)
                .map { values[$0..<($0 + period)].compactMap(\.self) }
                .filter { $0.count == period }
            columns = (0..<period).map { season in years.map { $0[season] } }
        }
        let longest = columns.map(\.count).max() ?? 0
        guard longest >= 2 else {
            return .tooLittleData(TooLittleData(method: method(seasons), needed: 2, available: longest, of: .seasons))
        }
        let test = SeasonalMannKendall(columns, seasons)
        guard seasons == .independent || test.variance > 0 else {
            return .tooLittleData(TooLittleData(method: method(seasons), needed: 2, available: 1, of: .distinctValues))
        }
        return .found(test)
    }

    private init(_ columns: [[Double]], _ seasons: Seasons) {
        let kendalls = columns.map { KendallScore($0) }
        let score = kendalls.reduce(0) { $0 + $1.score }
        self.seasons = seasons
        period = columns.count
        scores = kendalls.map(\.score)
        tau = Double(score) / Double(kendalls.reduce(0) { $0 + $1.pairs })
        sample = columns.reduce(0) { $0 + $1.count }
        switch seasons {
        case .independent:
            variance = kendalls.reduce(0) { $0 + $1.variance }
            z = KendallScore.standardised(score, variance: variance)
        case .correlated:
            variance = Self.covariances(columns)
            z = score == 0 ? 0 : Double(score) / variance.squareRoot()
        }
        pValue = NormalPValue(z: z)
    }

    /// The sum of the variances and covariances of the scores of columns of the same length.
    private static func covariances(_ columns: [[Double]]) -> Double {
        let years = columns.first?.count ?? 0
        let signs = columns.map { column in
            (0..<years).map { later in (0..<years).map { sign(column[later], column[$0]) } }
        }
        let ranks = signs.map { $0.map { years + 1 + $0.reduce(0, +) } }
        var threefold = 0
        for first in columns.indices {
            for second in columns.indices {
                let concordance = (0..<years).reduce(0) { sum, later in
                    (0..<later).reduce(sum) { $0 + signs[first][later][$1] * signs[second][later][$1] }
                }
                let products = zip(ranks[first], ranks[second]).reduce(0) { $0 + $1.0 * $1.1 }
                threefold += concordance + products - years * (years + 1) * (years + 1)
            }
        }
        return Double(threefold) / 3
    }

    private static func sign(_ later: Double, _ earlier: Double) -> Int {
        later > earlier ? 1 : later < earlier ? -1 : 0
    }

    private static func method(_ seasons: Seasons) -> StatisticalMethod {
        switch seasons {
        case .independent:
            StatisticalMethod(
                name: "seasonal Mann–Kendall test",
                source: "Hirsch, Slack and Smith (1982) Water Resources Research 18:107–121"
            )
        case .correlated:
            StatisticalMethod(
                name: "seasonal Mann–Kendall test with correlated seasons",
                source: "Hirsch and Slack (1984) Water Resources Research 20:727–732"
            )
        }
    }
}
