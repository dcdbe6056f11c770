/// The exact search for the fewest complementary cells, and the smallest sum of as many.
///
/// A cell whose interval is too narrow names the cells of which one at least must be added. The search takes each of
/// them in turn and leaves out those it took before, with one more cell allowed at a time, so that it meets every
/// pattern once.
struct SuppressionBranching {
    let search: SuppressionSearch
    let candidates: [Int]
    private var reader: SuppressionReader
    private var isOpen: [Bool]
    private var added: [Int] = []
    private var sum = 0
    private var effort: Int
    private var best: (cells: [Int], sum: Int, equals: Int)?

    init(search: SuppressionSearch, candidates: [Int], reader: SuppressionReader, effort: Int) {
        self.search = search
        self.candidates = candidates
        self.reader = reader
        self.effort = effort
        isOpen = [Bool](repeating: false, count: search.table.counts.count)
        for index in candidates { isOpen[index] = true }
    }

    /// The best pattern, and how many are as good; `nil` when the effort does not suffice to know.
    mutating func best(atMost size: Int) -> (cells: [Int], equals: Int)? {
        for cells in 0...size where best == nil {
            visit(cells)
            guard effort > 0 else { return nil }
        }
        return best.map { ($0.cells, $0.equals) }
    }

    private mutating func visit(_ remaining: Int) {
        guard effort > 0, sum <= best?.sum ?? .max else { return }
        guard let branches = narrowestBranches() else { return record() }
        guard remaining > 0, leastMissing <= remaining else { return }
        for index in branches {
            reader.withhold(index)
            added.append(index)
            sum += search.table.counts[index]
            isOpen[index] = false
            visit(remaining - 1)
            reader.publish(index)
            added.removeLast()
            sum -= search.table.counts[index]
        }
        for index in branches { isOpen[index] = true }
    }

    private mutating func record() {
        let cells = added.sorted()
        guard let best, best.sum == sum else { return best = (cells, sum, 1) }
        self.best = (cells.lexicographicallyPrecedes(best.cells) ? cells : best.cells, sum, best.equals + 1)
    }

    /// The shortest list of cells of which one must be added; `nil` when every withheld cell is protected.
    private mutating func narrowestBranches() -> [Int]? {
        var narrowest: [Int]?
        for index in reader.withheld {
            effort -= 1
            guard !reader.isProtected(index, width: search.width(index)) else { continue }
            let open = candidates.filter { isOpen[$0] }
            let widens = reader.widening(index)
            let isNarrowByMargins = !reader.spans(index, width: search.width(index))
            let branches = isNarrowByMargins ? open.filter(widens) : open
            if branches.count < narrowest?.count ?? .max { narrowest = branches }
            if branches.count <= 1 { break }
        }
        return narrowest
    }

    /// How many cells must be added at least: a line with a single withheld cell discloses it.
    private var leastMissing: Int {
        let table = search.table
        var rows = [Int](repeating: 0, count: table.height)
        var columns = [Int](repeating: 0, count: table.width)
        for index in reader.withheld {
            rows[index / table.width] += 1
            columns[index % table.width] += 1
        }
        return max(rows.count { $0 == 1 }, columns.count { $0 == 1 })
    }
}
