/// The special functions of statistics, to full double precision over their whole domain.
///
/// Relative errors stay below 10⁻¹³ of the value, mostly within a few units in the last place. A function of arguments
/// outside its domain is NaN.
public enum SpecialFunctions: Sendable {
    /// The logarithm of the gamma function of a positive number.
    ///
    /// Source: Abramowitz and Stegun 6.1.33 near 1 and 2, 6.1.40 from 15 on.
    public static func logGamma(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        guard x < .infinity else { return x }
        if x < 0.5 { return logGammaNearTwo(x) - log1p(x) - log(x) }
        if x <= 1.5 { return logGammaNearTwo(x - 1) - log1p(x - 1) }
        if x < 15 {
            let (base, product) = reduced(x)
            return logGammaNearTwo(base - 2) + log(product)
        }
        return (x - 0.5) * (log(x) - 1) + (halfLogTwoPi - 0.5 + stirlingRest(x))
    }

    /// The gamma function of a positive number; infinite from 171.62 on.
    ///
    /// Source: Abramowitz and Stegun 6.1.33 and 6.1.37.
    public static func gamma(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        if x < 0.5 { return exp(logGammaNearTwo(x)) / (x * (1 + x)) }
        if x <= 1.5 { return exp(logGammaNearTwo(x - 1)) / x }
        if x < 20 {
            let (base, product) = reduced(x)
            return exp(logGammaNearTwo(base - 2)) * product
        }
        guard x < 172 else { return .infinity }
        let exponent = DoubleDouble(x).logarithm * (x - 0.5) + -x
        return exponent.exponential * (rootTwoPi * exp(stirlingRest(x)))
    }

    /// The derivative of the logarithm of the gamma function, of a positive number.
    ///
    /// Source: Abramowitz and Stegun 6.3.5 and 6.3.18; near its zero, the Taylor series about it.
    public static func digamma(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        let distance = (x - digammaZero.high) - digammaZero.low
        if abs(distance) < 0.4 {
            return distance * digammaSlopes.reversed().reduce(0) { $0 * distance + $1 }
        }
        if x < 1.1 { return digamma(1 + x) - 1 / x }
        var argument = x
        var shift = 0.0
        while argument < 15 {
            shift += 1 / argument
            argument += 1
        }
        let inverse = 1 / argument
        let square = inverse * inverse
        let rest = bernoulliOverIndex.reversed().reduce(0) { $0 * square + $1 } * square
        return log(argument) - (0.5 * inverse + rest) - shift
    }

    /// The second derivative of the logarithm of the gamma function, of a positive number.
    ///
    /// Source: Abramowitz and Stegun 6.4.6 and 6.4.12.
    public static func trigamma(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        var argument = x
        var shift = 0.0
        while argument < 15 {
            shift += 1 / argument / argument
            argument += 1
        }
        let inverse = 1 / argument
        let square = inverse * inverse
        let rest = bernoulli.reversed().reduce(0) { $0 * square + $1 } * square
        return shift + inverse * (1 + 0.5 * inverse + rest)
    }

    /// The logarithm of the number of ways to choose so many of a number of things; −∞ where there is none.
    ///
    /// Both are numbers of things, at least 0; NaN for a negative number of things to choose from.
    public static func logBinomial(_ things: Int, choose chosen: Int) -> Double {
        guard things >= 0 else { return .nan }
        guard chosen >= 0, chosen <= things else { return -.infinity }
        let few = min(chosen, things - chosen)
        let (n, k, rest) = (Double(things), Double(few), Double(things - few))
        if few < 15 {
            return log((0..<few).reduce(1.0) { $0 * Double(things - $1) / Double($1 + 1) })
        }
        return k * log(n / k) + rest * log1p(k / rest) + log(stirlingScale(n) / stirlingScale(k) / stirlingScale(rest))
    }

    /// The error function, 2/√π ∫₀ˣ exp(−t²) dt.
    public static func errorFunction(_ x: Double) -> Double { erf(x) }

    /// 1 less the error function, exact where it is small.
    public static func complementaryErrorFunction(_ x: Double) -> Double { erfc(x) }
}
