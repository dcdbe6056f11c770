import QualityStatistics
import TestSupport

/// Tables of counts as municipalities publish them: some categories frequent, many rare, some empty.
enum RandomTables {
    static func table(_ draws: inout Draws, height: ClosedRange<Int> = 3...8, width: ClosedRange<Int> = 3...8)
        -> [[Int]]
    {
        let height = Int.random(in: height, using: &draws)
        let width = Int.random(in: width, using: &draws)
        let rows = (0..<height).map { _ in Double.random(in: 0.5...3, using: &draws) }
        let columns = (0..<width).map { _ in Double.random(in: 0...4, using: &draws) }
        return rows.map { row in
            columns.map { column in
                if draws.happens(percent: 4) { return 0 }
                var size = 1.0
                for _ in 0..<Int(row + column) { size *= Double.random(in: 1.2...3.6, using: &draws) }
                return Int(size * Double.random(in: 0...3, using: &draws))
            }
        }
    }
}

/// A table as it is published, for the attacking script: one line of JSON.
func publishedLine(of counts: [[Int]], withholding withheld: [CellSuppression.Cell], threshold: Int) -> String {
    let withheld = Set(withheld)
    let rows = counts.enumerated().map { row, cells in
        cells.enumerated().map { column, count in
            withheld.contains(CellSuppression.Cell(row: row, column: column)) ? "null" : "\(count)"
        }
    }
    let columns = (counts.first ?? []).indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    return """
        {"published": [\(rows.map { "[\($0.joined(separator: ", "))]" }.joined(separator: ", "))], \
        "rows": \(counts.map { $0.reduce(0, +) }), "columns": \(columns), "threshold": \(threshold)}
        """
}
