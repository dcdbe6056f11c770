/// The tails of Kendall's score without a trend, ties taken into account, by its cumulants up to the sixth.
///
/// The score is a lattice variable of step 2 whose generating function is a *q*-multinomial coefficient, so that its
/// cumulants are sums of powers. An Edgeworth series of the score smoothed over a step gives tails to about 10⁻⁵ from
/// ten values on (Robillard 1972, *Biometrika* 59:447–455; Kolassa & McCullagh 1990, *Annals of Statistics* 18:981–985).
package struct KendallTails {
    /// Pairs that rise less pairs that fall.
    package let score: Int
    /// The number of values.
    package let count: Int
    private let untiedPairs: Int
    private let deviation: Double
    private let fourth: Double
    private let sixth: Double

    /// The tails for values in the order of time, all finite.
    package init(_ values: [Double]) {
        let kendall = KendallScore(values)
        score = kendall.score
        count = kendall.count
        untiedPairs = kendall.untiedPairs
        let (fourth, sixth) = Self.powers(kendall)
        // Smoothing over a step of 2 adds the cumulants of a uniform variable.
        deviation = (kendall.variance + 1 / 3).squareRoot()
        let square = deviation * deviation
        self.fourth = (-16 / 120 * fourth - 16 / 120) / (square * square)
        self.sixth = (64 / 252 * sixth + 64 / 252) / (square * square * square)
    }

    /// The sums of i⁴ − 1 and i⁶ − 1 over the places, less those over each group of ties.
    private static func powers(_ kendall: KendallScore) -> (Double, Double) {
        func sum(_ size: Int) -> (Double, Double) {
            var sums = (0.0, 0.0)
            for place in 1...max(1, size) {
                let square = Double(place) * Double(place)
                sums.0 += square * square - 1
                sums.1 += square * square * square - 1
            }
            return sums
        }
        var sums = sum(kendall.count)
        for size in kendall.ties where size > 1 {
            let ties = sum(size)
            sums.0 -= ties.0
            sums.1 -= ties.1
        }
        return sums
    }

    /// The two-sided probability of a score at least as far from 0.
    package var pValue: Double { twoSided(abs(score)) }

    /// The probability that a test whose p-value has to reach a level finds a trend, which is at most the level.
    package func attained(_ level: Double) -> Double {
        let parity = untiedPairs % 2
        let z = StandardNormal.quantile(upper: level / 2)
        var distance = max(parity, 2 * Int(z * deviation / 2) + parity)
        while distance > parity, twoSided(distance - 2) <= level { distance -= 2 }
        while distance <= untiedPairs, twoSided(distance) > level { distance += 2 }
        return distance > untiedPairs ? 0 : twoSided(distance)
    }

    private func twoSided(_ distance: Int) -> Double {
        guard distance > 0 else { return 1 }
        guard deviation > 0.6 else { return 1 }
        let x = Double(distance - 1) / deviation
        let square = x * x
        let third = x * (square - 3)
        let fifth = x * (square * square - 10 * square + 15)
        let seventh = x * (square * square * square - 21 * square * square + 105 * square - 105)
        let correction = fourth / 24 * third + sixth / 720 * fifth + fourth * fourth / 1_152 * seventh
        let density = exp(-square / 2) * 0.398_942_280_401_432_7
        return min(1, max(0, 2 * (StandardNormal.tails(x).upper + density * correction)))
    }
}
