/// Counts of a series given their sum, under more or less scatter: a Dirichlet multinomial distribution.
///
/// Given the sum, the mean is no unknown any more, and only the scatter α is: counts of equal exposure have the variance
/// μ + αμ², and those of unequal exposure scatter in proportion to it. At α = 0 the counts are multinomial, as Poisson
/// counts given their sum are (Mosimann 1962, *Biometrika* 49:65–82; Robinson & Smyth 2008, *Biostatistics* 9:321–332).
package struct ConditionalCounts {
    /// The scatters that are weighed against each other; 0 is that of Poisson counts.
    package static let scatters: [Double] = {
        var scatters = [0.0]
        var next = 0.005
        while next < 4 {
            scatters.append(next)
            next *= 1.7
        }
        return scatters
    }()

    /// The counts.
    package let counts: [Int]
    /// The share of each place in all exposure; they add up to 1.
    package let shares: [Double]
    /// The sum of the counts.
    package let total: Int

    /// Counts with their exposures, above 0 and as many as there are counts.
    package init(_ counts: [Int], exposures: [Double]) {
        precondition(counts.count == exposures.count, "each count has an exposure")
        self.counts = counts
        let sum = exposures.reduce(0, +)
        shares = exposures.map { $0 / sum }
        total = counts.reduce(0, +)
    }

    /// The logarithm of the probability of the counts given their sum, less what is the same for every scatter.
    package func logLikelihood(_ scatter: Double) -> Double {
        guard scatter > 0 else {
            return zip(counts, shares).reduce(0) { $1.0 == 0 ? $0 : $0 + Double($1.0) * log($1.1) }
        }
        let whole = Double(counts.count) / scatter
        return zip(counts, shares).reduce(-Self.logRising(whole, total)) { $0 + Self.logRising(whole * $1.1, $1.0) }
    }

    /// log Γ(x + n) − log Γ(x).
    private static func logRising(_ x: Double, _ steps: Int) -> Double {
        guard steps <= 400 else { return SpecialFunctions.logGamma(x + Double(steps)) - SpecialFunctions.logGamma(x) }
        var (sum, product) = (0.0, 1.0)
        for step in 0..<steps {
            product *= x + Double(step)
            if product > 1e250 || product < 1e-250 {
                sum += log(product)
                product = 1
            }
        }
        return sum + log(product)
    }

    /// The count of a place, or of places that together have a share of the exposure, given the sum.
    package func part(_ share: Double, of total: Int, _ scatter: Double) -> Part {
        let whole = Double(counts.count) / scatter
        return Part(total: total, share: share, first: whole * share, second: whole * (1 - share), scatter: scatter)
    }

    /// A beta-binomial distribution, at no scatter a binomial one.
    package struct Part {
        fileprivate let total: Int
        fileprivate let share: Double
        fileprivate let first: Double
        fileprivate let second: Double
        fileprivate let scatter: Double

        /// The logarithm of the probability of a number from 0 to the total.
        package func logProbability(of number: Int) -> Double {
            let rest = total - number
            let ways = SpecialFunctions.logBinomial(total, choose: number)
            guard scatter > 0 else {
                return ways + Double(number) * log(share) + Double(rest) * log1p(-share)
            }
            return ways + ConditionalCounts.logRising(first, number) + ConditionalCounts.logRising(second, rest)
                - ConditionalCounts.logRising(first + second, total)
        }

        /// The probability of a number or more.
        package func atLeast(_ number: Int) -> Double {
            guard number > 0 else { return 1 }
            guard number <= total else { return 0 }
            if Double(number) < Double(total) * share { return max(0, 1 - atMost(number - 1)) }
            var (place, weight, sum) = (number, exp(logProbability(of: number)), 0.0)
            while true {
                sum += weight
                guard place < total, weight > sum * 1e-14 else { return min(1, sum) }
                weight *= up(place)
                place += 1
            }
        }

        /// The probability of a number or less.
        package func atMost(_ number: Int) -> Double {
            guard number >= 0 else { return 0 }
            guard number < total else { return 1 }
            if Double(number) > Double(total) * share { return max(0, 1 - atLeast(number + 1)) }
            var (place, weight, sum) = (number, exp(logProbability(of: number)), 0.0)
            while true {
                sum += weight
                guard place > 0, weight > sum * 1e-14 else { return min(1, sum) }
                place -= 1
                weight /= up(place)
            }
        }

        /// The probability of one more over that of a number.
        private func up(_ number: Int) -> Double {
            let (hits, misses) = (Double(number), Double(total - number))
            guard scatter > 0 else { return misses / (hits + 1) * share / (1 - share) }
            return misses / (hits + 1) * (hits + first) / (misses - 1 + second)
        }
    }
}
