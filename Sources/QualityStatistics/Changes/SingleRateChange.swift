/// The most likely place of one change of rate in a series of counts, and how likely it is against none.
///
/// The place is chosen to make the ratio greatest, so that the ratio does not have the χ² distribution with one degree
/// of freedom that it has at a place named beforehand: values of 7 to 10 are ordinary in a series without a change.
public struct SingleRateChange: StatisticalResult {
    /// The method and its source.
    public let method: StatisticalMethod

    /// What the method assumes.
    public let assumptions: [Assumption]

    /// The number of counts that are not missing.
    public let sample: Int

    /// The position at which the new rate begins, from 0; the earliest of equally likely ones.
    public let position: Int

    /// The number of counts before the change that are not missing.
    public let countsBefore: Int

    /// Twice the logarithm of the likelihood of the change over that of no change, 0 or more.
    public let likelihoodRatio: Double

    /// The events per unit of exposure before the change.
    public let rateBefore: Double

    /// The events per unit of exposure from the change on.
    public let rateAfter: Double

    /// The most likely change of a series of counts (Worsley 1983, *Biometrika* 70:455–464).
    ///
    /// `counts`: 0 or more, in order of time, missing ones `nil`; weighted counts need not be whole. `exposures`: as
    /// many, above 0 where there are events, in any unit, a period without one missing; all equal when `nil`.
    /// - Throws: ``StatisticsError`` for counts and exposures that are not so.
    public static func mostLikely(
        counts: [Double?],
        exposures: [Double?]? = nil
    ) throws(StatisticsError) -> Finding<SingleRateChange> {
        let method = StatisticalMethod(
            name: "Maximum likelihood ratio of one change of rate",
            source: "Worsley 1983, Biometrika 70:455–464"
        )
        let (usable, weights) = try ChangePoints.exposed(counts, exposures)
        let count = usable.values.count
        guard count >= 2 else {
            return .tooLittleData(TooLittleData(method: method, needed: 2, available: count, of: .values))
        }
        let deviance = PoissonDeviance(events: usable.values, exposures: weights)
        let total = deviance.events[count]
        let common = total / deviance.exposures[count]
        var place = 1
        var greatest = 0.0
        for split in 1..<count {
            // Each part against the common rate, so that nothing large is taken from anything large.
            var ratio = 0.0
            for range in [0..<split, split..<count] {
                let events = deviance.events[range.upperBound] - deviance.events[range.lowerBound]
                if events > 0 { ratio += 2 * events * log(deviance.rate(of: range) / common) }
            }
            if ratio > greatest { (greatest, place) = (ratio, split) }
        }
        let (before, after) = (deviance.rate(of: 0..<place), deviance.rate(of: place..<count))
        let spread = usable.values.indices.reduce(0) { sum, index in
            let expected = weights[index] * (index < place ? before : after)
            let distance = usable.values[index] - expected
            return expected > 0 ? sum + distance * distance / expected : sum
        }
        return .found(
            SingleRateChange(
                method: method,
                assumptions: [
                    Assumption("The counts are independent, and their rate changes once at most."),
                    .poissonSpread(spread, degreesOfFreedom: count - 2),
                ],
                sample: count,
                position: usable.positions[place],
                countsBefore: place,
                likelihoodRatio: greatest,
                rateBefore: before,
                rateAfter: after
            )
        )
    }
}
