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
        let all = DoubleDouble(Double(population))
        let (success, failure) = (DoubleDouble(Double(drawn)) / all, DoubleDouble(Double(population - drawn)) / all)
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
        let below = Double(number) < mean
        let start = below ? number : number + 1
        let weight = weight(start)
        var (sum, term, current) = (1.0, 1.0, start)
        while term > 1e-17 * sum {
            let next = below ? current - 1 : current + 1
            guard support.contains(next) else { break }
            let (fewer, more) = (min(current, next), max(current, next))
            let up = Double(marked - fewer) * Double(drawn - fewer)
            let down = Double(more) * Double(population - marked - drawn + more)
            term *= below ? down / up : up / down
            sum += term
            current = next
        }
        return TailPair(below ? .lower : .upper, exponent: weight.exponent, factor: weight.factor * sum)
    }
}
