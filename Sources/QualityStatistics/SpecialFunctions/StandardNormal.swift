/// The standard normal distribution.
enum StandardNormal {
    static func density(_ z: DoubleDouble) -> Double {
        (z * z * -0.5).exponential / SpecialFunctions.rootTwoPi
    }

    static func tails(_ z: Double) -> TailPair { tails(DoubleDouble(z)) }

    static func tails(_ z: DoubleDouble) -> TailPair {
        if z.high < 0 { return tails(-z).mirrored }
        if z.high <= 5 {
            return TailPair(.upper, exponent: DoubleDouble(0), factor: 0.5 * erfc(z.high * 0.7071067811865476))
        }
        if z.high == .infinity { return .certain(.lower) }
        return TailPair(
            .upper,
            exponent: z * z * -0.5,
            factor: 1 / (SpecialFunctions.rootTwoPi * inverseMillsRatio(z.high))
        )
    }

    /// The density over the upper tail, from 5 on, by Laplace's continued fraction.
    private static func inverseMillsRatio(_ z: Double) -> Double {
        (1...60).reversed().reduce(z) { z + Double($1) / $0 }
    }

    /// The point above which lies the probability `tail`.
    static func quantile(upper tail: Double) -> Double {
        guard tail >= 0, tail <= 1 else { return .nan }
        if tail > 0.5 { return -quantile(upper: 1 - tail) }
        if tail == 0 { return .infinity }
        if tail > 0.25 {
            let centre = 1 - 2 * tail
            var z = centre * (SpecialFunctions.rootTwoPi / 2)
            for _ in 0..<6 { z -= (erf(z * 0.7071067811865476) - centre) / (2 * density(DoubleDouble(z))) }
            return z
        }
        let t = (-2 * log(tail)).squareRoot()
        var z = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t))
        for _ in 0..<6 {
            let found = tails(z)
            let (value, logarithm) = (found.upper, found.logUpper)
            let excess = value > .leastNormalMagnitude ? log1p((value - tail) / tail) : logarithm - log(tail)
            let logDensity = -0.5 * z * z - SpecialFunctions.halfLogTwoPi
            z += excess * exp(logarithm - logDensity)
        }
        return z
    }
}
