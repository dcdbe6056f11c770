extension IncompleteGamma {
    /// The x at which the tail of a side is a probability.
    static func quantile(_ a: Double, _ side: TailPair.Side, _ tail: Double) -> Double {
        guard a > 0, a < .infinity, tail >= 0, tail <= 1 else { return .nan }
        if tail == 0 { return side == .lower ? 0 : .infinity }
        if tail == 1 { return side == .lower ? .infinity : 0 }
        if tail > 0.5 { return quantile(a, side.other, 1 - tail) }
        let z = StandardNormal.quantile(upper: tail) * (side == .lower ? -1 : 1)
        let root = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
        var start = a * root * root * root
        if root < 0.3 || a < 1 {
            let scale = a <= 1 ? SpecialFunctions.logGammaOfOneMore(a) : SpecialFunctions.logGamma(1 + a)
            start = ((logarithmOfLower(side, tail) + scale) / DoubleDouble(a)).exponential
            if start < 1e-17 { return start }
            if side == .upper { start = max(0.1, -log(tail)) }
        }
        return TailSolver.solve(from: start, rising: side == .lower) { x in
            TailSolver.Step(tails(a, DoubleDouble(x)), side, target: tail, weight: weight(a, DoubleDouble(x)))
        }
    }
}

/// The logarithm of the lower tail where the tail of a side is a probability.
func logarithmOfLower(_ side: TailPair.Side, _ tail: Double) -> DoubleDouble {
    (side == .lower ? DoubleDouble(tail) : DoubleDouble.sum(1, -tail)).logarithm
}

extension IncompleteBeta {
    /// The odds x/(1 − x) at which the tail of a side is a probability.
    static func oddsQuantile(_ a: Double, _ b: Double, _ side: TailPair.Side, _ tail: Double) -> Double {
        guard a > 0, b > 0, a < .infinity, b < .infinity, tail >= 0, tail <= 1 else { return .nan }
        if tail == 0 { return side == .lower ? 0 : .infinity }
        if tail == 1 { return side == .lower ? .infinity : 0 }
        if tail > 0.5 { return oddsQuantile(a, b, side.other, 1 - tail) }
        let smallest = logarithmOfSmallOdds(a, b, side, tail)
        if smallest.high < -45 - log(1 + b) { return smallest.exponential }
        let largest = -logarithmOfSmallOdds(b, a, side.other, tail)
        if largest.high > 45 + log(1 + a) { return largest.exponential }
        if side == .upper { return 1 / oddsQuantile(b, a, .lower, tail) }
        let z = StandardNormal.quantile(upper: tail)
        let spread = (1 / a + 1 / b).squareRoot()
        var start = a / b * exp(-z * spread)
        if min(a, b) < 5 || z * spread > 1 {
            start = a > 100 * b ? a / IncompleteGamma.quantile(b, .upper, tail) : min(smallest.exponential, a / b)
        }
        return TailSolver.solve(from: start, rising: true) { odds in
            let (x, y) = shares(DoubleDouble(odds))
            return TailSolver.Step(tails(a, b, x, y), .lower, target: tail, weight: weight(a, b, x, y))
        }
    }

    /// The logarithm of the odds at which the tail of a side is a probability, by the first term of the lower tail.
    ///
    /// It is exact where the odds are small beside 1 and 1/b.
    static func logarithmOfSmallOdds(_ a: Double, _ b: Double, _ side: TailPair.Side, _ tail: Double) -> DoubleDouble {
        let unit = leading(a, b, logarithm: DoubleDouble(0))
        return (logarithmOfLower(side, tail) - unit.exponent + -log(unit.factor)) / DoubleDouble(a)
    }
}
