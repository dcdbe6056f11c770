/// Local regression on the places 1, 2, … of a series by straight lines with tricube weights.
///
/// Cleveland (1979) Journal of the American Statistical Association 74:829–836; the width of a window that is longer
/// than the series as in Cleveland, Cleveland, McRae and Terpenning (1990), section 2.
struct Loess {
    /// The number of neighbours that count.
    let window: Int

    /// The fitted values at all places.
    ///
    /// `weights`: what each value counts beside its distance, 1 each where it is `nil`.
    func smoothed(_ values: [Double], weights: [Double]? = nil) -> [Double] {
        guard values.count > 1 else { return values }
        let reach = min(window, values.count)
        return values.indices.map { index in
            let left = max(0, min(index - (window - 1) / 2, values.count - reach))
            let fit = value(at: index + 1, of: values, in: left..<(left + reach), weights: weights)
            return fit ?? values[index]
        }
    }

    /// The fitted values at all places and at one place before and one behind.
    func extended(_ values: [Double], weights: [Double]?) -> [Double] {
        let inner = smoothed(values, weights: weights)
        guard let first = inner.first, let last = inner.last else { return [] }
        let reach = min(window, values.count)
        let before = value(at: 0, of: values, in: 0..<reach, weights: weights)
        let count = values.count
        let behind = value(at: count + 1, of: values, in: (count - reach)..<count, weights: weights)
        return [before ?? first] + inner + [behind ?? last]
    }

    /// The fitted value at a place from the neighbours at the given indices; `nil` where none of them counts.
    private func value(at place: Int, of values: [Double], in range: Range<Int>, weights: [Double]?) -> Double? {
        var width = Double(max(place - range.lowerBound - 1, range.upperBound - place))
        if window > values.count { width += Double((window - values.count) / 2) }
        var shares = range.map { index in
            let distance = Double(abs(index + 1 - place))
            return Self.tricube(distance, width) * (weights?[index] ?? 1)
        }
        let total = shares.reduce(0, +)
        guard total > 0 else { return nil }
        for index in shares.indices { shares[index] /= total }

        let places = range.map { Double($0 + 1) }
        let centre = zip(shares, places).reduce(0) { $0 + $1.0 * $1.1 }
        let spread = zip(shares, places).reduce(0) { $0 + $1.0 * (($1.1 - centre) * ($1.1 - centre)) }
        if spread.squareRoot() > 0.001 * Double(values.count - 1) {
            let tilt = (Double(place) - centre) / spread
            for index in shares.indices { shares[index] *= tilt * (places[index] - centre) + 1 }
        }
        return zip(shares, range).reduce(0) { $0 + $1.0 * values[$1.1] }
    }

    /// The weight (1 - (*d*/*w*)³)³ of a distance; 1 and 0 within a thousandth of the ends.
    private static func tricube(_ distance: Double, _ width: Double) -> Double {
        if distance <= 0.001 * width { return 1 }
        guard distance <= 0.999 * width else { return 0 }
        return pow(1 - pow(distance / width, 3), 3)
    }
}
