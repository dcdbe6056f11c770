/// Where a series changes level, and the segments between the changes (*brytpunkter*).
///
/// The changes are those that make the sum of the costs of the segments, with the penalty for each change, least. What
/// is found hangs on the penalty: a larger one finds fewer. A series read year after year finds other changes each
/// time, so that a change near the end is the least certain one.
public struct ChangePoints: StatisticalResult {
    /// A stretch of the series without a change.
    public struct Segment: Hashable, Sendable {
        /// The positions of the series, from 0, missing values among them.
        public let positions: Range<Int>

        /// The number of values that are not missing, at least one.
        public let values: Int

        /// The mean of the values; for counts with exposure, the events per unit of exposure.
        public let mean: Double
    }

    /// When a method that adds or removes one change at a time is done.
    public enum Stop: Hashable, Sendable {
        /// When a change lowers the cost by no more than this, in the unit of the cost.
        case penalty(Double)
        /// When there are so many changes.
        case changes(Int)
    }

    /// The method and its source.
    public let method: StatisticalMethod

    /// What the method assumes.
    public let assumptions: [Assumption]

    /// The number of values that are not missing.
    public let sample: Int

    /// The stretches between the changes, in order; one when there is no change.
    public let segments: [Segment]

    /// The sum of the costs of the segments, without any penalty.
    public let cost: Double

    /// What each change had to lower the cost by; `nil` when the number of changes was given.
    public let penalty: Double?

    /// The positions at which a new level begins, from 0 and rising; empty when there is no change.
    public var positions: [Int] { segments.dropFirst().map(\.positions.lowerBound) }

    /// The cost with the penalties of all changes, which the exact methods make least.
    public var objective: Double { cost + (penalty ?? 0) * Double(segments.count - 1) }
}

extension ChangePoints {
    /// The values that are not missing, with where they stood.
    struct Usable {
        var values: [Double] = []
        var positions: [Int] = []
        let length: Int

        init(_ series: [Double?], of parameter: String) throws(StatisticsError) {
            length = series.count
            values.reserveCapacity(length)
            for (position, value) in series.enumerated() {
                guard let value else { continue }
                guard value.isFinite else { throw StatisticsError(.notFinite, of: parameter, at: position) }
                values.append(value)
                positions.append(position)
            }
        }

        /// The positions of the series that the values in a range stand for, up to the next value that is not missing.
        func positions(of range: Range<Int>) -> Range<Int> {
            let lower = range.lowerBound == 0 ? 0 : positions[range.lowerBound]
            return lower..<(range.upperBound == values.count ? length : positions[range.upperBound])
        }
    }

    /// The ranges between rising ends.
    static func ranges(endingAt ends: [Int]) -> [Range<Int>] {
        zip([0] + ends, ends).map { $0..<$1 }
    }
}
