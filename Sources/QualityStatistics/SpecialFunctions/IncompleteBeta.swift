/// The regularised incomplete beta function I(x; a, b), for a and b above 0, with its complement.
///
/// `x` and `y` add up to 1 and are both given, so that neither end of the interval loses digits. Sources: Abramowitz and
/// Stegun 26.5.4; Didonato and Morris, ACM Transactions on Mathematical Software 18, 1992; large `a` and `b` by
/// quadrature of the integral, whose integrand is taken relative to its value at `x`.
enum IncompleteBeta {
    /// The function and its complement.
    static func tails(_ a: Double, _ b: Double, _ x: DoubleDouble, _ y: DoubleDouble) -> TailPair {
        tails(DoubleDouble(a), DoubleDouble(b), x, y)
    }

    /// The function and its complement.
    ///
    /// `margin`: a y − b x, where it is known better than from its terms.
    static func tails(
        _ a: DoubleDouble,
        _ b: DoubleDouble,
        _ x: DoubleDouble,
        _ y: DoubleDouble,
        margin: DoubleDouble? = nil
    ) -> TailPair {
        guard a.high > 0, b.high > 0, a.high < .infinity, b.high < .infinity, x.high >= 0, y.high >= 0 else {
            return .undefined
        }
        if x.high == 0 { return .certain(.upper) }
        if y.high == 0 { return .certain(.lower) }
        if min(a.high, b.high) <= 1 {
            return a.high <= b.high
                ? withSmallShape(a.high, b.high, x, y) : withSmallShape(b.high, a.high, y, x).mirrored
        }
        let margin = margin ?? y * a - x * b
        return margin.high >= 0 ? below(a, b, x, y, margin) : below(b, a, y, x, -margin).mirrored
    }

    /// The tails by the odds x/y.
    static func tails(_ a: Double, _ b: Double, odds: DoubleDouble) -> TailPair {
        if odds.high == .infinity { return .certain(.lower) }
        let (x, y) = shares(odds)
        return tails(a, b, x, y)
    }

    /// x and 1 − x by the odds x/(1 − x).
    static func shares(_ odds: DoubleDouble) -> (DoubleDouble, DoubleDouble) {
        let y = DoubleDouble(1) / (odds + 1)
        return (odds.high < 1e280 ? odds * y : DoubleDouble(1), y)
    }

    /// The lower tail where `x`, given by its logarithm, is too small for any term but the first.
    static func leading(_ a: Double, _ b: Double, logarithm: DoubleDouble) -> TailPair {
        if a <= 1 { return small(a, b, 0, logarithm) }
        let sum = DoubleDouble.sum(a, b)
        let ratio = sum / DoubleDouble(b)
        let rest = ratio.high < .infinity ? ratio.logarithm : sum.logarithm - DoubleDouble(b).logarithm
        let exponent = (logarithm + (sum / DoubleDouble(a)).logarithm) * a + rest * b
        return TailPair(.lower, exponent: exponent, factor: scale(a, b)).times(1 / a)
    }

    /// xᵃ yᵇ / B(a, b), the density times x y.
    static func weight(_ a: Double, _ b: Double, _ x: DoubleDouble, _ y: DoubleDouble) -> TailPair {
        weight(DoubleDouble(a), DoubleDouble(b), x, y)
    }

    /// xᵃ yᵇ / B(a, b), the density times x y.
    static func weight(
        _ a: DoubleDouble,
        _ b: DoubleDouble,
        _ x: DoubleDouble,
        _ y: DoubleDouble,
        margin: DoubleDouble? = nil
    ) -> TailPair {
        let sum = a + b
        if sum.high < 1e-10 {
            let exponent = x.logarithm * a + y.logarithm * b
            return TailPair(.lower, exponent: exponent, factor: a.high / sum.high * b.high)
        }
        let margin = margin ?? y * a - x * b
        let exponent = deviance(a, sum * x, above: -margin) + deviance(b, sum * y, above: margin)
        return TailPair(.lower, exponent: -exponent, factor: scale(a.high, b.high))
    }

    private static func scale(_ a: Double, _ b: Double) -> Double {
        let sum = a + b
        let scales = SpecialFunctions.stirlingScale(sum) / SpecialFunctions.stirlingScale(max(a, b))
        return scales / SpecialFunctions.stirlingScale(min(a, b)) * (max(a, b) / sum * min(a, b))
    }

    /// For a up to 1 and not above b.
    private static func withSmallShape(_ a: Double, _ b: Double, _ x: DoubleDouble, _ y: DoubleDouble) -> TailPair {
        if x.high <= 0.5, b * x.high <= 1 { return small(a, b, x.high, x.logarithm) }
        if b <= 1 { return small(b, a, y.high, y.logarithm).mirrored }
        let weight = weight(b, a, y, x)
        let value = y.high < 0.9 ? series(b, a, y.high) : fraction(b, a, y.high, x.high, (x * b - y * a).value)
        return weight.times(value).mirrored
    }

    /// For `x` at most the mean, by `margin` = a y − b x.
    private static func below(
        _ shapeOfX: DoubleDouble,
        _ shapeOfY: DoubleDouble,
        _ x: DoubleDouble,
        _ y: DoubleDouble,
        _ margin: DoubleDouble
    ) -> TailPair {
        let weight = weight(shapeOfX, shapeOfY, x, y, margin: margin)
        let (a, b) = (shapeOfX.high, shapeOfY.high)
        let value =
            if x.high * (a + b) <= 0.8 * (a + 1), x.high < 0.95 {
                series(a, b, x.high)
            } else if min(a, b) > 400 {
                integral(a, b, x.high, y.high, margin.value)
            } else {
                fraction(a, b, x.high, y.high, margin.value)
            }
        return weight.times(value)
    }

    /// By its logarithm, so that neither tail cancels, for a up to 1 and small x.
    private static func small(_ a: Double, _ b: Double, _ x: Double, _ logarithm: DoubleDouble) -> TailPair {
        var (sum, power, index) = (0.0, 1.0, 1.0)
        repeat {
            power *= (index - b) / index * x
            sum += power / (a + index)
            index += 1
        } while abs(power) > 1e-18 * abs(sum)
        let rest = log1p(a * sum) - SpecialFunctions.logGammaOfOneMore(a)
        let rise = logarithm * a + SpecialFunctions.logGammaRise(b, by: a)
        let ratio = (DoubleDouble(a) / DoubleDouble(b) + 1).logarithm
        return TailPair(.lower, exponent: rise - ratio + rest)
    }

    /// I over xᵃ yᵇ / B(a, b), by a series of positive terms.
    private static func series(_ a: Double, _ b: Double, _ x: Double) -> Double {
        var (sum, term, index) = (1.0, 1.0, 0.0)
        while term > 1e-18 * sum {
            term *= x * ((a + b + index) / (a + 1 + index))
            sum += term
            index += 1
        }
        return sum / a
    }

    /// I over xᵃ yᵇ / B(a, b), by the continued fraction of Didonato and Morris.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double, _ margin: Double) -> Double {
        var d = (a + 1) / a / (margin + 1)
        var c = Double.infinity
        var value = d
        var n = 1.0
        while n < 100_000 {
            let odd = a + 2 * n - 1
            let numerator = (a + n - 1) / odd * ((a + b + n - 1) / odd) * (n * (b - n) * x * x)
            let denominator = n + n * (b - n) * x / odd + (a + n) / (odd + 2) * (margin + 1 + n * (1 + y))
            d = 1 / (denominator + numerator * d)
            c = denominator + numerator / c
            let step = c * d
            value *= step
            guard abs(step - 1) >= 3e-16 else { break }
            n += 1
        }
        return value
    }

    /// I over xᵃ yᵇ / B(a, b), by quadrature over 1 − u/x.
    private static func integral(_ a: Double, _ b: Double, _ x: Double, _ y: Double, _ margin: Double) -> Double {
        let odds = x / y
        let slope = (margin - y + x) / y
        let (one, other) = ((a - 1).squareRoot(), (b - 1).squareRoot() * odds)
        let ratio = min(one, other) / max(one, other)
        let width = 1 / (max(0, slope) + max(one, other) * (1 + ratio * ratio).squareRoot())
        return width / y
            * integralOfFall(until: 1 / width) { w in
                let s = w * width
                return exp((a - 1) * log1pRest(-s) + (b - 1) * log1pRest(odds * s) - slope * s)
            }
    }
}
