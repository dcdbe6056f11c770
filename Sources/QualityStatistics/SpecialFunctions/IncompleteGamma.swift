/// The regularised incomplete gamma functions P(a, x) and Q(a, x), for a above 0 and x from 0.
///
/// Sources: Abramowitz and Stegun 6.5.29 and 6.5.31; Gautschi 1979 for a below 1; large `a` near `x` by quadrature of the
/// integral, whose integrand is taken relative to its value at `x`.
enum IncompleteGamma {
    static func tails(_ a: Double, _ x: DoubleDouble) -> TailPair {
        guard a > 0, a < .infinity, x.high >= 0 else { return .undefined }
        if x.high == 0 { return .certain(.upper) }
        if x.high == .infinity { return .certain(.lower) }
        let z = x.high
        if a <= 1, z < 1.1 { return small(a, x) }
        let weight = weight(a, x)
        let excess = (x + -a).value
        if z <= a {
            let factor = a > 400 && z > 0.7 * a ? lowerIntegral(a, -excess) : series(a, z) / a
            return weight.times(factor)
        }
        let factor = a > 400 && z < 1.4 * a ? upperIntegral(a, excess) : fraction(a, z)
        return weight.times(factor).mirrored
    }

    /// xᵃ e⁻ˣ / Γ(a), the density times x.
    static func weight(_ a: Double, _ x: DoubleDouble) -> TailPair {
        TailPair(.lower, exponent: -deviance(DoubleDouble(a), x), factor: a / SpecialFunctions.stirlingScale(a))
    }

    /// P by its logarithm, so that neither tail cancels, for a up to 1 and small x.
    private static func small(_ a: Double, _ x: DoubleDouble) -> TailPair {
        var (sum, power, index) = (0.0, 1.0, 1.0)
        repeat {
            power *= -x.high / index
            sum += power / (a + index)
            index += 1
        } while abs(power) > 1e-18 * abs(sum)
        let rest = log1p(a * sum) - SpecialFunctions.logGammaOfOneMore(a)
        return TailPair(.lower, exponent: x.logarithm * a + rest)
    }

    /// Γ(a + 1) eˣ x⁻ᵃ P(a, x).
    private static func series(_ a: Double, _ x: Double) -> Double {
        var (sum, term, index) = (1.0, 1.0, a)
        while term > 1e-17 * sum {
            index += 1
            term *= x / index
            sum += term
        }
        return sum
    }

    /// Γ(a) eˣ x⁻ᵃ Q(a, x), by Legendre's continued fraction, evaluated forwards (Lentz).
    private static func fraction(_ a: Double, _ x: Double) -> Double {
        var b = x + 1 - a
        var c = Double.infinity
        var d = 1 / b
        var value = d
        var index = 1.0
        while index < 100_000 {
            let numerator = -index * (index - a)
            b += 2
            d = 1 / (numerator * d + b)
            c = b + numerator / c
            let step = c * d
            value *= step
            guard abs(step - 1) >= 3e-16 else { break }
            index += 1
        }
        return value
    }

    /// ∫₀¹ (1 − s)ᵃ⁻¹ eˣˢ ds, by a − x.
    private static func lowerIntegral(_ a: Double, _ difference: Double) -> Double {
        let power = a - 1
        let slope = difference - 1
        let width = 1 / (max(0, slope) + power.squareRoot())
        return width
            * integralOfFall(until: 1 / width) { w in
                let s = w * width
                return exp(power * log1pRest(-s) - slope * s)
            }
    }

    /// ∫₀^∞ (1 + t)ᵃ⁻¹ e⁻ˣᵗ dt, by x − a.
    private static func upperIntegral(_ a: Double, _ difference: Double) -> Double {
        let power = a - 1
        let slope = difference + 1
        let width = 1 / (slope + power.squareRoot())
        return width
            * integralOfFall(until: .infinity) { w in
                let t = w * width
                return exp(power * log1pRest(t) - slope * t)
            }
    }
}
