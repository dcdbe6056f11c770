/// The probabilities below and above a point, each as precise as if it had been computed alone.
///
/// Where a probability is too small for a double, about 10⁻³⁰⁸, its logarithm still tells it.
public struct TailPair: Hashable, Sendable {
    /// A side of the point.
    enum Side {
        case lower
        case upper

        var other: Self { self == .lower ? .upper : .lower }
    }

    /// The side that was computed; the other is what it leaves of 1.
    let side: Side
    /// The logarithm of the computed tail, but for `factor`.
    let exponent: DoubleDouble
    let factor: Double

    init(_ side: Side, exponent: DoubleDouble, factor: Double = 1) {
        self.side = side
        self.exponent = exponent
        self.factor = factor
    }

    /// All probability on one side.
    static func certain(_ side: Side) -> Self { Self(side.other, exponent: DoubleDouble(-.infinity)) }

    /// Neither side is defined.
    static var undefined: Self { Self(.lower, exponent: DoubleDouble(.nan)) }

    /// The probability of the point or less.
    public var lower: Double { value(.lower) }
    /// The probability of more than the point.
    public var upper: Double { value(.upper) }
    /// The natural logarithm of ``lower``.
    public var logLower: Double { logarithm(.lower) }
    /// The natural logarithm of ``upper``.
    public var logUpper: Double { logarithm(.upper) }

    /// The same tails with the names of the sides exchanged.
    var mirrored: Self { Self(side.other, exponent: exponent, factor: factor) }

    /// The same with another factor, which a product too small for a double does not lose.
    func times(_ other: Double) -> Self {
        let product = factor * other
        guard product < .leastNormalMagnitude else { return Self(side, exponent: exponent, factor: product) }
        return Self(side, exponent: exponent + DoubleDouble(factor).logarithm, factor: other)
    }

    func value(_ side: Side) -> Double {
        let direct = number
        if direct.isNaN { return .nan }
        if side == self.side { return min(1, direct) }
        return factor == 1 ? max(0, -expm1(exponent.value)) : max(0, 1 - direct)
    }

    func logarithm(_ side: Side) -> Double {
        if side == self.side { return min(0, logWeight) }
        let direct = value(self.side)
        return factor == 1 && direct > 0.5 ? log(-expm1(exponent.value)) : log1p(-direct)
    }

    /// The logarithm of the computed number, which need not be a probability.
    var logWeight: Double { exponent.high + (exponent.low + log(factor)) }

    /// The computed number, which need not be a probability.
    var number: Double {
        abs(exponent.high) < 600
            ? exponent.exponential * factor : (exponent + DoubleDouble(factor).logarithm).exponential
    }

    /// The computed number over another, where only their ratio can be told.
    func number(over divisor: Double) -> Double {
        Self(side, exponent: exponent - DoubleDouble(divisor).logarithm, factor: factor).number
    }
}
