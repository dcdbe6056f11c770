/// Finds where a tail reaches a probability, on the scale of logarithms of both.
enum TailSolver {
    /// How a tail compares with its target at a point.
    struct Step {
        /// The logarithm of the tail over its target.
        let excess: Double
        /// The derivative of the logarithm of the tail by the logarithm of the point.
        let slope: Double

        init(excess: Double, slope: Double) {
            self.excess = excess
            self.slope = slope
        }

        /// By the tails at the point, of which one side is wanted, and the density times the point.
        init(_ tails: TailPair, _ side: TailPair.Side, target: Double, weight: TailPair) {
            let (tail, logTail) = (tails.value(side), tails.logarithm(side))
            let ratio = tail / target
            excess =
                ratio > 0.5 && ratio < 2 && tail > .leastNormalMagnitude
                ? log1p((tail - target) / target) : logTail - log(target)
            let size =
                tails.side == side
                ? (weight.exponent - tails.exponent).exponential * (weight.factor / tails.factor)
                : exp(weight.logWeight - logTail)
            slope = side == .lower ? size : -size
        }
    }

    /// The positive point where the excess is 0, by Newton's method kept within a bracket.
    static func solve(from start: Double, rising: Bool, _ step: (Double) -> Step) -> Double {
        var (low, high) = (0.0, Double.infinity)
        var point = min(max(start, 1e-305), 1e305)
        for _ in 0..<200 {
            let found = step(point)
            if found.excess == 0 || found.excess.isNaN { break }
            if (found.excess > 0) == rising { high = point } else { low = point }
            let change = -found.excess / found.slope
            let near = abs(change) < 0.5
            let next = near ? point + point * expm1(change) : point * exp(min(max(change, -40), 40))
            if next == point { break }
            if next > low && next < high {
                point = next
            } else if abs(change) < 1e-12 {
                break
            } else {
                let (bottom, top) = (low > 0 ? low : point * 1e-4, high < .infinity ? high : point * 1e4)
                point = bottom.squareRoot() * top.squareRoot()
            }
            if abs(change) < 1e-15 || point == 0 || point == .infinity { break }
        }
        return point
    }
}
