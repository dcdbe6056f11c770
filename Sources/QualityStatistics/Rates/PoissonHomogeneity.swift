/// Whether counts scatter as much as independent events with one rate do, and whether they rise or fall.
///
/// Swedish: homogenitetstest. Counts of incidents mostly scatter more, which makes plain Poisson intervals too narrow.
public struct PoissonHomogeneity: StatisticalResult {
    /// The method.
    public let method: StatisticalMethod

    /// What the p-values assume.
    public let assumptions: [Assumption]

    /// The number of counts.
    public let sample: Int

    /// Σ (O − E)²/E, held against the χ² distribution.
    public let statistic: Double

    /// The number of counts less 1.
    public let degreesOfFreedom: Int

    /// The probability of so much scatter or more.
    public let pValue: Double

    /// The standardised slope of the counts over their positions, given their sum.
    public let trend: Double

    /// The two-sided p-value that there is no trend.
    public let trendPValue: Double

    /// The index of dispersion, near 1 for independent events with one rate, and above it for scattered ones.
    public var dispersion: Double { statistic / Double(degreesOfFreedom) }

    /// Tests counts for a common rate.
    ///
    /// - Parameters:
    ///   - counts: in the order of time; a missing one is left out with its exposure and keeps its place.
    ///   - exposures: what each is counted in; by default all the same. A missing or zero exposure makes a count missing.
    /// - Returns: the test, or too little data where fewer than two counts or no event are left.
    /// - Throws: ``StatisticsError`` for series of different lengths, negative numbers, exposures that are not finite.
    public static func test(
        _ counts: [Int?],
        exposures: [Double?]? = nil
    ) throws(StatisticsError) -> Finding<Self> {
        let exposures = exposures ?? counts.map { _ in 1 }
        guard counts.count == exposures.count else { throw StatisticsError(.unequalLengths, of: "exposures") }
        var points: [(time: Double, count: Double, exposure: Double)] = []
        for index in counts.indices {
            if let count = counts[index], count < 0 { throw StatisticsError(.negative, of: "counts", at: index) }
            if let exposure = exposures[index] {
                guard exposure.isFinite else { throw StatisticsError(.notFinite, of: "exposures", at: index) }
                guard exposure >= 0 else { throw StatisticsError(.negative, of: "exposures", at: index) }
            }
            guard let count = counts[index], let exposure = exposures[index], exposure > 0 else { continue }
            points.append((Double(index), Double(count), exposure))
        }
        let method = StatisticalMethod(
            name: "Poisson dispersion test",
            source: "Fisher, Thornton and Mackenzie, Annals of Applied Biology 9, 1922; Armitage, Biometrics 11, 1955"
        )
        guard points.count >= 2 else {
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: points.count, of: .values))
        }
        let events = points.reduce(0) { $0 + $1.count }
        guard events > 0 else {
            return .tooLittleData(TooLittleData(method: method, needed: 1, available: 0, of: .events))
        }
        let exposure = points.reduce(0) { $0 + $1.exposure }
        let rate = events / exposure
        let middle = points.reduce(0) { $0 + $1.time * $1.exposure } / exposure
        var (statistic, slope, spread) = (0.0, 0.0, 0.0)
        for point in points {
            let expected = rate * point.exposure
            let distance = point.time - middle
            statistic += (point.count - expected) * (point.count - expected) / expected
            slope += distance * point.count
            spread += distance * distance * expected
        }
        return .found(Self(method, points.count, statistic, slope / spread.squareRoot()))
    }

    private init(_ method: StatisticalMethod, _ sample: Int, _ statistic: Double, _ trend: Double) {
        self.method = method
        self.sample = sample
        self.statistic = statistic
        self.trend = trend
        degreesOfFreedom = sample - 1
        pValue = IncompleteGamma.tails(Double(sample - 1) / 2, DoubleDouble(statistic / 2)).upper
        trendPValue = 2 * StandardNormal.tails(abs(trend)).upper
        assumptions = [.independentEvents, Assumption("The exposures are those of the counts.")]
    }
}
