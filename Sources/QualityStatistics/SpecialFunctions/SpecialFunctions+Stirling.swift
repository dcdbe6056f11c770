extension SpecialFunctions {
    /// ½ log 2π.
    static let halfLogTwoPi = 0.9189385332046728
    /// √2π.
    static let rootTwoPi = 2.5066282746310002

    /// log Γ(2 + z) for z from −½ to ½, by its Taylor series with ζ(k) − 1 (Abramowitz and Stegun 6.1.33).
    static func logGammaNearTwo(_ z: Double) -> Double {
        z * (0.42278433509846713 + z * zetaTerms.reversed().reduce(0) { $0 * z + $1 })
    }

    /// log Γ(1 + a) for a from 0 to 1, of full relative precision.
    static func logGammaOfOneMore(_ a: Double) -> Double {
        a < 0.5 ? logGammaNearTwo(a) - log1p(a) : logGammaNearTwo(a - 1)
    }

    /// A number from 1.5 to 2.5 and a product, whose gamma function and which multiply to the gamma function.
    static func reduced(_ x: Double) -> (base: Double, product: Double) {
        var (base, product) = (x, 1.0)
        while base > 2.5 {
            base -= 1
            product *= base
        }
        return (base, product)
    }

    /// What Stirling's formula leaves of log Γ(x) for x from 15 on (Abramowitz and Stegun 6.1.40).
    static func stirlingRest(_ x: Double) -> Double {
        let inverse = 1 / x
        let square = inverse * inverse
        return stirlingTerms.reversed().reduce(0) { $0 * square + $1 } * inverse
    }

    /// Γ(a + 1) (e/a)ᵃ, the part of a density that neither overflows nor cancels; 1 for a of 0.
    static func stirlingScale(_ a: Double) -> Double {
        if a == 0 { return 1 }
        if a >= 15 { return (a).squareRoot() * rootTwoPi * exp(stirlingRest(a)) }
        let exponent = (DoubleDouble(1) - DoubleDouble(a).logarithm) * a
        return (a <= 1 ? exp(logGammaOfOneMore(a)) : gamma(a) * a) * exponent.exponential
    }

    /// log Γ(1 + b + a) − log Γ(1 + b) for a from 0 to 1, precise relative to `a`.
    static func logGammaRise(_ b: Double, by a: Double) -> DoubleDouble {
        var base = b
        var shift = 0.0
        while base < 15 {
            base += 1
            shift += log1p(a / base)
        }
        let ratio = a / base
        let logarithm = log1p(ratio)
        var (rest, power, index) = (0.0, 1 / base, 1.0)
        for term in stirlingTerms {
            rest += term * power * expm1(-index * logarithm)
            power /= base * base
            index += 2
        }
        let remainder = base * log1pRest(ratio) + (a + 0.5) * logarithm + rest - shift
        return DoubleDouble(base).logarithm * a + remainder
    }

    /// (−1)ᵏ (ζ(k) − 1) / k from k = 2.
    private static let zetaTerms: [Double] = [
        0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
        -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-05,
        -4.492623673813314e-05, 2.050721277567069e-05, -9.439488275268397e-06, 4.374866789907488e-06,
        -2.039215753801366e-06, 9.55141213040742e-07, -4.492469198764566e-07, 2.1207184805554665e-07,
        -1.0043224823968099e-07, 4.7698101693639804e-08, -2.2711094608943164e-08, 1.0838659214896955e-08,
        -5.183475041970047e-09, 2.4836745438024785e-09, -1.1921401405860912e-09, 5.731367241678862e-10,
        -2.7595228851242334e-10, 1.330476437424449e-10,
    ]

    /// B₂ₖ / 2k(2k − 1) from k = 1.
    private static let stirlingTerms: [Double] = [
        0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
        0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
    ]

    /// B₂ₖ / 2k from k = 1.
    static let bernoulliOverIndex: [Double] = [
        0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667, 0.007575757575757576,
        -0.021092796092796094, 0.08333333333333333, -0.4432598039215686,
    ]

    /// B₂ₖ from k = 1.
    static let bernoulli: [Double] = [
        0.16666666666666666, -0.03333333333333333, 0.023809523809523808, -0.03333333333333333, 0.07575757575757576,
        -0.2531135531135531, 1.1666666666666667, -7.092156862745098,
    ]

    /// The zero of the digamma function.
    static let digammaZero = DoubleDouble(high: 1.4616321449683622, low: 9.549995429965697e-17)

    /// The derivatives of the digamma function at its zero, over the factorials.
    static let digammaSlopes: [Double] = [
        0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.16394270544240652, 0.10782405069126237,
        -0.07219956125645471, 0.04880428816414311, -0.03316112647484736, 0.022597648232218104, -0.01542476590494896,
        0.010538791616612175, -0.007204534386356869, 0.004926781395729853, -0.003369801655439328, 0.002305126326734928,
        -0.0015769367714301972, 0.0010788252019162967, -0.0007380709389960052, 0.000504953265834602,
        -0.0003454680251063077, 0.00023635601564027053, -0.00016170622091974803, 0.0001106337276874741,
        -7.569179582195066e-05, 5.178575795222081e-05, -3.5430070947659604e-05, 2.424006611860132e-05,
        -1.6584242271854135e-05, 1.134638458466385e-05,
    ]
}
