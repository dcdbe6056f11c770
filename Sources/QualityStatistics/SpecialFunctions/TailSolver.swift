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

        /// `weight`: the density times the point, with its sign; as a logarithm and a sign to reach the far tails.
        init(tail: Double, logTail: Double, target: Double, logWeight: Double, rising: Bool) {
            let ratio = tail / target
            excess = ratio > 0.5 && ratio < 2 && tail > 1e-290 ? log1p((tail - target) / target) : logTail - log(target)
            slope = (rising ? 1 : -1) * exp(logWeight - logTail)
        }
    }

    /// The positive point where the excess is 0, by Newton's method kept within a bracket.
    static func solve(from start: Double, rising: Bool, _ step: (Double) -> Step) -> Double {
        var (low, high) = (0.0, Double.infinity)
        var point = min(max(start, 1e-305), 1e305)
        var last = Double.infinity
        for _ in 0..<500 {
            let found = step(point)
            if found.excess == 0 || found.excess.isNaN { break }
            if (found.excess > 0) == rising { high = point } else { low = point }
            let change = -found.excess / found.slope
            if abs(change) < 1e-9, abs(change) >= last { break }
            last = abs(change)
            let limit = min(max(change, -40), 40)
            var next = abs(limit) < 0.5 ? point + point * expm1(limit) : point * exp(limit)
            if !(next > low && next < high) || limit.isNaN {
                if high == .infinity {
                    next = point * 1e4
                } else if low == 0 {
                    next = point / 1e4
                } else {
                    next = low.squareRoot() * high.squareRoot()
                }
            }
            if next == point || next == 0 || next == .infinity || last < 1e-16 {
                point = next
                break
            }
            point = next
        }
        return point
    }
}
