extension RateRatio {
    /// The score test and interval: a normal approximation, good from a handful of events in each.
    ///
    /// Parameters and errors are those of ``exact(count:exposure:reference:referenceExposure:level:)``. Without any event
    /// there is nothing to test.
    public static func score(
        count: Int,
        exposure: Double = 1,
        reference: Int,
        referenceExposure: Double = 1,
        level: Double = 0.95
    ) throws(StatisticsError) -> Finding<Self> {
        let pair = try RatePair(count, exposure, reference, referenceExposure)
        let z = StandardNormal.quantile(upper: (1 - (try StatisticsError.level(level))) / 2)
        let method = StatisticalMethod(
            name: "Score test of a rate ratio",
            source: "Ng and Tang, Statistics in Medicine 24, 2005"
        )
        guard count + reference > 0 else {
            return .tooLittleData(TooLittleData(method: method, needed: 1, available: 0, of: .events))
        }
        let (x, y) = (Double(count), Double(reference))
        let odds = pair.odds.value
        let statistic = (x - y * odds) / ((x + y) * odds).squareRoot()
        let middle = x * y + z * z * (x + y) / 2
        let root = (middle * middle - x * x * y * y).squareRoot()
        return .found(
            Self(
                method,
                pair,
                statistic: statistic,
                interval: (x * x / (middle + root) / odds, (middle + root) / (y * y) / odds),
                level: level
            )
        )
    }

    /// Wald's test and interval on the scale of logarithms, as tables print them.
    ///
    /// Parameters and errors are those of ``exact(count:exposure:reference:referenceExposure:level:)``. Each count must
    /// hold an event.
    public static func logarithmic(
        count: Int,
        exposure: Double = 1,
        reference: Int,
        referenceExposure: Double = 1,
        level: Double = 0.95
    ) throws(StatisticsError) -> Finding<Self> {
        let pair = try RatePair(count, exposure, reference, referenceExposure)
        let z = StandardNormal.quantile(upper: (1 - (try StatisticsError.level(level))) / 2)
        let method = StatisticalMethod(
            name: "Wald test of the logarithm of a rate ratio",
            source: "Rothman, Greenland and Lash, Modern Epidemiology, 3rd ed., ch. 14"
        )
        guard let ratio = pair.estimate, count > 0, reference > 0 else {
            return .tooLittleData(
                TooLittleData(method: method, needed: 1, available: min(count, reference), of: .events)
            )
        }
        let error = (1 / Double(count) + 1 / Double(reference)).squareRoot()
        let statistic = log(ratio) / error
        return .found(
            Self(
                method,
                pair,
                statistic: statistic,
                interval: (ratio * exp(-z * error), ratio * exp(z * error)),
                level: level
            )
        )
    }
}
