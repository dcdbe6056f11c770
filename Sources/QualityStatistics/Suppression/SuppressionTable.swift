/// A table of counts that was looked at, with its cells in one row.
struct SuppressionTable {
    let rows: [[Int]]
    let counts: [Int]
    let height: Int
    let width: Int
    let total: Int

    init(_ rows: [[Int]]) throws(StatisticsError) {
        width = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() where row.count != width {
            throw StatisticsError(.unequalLengths, of: "counts", at: index)
        }
        let checked = try CategoryCounts(Array(rows.joined()), of: "counts")
        self.rows = rows
        height = rows.count
        counts = checked.counts
        total = checked.total
    }

    /// The table with rows and columns merged.
    init(_ table: SuppressionTable, rows: [[Int]], columns: [[Int]]) {
        let merged = rows.map { rows in
            columns.map { columns in
                rows.reduce(0) { sum, row in columns.reduce(sum) { $0 + table.rows[row][$1] } }
            }
        }
        self.rows = merged
        height = rows.count
        width = columns.count
        counts = Array(merged.joined())
        total = table.total
    }

    func cell(_ index: Int) -> CellSuppression.Cell {
        CellSuppression.Cell(row: index / width, column: index % width)
    }

    func index(_ cell: CellSuppression.Cell) -> Int {
        cell.row * width + cell.column
    }

    func primary(_ rule: CellSuppression.Rule) -> [Int] {
        counts.indices.filter { counts[$0] > 0 && counts[$0] < rule.threshold }
    }

    var margins: [(margin: CellSuppression.Margin, sum: Int)] {
        rows.enumerated().map { (.row($0), $1.reduce(0, +)) }
            + (0..<width).map { column in (.column(column), rows.reduce(0) { $0 + $1[column] }) }
            + [(.total, total)]
    }
}
