/// The cheapest cells to withhold so that a cell can be raised or lowered further.
struct SuppressionPath {
    private let table: SuppressionTable
    private let pattern: [Bool]
    private let candidates: [Bool]

    init(_ table: SuppressionTable, pattern: [Bool], candidates: [Bool]) {
        self.table = table
        self.pattern = pattern
        self.candidates = candidates
    }

    /// The cells not yet withheld of a cycle through a cell that widens its interval; none when there is no such cycle.
    ///
    /// Of the cycles that widen it by all that is missing, by half of it, by a quarter and so on, that with the fewest
    /// new cells for each unit.
    func cheapest(through index: Int, width: Int) -> [Int] {
        var network = SuppressionNetwork(table, withheld: pattern)
        let up = network.push(index, .up, limit: width)
        let high = network.values
        let down = network.push(index, .down, limit: width)
        let missing = width - max(up, down)
        guard missing > 0 else { return [] }
        var best: (cells: [Int], cost: Double)?
        for (direction, values) in [(SuppressionNetwork.Direction.up, high), (.down, network.values)] {
            var amount = direction == .up ? missing : min(missing, values[index])
            while amount > 0 {
                if let cells = path(through: index, direction, from: values, amount: amount), !cells.isEmpty {
                    let cost = cells.reduce(0) { $0 + price($1) } / Double(amount)
                    if best.map({ cost < $0.cost }) ?? true { best = (cells, cost) }
                }
                amount /= 2
            }
        }
        return best?.cells ?? []
    }

    /// One for the cell, and less than one altogether for the events it hides.
    private func price(_ index: Int) -> Double {
        1 + Double(table.counts[index]) / (Double(table.total) + 1)
    }

    /// The new cells of the cheapest path (Dijkstra) on which so much can flow.
    private func path(
        through index: Int,
        _ direction: SuppressionNetwork.Direction,
        from values: [Int],
        amount: Int
    ) -> [Int]? {
        let (height, width) = (table.height, table.width)
        let (row, column) = (index / width, height + index % width)
        let (source, sink) = direction == .up ? (column, row) : (row, column)
        var costs = [Double](repeating: .infinity, count: height + width)
        var origin = [Int](repeating: -1, count: height + width)
        var open = Set(0..<height + width)
        costs[source] = 0
        while let node = open.min(by: { (costs[$0], $0) < (costs[$1], $1) }), costs[node] < .infinity, node != sink {
            open.remove(node)
            for other in node < height ? height..<height + width : 0..<height where open.contains(other) {
                let cell = node < height ? node * width + other - height : other * width + node - height
                guard candidates[cell] || pattern[cell], cell != index else { continue }
                guard node < height || values[cell] >= amount else { continue }
                let cost = costs[node] + (pattern[cell] ? 0 : price(cell))
                if cost < costs[other] {
                    costs[other] = cost
                    origin[other] = node
                }
            }
        }
        guard costs[sink] < .infinity else { return nil }
        var cells: [Int] = []
        var node = sink
        while node != source {
            let previous = origin[node]
            let cell = node < height ? node * width + previous - height : previous * width + node - height
            if !pattern[cell] { cells.append(cell) }
            node = previous
        }
        return cells
    }
}
