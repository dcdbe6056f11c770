/// The Cochran–Armitage test for a trend of shares over ordered groups.
///
/// Swedish: trendtest för andelar.
public struct CochranArmitage: StatisticalResult {
    /// The method.
    public let method: StatisticalMethod

    /// What it assumes.
    public let assumptions: [Assumption]

    /// The trials of all groups.
    public let sample: Int

    /// The standardised slope, positive where the shares rise with the scores.
    public let z: Double

    /// The two-sided p-value that there is no trend.
    public let pValue: Double

    /// z², held against the χ² distribution with one degree of freedom.
    public var statistic: Double { z * z }

    /// Tests the shares of groups for a trend.
    ///
    /// - Parameters:
    ///   - counts: the number of trials with the property in each group.
    ///   - trials: the number of trials in each group; groups without any say nothing.
    ///   - scores: where each group stands; by default their order.
    /// - Returns: the test, or too little data where fewer than two groups at different scores hold trials, or where all
    ///   or none of the trials have the property.
    /// - Throws: ``StatisticsError`` for series of different lengths, negative numbers, more than the trials, scores that
    ///   are not finite, and trials whose sum is beyond what an `Int` holds.
    public static func test(
        counts: [Int],
        of trials: [Int],
        scores: [Double]? = nil
    ) throws(StatisticsError) -> Finding<Self> {
        let scores = scores ?? counts.indices.map { Double($0 + 1) }
        guard counts.count == trials.count else { throw StatisticsError(.unequalLengths, of: "trials") }
        guard counts.count == scores.count else { throw StatisticsError(.unequalLengths, of: "scores") }
        var total = 0
        for index in counts.indices {
            guard counts[index] >= 0 else { throw StatisticsError(.negative, of: "counts", at: index) }
            guard trials[index] >= 0 else { throw StatisticsError(.negative, of: "trials", at: index) }
            guard counts[index] <= trials[index] else {
                throw StatisticsError(.moreEventsThanTrials, of: "counts", at: index)
            }
            guard scores[index].isFinite else { throw StatisticsError(.notFinite, of: "scores", at: index) }
            let (sum, overflow) = total.addingReportingOverflow(trials[index])
            guard !overflow else { throw StatisticsError(.outOfRange, of: "trials", at: index) }
            total = sum
        }
        let method = StatisticalMethod(
            name: "Cochran–Armitage test for trend",
            source: "Cochran, Biometrics 10, 1954; Armitage, Biometrics 11, 1955"
        )
        let held = Set(scores.indices.filter { trials[$0] > 0 }.map { scores[$0] })
        guard held.count >= 2 else {
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: held.count, of: .groups))
        }
        let events = counts.reduce(0, +)
        guard events > 0, events < total else {
            return .tooLittleData(
                TooLittleData(method: method, needed: 1, available: min(events, total - events), of: .events)
            )
        }
        let share = Double(events) / Double(total)
        let mean = zip(scores, trials).reduce(0.0) { $0 + $1.0 * Double($1.1) } / Double(total)
        var (slope, spread) = (0.0, 0.0)
        for index in counts.indices {
            let distance = scores[index] - mean
            slope += distance * (Double(counts[index]) - Double(trials[index]) * share)
            spread += distance * distance * Double(trials[index])
        }
        return .found(Self(method, total, slope / (share * (1 - share) * spread).squareRoot()))
    }

    private init(_ method: StatisticalMethod, _ sample: Int, _ z: Double) {
        self.method = method
        self.sample = sample
        self.z = z
        assumptions = [.independentTrials]
        pValue = 2 * StandardNormal.tails(abs(z)).upper
    }
}
