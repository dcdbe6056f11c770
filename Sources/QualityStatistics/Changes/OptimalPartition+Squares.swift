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
    private struct Block {
        /// The least cost before each start, less the squares before it; infinite in the places left over.
        var offsets = SIMD4(repeating: Double.infinity)
        var sums = SIMD4<Double>.zero
        var starts = SIMD4(repeating: -1.0)
    }

    private var blocks: [Block] = []
    private var isBeaten: [Bool] = []
    private var count = 0

    mutating func append(_ start: Int, cost: Double, of squares: SquaredDistances) {
        if count % 4 == 0 { blocks.append(Block()) }
        blocks[count / 4].offsets[count % 4] = cost - squares.squares[start]
        blocks[count / 4].sums[count % 4] = squares.sums[start]
        blocks[count / 4].starts[count % 4] = Double(start)
        isBeaten.append(false)
        count += 1
    }

    /// The least cost up to an end, without the squares before it, and the earliest start that has it.
    func least(at end: Int, _ sum: Double) -> (Double, Int) {
        var least = SIMD4(repeating: Double.infinity)
        var places = SIMD4<Double>.zero
        let (time, total) = (SIMD4(repeating: Double(end)), SIMD4(repeating: sum))
        for block in blocks {
            let distance = total - block.sums
            let value = block.offsets - distance * distance / (time - block.starts)
            let isLess = value .< least
            least.replace(with: value, where: isLess)
            places.replace(with: block.starts, where: isLess)
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
            let (block, lane) = (blocks[index / 4], index % 4)
            let distance = sum - block.sums[lane]
            let value = block.offsets[lane] - distance * distance / (Double(end) - block.starts[lane])
            blocks[kept / 4].offsets[kept % 4] = block.offsets[lane]
            blocks[kept / 4].sums[kept % 4] = block.sums[lane]
            blocks[kept / 4].starts[kept % 4] = block.starts[lane]
            isBeaten[kept] = value > bound
            kept += 1
        }
        blocks.removeLast(blocks.count - (kept + 3) / 4)
        isBeaten.removeLast(count - kept)
        for place in kept..<4 * blocks.count { blocks[place / 4].offsets[place % 4] = .infinity }
        count = kept
    }
}
