extension ChangePoints {
    /// The changes of rate of counts with the greatest Poisson likelihood less a penalty, found exactly.
    ///
    /// The cost of a segment with k events over the exposure e is 2 (k − k log(k / e)); each change must lower the sum
    /// of the costs by `multiple` · log n. One logarithm finds too much in ordinary series, three are cautious; counts
    /// that spread more than Poisson counts do give changes that are none, which the assumptions of the result show.
    ///
    /// Of partitions that cost the same, the one with the earliest changes is taken.
    ///
    /// Jackson et al. 2005, *IEEE Signal Process Lett* 12:105–108; Killick, Fearnhead & Eckley 2012, *J Am Stat Assoc*
    /// 107:1590–1598.
    ///
    /// `counts`: 0 or more, in order of time, missing ones `nil`; weighted counts need not be whole. `exposures`: as
    /// many, above 0 where there are events, in any unit, a period without one missing; all equal when `nil`. `multiple`: above 0. `minimumLength`: the
    /// least number of counts of a segment, at least 1.
    /// - Throws: ``StatisticsError`` for counts and exposures that are not so, and for a parameter out of range.
    public static func poisson(
        counts: [Double?],
        exposures: [Double?]? = nil,
        penalty multiple: Double = 3,
        minimumLength: Int = 2
    ) throws(StatisticsError) -> Finding<ChangePoints> {
        guard multiple.isFinite, multiple > 0 else { throw StatisticsError(.outOfRange, of: "penalty") }
        guard minimumLength >= 1 else { throw StatisticsError(.outOfRange, of: "minimumLength") }
        let method = StatisticalMethod(
            name: "Optimal partitioning, Poisson",
            source: "Jackson et al. 2005, IEEE Signal Process Lett 12:105–108"
        )
        let (usable, weights) = try exposed(counts, exposures)
        let count = usable.values.count
        guard count >= 2 * minimumLength else {
            let shortage = TooLittleData(method: method, needed: 2 * minimumLength, available: count, of: .values)
            return .tooLittleData(shortage)
        }
        let deviance = PoissonDeviance(events: usable.values, exposures: weights)
        let penalty = multiple * log(Double(count))
        var cost = 0.0
        var spread = 0.0
        let ends = OptimalPartition.ends(of: deviance, penalty: penalty, minimumLength: minimumLength)
        let segments = ranges(endingAt: ends).map { range in
            let events = usable.values[range].reduce(0, +)
            let exposure = weights[range].reduce(0, +)
            let rate = events / exposure
            if events > 0 {
                cost += 2 * (events - events * log(rate))
                for index in range {
                    let expected = rate * weights[index]
                    spread += (usable.values[index] - expected) * (usable.values[index] - expected) / expected
                }
            }
            return Segment(positions: usable.positions(of: range), values: range.count, mean: rate)
        }
        return .found(
            ChangePoints(
                method: method,
                assumptions: [
                    Assumption("The counts are independent but for the changes of rate."),
                    .poissonSpread(spread, degreesOfFreedom: count - segments.count),
                ],
                sample: count,
                segments: segments,
                cost: cost,
                penalty: penalty
            )
        )
    }

    /// The counts that are not missing with the exposure of each, looked over.
    ///
    /// A period without exposure and without events is missing.
    static func exposed(
        _ counts: [Double?],
        _ exposures: [Double?]?
    ) throws(StatisticsError) -> (Usable, [Double]) {
        var usable = try Usable(counts, of: "counts")
        for (index, count) in usable.values.enumerated() where count < 0 {
            throw StatisticsError(.negative, of: "counts", at: usable.positions[index])
        }
        guard let exposures else { return (usable, Array(repeating: 1, count: usable.values.count)) }
        guard exposures.count == counts.count else { throw StatisticsError(.unequalLengths, of: "exposures") }
        var weights: [Double] = []
        var kept: [Int] = []
        for (index, position) in usable.positions.enumerated() {
            guard let exposure = exposures[position] else { continue }
            guard exposure.isFinite else { throw StatisticsError(.notFinite, of: "exposures", at: position) }
            guard exposure >= 0 else { throw StatisticsError(.negative, of: "exposures", at: position) }
            if exposure > 0 {
                weights.append(exposure)
                kept.append(index)
            } else if usable.values[index] > 0 {
                throw StatisticsError(.noExposure, of: "exposures", at: position)
            }
        }
        usable.values = kept.map { usable.values[$0] }
        usable.positions = kept.map { usable.positions[$0] }
        return (usable, weights)
    }
}

extension Assumption {
    /// That counts spread as Poisson counts do, by the Pearson sum of squares around what was expected.
    ///
    /// It fails when the sum is more than two standard errors above its degrees of freedom.
    static func poissonSpread(_ pearson: Double, degreesOfFreedom: Int) -> Assumption {
        let statement = "The counts spread around what is expected as Poisson counts do."
        guard degreesOfFreedom > 0 else { return Assumption(statement) }
        let degrees = Double(degreesOfFreedom)
        return Assumption(statement, pearson <= degrees + 2 * (2 * degrees).squareRoot() ? .holds : .fails)
    }
}
