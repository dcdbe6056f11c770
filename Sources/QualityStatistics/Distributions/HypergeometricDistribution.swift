/// The hypergeometric distribution: of marked things among some drawn without putting back.
public struct HypergeometricDistribution: DiscreteDistribution {
    /// The number of things to draw from, at least 0.
    public let population: Int

    /// How many of them are marked.
    public let marked: Int

    /// How many are drawn.
    public let drawn: Int

    /// A hypergeometric distribution.
    ///
    /// - Throws: ``StatisticsError`` for negative numbers, and more marked or drawn than there are.
    public init(population: Int, marked: Int, drawn: Int) throws(StatisticsError) {
        guard population >= 0 else { throw StatisticsError(.negative, of: "population") }
        guard marked >= 0 else { throw StatisticsError(.negative, of: "marked") }
        guard drawn >= 0 else { throw StatisticsError(.negative, of: "drawn") }
        guard marked <= population else { throw StatisticsError(.outOfRange, of: "marked") }
        guard drawn <= population else { throw StatisticsError(.outOfRange, of: "drawn") }
        self.population = population
        self.marked = marked
        self.drawn = drawn
    }

    /// The expected number of marked things drawn.
    public var mean: Double { population == 0 ? 0 : Double(drawn) * (Double(marked) / Double(population)) }

    /// The variance of the number of marked things drawn.
    public var variance: Double {
        guard population > 1 else { return 0 }
        let all = Double(population)
        return mean * (Double(population - marked) / all) * (Double(population - drawn) / (all - 1))
    }

    /// The numbers of marked things that can be drawn.
    public var support: ClosedRange<Int> { max(0, drawn - (population - marked))...min(drawn, marked) }

    /// The natural logarithm of the probability of a number; −∞ outside the support.
    public func logProbability(of number: Int) -> Double { weight(number).logWeight }

    /// The probability of a number; 0 outside the support.
    public func probability(of number: Int) -> Double { weight(number).number }

    private func weight(_ number: Int) -> TailPair {
        guard support.contains(number) else { return .certain(.upper) }
        guard population > 0 else { return TailPair(.lower, exponent: DoubleDouble(0)) }
        let all = DoubleDouble(exactly: population)
        let (success, failure) = (DoubleDouble(exactly: drawn) / all, DoubleDouble(exactly: population - drawn) / all)
        let hits = BinomialDistribution.weight(number, marked, success, failure)
        let misses = BinomialDistribution.weight(drawn - number, population - marked, success, failure)
        let total = BinomialDistribution.weight(drawn, population, success, failure)
        return TailPair(
            .lower,
            exponent: hits.exponent + misses.exponent - total.exponent,
            factor: hits.factor * misses.factor / total.factor
        )
    }

    /// The probabilities of a number or less, and of more than it.
    public func tails(at number: Int) -> TailPair {
        guard number >= support.lowerBound else { return .certain(.upper) }
        guard number < support.upperBound else { return .certain(.lower) }
        let isBelow = Double(number) < mean
        let likely = isBelow ? tail(.lower, from: number) : tail(.upper, from: number + 1)
        if likely.number <= 0.5 { return likely }
        return isBelow ? tail(.upper, from: number + 1) : tail(.lower, from: number)
    }

    /// The probability of a number and of all on a side of it.
    private func tail(_ side: TailPair.Side, from start: Int) -> TailPair {
        let marks = (marked - start, drawn - start)
        let rest = (start, population - marked - drawn + start)
        let sum = side == .lower ? Self.sum(falling: rest, rising: marks) : Self.sum(falling: marks, rising: rest)
        let weight = weight(start).times(sum)
        return side == .lower ? weight : weight.mirrored
    }

    /// The probability of a tail over that of its first number, at which the table has two cells that will fall by 1 at
    /// a time and two that will rise.
    private static func sum(falling: (Int, Int), rising: (Int, Int)) -> Double {
        let (a, b) = (DoubleDouble(exactly: falling.0) + 1, DoubleDouble(exactly: falling.1) + 1)
        let (c, d) = (DoubleDouble(exactly: rising.0), DoubleDouble(exactly: rising.1))
        let slope = log1p(((c * d - a * b) / (a * b)).value)
        let curvature = 1 / a.high + 1 / b.high + 1 / c.high + 1 / d.high
        if max(0, slope) + curvature.squareRoot() < 1 / 300 {
            return smoothSum(falling: (a.high, b.high), rising: (c.high, d.high), slope, curvature)
        }
        var (sum, term, index) = (1.0, 1.0, 0.0)
        while term > 1e-17 * sum {
            term *= (a.high - 1 - index) / (c.high + 1 + index) * ((b.high - 1 - index) / (d.high + 1 + index))
            sum += term
            index += 1
        }
        return sum
    }

    /// The same by quadrature, where the probability changes little from a number to the next.
    ///
    /// By Euler and Maclaurin's formula from half a step before the first number, and Stirling's formula relative to
    /// there: log Γ(z + ½) is z log z − z − 1/24z and a constant.
    private static func smoothSum(
        falling: (Double, Double),
        rising: (Double, Double),
        _ slope: Double,
        _ curvature: Double
    ) -> Double {
        func cell(_ z: Double, _ change: Double) -> Double {
            let x = change / z
            return z * ((1 + x) * log1pRest(x) + x * x) + x / (24 * (z + change))
        }
        func probability(_ step: Double) -> Double {
            let rises = cell(rising.0, step) + cell(rising.1, step)
            return exp(-(slope * step + rises + cell(falling.0, -step) + cell(falling.1, -step)))
        }
        let width = 1 / (max(0, slope) + curvature.squareRoot())
        let integral = width * integralOfFall(until: .infinity) { probability($0 * width) }
        let ends = slope / 24 + 7 / 5760 * slope * (3 * curvature - slope * slope)
        return (integral - ends) / probability(0.5)
    }
}
