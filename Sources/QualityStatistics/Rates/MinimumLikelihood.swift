/// The two-sided exact p-value of numbers that grow more probable up to a mode, and less beyond.
enum MinimumLikelihood {
    /// How much more probable than the observed a number may be, as a share, and still count as no more probable:
    /// what rounding may do to equal ones.
    static let equality = 1e-7

    /// The probability of all numbers that are no more probable than the one observed.
    static func pValue(
        _ observed: Int,
        support: ClosedRange<Int>,
        mode: Int,
        probability: (Int) -> Double,
        tails: (Int) -> TailPair
    ) -> Double {
        let bound = probability(observed) * (1 + equality)
        let mode = min(max(mode, support.lowerBound), support.upperBound)
        if probability(mode) <= bound { return 1 }
        let below = observed < mode
        let own = below ? tails(observed).lower : tails(observed - 1).upper
        let end = below ? support.upperBound : support.lowerBound
        guard probability(end) <= bound else { return min(1, own) }
        // From some number outwards on the other side, all are no more probable.
        var (inner, outer) = (mode, end)
        while abs(outer - inner) > 1 {
            let middle = inner + (outer - inner) / 2
            if probability(middle) <= bound { outer = middle } else { inner = middle }
        }
        return min(1, own + (below ? tails(outer - 1).upper : tails(outer).lower))
    }

    /// The p-value of a binomial number, by the odds of a success.
    static func binomial(_ count: Int, of trials: Int, odds: DoubleDouble) -> Double {
        let failure = DoubleDouble(1) / (odds + 1)
        let success = odds * failure
        let mode = (success * (Double(trials) + 1)).value
        return pValue(
            count,
            support: 0...trials,
            mode: mode < 0x1p63 ? Int(mode) : trials,
            probability: { BinomialDistribution.weight($0, trials, success, failure).number },
            tails: { number in
                if number < 0 { return .certain(.upper) }
                if number >= trials { return .certain(.lower) }
                return IncompleteBeta.tails(Double(number) + 1, Double(trials - number), success, failure).mirrored
            }
        )
    }
}
