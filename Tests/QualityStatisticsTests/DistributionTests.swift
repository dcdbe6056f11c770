import QualityStatistics
import TestSupport
import Testing

@Suite("Distributions")
struct DistributionTests {
    /// A distribution of counts that is small enough to be added up.
    static let counts: [any DiscreteDistribution] = {
        let made: [(any DiscreteDistribution)?] = [
            try? PoissonDistribution(mean: 0), try? PoissonDistribution(mean: 4.2),
            try? BinomialDistribution(trials: 12, probability: 0.3),
            try? BinomialDistribution(trials: 0, probability: 0.3),
            try? BinomialDistribution(trials: 9, probability: 0), try? BinomialDistribution(trials: 9, probability: 1),
            try? NegativeBinomialDistribution(mean: 3, size: 0.8),
            try? HypergeometricDistribution(population: 30, marked: 12, drawn: 9),
            try? HypergeometricDistribution(population: 0, marked: 0, drawn: 0),
            try? HypergeometricDistribution(population: 10, marked: 10, drawn: 4),
        ]
        return made.compactMap(\.self)
    }()

    @Test("Tails are sums of probabilities, and quantiles are where they are reached", arguments: counts.indices)
    func sums(index: Int) {
        let distribution = Self.counts[index]
        var sum = 0.0
        var mean = 0.0
        for number in -1...300 {
            let probability = distribution.probability(of: number)
            sum += probability
            mean += Double(number) * probability
            #expect(abs(distribution.probability(atMost: number) - sum) < 1e-13)
            #expect(abs(distribution.probability(atLeast: number + 1) - (1 - sum)) < 1e-13)
            #expect(distribution.support.contains(number) || probability == 0)
            if probability > 1e-9, sum < 1 - 1e-9 {
                #expect(distribution.quantile(lower: sum) == number)
                #expect(distribution.quantile(lower: sum + 1e-12) == number + 1)
                #expect(distribution.quantile(upper: distribution.tails(at: number).upper) == number)
            }
        }
        #expect(abs(mean - distribution.mean) < 1e-6)
        #expect(distribution.quantile(lower: 0) == distribution.support.lowerBound)
        #expect(distribution.quantile(lower: -0.1) == nil && distribution.quantile(upper: 1.1) == nil)
        #expect(distribution.quantile(upper: .nan) == nil)
    }

    @Test("A quantile of a continuous distribution has the tail it was asked for", arguments: Seeds.some(3))
    func inverse(seed: UInt64) throws {
        var generator = Draws(seed: seed)
        for _ in 0..<200 {
            let (a, b) = (
                Double.random(in: 0.3...80, using: &generator), Double.random(in: 0.3...80, using: &generator)
            )
            let distributions: [any ContinuousDistribution] = [
                try NormalDistribution(mean: a, deviation: b), try GammaDistribution(shape: a, scale: b),
                try BetaDistribution(alpha: a, beta: b), try ChiSquaredDistribution(degreesOfFreedom: a),
                try StudentDistribution(degreesOfFreedom: a), try FisherDistribution(numerator: a, denominator: b),
            ]
            let probability = Double.random(in: 0.001...0.999, using: &generator)
            for distribution in distributions {
                let low = distribution.tails(at: distribution.quantile(lower: probability))
                let high = distribution.tails(at: distribution.quantile(upper: probability))
                #expect(abs(low.lower / probability - 1) < 1e-11, "\(distribution) \(probability), seed \(seed)")
                #expect(abs(high.upper / probability - 1) < 1e-11, "\(distribution) \(probability), seed \(seed)")
            }
        }
    }

    @Test("All of the probability is reached where no number above has any")
    func all() throws {
        let endless: [any DiscreteDistribution] = [
            try PoissonDistribution(mean: 10), try PoissonDistribution(mean: 1e15),
            try NegativeBinomialDistribution(mean: 10, size: 3),
            try NegativeBinomialDistribution(mean: 1e15, size: 1e-9),
        ]
        for distribution in endless + Self.counts {
            let end = distribution.variance > 0 ? distribution.support.upperBound : Int(distribution.mean)
            #expect(distribution.quantile(lower: 1) == end, "\(distribution)")
            #expect(distribution.quantile(upper: 0) == end, "\(distribution)")
            #expect(distribution.quantile(lower: 0) == distribution.support.lowerBound)
            #expect(distribution.quantile(upper: 1) == distribution.support.lowerBound)
        }
    }

    @Test("The quotient by a scale loses no digits of the tails")
    func scaled() throws {
        func isNear(_ found: Double, _ expected: Double) -> Bool { abs(found / expected - 1) < 1e-13 }
        let normal = try NormalDistribution(mean: 0.1, deviation: 0.7)
        #expect(isNear(normal.density(at: -24.3), 8.26956553445686e-265))
        #expect(isNear(normal.tails(at: -24.3).lower, 1.6593279989777552e-266))
        let gamma = try GammaDistribution(shape: 1e12, scale: 0.3)
        #expect(isNear(gamma.density(at: 299_999_100_000), 1.477273940449723e-08))
        #expect(isNear(gamma.tails(at: 299_999_100_000).lower, 0.0013498862135560476))
        #expect(isNear(gamma.tails(at: 300_000_900_000).upper, 0.0013499098497528888))
    }

    @Test("The ends of a continuous distribution have the probabilities 0 and 1")
    func ends() throws {
        let distributions: [any ContinuousDistribution] = [
            NormalDistribution.standard, try GammaDistribution(shape: 2), try BetaDistribution(alpha: 2, beta: 3),
            try ChiSquaredDistribution(degreesOfFreedom: 3), try StudentDistribution(degreesOfFreedom: 3),
            try FisherDistribution(numerator: 3, denominator: 4),
        ]
        for distribution in distributions {
            #expect(distribution.tails(at: -.infinity).lower == 0)
            #expect(distribution.tails(at: -.infinity).upper == 1)
            #expect(distribution.tails(at: .infinity).lower == 1)
            #expect(distribution.tails(at: .infinity).upper == 0)
            #expect(distribution.tails(at: .infinity).logUpper == -.infinity)
            #expect(distribution.density(at: .infinity) == 0)
            #expect(
                distribution.quantile(lower: 0) == -distribution.quantile(upper: 0)
                    || distribution.quantile(lower: 0) == 0
            )
            #expect(distribution.quantile(lower: -1).isNaN && distribution.quantile(upper: .nan).isNaN)
            #expect(distribution.tails(at: .nan).lower.isNaN)
        }
    }

    @Test("Parameters that a distribution is not defined for are refused")
    func refused() {
        #expect(throws: StatisticsError(.notFinite, of: "mean")) {
            try NormalDistribution(mean: .nan, deviation: 1)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "deviation")) {
            try NormalDistribution(mean: 0, deviation: 0)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "shape")) { try GammaDistribution(shape: 0) }
        #expect(throws: StatisticsError(.negative, of: "mean")) { try PoissonDistribution(mean: -1) }
        #expect(throws: StatisticsError(.outOfRange, of: "mean")) { try PoissonDistribution(mean: 1e16) }
        #expect(throws: StatisticsError(.negative, of: "trials")) {
            try BinomialDistribution(trials: -1, probability: 0.5)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "probability")) {
            try BinomialDistribution(trials: 1, probability: .nan)
        }
        #expect(throws: StatisticsError(.notFinite, of: "size")) {
            try NegativeBinomialDistribution(mean: 1, size: .infinity)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "marked")) {
            try HypergeometricDistribution(population: 3, marked: 4, drawn: 1)
        }
    }

    @Test("Functions outside their domain are not numbers, and infinite where they are")
    func domains() {
        #expect(SpecialFunctions.logGamma(0).isNaN && SpecialFunctions.gamma(-1.5).isNaN)
        #expect(SpecialFunctions.digamma(-1).isNaN && SpecialFunctions.trigamma(.nan).isNaN)
        #expect(SpecialFunctions.gamma(172) == .infinity && SpecialFunctions.logGamma(.infinity) == .infinity)
        #expect(SpecialFunctions.logGamma(1) == 0 && SpecialFunctions.logGamma(2) == 0)
        #expect(SpecialFunctions.logBinomial(5, choose: 6) == -.infinity)
        #expect(SpecialFunctions.logBinomial(5, choose: -1) == -.infinity)
        #expect(SpecialFunctions.logBinomial(-1, choose: 0).isNaN)
        #expect(SpecialFunctions.logBinomial(7, choose: 0) == 0)
    }
}
