/// Finds the slope of any rank among the slopes of all pairs of points, without keeping them.
///
/// The slopes below a line's are the falling pairs once the line is taken away, which merging counts in *n* log *n*
/// steps (Cole, Salowe, Steiger and Szemerédi 1989). A sample of the slopes between two known ones, drawn by
/// those same falling pairs, brackets the wanted rank ever closer (Matoušek 1991), until the rest can be looked at.
/// The random numbers have a fixed seed, and the result is the exact slope whatever they are.
struct SlopeSelection {
    /// Two points by their places, the earlier first.
    struct Pair {
        let earlier: Int
        let later: Int
        let slope: Double
    }

    /// A slope of which it is known how many are below it, and how many are below it or equal.
    struct Mark {
        let pair: Pair
        let below: Int
        let atMost: Int

        /// The points by their heights over the line of the pair, or over one that is less steep by the rounding.
        let order: [Int]

        /// The pairs that fall in that order.
        let falling: Int
    }

    /// What is known to lie strictly between two marks, in no order.
    private struct Block {
        let below: Int
        var slopes: [Double]
    }

    /// The number of pairs.
    let count: Int

    private let plane: SlopePlane
    private var marks: [Mark] = []
    private var block: Block?

    /// The pairs drawn last, in no order.
    private var drawn: [Pair] = []
    private var random = Generator()

    /// The most slopes that are kept.
    private let room: Int

    /// The slopes of values at rising times.
    init(times: [Int], values: [Double]) {
        let number = values.count
        count = number * (number - 1) / 2
        room = max(1 << 12, 16 * number)
        plane = SlopePlane(times: times, values: values)
        if count <= room { block = Block(below: 0, slopes: plane.slopes(after: nil, before: nil, count: count)) }
    }

    /// The slope that so many others precede in rising order.
    mutating func slope(at rank: Int) -> Double {
        while true {
            if let known = known(at: rank) { return known }
            let low = marks.last { $0.atMost <= rank }
            let high = marks.first { $0.below > rank }
            let below = low?.atMost ?? 0
            let between = (high?.below ?? count) - below
            var sample = between > room ? sample(after: low, before: high, of: between) : []
            guard !sample.isEmpty else {
                let slopes = plane.slopes(after: low, before: high?.pair, count: between)
                block = Block(below: below, slopes: slopes)
                continue
            }
            let share = Double(rank - below) / Double(between)
            let size = Double(sample.count)
            let margin = 3 * (size * share * (1 - share)).squareRoot() + 3
            let first = max(0, Int(share * size - margin))
            let last = min(sample.count - 1, Int(share * size + margin))
            let lower = mark(sample.select(first, by: \.slope), after: low)
            let upper = sample.select(last, by: \.slope)
            guard lower.atMost <= rank, lower.pair.slope < upper.slope else { continue }
            let expected = between / sample.count * (last - first)
            if expected <= room {
                // Looking at the slopes up to the upper one counts them as well.
                let slopes = plane.slopes(after: lower, before: upper, count: expected)
                block = Block(below: lower.atMost, slopes: slopes)
                if rank < lower.atMost + slopes.count { continue }
            }
            _ = mark(upper, after: lower)
        }
    }

    private mutating func known(at rank: Int) -> Double? {
        if let mark = marks.first(where: { $0.below <= rank && rank < $0.atMost }) { return mark.pair.slope }
        guard let below = block?.below, let size = block?.slopes.count, below <= rank, rank < below + size else {
            return nil
        }
        return block?.slopes.select(rank - below, by: \.self)
    }

    /// Counts the slopes below a pair's, and keeps the count.
    private mutating func mark(_ pair: Pair, after low: Mark?) -> Mark {
        let mark = plane.mark(pair, after: low)
        marks.insert(mark, at: marks.firstIndex { $0.below >= mark.atMost } ?? marks.endIndex)
        return mark
    }

    /// Pairs whose slopes lie strictly between two marks, drawn at random.
    ///
    /// Those drawn last will do where enough of them lie there.
    private mutating func sample(after low: Mark?, before high: Mark?, of between: Int) -> [Pair] {
        let inside = drawn.filter { pair in
            (low.map { $0.pair.slope < pair.slope } ?? true) && (high.map { pair.slope < $0.pair.slope } ?? true)
        }
        if inside.count >= 1 << 10 { return inside }
        let wanted = max(1 << 10, plane.points)
        drawn =
            low == nil && high == nil
            ? (0..<wanted).map { _ in plane.pair(random.below(plane.points), random.below(plane.points - 1)) }
            : plane.sample(after: low, before: high?.pair, oneIn: max(1, between / wanted), random: &random)
        return drawn
    }
}

extension SlopeSelection {
    /// Steele, Lea and Flood's generator with a fixed seed (OOPSLA 2014).
    struct Generator: RandomNumberGenerator {
        private var state: UInt64 = 20_140_912

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }

        mutating func below(_ bound: Int) -> Int {
            Int(next().multipliedFullWidth(by: UInt64(bound)).high)
        }
    }
}

extension Array {
    /// The element of a rank in rising order of a key; smaller ones stand before it afterwards and larger ones behind.
    @inline(__always)
    mutating func select(_ rank: Int, by key: (Element) -> Double) -> Element {
        withUnsafeMutableBufferPointer { elements in
            var (start, end) = (0, elements.count - 1)
            while start < end {
                let keys = (key(elements[start]), key(elements[(start + end) / 2]), key(elements[end]))
                let pivot = Swift.max(Swift.min(keys.0, keys.1), Swift.min(Swift.max(keys.0, keys.1), keys.2))
                var (left, right) = (start, end)
                while left <= right {
                    while key(elements[left]) < pivot { left += 1 }
                    while key(elements[right]) > pivot { right -= 1 }
                    if left <= right {
                        elements.swapAt(left, right)
                        left += 1
                        right -= 1
                    }
                }
                if rank <= right { end = right } else if rank >= left { start = left } else { break }
            }
            return elements[rank]
        }
    }
}
