/// What it costs to hold a stretch of a series for one level.
protocol SegmentCost: Sendable {
    /// The number of values.
    var count: Int { get }

    /// The cost of the values from a start up to, not including, an end.
    func cost(from start: Int, to end: Int) -> Double
}

/// The sum of squared distances from the mean, from running sums of the values less about their common mean.
struct SquaredDistances: SegmentCost {
    let count: Int
    /// About the mean of all values, which is taken off so that the sums keep their digits.
    ///
    /// It is a whole multiple of a power of two about an eighth of the spread, so that sums of whole numbers round
    /// nothing and equal costs are equal.
    let centre: Double
    /// Sums of the values before each position, and of their squares.
    let sums: [Double]
    let squares: [Double]

    init(_ values: [Double]) {
        count = values.count
        let mean = values.reduce(0, +) / Double(max(1, count))
        let spread = (values.max() ?? 0) - (values.min() ?? 0)
        let grain =
            spread > 0 && spread.isFinite ? Double(sign: .plus, exponent: spread.exponent - 3, significand: 1) : 0
        centre = grain > 0 ? (mean / grain).rounded() * grain : mean
        var (sum, square) = (0.0, 0.0)
        var (sums, squares) = ([0.0], [0.0])
        sums.reserveCapacity(count + 1)
        squares.reserveCapacity(count + 1)
        for value in values {
            sum += value - centre
            square += (value - centre) * (value - centre)
            sums.append(sum)
            squares.append(square)
        }
        (self.sums, self.squares) = (sums, squares)
    }

    @inline(__always)
    func cost(from start: Int, to end: Int) -> Double {
        let sum = sums[end] - sums[start]
        return squares[end] - squares[start] - sum * sum / Double(end - start)
    }

    func mean(of range: Range<Int>) -> Double {
        centre + (sums[range.upperBound] - sums[range.lowerBound]) / Double(range.count)
    }
}

/// Twice the negative log-likelihood of counts at one rate, without the terms that no partition changes.
///
/// 2 (k − k log(k / e)) for k events over the exposure e.
struct PoissonDeviance: SegmentCost {
    let count: Int
    let events: [Double]
    let exposures: [Double]

    init(events: [Double], exposures: [Double]) {
        count = events.count
        self.events = events.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        self.exposures = exposures.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }

    @inline(__always)
    func cost(from start: Int, to end: Int) -> Double {
        let sum = events[end] - events[start]
        return sum > 0 ? 2 * (sum - sum * log(sum / (exposures[end] - exposures[start]))) : 0
    }

    func rate(of range: Range<Int>) -> Double {
        (events[range.upperBound] - events[range.lowerBound])
            / (exposures[range.upperBound] - exposures[range.lowerBound])
    }
}
