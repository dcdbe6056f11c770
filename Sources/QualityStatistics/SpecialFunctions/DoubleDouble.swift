/// The unevaluated sum of two doubles, about 32 decimal digits: for exponents, whose absolute error becomes relative.
///
/// Source: Dekker 1971; Knuth, The Art of Computer Programming 2, 4.2.2.
struct DoubleDouble: Hashable, Sendable {
    let high: Double
    let low: Double

    init(_ value: Double) {
        high = value
        low = 0
    }

    /// A whole number, of which a double may not hold every digit.
    init(exactly integer: Int) {
        self = Self.quickSum(Double(integer >> 32) * 0x1p32, Double(integer & 0xFFFF_FFFF))
    }

    init(high: Double, low: Double) {
        self.high = high
        self.low = low
    }

    /// The sum of two numbers of which the first is not the smaller one in size.
    static func quickSum(_ a: Double, _ b: Double) -> Self {
        let sum = a + b
        return sum.isFinite ? Self(high: sum, low: b - (sum - a)) : Self(sum)
    }

    static func sum(_ a: Double, _ b: Double) -> Self {
        let sum = a + b
        guard sum.isFinite else { return Self(sum) }
        let part = sum - a
        return Self(high: sum, low: (a - (sum - part)) + (b - part))
    }

    static func product(_ a: Double, _ b: Double) -> Self {
        let product = a * b
        return product.isFinite ? Self(high: product, low: (-product).addingProduct(a, b)) : Self(product)
    }

    static prefix func - (a: Self) -> Self { Self(high: -a.high, low: -a.low) }

    static func + (a: Self, b: Self) -> Self {
        let highs = sum(a.high, b.high)
        guard highs.high.isFinite else { return highs }
        let lows = sum(a.low, b.low)
        let first = quickSum(highs.high, highs.low + lows.high)
        return quickSum(first.high, first.low + lows.low)
    }

    static func - (a: Self, b: Self) -> Self { a + -b }

    static func * (a: Self, b: Self) -> Self {
        let product = product(a.high, b.high)
        guard product.high.isFinite else { return product }
        return quickSum(product.high, product.low + (a.high * b.low + a.low * b.high))
    }

    static func / (a: Self, b: Self) -> Self {
        let first = a.high / b.high
        guard first.isFinite, first != 0 else { return Self(first) }
        let rest = a - b * Self(first)
        let second = rest.high / b.high
        let last = (rest - b * Self(second)).high / b.high
        return quickSum(first, second) + Self(last)
    }

    static func + (a: Self, b: Double) -> Self { a + Self(b) }
    static func * (a: Self, b: Double) -> Self { a * Self(b) }

    /// The nearest double.
    var value: Double { high + low }

    /// *e* to this power.
    var exponential: Double {
        let power = exp(high)
        return power.isFinite && low.isFinite ? power + power * low : power
    }

    /// The natural logarithm of a positive number.
    var logarithm: Self {
        guard high > 0, high.isFinite else { return Self(log(high)) }
        var exponent = Double(high.exponent)
        var significand = high.significand
        if significand > 1.414_213_562_373_095 {
            significand /= 2
            exponent += 1
        }
        let fraction = low == 0 ? 0 : low / high * significand
        let mantissa = Self.quickSum(significand, fraction)
        let z = (mantissa + -1) / (mantissa + 1)
        let ln2 = Self(high: 0.6931471805599453, low: 2.3190468138462996e-17)
        return ln2 * exponent + (z + z * Self.inverseTangentRest(z * z)) * 2
    }

    /// log(1 + u) − u without cancellation, for u above −1.
    var logarithmOfOneMoreRest: Self {
        guard abs(high) < 0.5 else { return (self + 1).logarithm - self }
        let z = self / (self + 2)
        return z * (Self.inverseTangentRest(z * z) * 2 - self)
    }

    /// artanh(z)/z − 1 = z²/3 + z⁴/5 + …, by z².
    private static func inverseTangentRest(_ square: Self) -> Self {
        var power = square
        var sum = Self(0)
        var divisor = 3.0
        while abs(power.high) > 1e-30 * max(abs(sum.high), 1e-290) {
            sum = sum + power / Self(divisor)
            power = power * square
            divisor += 2
        }
        return sum
    }
}

/// log(1 + u) − u without cancellation, for u above −1.
func log1pRest(_ u: Double) -> Double {
    guard abs(u) < 0.5 else { return log1p(u) - u }
    let z = u / (2 + u)
    let square = z * z
    var power = square
    var sum = 0.0
    var divisor = 3.0
    while power > 1e-18 * square {
        sum += power / divisor
        power *= square
        divisor += 2
    }
    return z * (2 * sum - u)
}

/// a log(a/m) + m − a, which is never negative: how far a count `a` lies from a mean `m`, with its rounding known.
///
/// Source: Loader, "Fast and accurate computation of binomial probabilities", 2000.
func deviance(_ a: DoubleDouble, _ m: DoubleDouble) -> DoubleDouble { deviance(a, m, above: m - a) }

/// The same where `m − a` is known better than from its terms.
func deviance(_ a: DoubleDouble, _ m: DoubleDouble, above difference: DoubleDouble) -> DoubleDouble {
    if a.high == 0 { return m }
    let u = difference / a
    if abs(u.high) < 0.5 { return a * -u.logarithmOfOneMoreRest }
    return a * (a.logarithm - m.logarithm) + difference
}
