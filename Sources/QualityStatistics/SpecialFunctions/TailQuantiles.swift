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
        if side == .lower, root < 0.3 || a < 1 {
            let lower =
                DoubleDouble(tail).logarithm
                + (a <= 1 ? SpecialFunctions.logGammaOfOneMore(a) : SpecialFunctions.logGamma(1 + a))
            start = (lower / DoubleDouble(a)).exponential
            if start < 1e-17 { return start }
        } else if root < 0.3 || a < 1 {
            start = max(0.1, -log(tail))
        }
        return TailSolver.solve(from: start, rising: side == .lower) { x in
            let found = tails(a, DoubleDouble(x))
            return TailSolver.Step(
                tail: found.value(side),
                logTail: found.logarithm(side),
                target: tail,
                logWeight: weight(a, DoubleDouble(x)).logWeight,
                rising: side == .lower
            )
        }
    }
}

extension IncompleteBeta {
    /// The odds x/(1 − x) at which the tail of a side is a probability.
    static func oddsQuantile(_ a: Double, _ b: Double, _ side: TailPair.Side, _ tail: Double) -> Double {
        guard a > 0, b > 0, a < .infinity, b < .infinity, tail >= 0, tail <= 1 else { return .nan }
        if tail == 0 { return side == .lower ? 0 : .infinity }
        if tail == 1 { return side == .lower ? .infinity : 0 }
        if tail > 0.5 { return oddsQuantile(a, b, side.other, 1 - tail) }
        if side == .upper { return 1 / oddsQuantile(b, a, .lower, tail) }
        let z = StandardNormal.quantile(upper: tail)
        let spread = (1 / a + 1 / b).squareRoot()
        var start = a / b * exp(-z * spread)
        if min(a, b) < 5 || z * spread > 1 {
            let unit = leading(a, b, logarithm: DoubleDouble(0))
            let first = (DoubleDouble(tail).logarithm - unit.exponent + -log(unit.factor)) / DoubleDouble(a)
            if first.high < -45 - log(1 + b) { return first.exponential }
            start = min(first.exponential, a / b)
        }
        return TailSolver.solve(from: start, rising: true) { odds in
            let (x, y) = shares(DoubleDouble(odds))
            let found = tails(a, b, x, y)
            return TailSolver.Step(
                tail: found.lower,
                logTail: found.logLower,
                target: tail,
                logWeight: weight(a, b, x, y).logWeight,
                rising: true
            )
        }
    }
}
