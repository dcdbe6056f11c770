/// The points of a series as slope selection sees them: which pairs of them rise less than a given pair.
///
/// Where the values are whole multiples of one power of two, as counts are, slopes are compared exactly. Otherwise the
/// rounding of the comparison is bounded, and the pairs within that bound are looked at one by one.
struct SlopePlane {
    typealias Pair = SlopeSelection.Pair

    private let times: [Int]
    private let values: [Double]

    /// The values as whole numbers, where the comparison of two slopes needs no more than 63 bits.
    private let steps: [Int]?

    var points: Int { values.count }

    init(times: [Int], values: [Double]) {
        let start = times.first ?? 0
        self.times = times.map { $0 - start }
        self.values = values
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

    /// How many pairs have a smaller slope than a pair, and how many a smaller one or the same.
    func position(of pair: Pair) -> (below: Int, atMost: Int) {
        if let steps {
            var heights = heights(of: steps, over: pair)
            let order = PairOrder.sort(&heights)
            return (order.falling, order.falling + order.tied)
        }
        let margin = margin(at: pair.slope)
        var (below, equal) = (0, 0)
        let (points, falling) = Self.sorted(
            heights(over: pair.slope - margin),
            heights(over: pair.slope + margin)
        )
        // Points at one height over the lower line fall over the upper one, so that they are among the falling pairs.
        below += falling
        Self.visit(points) { points, earlier, later in
            for place in earlier {
                let slope = slope(points[place].index, later)
                if slope < pair.slope { below += 1 } else if slope == pair.slope { equal += 1 }
            }
        }
        return (below, below + equal)
    }

    /// The slopes strictly between those of two pairs, whose number is known.
    func slopes(after low: Pair?, before high: Pair?, count: Int) -> [Double] {
        var slopes: [Double] = []
        slopes.reserveCapacity(count)
        if let steps {
            Self.visit(Self.sorted(lower(of: steps, low), upper(of: steps, high)).points) { points, earlier, later in
                for place in earlier { slopes.append(slope(points[place].index, later)) }
            }
        } else {
            Self.visit(Self.sorted(lower(low), upper(high)).points) { points, earlier, later in
                for place in earlier {
                    let slope = slope(points[place].index, later)
                    if Self.isBetween(slope, low, high) { slopes.append(slope) }
                }
            }
        }
        return slopes
    }

    /// About so many pairs with slopes strictly between those of two pairs, each with the same chance.
    func sample(
        after low: Pair?,
        before high: Pair?,
        about wanted: Int,
        random: inout SlopeSelection.Generator
    ) -> [Pair] {
        if let steps {
            return sample(lower(of: steps, low), upper(of: steps, high), about: wanted, random: &random)
        }
        return sample(lower(low), upper(high), about: wanted, random: &random)
            .filter { Self.isBetween($0.slope, low, high) }
    }

    /// One pair of each of about so many equal shares of the pairs whose order differs.
    private func sample<Height: Comparable>(
        _ lower: [Height],
        _ upper: [Height],
        about wanted: Int,
        random: inout SlopeSelection.Generator
    ) -> [Pair] {
        let points = Self.sorted(lower, upper).points
        var candidates = 0
        Self.visit(points) { _, earlier, _ in candidates += earlier.count }
        let share = max(1, candidates / wanted)
        var (start, next, passed) = (0, random.below(share), 0)
        var sample: [Pair] = []
        Self.visit(points) { points, earlier, later in
            while next < passed + earlier.count {
                sample.append(pair(between: points[earlier.lowerBound + next - passed].index, and: later))
                start += share
                next = start + random.below(share)
            }
            passed += earlier.count
        }
        return sample
    }

    private static func isBetween(_ slope: Double, _ low: Pair?, _ high: Pair?) -> Bool {
        (low.map { $0.slope < slope } ?? true) && (high.map { slope < $0.slope } ?? true)
    }
}

extension SlopePlane {
    /// A point with its heights over two lines, of which the first is the less steep.
    private struct Point<Height: Comparable> {
        let index: Int
        let overLower: Height
        let overUpper: Height
    }

    /// The points by their heights over the first line, and those over the second where the first are equal.
    ///
    /// `falling`: the number of pairs that stood in another order.
    private static func sorted<Height: Comparable>(
        _ lower: [Height],
        _ upper: [Height]
    ) -> (points: [Point<Height>], falling: Int) {
        var points = lower.indices.map { Point(index: $0, overLower: lower[$0], overUpper: upper[$0]) }
        var falling = 0
        PairOrder.sort(
            &points,
            isFalling: { a, b in
                a.overLower > b.overLower || (a.overLower == b.overLower && a.overUpper > b.overUpper)
            },
            report: { _, earlier, _ in falling += earlier.count }
        )
        return (points, falling)
    }

    /// Visits the pairs that rise over the first line and fall below the second.
    ///
    /// - Parameters:
    ///   - sorted: the points in the order of the first line.
    ///   - report: takes the points, the places there of the earlier points of pairs, and the index of the later point.
    @inline(__always)
    private static func visit<Height: Comparable>(
        _ sorted: [Point<Height>],
        report: (UnsafeMutableBufferPointer<Point<Height>>, Range<Int>, Int) -> Void
    ) {
        var points = sorted
        PairOrder.sort(
            &points,
            isFalling: { $0.overUpper > $1.overUpper },
            report: { report($0, $1, $2.index) }
        )
    }

    /// Heights over the line of a pair, times the time between its points; over the steepest fall without a pair.
    private func lower(of steps: [Int], _ pair: Pair?) -> [Int] {
        pair.map { heights(of: steps, over: $0) } ?? times
    }

    private func upper(of steps: [Int], _ pair: Pair?) -> [Int] {
        pair.map { heights(of: steps, over: $0) } ?? times.map { -$0 }
    }

    private func lower(_ pair: Pair?) -> [Double] {
        pair.map { heights(over: $0.slope - margin(at: $0.slope)) } ?? times.map { Double($0) }
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
        let size = values.reduce(0) { max($0, abs($1)) } + abs(slope) * Double(times.last ?? 0)
        return 16 * max(size * .ulpOfOne, .leastNonzeroMagnitude)
    }
}
