import QualityCore

/// Counts along two axes, with what is counted; a key that no observation has counts 0.
public struct CrossTable: Hashable, Sendable {
    /// What a count counts. Closed; the two are never set beside each other without their names.
    public enum Counted: String, Hashable, Sendable, CaseIterable {
        /// Each record once in a cell, however many of its observations fall there.
        case records
        /// Each observation once in a cell.
        case observations
    }

    /// What the counts count.
    public let counted: Counted
    /// The positions along the first axis that hold at least one observation, in order of first appearance.
    public let rows: [CountAxis.Key]
    /// The positions along the second axis that hold at least one observation, in order of first appearance.
    public let columns: [CountAxis.Key]
    private let counts: [Int]
    private let rowPositions: [CountAxis.Key: Int]
    private let columnPositions: [CountAxis.Key: Int]

    /// A table from the counts of all positions, row by row; positions without a count are dropped.
    init(counted: Counted, allRows: [CountAxis.Key], allColumns: [CountAxis.Key], counts: [Int]) {
        let width = allColumns.count
        let kept = (
            rows: allRows.indices.filter { row in (0..<width).contains { counts[row * width + $0] > 0 } },
            columns: allColumns.indices.filter { column in
                allRows.indices.contains { counts[$0 * width + column] > 0 }
            }
        )
        self.counted = counted
        rows = kept.rows.map { allRows[$0] }
        columns = kept.columns.map { allColumns[$0] }
        self.counts = kept.rows.flatMap { row in kept.columns.map { counts[row * width + $0] } }
        rowPositions = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        columnPositions = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    }

    /// The count of a cell.
    public subscript(row: CountAxis.Key, column: CountAxis.Key) -> Int {
        guard let row = rowPositions[row], let column = columnPositions[column] else { return 0 }
        return counts[row * columns.count + column]
    }
}
