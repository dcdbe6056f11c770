/// The values of a series that are not missing, with the places they have in time.
struct SeriesValues {
    /// The places, from 0, in rising order.
    let times: [Int]

    /// The values at these places.
    let values: [Double]

    var count: Int { values.count }

    /// Checks and collects the values.
    ///
    /// - Throws: ``StatisticsError`` where a value, or the difference of two of them, is not a finite number.
    init(_ series: some Sequence<Double?>) throws(StatisticsError) {
        var times: [Int] = []
        var values: [Double] = []
        times.reserveCapacity(series.underestimatedCount)
        values.reserveCapacity(series.underestimatedCount)
        var (least, greatest) = (0.0, 0.0)
        for (time, value) in series.enumerated() {
            guard let value else { continue }
            least = min(least, value)
            greatest = max(greatest, value)
            guard value.isFinite, (greatest - least).isFinite else {
                throw StatisticsError(.notFinite, of: "values", at: time)
            }
            times.append(time)
            values.append(value)
        }
        self.times = times
        self.values = values
    }

    /// The sizes of the groups of equal values, single values included.
    static func ties(of sorted: [Double]) -> [Int] {
        var sizes: [Int] = []
        for (index, value) in sorted.enumerated() {
            if index > 0, value == sorted[index - 1] {
                sizes[sizes.count - 1] += 1
            } else {
                sizes.append(1)
            }
        }
        return sizes
    }

    /// The middle value, or the mean of the two in the middle; not a number where there is none.
    static func median(of values: some Sequence<Double>) -> Double { median(ofSorted: values.sorted()) }

    /// The median of values in rising order.
    static func median(ofSorted sorted: [Double]) -> Double {
        guard let last = sorted.last else { return .nan }
        guard sorted.count > 1 else { return last }
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? mean(sorted[middle - 1], sorted[middle]) : sorted[middle]
    }

    /// The mean of two numbers, whose sum may be too large.
    static func mean(_ a: Double, _ b: Double) -> Double {
        let sum = a + b
        return sum.isFinite ? sum / 2 : a / 2 + b / 2
    }
}
