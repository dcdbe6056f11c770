extension Farrington {
    /// How the flexible method divides the year into parts with a level of their own.
    public enum Seasons: Hashable, Sendable {
        /// One level for the windows around the same period of each year, and equal parts between: so many in all.
        ///
        /// Counts that are left over go to the first parts. Ten are usual for weeks.
        case parts(Int)

        /// A group for each position of the series, such as its quarter or school term.
        case groups([Int])
    }

    /// The flexible method: against all counts of earlier years, with a level for each part of the year.
    ///
    /// The bound is the quantile of 1 − α of the negative binomial distribution with the expected mean μ and the
    /// variance φ·μ, or of the Poisson distribution when φ is 1.
    ///
    /// `counts`: in order of time, missing ones `nil`. `positions`: those to assess. `period`: the number of counts of a
    /// year, such as 52 or 12, more than the window. `seasons`: parts, at least 1, or as many groups as counts.
    /// `recentLeftOut`: the number of counts before the one assessed that are not part of the past, at least half the
    /// window, so that an outbreak that has begun does not raise its own bound. `exposures`: as many as counts, above 0
    /// where there are events, a period without one missing; all equal when `nil`.
    /// - Throws: ``StatisticsError`` for counts, exposures and parameters that are not so.
    public static func flexible(
        counts: [Int?],
        at positions: Range<Int>,
        period: Int,
        seasons: Seasons = .parts(10),
        recentLeftOut: Int = 26,
        exposures: [Double?]? = nil,
        settings: Settings = .flexible
    ) throws(StatisticsError) -> Farrington {
        let question = try Question(counts, exposures, positions, period, settings)
        guard recentLeftOut >= settings.halfWindow else { throw StatisticsError(.outOfRange, of: "recentLeftOut") }
        switch seasons {
        case .parts(let parts) where parts < 1: throw StatisticsError(.outOfRange, of: "seasons")
        case .groups(let groups) where groups.count != counts.count:
            throw StatisticsError(.unequalLengths, of: "seasons")
        default: break
        }
        let points = positions.map { position in
            let first = position - settings.years * period - settings.halfWindow
            let end = position - recentLeftOut
            guard first >= 0, first < end else { return question.unassessed(position) }
            let past = (first..<end).map { (position: $0, level: seasons.level(of: $0, seenFrom: position, question)) }
            guard let expectation = expectation(of: question, at: position, from: past),
                let law = law(of: expectation), let bound = law.quantile(upper: settings.level)
            else { return question.unassessed(position) }
            return Point(
                position: position,
                expected: expectation.mean,
                bound: Double(bound),
                dispersion: expectation.dispersion,
                trend: expectation.trend,
                pValue: counts[position].map { law.probability(atLeast: $0) },
                exceedance: counts[position].map {
                    (Double($0) - expectation.mean) / (Double(bound) - expectation.mean)
                },
                assessment: question.assessment(at: position, above: Double(bound))
            )
        }
        return Farrington(
            method: StatisticalMethod(
                name: "Farrington, flexible",
                source:
                    "Noufaily et al. 2013, Stat Med 32:1206–1222; Salmon, Schumacher & Höhle 2016, J Stat Softw 70(10)"
            ),
            assumptions: assumptions,
            sample: counts.count { $0 != nil },
            points: points
        )
    }

    /// The distribution of a count; `nil` where the mean is too large for one.
    private static func law(of expectation: Expectation) -> (any DiscreteDistribution)? {
        guard expectation.dispersion > 1 else { return try? PoissonDistribution(mean: expectation.mean) }
        let size = expectation.mean / (expectation.dispersion - 1)
        return try? NegativeBinomialDistribution(mean: expectation.mean, size: size)
    }
}

extension Farrington.Seasons {
    /// The level of the season of an earlier position: 0 where it is that of the position assessed.
    fileprivate func level(of earlier: Int, seenFrom position: Int, _ question: Farrington.Question) -> Int {
        switch self {
        case .groups(let groups):
            return groups[earlier] &- groups[position]
        case .parts(let parts):
            let window = question.settings.halfWindow
            // How far after the window of an earlier year, or of the position itself, the position lies.
            let since = ((earlier - position - window - 1) % question.period + question.period) % question.period
            let rest = question.period - 2 * window - 1
            guard parts > 1, since < rest else { return 0 }
            let (length, longer) = rest.quotientAndRemainder(dividingBy: parts - 1)
            let inLonger = longer * (length + 1)
            return since < inLonger ? 1 + since / (length + 1) : 1 + longer + (since - inLonger) / length
        }
    }
}
