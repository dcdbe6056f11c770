extension Farrington {
    /// The original method: against windows around the same period of earlier years.
    ///
    /// The bound is (μ^⅔ + z·√(4/9 · μ^⅓ · (φ + s²/μ)))^(3/2), with the standard error s of the expected count μ and the
    /// normal quantile z of 1 − α/2. The fit is run to full convergence.
    ///
    /// `counts`: in order of time, missing ones `nil`. `positions`: those to assess. `period`: the number of counts of a
    /// year, such as 52 or 12, more than the window. `exposures`: as many as counts, above 0 where there are events, a
    /// period without one missing; all equal when `nil`.
    /// - Throws: ``StatisticsError`` for counts, exposures and parameters that are not so.
    public static func original(
        counts: [Int?],
        at positions: Range<Int>,
        period: Int,
        exposures: [Double?]? = nil,
        settings: Settings = .original
    ) throws(StatisticsError) -> Farrington {
        let question = try Question(counts, exposures, positions, period, settings)
        let quantile = NormalDistribution.standard.quantile(upper: settings.level / 2)
        let points = positions.map { position in
            let past = (1...settings.years).reversed().flatMap { year in
                let middle = position - year * period
                return (middle - settings.halfWindow...middle + settings.halfWindow).map { (position: $0, level: 0) }
            }
            guard let first = past.first, first.position >= 0,
                let expectation = expectation(of: question, at: position, from: past)
            else { return question.unassessed(position) }
            let mean = expectation.mean
            let error = mean * expectation.logError
            let spread = expectation.dispersion + error * error / mean
            let root = pow(mean, 1.0 / 3)
            let bound = pow(root * root + quantile * (4 / 9 * root * spread).squareRoot(), 1.5)
            return Point(
                position: position,
                expected: mean,
                bound: bound,
                dispersion: expectation.dispersion,
                trend: expectation.trend,
                pValue: nil,
                exceedance: counts[position].map { (Double($0) - mean) / (bound - mean) },
                assessment: question.assessment(at: position, above: bound)
            )
        }
        return Farrington(
            method: StatisticalMethod(
                name: "Farrington",
                source: "Farrington, Andrews, Beale & Catchpole 1996, J R Stat Soc A 159:547–563"
            ),
            assumptions: assumptions,
            sample: counts.count { $0 != nil },
            points: points
        )
    }

    static var assumptions: [Assumption] {
        [
            Assumption("The counts are independent, with a variance in proportion to the mean."),
            Assumption("The same season of earlier years is like this one but for a trend."),
            Assumption("The latest counts are complete, and none is still to be reported."),
        ]
    }
}
