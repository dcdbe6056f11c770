extension OptimalPartition {
    /// The ends of the segments with the least sum of squares and penalties, four starts at a time.
    ///
    /// The same search as for any cost. Starts are dropped every few ends only, which costs less than to look each time.
    static func ends(of cost: SquaredDistances, penalty: Double, minimumLength: Int) -> [Int] {
        let count = cost.count
        let interval = max(8, minimumLength)
        var best = Array(repeating: Double.infinity, count: count + 1)
        var starts = Array(repeating: 0, count: count + 1)
        best[0] = -penalty
        var candidates = Candidates()
        for end in stride(from: minimumLength, through: count, by: 1) {
            let entering = end - minimumLength
            if best[entering] < .infinity { candidates.append(entering, cost: best[entering], of: cost) }
            let (least, start) = candidates.least(at: end, cost.sums[end])
            best[end] = least + cost.squares[end] + penalty
            starts[end] = start
            if end % interval == 0 { candidates.prune(at: end, cost.sums[end], above: least + penalty) }
        }
        return ends(from: starts)
    }

    /// The ends of the segments, from the start of the segment that ends at each position.
    static func ends(from starts: [Int]) -> [Int] {
        var ends: [Int] = []
        var end = starts.count - 1
        while end > 0 {
            ends.append(end)
            end = starts[end]
        }
        return ends.reversed()
    }
}

/// The starts that a last segment may still have, in order, in blocks of four.
private struct Candidates {
    /// The least cost before each start, less the squares before it; infinite in the places left over.
    private var offsets: [SIMD4<Double>] = []
    private var sums: [SIMD4<Double>] = []
    private var starts: [SIMD4<Double>] = []
    private var isBeaten: [Bool] = []
    private var count = 0

    mutating func append(_ start: Int, cost: Double, of squares: SquaredDistances) {
        if count % 4 == 0 {
            offsets.append(SIMD4(repeating: .infinity))
            sums.append(.zero)
            starts.append(SIMD4(repeating: -1))
        }
        offsets[count / 4][count % 4] = cost - squares.squares[start]
        sums[count / 4][count % 4] = squares.sums[start]
        starts[count / 4][count % 4] = Double(start)
        isBeaten.append(false)
        count += 1
    }

    /// The least cost up to an end, without the squares before it, and the earliest start that has it.
    func least(at end: Int, _ sum: Double) -> (Double, Int) {
        var least = SIMD4(repeating: Double.infinity)
        var places = SIMD4<Double>.zero
        let (time, total) = (SIMD4(repeating: Double(end)), SIMD4(repeating: sum))
        for block in offsets.indices {
            let distance = total - sums[block]
            let value = offsets[block] - distance * distance / (time - starts[block])
            let isLess = value .< least
            least.replace(with: value, where: isLess)
            places.replace(with: starts[block], where: isLess)
        }
        var (value, place) = (least[0], places[0])
        for lane in 1..<4 where least[lane] < value || (least[lane] == value && places[lane] < place) {
            (value, place) = (least[lane], places[lane])
        }
        return (value, Int(place))
    }

    /// Drops the starts that were beaten the last time, and marks those that are beaten now.
    mutating func prune(at end: Int, _ sum: Double, above bound: Double) {
        var kept = 0
        for index in 0..<count where !isBeaten[index] {
            let (block, lane) = (index / 4, index % 4)
            let (offset, before, start) = (offsets[block][lane], sums[block][lane], starts[block][lane])
            let distance = sum - before
            offsets[kept / 4][kept % 4] = offset
            sums[kept / 4][kept % 4] = before
            starts[kept / 4][kept % 4] = start
            isBeaten[kept] = offset - distance * distance / (Double(end) - start) > bound
            kept += 1
        }
        let blocks = (kept + 3) / 4
        offsets.removeLast(offsets.count - blocks)
        sums.removeLast(sums.count - blocks)
        starts.removeLast(starts.count - blocks)
        isBeaten.removeLast(count - kept)
        for place in kept..<4 * blocks { offsets[place / 4][place % 4] = .infinity }
        count = kept
    }
}
