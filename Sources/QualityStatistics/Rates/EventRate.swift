/// A number of events per exposure, with the rates that it is compatible with.
///
/// Swedish: frekvens. The exposure is in the unit that the rate is asked per, such as bed-days.
public struct EventRate: StatisticalResult {
    /// The method of the interval.
    public let method: StatisticalMethod

    /// What the interval assumes.
    public let assumptions: [Assumption]

    /// The number of events.
    public let count: Int

    /// What the events are counted in, above 0.
    public let exposure: Double

    /// The limits of the rate.
    public let interval: ConfidenceInterval

    /// Events per exposure.
    public var estimate: Double { Double(count) / exposure }

    /// The number of events.
    public var sample: Int { count }

    private init(
        _ name: String,
        _ source: String,
        _ count: Int,
        _ exposure: Double,
        _ level: Double,
        limits: (Double, Double) -> (Double, Double)
    ) throws(StatisticsError) {
        guard count >= 0 else { throw StatisticsError(.negative, of: "count") }
        self.count = count
        self.exposure = try StatisticsError.exposure(exposure)
        let tail = (1 - (try StatisticsError.level(level))) / 2
        let (lower, upper) = limits(Double(count), tail)
        method = StatisticalMethod(name: name, source: source)
        assumptions = [.independentEvents]
        interval = ConfidenceInterval(lower: lower / exposure, upper: upper / exposure, level: level)
    }

    /// The exact interval of Garwood: each limit leaves half of what the level leaves.
    ///
    /// - Parameters:
    ///   - count: the number of events.
    ///   - exposure: in the unit that the rate is asked per.
    ///   - level: the level of confidence, above 0 and below 1.
    /// - Throws: ``StatisticsError`` for a negative count, an exposure that is not above 0 and finite, or a level out of
    ///   range.
    public static func exact(count: Int, exposure: Double = 1, level: Double = 0.95) throws(StatisticsError) -> Self {
        try Self("Exact Poisson interval", "Garwood, Biometrika 28, 1936", count, exposure, level) { events, tail in
            let lower = count == 0 ? 0 : IncompleteGamma.quantile(events, .lower, tail)
            return (lower, IncompleteGamma.quantile(events + 1, .upper, tail))
        }
    }

    /// The mid-p interval, which counts half the probability of the number observed: near its level on average.
    ///
    /// Parameters and errors are those of ``exact(count:exposure:level:)``.
    public static func midP(count: Int, exposure: Double = 1, level: Double = 0.95) throws(StatisticsError) -> Self {
        try Self("Mid-p Poisson interval", "Lancaster, JASA 56, 1961", count, exposure, level) { events, tail in
            let lower = count == 0 ? 0 : midPLimit(events, tail, .lower)
            return (lower, midPLimit(events, tail, .upper))
        }
    }

    /// Byar's approximation of the exact interval.
    ///
    /// Parameters and errors are those of ``exact(count:exposure:level:)``.
    public static func byar(count: Int, exposure: Double = 1, level: Double = 0.95) throws(StatisticsError) -> Self {
        let source = "Breslow and Day, Statistical Methods in Cancer Research II, IARC 1987, 2.10"
        return try Self("Byar's interval", source, count, exposure, level) { events, tail in
            let z = StandardNormal.quantile(upper: tail)
            func limit(_ x: Double, _ z: Double) -> Double {
                let root = 1 - 1 / (9 * x) + z / (3 * x.squareRoot())
                return x * root * root * root
            }
            return (count == 0 ? 0 : max(0, limit(events, -z)), limit(events + 1, z))
        }
    }

    /// The score interval, by the rates whose test with their own variance does not reject.
    ///
    /// Parameters and errors are those of ``exact(count:exposure:level:)``.
    public static func score(count: Int, exposure: Double = 1, level: Double = 0.95) throws(StatisticsError) -> Self {
        try Self("Score Poisson interval", "Rao 1948; Barker, Am Stat 56, 2002", count, exposure, level) {
            events,
            tail in
            let z = StandardNormal.quantile(upper: tail)
            let centre = events + z * z / 2
            let upper = centre + z * (events + z * z / 4).squareRoot()
            return (upper == 0 ? 0 : events * events / upper, upper)
        }
    }

    /// The mean at which a tail, with half of the probability of the count, is `tail`.
    private static func midPLimit(_ count: Double, _ tail: Double, _ limit: TailPair.Side) -> Double {
        let start = IncompleteGamma.quantile(limit == .lower ? count : count + 1, limit, tail)
        return TailSolver.solve(from: start, rising: limit == .lower) { mean in
            let weight = IncompleteGamma.weight(count + 1, DoubleDouble(mean)).number / mean
            let beyond =
                limit == .lower
                ? IncompleteGamma.tails(count + 1, DoubleDouble(mean)).lower
                : count == 0 ? 0 : IncompleteGamma.tails(count, DoubleDouble(mean)).upper
            let value = beyond + 0.5 * weight
            let slope = 0.5 * weight * (mean + count) / value
            return TailSolver.Step(excess: log(value / tail), slope: limit == .lower ? slope : -slope)
        }
    }
}
