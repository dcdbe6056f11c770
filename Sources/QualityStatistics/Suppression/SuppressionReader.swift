/// What a reader can derive of the withheld cells of a table.
struct SuppressionReader {
    let table: SuppressionTable
    /// The smallest count that is not small, where the reader knows it.
    let threshold: Int?
    private var network: SuppressionNetwork

    init(_ table: SuppressionTable, pattern: [Bool], threshold: Int?) {
        self.table = table
        self.threshold = threshold
        network = SuppressionNetwork(table, withheld: pattern)
    }

    /// Whether each cell is withheld.
    var pattern: [Bool] { network.withheld }

    var withheld: [Int] { network.withheld.indices.filter { network.withheld[$0] } }

    mutating func withhold(_ index: Int) {
        network.withheld[index] = true
    }

    mutating func publish(_ index: Int) {
        network.withheld[index] = false
    }

    /// Whether the values that a withheld cell can have differ by so much.
    mutating func isProtected(_ index: Int, width: Int) -> Bool {
        spans(index, width: width) && (threshold == nil || allows(index, width))
    }

    /// The same for a reader who knows the margins alone.
    mutating func spans(_ index: Int, width: Int) -> Bool {
        network.start(from: table.counts)
        return network.push(index, .up, limit: width) >= width || network.push(index, .down, limit: width) >= width
    }

    /// The same for a reader who knows as well that one of the withheld cells is small.
    private mutating func allows(_ index: Int, _ width: Int) -> Bool {
        var lowest = Int.max
        var highest = Int.min
        for small in candidates {
            guard let (low, high) = extremes(of: index, while: small, limit: width) else { continue }
            lowest = min(lowest, low.value)
            highest = max(highest, high.value)
            if highest - lowest >= width { return true }
        }
        return false
    }

    /// The withheld cells, first those that are small.
    private var candidates: [Int] {
        withheld.filter { isSmall(table.counts[$0]) } + withheld.filter { !isSmall(table.counts[$0]) }
    }

    private func isSmall(_ count: Int) -> Bool {
        count >= 1 && threshold.map { count < $0 } ?? false
    }

    private typealias Extreme = (value: Int, table: [Int])

    /// The extremes of a cell over the tables in which another one is small; `nil` when there is none.
    private mutating func extremes(
        of index: Int,
        while small: Int,
        limit: Int = .max
    ) -> (low: Extreme, high: Extreme)? {
        guard let threshold, threshold > 1 else { return nil }
        network.start(from: table.counts)
        let count = table.counts[small]
        if count == 0 { guard network.push(small, .up, limit: 1) == 1 else { return nil } }
        if count >= threshold {
            let excess = count - threshold + 1
            guard network.push(small, .down, limit: excess) == excess else { return nil }
        }
        network.keep(small, within: 1...threshold - 1)
        _ = network.push(index, .up, limit: limit)
        let high = (network.values[index], network.values)
        _ = network.push(index, .down, limit: limit)
        return ((network.values[index], network.values), high)
    }

    /// The exact interval of each withheld cell.
    var intervals: [CellSuppression.Interval] {
        var reader = self
        let withheld = withheld
        return withheld.map { reader.interval(of: $0, among: withheld) }
    }

    private mutating func interval(of index: Int, among withheld: [Int]) -> CellSuppression.Interval {
        network.start(from: table.counts)
        _ = network.push(index, .up)
        var high: Extreme = (network.values[index], network.values)
        _ = network.push(index, .down)
        var low: Extreme = (network.values[index], network.values)
        if threshold != nil {
            let lacksHigh = !withheld.contains { isSmall(high.table[$0]) }
            let lacksLow = !withheld.contains { isSmall(low.table[$0]) }
            if lacksHigh { high = (table.counts[index], table.counts) }
            if lacksLow { low = (table.counts[index], table.counts) }
            for small in lacksHigh || lacksLow ? candidates : [] {
                guard let found = extremes(of: index, while: small) else { continue }
                if lacksHigh, found.high.value > high.value { high = found.high }
                if lacksLow, found.low.value < low.value { low = found.low }
            }
        }
        return CellSuppression.Interval(
            cell: table.cell(index),
            values: low.value...high.value,
            lowest: withheld.map { low.table[$0] },
            highest: withheld.map { high.table[$0] }
        )
    }

    /// The cells of which one at least must be withheld, too, for the interval of a cell to grow; `nil` for any.
    ///
    /// They cross the smallest cuts that bound the flows through the cell.
    mutating func widening(_ index: Int) -> (Int) -> Bool {
        network.start(from: table.counts)
        _ = network.push(index, .up)
        let up = network.reached(from: index, .up)
        _ = network.push(index, .down)
        let down = network.values[index] > 0 ? network.reached(from: index, .down) : nil
        let (height, width, counts) = (table.height, table.width, table.counts)
        return { cell in
            let (row, column) = (cell / width, height + cell % width)
            return [up, down].contains { reached in
                guard let reached else { return false }
                return reached[row] ? !reached[column] : reached[column] && counts[cell] > 0
            }
        }
    }
}
