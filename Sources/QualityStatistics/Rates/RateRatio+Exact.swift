extension RateRatio {
    /// The exact test and interval, given the sum of the counts: twice the smaller tail, and the matching limits.
    ///
    /// Both are conservative. Source: Przyborowski and Wilenski, Biometrika 31, 1940; Clopper and Pearson 1934.
    ///
    /// - Parameters:
    ///   - count: the number of events whose rate is asked about.
    ///   - exposure: its exposure.
    ///   - reference: the number of events that it is compared with.
    ///   - referenceExposure: their exposure, in the same unit.
    ///   - level: the level of confidence, above 0 and below 1.
    /// - Throws: ``StatisticsError`` for negative counts or a sum of them beyond what an `Int` holds, exposures that are
    ///   not above 0 and finite or differ by more than 250 powers of ten, or a level out of range.
    public static func exact(
        count: Int,
        exposure: Double = 1,
        reference: Int,
        referenceExposure: Double = 1,
        level: Double = 0.95
    ) throws(StatisticsError) -> Self {
        let pair = try RatePair(count, exposure, reference, referenceExposure)
        let tail = (1 - (try StatisticsError.level(level))) / 2
        let (x, y) = (Double(count), Double(reference))
        let scale = referenceExposure / exposure
        let lower = count == 0 ? 0 : IncompleteBeta.oddsQuantile(x, y + 1, .lower, tail) * scale
        let upper = reference == 0 ? .infinity : IncompleteBeta.oddsQuantile(x + 1, y, .upper, tail) * scale
        let atMost = pair.tails(atMost: count, odds: pair.odds).lower
        let atLeast = pair.tails(atMost: count - 1, odds: pair.odds).upper
        return Self(
            StatisticalMethod(
                name: "Exact conditional rate ratio",
                source: "Przyborowski and Wilenski, Biometrika 31, 1940; Clopper and Pearson, Biometrika 26, 1934"
            ),
            pair,
            pValue: min(1, 2 * min(atMost, atLeast)),
            interval: (lower, upper),
            level: level
        )
    }

    /// The mid-p test and interval, given the sum of the counts: half the probability of the count observed counts.
    ///
    /// Parameters and errors are those of ``exact(count:exposure:reference:referenceExposure:level:)``.
    public static func midP(
        count: Int,
        exposure: Double = 1,
        reference: Int,
        referenceExposure: Double = 1,
        level: Double = 0.95
    ) throws(StatisticsError) -> Self {
        let pair = try RatePair(count, exposure, reference, referenceExposure)
        let tail = (1 - (try StatisticsError.level(level))) / 2
        let half = 0.5 * pair.probability(of: count, odds: pair.odds)
        let below = pair.tails(atMost: count - 1, odds: pair.odds).lower + half
        let above = pair.tails(atMost: count, odds: pair.odds).upper + half
        let scale = referenceExposure / exposure
        return Self(
            StatisticalMethod(
                name: "Mid-p conditional rate ratio",
                source: "Lancaster, JASA 56, 1961; Berry and Armitage, The Statistician 44, 1995"
            ),
            pair,
            pValue: min(1, 2 * min(below, above)),
            interval: (
                count == 0 ? 0 : pair.midPOdds(.lower, tail) * scale,
                reference == 0 ? .infinity : pair.midPOdds(.upper, tail) * scale
            ),
            level: level
        )
    }

    /// The exact two-sided p-value of equal rates that adds up all splits that are no more probable than the observed.
    ///
    /// It is not always in accord with an interval; ``exact(count:exposure:reference:referenceExposure:level:)`` is.
    /// Parameters and errors are the same. Source: Freeman and Halton, Biometrika 38, 1951.
    public static func minimumLikelihoodPValue(
        count: Int,
        exposure: Double = 1,
        reference: Int,
        referenceExposure: Double = 1
    ) throws(StatisticsError) -> Double {
        let pair = try RatePair(count, exposure, reference, referenceExposure)
        return MinimumLikelihood.binomial(count, of: count + reference, odds: pair.odds)
    }
}

extension RatePair {
    /// The odds at which a tail, with half of the probability of the first count, is `tail`.
    func midPOdds(_ limit: TailPair.Side, _ tail: Double) -> Double {
        let (x, y) = (Double(first), Double(second))
        let start =
            limit == .lower
            ? IncompleteBeta.oddsQuantile(x, y + 1, .lower, tail)
            : IncompleteBeta.oddsQuantile(x + 1, y, .upper, tail)
        return TailSolver.solve(from: start, rising: limit == .lower) { odds in
            let ratio = DoubleDouble(odds)
            let weight = probability(of: first, odds: ratio)
            let beyond =
                limit == .lower ? tails(atMost: first, odds: ratio).upper : tails(atMost: first - 1, odds: ratio).lower
            let value = beyond + 0.5 * weight
            let slope = 0.5 * weight * (y * odds + x) / (1 + odds) / value
            return TailSolver.Step(excess: log(value / tail), slope: limit == .lower ? slope : -slope)
        }
    }
}
