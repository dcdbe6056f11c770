/// The autocorrelation of a series with itself, later by one or more values.
enum Autocorrelation {
    /// The coefficients at the lags 1, 2, …: sums of products of deviations from the mean over the sum of squares.
    ///
    /// - Returns: `nil` where the values differ by no more than the rounding of numbers of the given size or their own,
    ///   so that there is nothing to correlate.
    static func coefficients(of values: [Double], lags: Int, size: Double = 0) -> [Double]? {
        guard let least = values.min(), let greatest = values.max() else { return nil }
        guard greatest - least > 8 * max(abs(least), abs(greatest), size).ulp else { return nil }
        // By a power of two, which rounds nothing, to a size whose squares are numbers.
        let exponent = -max(abs(least), abs(greatest)).exponent
        let scaled = values.map { Double(sign: .plus, exponent: exponent, significand: $0) }
        let mean = scaled.reduce(0, +) / Double(scaled.count)
        let deviations = scaled.map { $0 - mean }
        let squares = deviations.reduce(0) { $0 + $1 * $1 }
        return (1...max(1, lags)).map { lag in
            zip(deviations, deviations.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / squares
        }
    }

    /// The ranks of values from 1, equal ones sharing the mean of theirs.
    static func ranks(of values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }
}
