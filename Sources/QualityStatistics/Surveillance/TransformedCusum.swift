/// The one-sided cumulative sum chart of counts that are brought near to the normal distribution first.
///
/// S = max(0, S + z − k), which never starts again after a signal; a signal is a sum of h or more. For Poisson counts
/// ``PoissonCusum`` needs no transformation and is to be preferred.
public struct TransformedCusum: StatisticalResult {
    /// How a count x with the expectation m becomes the value z that is summed.
    public enum Transformation: Hashable, Sendable {
        /// z = x.
        case none
        /// z = (x − m) / √m.
        case standardized
        /// z = (x − 3m + 2√(m·x)) / (2√m), whose sums have nearly the run lengths of normal values.
        ///
        /// Rossi, Lampugnani & Marchi 1999, *Stat Med* 18:2111–2122.
        case rossi
    }

    /// The method and its source.
    public let method: StatisticalMethod

    /// What the method assumes.
    public let assumptions: [Assumption]

    /// The number of counts that are not missing.
    public let sample: Int

    /// How the counts were transformed.
    public let transformation: Transformation

    /// The expected count m of each period.
    public let expected: Double

    /// The reference value k, in the unit of the transformed counts.
    public let referenceValue: Double

    /// The limit h, in the unit of the transformed counts.
    public let limit: Double

    /// The sum after each period; `nil` for a missing count, over which the sum keeps its value.
    public let statistics: [Double?]

    /// The count from which each period would signal, given the periods before it; 0 where any count would.
    public let bounds: [Double]

    /// The positions of the signals, from 0.
    public let signals: [Int]

    /// A chart for a rise above an expected count.
    ///
    /// `counts`: in order of time, missing ones `nil`. `expected`: above 0. `referenceValue`: 0 or more, and `limit`:
    /// above 0, in the unit of the transformed counts; 1.04 and 2.26 give normal values an in-control average run
    /// length of 500 and find a rise by two standard deviations soonest.
    /// - Throws: ``StatisticsError`` for a negative count, and for a parameter out of range.
    public static func chart(
        counts: [Int?],
        expected: Double,
        transformation: Transformation = .rossi,
        referenceValue: Double = 1.04,
        limit: Double = 2.26
    ) throws(StatisticsError) -> TransformedCusum {
        guard expected.isFinite, expected > 0 else { throw StatisticsError(.outOfRange, of: "expected") }
        guard referenceValue.isFinite, referenceValue >= 0 else {
            throw StatisticsError(.outOfRange, of: "referenceValue")
        }
        guard limit.isFinite, limit > 0 else { throw StatisticsError(.outOfRange, of: "limit") }
        var statistics: [Double?] = []
        var bounds: [Double] = []
        var signals: [Int] = []
        var sum = 0.0
        for (position, count) in counts.enumerated() {
            bounds.append(transformation.count(at: limit + referenceValue - sum, expected: expected))
            guard let count else {
                statistics.append(nil)
                continue
            }
            guard count >= 0 else { throw StatisticsError(.negative, of: "counts", at: position) }
            sum = max(0, sum + transformation.value(of: Double(count), expected: expected) - referenceValue)
            statistics.append(sum)
            if sum >= limit { signals.append(position) }
        }
        return TransformedCusum(
            method: StatisticalMethod(
                name: "CUSUM of transformed counts",
                source: "Rossi, Lampugnani & Marchi 1999, Stat Med 18:2111–2122"
            ),
            assumptions: [
                Assumption("The counts are independent, and Poisson around the expected count."),
                Assumption("The expected count is known, and the same in all periods."),
            ],
            sample: counts.count { $0 != nil },
            transformation: transformation,
            expected: expected,
            referenceValue: referenceValue,
            limit: limit,
            statistics: statistics,
            bounds: bounds,
            signals: signals
        )
    }
}

extension TransformedCusum.Transformation {
    fileprivate func value(of count: Double, expected: Double) -> Double {
        let root = expected.squareRoot()
        return switch self {
        case .none: count
        case .standardized: (count - expected) / root
        case .rossi: (count - 3 * expected + 2 * (expected * count).squareRoot()) / (2 * root)
        }
    }

    /// The least count with a value or more.
    fileprivate func count(at value: Double, expected: Double) -> Double {
        let root = expected.squareRoot()
        switch self {
        case .none: return max(0, value)
        case .standardized: return max(0, expected + root * value)
        case .rossi:
            let side = max(0, max(0, 4 * expected + 2 * root * value).squareRoot() - root)
            return side * side
        }
    }
}
