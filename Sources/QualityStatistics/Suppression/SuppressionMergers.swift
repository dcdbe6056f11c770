/// The search for categories to merge so that a table can be protected.
///
/// As few mergers as possible; among as many, those that hide the fewest events in larger categories.
struct SuppressionMergers {
    private let table: SuppressionTable
    private let rule: CellSuppression.Rule
    private let rowSums: [Int]
    private let columnSums: [Int]
    /// How many tables are looked at, before mergers are taken one at a time.
    private static let most = 2_000

    init(_ table: SuppressionTable, rule: CellSuppression.Rule) {
        self.table = table
        self.rule = rule
        rowSums = table.rows.map { $0.reduce(0, +) }
        columnSums = (0..<table.width).map { column in table.rows.reduce(0) { $0 + $1[column] } }
    }

    private struct Grouping: Hashable {
        var rows: [[Int]]
        var columns: [[Int]]

        /// Every grouping with one merger more.
        var mergers: [Grouping] {
            Self.pairs(columns).map { Grouping(rows: rows, columns: $0) }
                + Self.pairs(rows).map { Grouping(rows: $0, columns: columns) }
        }

        private static func pairs(_ groups: [[Int]]) -> [[[Int]]] {
            groups.indices.flatMap { first in
                groups.indices.dropFirst(first + 1).map { second in
                    var merged = groups
                    merged[first] = (groups[first] + groups[second]).sorted()
                    merged.remove(at: second)
                    return merged
                }
            }
        }
    }

    func best(effort: Int) -> CellSuppression.Merger? {
        guard table.height > 0, table.width > 0 else { return nil }
        var level = [Grouping(rows: (0..<table.height).map { [$0] }, columns: (0..<table.width).map { [$0] })]
        var looks = 0
        while !level.isEmpty {
            let next = Array(Set(level.flatMap(\.mergers))).sorted(by: precedes)
            for grouping in next.prefix(Self.most) {
                let merged = SuppressionTable(table, rows: grouping.rows, columns: grouping.columns)
                let search = SuppressionSearch(merged, rule: rule)
                guard search.isPossible, let pattern = search.pattern(effort: effort) else { continue }
                return CellSuppression.Merger(
                    rows: grouping.rows,
                    columns: grouping.columns,
                    counts: merged.rows,
                    pattern: pattern
                )
            }
            looks += next.count
            level = looks < Self.most ? next : Array(next.prefix(1))
        }
        return nil
    }

    private func precedes(_ first: Grouping, _ second: Grouping) -> Bool {
        let hidden = (self.hidden(first), self.hidden(second))
        guard hidden.0 == hidden.1 else { return hidden.0 < hidden.1 }
        let groups = (first.columns + first.rows, second.columns + second.rows)
        return groups.0.lexicographicallyPrecedes(groups.1) { $0.lexicographicallyPrecedes($1) }
    }

    /// The events of all categories but the largest of each group.
    private func hidden(_ grouping: Grouping) -> Int {
        func hidden(_ groups: [[Int]], _ sums: [Int]) -> Int {
            groups.reduce(0) { total, group in
                total + group.reduce(0) { $0 + sums[$1] } - (group.map { sums[$0] }.max() ?? 0)
            }
        }
        return hidden(grouping.rows, rowSums) + hidden(grouping.columns, columnSums)
    }
}
