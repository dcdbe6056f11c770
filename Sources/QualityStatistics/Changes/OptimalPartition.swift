/// The exact search for the partition of least cost.
enum OptimalPartition {
    /// The ends of the segments of the partition with the least cost and penalties (Killick, Fearnhead & Eckley 2012).
    ///
    /// A start that a later start beats at some end never comes first again, once the later one may begin a segment.
    static func ends(of cost: some SegmentCost, penalty: Double, minimumLength: Int) -> [Int] {
        let count = cost.count
        var best = Array(repeating: Double.infinity, count: count + 1)
        var starts = Array(repeating: 0, count: count + 1)
        best[0] = -penalty
        var candidates: [Int] = []
        var expiries: [Int] = []
        var values: [Double] = []
        for end in stride(from: minimumLength, through: count, by: 1) {
            let entering = end - minimumLength
            if best[entering] < .infinity {
                candidates.append(entering)
                expiries.append(.max)
            }
            var least = Double.infinity
            var start = 0
            values.removeAll(keepingCapacity: true)
            for candidate in candidates {
                let value = best[candidate] + cost.cost(from: candidate, to: end)
                values.append(value)
                if value < least { (least, start) = (value, candidate) }
            }
            best[end] = least + penalty
            starts[end] = start
            var kept = 0
            for index in candidates.indices {
                var expiry = expiries[index]
                if values[index] > best[end] { expiry = min(expiry, end + minimumLength) }
                guard expiry > end + 1 else { continue }
                candidates[kept] = candidates[index]
                expiries[kept] = expiry
                kept += 1
            }
            candidates.removeLast(candidates.count - kept)
            expiries.removeLast(expiries.count - kept)
        }
        return ends(from: starts)
    }

    /// The ends of the segments of the partition with so many changes and the least cost.
    static func ends(of cost: some SegmentCost, changes: Int, minimumLength: Int) -> [Int] {
        let count = cost.count
        var best = (0...count).map { $0 < minimumLength ? .infinity : cost.cost(from: 0, to: $0) }
        var starts: [[Int]] = []
        for change in stride(from: 1, through: changes, by: 1) {
            var next = Array(repeating: Double.infinity, count: count + 1)
            var from = Array(repeating: 0, count: count + 1)
            for end in stride(from: (change + 1) * minimumLength, through: count, by: 1) {
                for start in change * minimumLength...end - minimumLength {
                    let value = best[start] + cost.cost(from: start, to: end)
                    if value < next[end] { (next[end], from[end]) = (value, start) }
                }
            }
            best = next
            starts.append(from)
        }
        var ends = [count]
        for from in starts.reversed() { ends.append(from[ends[ends.count - 1]]) }
        return ends.reversed()
    }
}
