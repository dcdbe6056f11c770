/// The points of a series as slope selection sees them: which pairs of them rise less than a given pair.
///
/// Where the values are whole multiples of one power of two, as counts are, slopes are compared exactly. Otherwise the
/// rounding of the comparison is bounded, and the pairs within that bound are looked at one by one.
struct SlopePlane {
    typealias Pair = SlopeSelection.Pair
    typealias Mark = SlopeSelection.Mark

    private let times: [Int]
    private let values: [Double]

    /// The greatest of the values without their signs.
    private let size: Double

    /// The values as whole numbers, where the comparison of two slopes needs no more than 63 bits.
    private let steps: [Int]?

    var points: Int { values.count }

    init(times: [Int], values: [Double]) {
        let start = times.first ?? 0
        self.times = times.map { $0 - start }
        self.values = values
        size = values.reduce(0) { max($0, abs($1)) }
        steps = Self.steps(of: values, span: (times.last ?? 0) - start)
    }

    /// The values as multiples of the greatest power of two that divides them all.
    private static func steps(of values: [Double], span: Int) -> [Int]? {
        let units = values.lazy.filter { $0 != 0 }
            .map { $0.ulp * Double(1 << min(52, $0.significandBitPattern.trailingZeroBitCount)) }
        let unit = units.min() ?? 1
        let limit = Double(min(1 << 52, (1 << 60) / (span + 1)))
        guard values.allSatisfy({ abs($0 / unit) <= limit }) else { return nil }
        return values.map { Int($0 / unit) }
    }

    /// The pair of two different points, the second one numbered without the first.
    func pair(_ first: Int, _ other: Int) -> Pair {
        let second = other < first ? other : other + 1
        return pair(between: min(first, second), and: max(first, second))
    }

    private func pair(between earlier: Int, and later: Int) -> Pair {
        Pair(earlier: earlier, later: later, slope: slope(earlier, later))
    }

    private func slope(_ earlier: Int, _ later: Int) -> Double {
        (values[later] - values[earlier]) / Double(times[later] - times[earlier])
    }

    /// Counts the pairs with a smaller slope than a pair, and those with the same.
    ///
    /// `low`: a mark with a smaller slope, from whose order of the points the sorting starts.
    func mark(_ pair: Pair, after low: Mark?) -> Mark {
        if let steps {
            let (order, falling, tied) = sorted(after: low, by: heights(of: steps, over: pair))
            return Mark(pair: pair, below: falling - tied, atMost: falling, order: order, falling: falling)
        }
        let margin = margin(at: pair.slope)
        // The points of a pair that fall over the low line may not rise over this one by rounding.
        let apart = low.flatMap {
            $0.pair.slope + 2 * self.margin(at: $0.pair.slope) < pair.slope - 2 * margin ? $0 : nil
        }
        let (order, falling, _) = sorted(after: apart, by: heights(over: pair.slope - margin))
        var (below, equal) = (falling, 0)
        visit(order, heights(over: pair.slope + margin)) { slope in
            if slope < pair.slope { below += 1 } else if slope == pair.slope { equal += 1 }
        }
        return Mark(pair: pair, below: below, atMost: below + equal, order: order, falling: falling)
    }

    /// The slopes strictly between those of a mark and a pair, about so many.
    func slopes(after low: Mark?, before high: Pair?, count: Int) -> [Double] {
        var slopes: [Double] = []
        slopes.reserveCapacity(count)
        let order = low?.order ?? Array(values.indices)
        if let steps {
            visit(order, upper(of: steps, high)) { slopes.append($0) }
        } else {
            visit(order, upper(high)) { slope in
                if Self.isBetween(slope, low, high) { slopes.append(slope) }
            }
        }
        return slopes
    }

    /// One pair of every so many with slopes strictly between those of two marks, each with the same chance.
    func sample(
        after low: Mark?,
        before high: Pair?,
        oneIn share: Int,
        random: inout SlopeSelection.Generator
    ) -> [Pair] {
        let order = low?.order ?? Array(values.indices)
        if let steps { return sample(order, upper(of: steps, high), oneIn: share, random: &random) }
        return sample(order, upper(high), oneIn: share, random: &random)
            .filter { Self.isBetween($0.slope, low, high) }
    }

    private static func isBetween(_ slope: Double, _ low: Mark?, _ high: Pair?) -> Bool {
        (low.map { $0.pair.slope < slope } ?? true) && (high.map { slope < $0.slope } ?? true)
    }
}

extension SlopePlane {
    /// A point with its height over a line.
    private struct Point<Height: Comparable> {
        let height: Height
        let index: Int
    }

    private static func points<Height: Comparable>(_ order: [Int]?, _ heights: [Height]) -> [Point<Height>] {
        guard let order else { return heights.enumerated().map { Point(height: $1, index: $0) } }
        return order.map { Point(height: heights[$0], index: $0) }
    }

    /// The points by their heights, of equal ones the later first.
    ///
    /// `falling`: the number of pairs that do not rise. `tied`: those of them whose points have the same height.
    private func sorted<Height: Comparable>(
        after low: Mark?,
        by heights: [Height]
    ) -> (order: [Int], falling: Int, tied: Int) {
        var points = Self.points(low?.order, heights)
        var falling = low?.falling ?? 0
        PairOrder.sort(
            &points,
            isFalling: { $0.height >= $1.height },
            report: { _, earlier, _ in falling &+= earlier.count }
        )
        var (tied, run) = (0, 0)
        for place in points.indices.dropFirst() {
            run = points[place].height == points[place - 1].height ? run + 1 : 0
            tied += run
        }
        return (points.map(\.index), falling, tied)
    }

    /// Visits the slopes of the pairs that rise in an order and fall by heights, in as many steps.
    @inline(__always)
    private func visit<Height: Comparable>(_ order: [Int], _ heights: [Height], report: (Double) -> Void) {
        var points = Self.points(order, heights)
        points.withUnsafeMutableBufferPointer { points in
            PairOrder.insert(
                points,
                points.indices,
                isFalling: { $0.height > $1.height },
                report: { points, earlier, later in
                    for place in earlier { report(slope(points[place].index, later.index)) }
                }
            )
        }
    }

    /// One of each share of the pairs that rise in an order and fall by heights.
    private func sample<Height: Comparable>(
        _ order: [Int],
        _ heights: [Height],
        oneIn share: Int,
        random: inout SlopeSelection.Generator
    ) -> [Pair] {
        var points = Self.points(order, heights)
        var (start, next, passed) = (0, random.below(share), 0)
        var sample: [Pair] = []
        PairOrder.sort(
            &points,
            isFalling: { $0.height > $1.height },
            report: { points, earlier, later in
                while next < passed + earlier.count {
                    sample.append(pair(between: points[earlier.lowerBound + next - passed].index, and: later.index))
                    start += share
                    next = start + random.below(share)
                }
                passed += earlier.count
            }
        )
        return sample
    }

    /// Heights over the line of a pair, times the time between its points; over the steepest rise without a pair.
    private func upper(of steps: [Int], _ pair: Pair?) -> [Int] {
        pair.map { heights(of: steps, over: $0) } ?? times.map { -$0 }
    }

    private func upper(_ pair: Pair?) -> [Double] {
        pair.map { heights(over: $0.slope + margin(at: $0.slope)) } ?? times.map { -Double($0) }
    }

    private func heights(of steps: [Int], over pair: Pair) -> [Int] {
        let rise = steps[pair.later] - steps[pair.earlier]
        let run = times[pair.later] - times[pair.earlier]
        return zip(steps, times).map { run * $0 - rise * $1 }
    }

    private func heights(over slope: Double) -> [Double] {
        zip(values, times).map { $0 - slope * Double($1) }
    }

    /// How far a slope must be moved for the rounding of heights not to put a pair on the wrong side of it.
    private func margin(at slope: Double) -> Double {
        let height = size + abs(slope) * Double(times.last ?? 0)
        return 16 * max(height * .ulpOfOne, .leastNonzeroMagnitude)
    }
}
