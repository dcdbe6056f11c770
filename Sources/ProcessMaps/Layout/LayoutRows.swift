/// Which columns of the rows of one band are taken.
///
/// Rows are counted from the first that is taken, upwards below 0 and downwards from it.
struct LayoutRows {
    /// The taken columns of each row, from left to right; first row 0, then 1, -1, 2, -2 and so on.
    private var taken: [[ClosedRange<Int>]] = []
    /// The lowest row that anything stands in; -1 while nothing does.
    private(set) var lowest = -1

    private func place(_ row: Int) -> Int { row > 0 ? 2 * row - 1 : -2 * row }

    func isFree(_ row: Int, _ columns: ClosedRange<Int>) -> Bool {
        let place = place(row)
        guard place < taken.count else { return true }
        let next = index(in: taken[place], after: columns.lowerBound)
        if next < taken[place].count, taken[place][next].lowerBound <= columns.upperBound { return false }
        return true
    }

    mutating func take(_ row: Int, _ columns: ClosedRange<Int>) {
        let place = place(row)
        while taken.count <= place { taken.append([]) }
        taken[place].insert(columns, at: index(in: taken[place], after: columns.lowerBound))
        lowest = max(lowest, row)
    }

    /// The first range that ends at a column or after it.
    private func index(in ranges: [ClosedRange<Int>], after column: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < column { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Takes the free row that is nearest to one, below it rather than above.
    mutating func takeNearest(to row: Int, _ columns: ClosedRange<Int>, onlyBelow: Bool = false) -> Int {
        var distance = 0
        while true {
            for candidate in distance == 0 || onlyBelow ? [row + distance] : [row + distance, row - distance]
            where isFree(candidate, columns) {
                take(candidate, columns)
                return candidate
            }
            distance += 1
        }
    }
}
