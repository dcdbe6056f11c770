/// What is done with moving ranges that are themselves beyond the upper limit of moving ranges.
public enum RangeScreening: Hashable, Sendable {
    /// Ranges of 3.267 times their mean or more are left out once, and the mean is taken again (Nelson 1982).
    ///
    /// A single jump would otherwise widen the limits that are to show it. Where no range is left, as in a series of
    /// equal values, there are no limits.
    case once
    /// All ranges count, as in the Excel tools of *Making Data Count*.
    case none
}

/// Mean moving ranges of two successive values, the estimate of spread of charts of individual values.
enum MovingRanges {
    /// The mean range of two values in standard deviations of a normal distribution, d₂, as tables of constants give it.
    static let d2 = 1.128

    /// The upper limit of ranges of two values as a multiple of their mean, D₄, as tables of constants give it.
    static let upperLimit = 3.267

    /// The mean of moving ranges after screening; `nil` where none is left.
    static func mean(of ranges: [Double], _ screening: RangeScreening) -> Double? {
        guard !ranges.isEmpty else { return nil }
        let mean = ranges.reduce(0, +) / Double(ranges.count)
        guard screening == .once else { return mean }
        let limit = upperLimit * mean
        var sum = 0.0
        var count = 0
        for range in ranges where range < limit {
            sum += range
            count += 1
        }
        return count > 0 ? sum / Double(count) : nil
    }

    /// The absolute differences of successive values at the places of a baseline.
    ///
    /// A missing value has no difference to its neighbours; a value left out is passed over, and its neighbours meet.
    @inline(__always)
    static func differences(
        _ baseline: Range<Int>,
        _ basis: ChartBasis,
        _ value: (Int) -> Double?,
        _ weight: (Int, Int) -> Double = { _, _ in 1 }
    ) -> [Double] {
        var ranges: [Double] = []
        ranges.reserveCapacity(baseline.count)
        var previous: (index: Int, value: Double)?
        for index in baseline where !basis.excludes(index) {
            guard let value = value(index) else {
                previous = nil
                continue
            }
            if let previous { ranges.append(abs(value - previous.value) * weight(previous.index, index)) }
            previous = (index, value)
        }
        return ranges
    }
}

/// Means and medians of the values at the places of a baseline.
enum Centre {
    /// The arithmetic mean, rounded once, so that a value which is the mean lies on it.
    @inline(__always)
    static func mean(_ baseline: Range<Int>, _ basis: ChartBasis, _ value: (Int) -> Double?) -> (Double, count: Int)? {
        // The sum, and all that its additions round away.
        var (sum, rest) = (0.0, 0.0)
        var count = 0
        for index in baseline where !basis.excludes(index) {
            guard let value = value(index) else { continue }
            let next = sum + value
            let added = next - sum
            rest += (sum - (next - added)) + (value - added)
            sum = next
            count += 1
        }
        guard count > 0 else { return nil }
        let mean = sum / Double(count)
        return (mean + (sum.addingProduct(-mean, Double(count)) + rest) / Double(count), count)
    }

    /// The middle value, or the mean of the two in the middle.
    static func median(_ baseline: Range<Int>, _ basis: ChartBasis, _ values: [Double?]) -> (Double, count: Int)? {
        var sorted: [Double] = []
        sorted.reserveCapacity(baseline.count)
        for index in baseline where !basis.excludes(index) {
            if let value = values[index] { sorted.append(value) }
        }
        guard !sorted.isEmpty else { return nil }
        sorted.sort()
        let middle = sorted.count / 2
        guard sorted.count.isMultiple(of: 2) else { return (sorted[middle], sorted.count) }
        let sum = sorted[middle - 1] + sorted[middle]
        return (sum.isFinite ? sum / 2 : sorted[middle - 1] / 2 + sorted[middle] / 2, sorted.count)
    }
}
