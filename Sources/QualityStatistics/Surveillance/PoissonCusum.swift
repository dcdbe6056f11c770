/// The cumulative sum chart of counts, which finds lasting changes of rate that are too small for a Shewhart chart.
///
/// Upwards S = max(0, S + y − k·n), downwards S = max(0, S + k·n − y), with k = (λ₁ − λ₀) / (log λ₁ − log λ₀) for the
/// rates in and out of control and the exposure n of the period. A signal is a sum above the limit h.
///
/// Lucas 1985, *Technometrics* 27:129–144.
public struct PoissonCusum: StatisticalResult {
    /// What the sum does after a signal.
    public enum AfterSignal: Hashable, Sendable {
        /// It starts again from 0, so that each signal stands on its own.
        case restarts
        /// It goes on, and signals until the rate has been low for long enough.
        case continues
    }

    /// Which changes a chart finds.
    public enum Direction: Hashable, Sendable {
        /// A rise of the rate.
        case upwards
        /// A fall of the rate.
        case downwards
    }

    /// The method and its source.
    public let method: StatisticalMethod

    /// What the method assumes.
    public let assumptions: [Assumption]

    /// The number of counts that are not missing.
    public let sample: Int

    /// Which changes the chart finds.
    public let direction: Direction

    /// The rate in control λ₀, events per unit of exposure.
    public let rate: Double

    /// The rate out of control λ₁ that is to be found soonest.
    public let alternative: Double

    /// The reference value k, events per unit of exposure.
    public let referenceValue: Double

    /// The limit h, events.
    public let limit: Double

    /// The sum after each period, before any restart; `nil` for a missing count, over which the sum keeps its value.
    public let statistics: [Double?]

    /// The positions of the signals, from 0.
    public let signals: [Int]

    /// The same sums as logarithms of likelihood ratios of the two rates, |log(λ₁ / λ₀)| · S.
    public var logLikelihoodRatios: [Double?] {
        let factor = abs(log(alternative / rate))
        return statistics.map { $0.map { $0 * factor } }
    }

    /// A chart for a rise, where the alternative is above the rate, or for a fall.
    ///
    /// The limit decides how often the chart signals when nothing has changed; it is chosen from the average run
    /// length. Neither rate may be estimated from counts that hold the change.
    ///
    /// `counts`: in order of time, missing ones `nil`. `exposures`: as many, above 0 where there are events, a period
    /// without one missing; all 1 when `nil`. `rate`, `alternative`: above 0 and different, events per unit of exposure. `limit`: above 0, events.
    /// `headStart`: the sum before the first period; half the limit makes the chart quick if the rate is wrong from the
    /// beginning (Lucas & Crosier 1982, *Technometrics* 24:199–205).
    /// - Throws: ``StatisticsError`` for counts, exposures and parameters that are not so.
    public static func chart(
        counts: [Int?],
        exposures: [Double?]? = nil,
        rate: Double,
        alternative: Double,
        limit: Double,
        headStart: Double = 0,
        afterSignal: AfterSignal = .restarts
    ) throws(StatisticsError) -> PoissonCusum {
        guard rate.isFinite, rate > 0 else { throw StatisticsError(.outOfRange, of: "rate") }
        guard alternative.isFinite, alternative > 0, alternative != rate else {
            throw StatisticsError(.outOfRange, of: "alternative")
        }
        guard limit.isFinite, limit > 0 else { throw StatisticsError(.outOfRange, of: "limit") }
        guard headStart.isFinite, headStart >= 0 else { throw StatisticsError(.outOfRange, of: "headStart") }
        let (usable, weights) = try ChangePoints.exposed(counts.map { $0.map(Double.init) }, exposures)

        let direction: Direction = alternative > rate ? .upwards : .downwards
        let reference = (alternative - rate) / log(alternative / rate)
        var statistics = Array(repeating: Double?.none, count: counts.count)
        var signals: [Int] = []
        var sum = headStart
        var pearson = 0.0
        for (index, position) in usable.positions.enumerated() {
            let distance = usable.values[index] - reference * weights[index]
            sum = max(0, direction == .upwards ? sum + distance : sum - distance)
            statistics[position] = sum
            if sum > limit {
                signals.append(position)
                if afterSignal == .restarts { sum = 0 }
            }
            let expected = rate * weights[index]
            pearson += (usable.values[index] - expected) * (usable.values[index] - expected) / expected
        }
        return PoissonCusum(
            method: StatisticalMethod(name: "Poisson CUSUM", source: "Lucas 1985, Technometrics 27:129–144"),
            assumptions: [
                Assumption("The counts are independent."),
                Assumption("The rate in control is known, and not taken from the periods that are charted."),
                signals.isEmpty
                    ? .poissonSpread(pearson, degreesOfFreedom: usable.values.count)
                    : Assumption("The counts spread around what is expected as Poisson counts do."),
            ],
            sample: usable.values.count,
            direction: direction,
            rate: rate,
            alternative: alternative,
            referenceValue: reference,
            limit: limit,
            statistics: statistics,
            signals: signals
        )
    }
}
