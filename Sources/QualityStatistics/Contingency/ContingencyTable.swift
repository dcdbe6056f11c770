/// Counts cross-classified by two properties.
///
/// Swedish: korstabell.
public struct ContingencyTable: Hashable, Sendable {
    /// The counts, row by row, all rows of one length.
    public let counts: [[Int]]

    /// The sums of the rows.
    public let rowTotals: [Int]

    /// The sums of the columns.
    public let columnTotals: [Int]

    /// The sum of all counts.
    public let total: Int

    /// A table of counts.
    ///
    /// - Throws: ``StatisticsError`` for a negative count, for rows of different lengths, each with the position of the
    ///   row, and for a sum beyond what an `Int` holds.
    public init(_ counts: [[Int]]) throws(StatisticsError) {
        let width = counts.first?.count ?? 0
        var columns = [Int](repeating: 0, count: width)
        var rows: [Int] = []
        var total = 0
        for (index, row) in counts.enumerated() {
            guard row.count == width else { throw StatisticsError(.unequalLengths, of: "counts", at: index) }
            var sum = 0
            for (column, count) in row.enumerated() {
                guard count >= 0 else { throw StatisticsError(.negative, of: "counts", at: index) }
                let (next, overflow) = total.addingReportingOverflow(count)
                guard !overflow else { throw StatisticsError(.outOfRange, of: "counts", at: index) }
                total = next
                sum += count
                columns[column] += count
            }
            rows.append(sum)
        }
        self.counts = counts
        rowTotals = rows
        columnTotals = columns
        self.total = total
    }

    /// The number of rows that hold anything.
    public var filledRows: Int { rowTotals.count { $0 > 0 } }

    /// The number of columns that hold anything.
    public var filledColumns: Int { columnTotals.count { $0 > 0 } }

    /// The counts expected where row and column have nothing to do with each other; 0 in rows and columns that are empty.
    public var expected: [[Double]] {
        exactlyExpected.map { $0.map(\.high) }
    }

    /// The same with twice the digits, so that what is left of a large count keeps its own.
    var exactlyExpected: [[DoubleDouble]] {
        rowTotals.map { row in
            columnTotals.map { column in
                total == 0 ? DoubleDouble(0) : .product(Double(row), Double(column)) / DoubleDouble(Double(total))
            }
        }
    }

    /// (rows − 1)(columns − 1) of the rows and columns that hold anything.
    public var degreesOfFreedom: Int { max(0, filledRows - 1) * max(0, filledColumns - 1) }

    /// The counts of the rows and columns that hold anything.
    var filled: [[Int]] {
        zip(counts, rowTotals).filter { $0.1 > 0 }.map { row, _ in
            zip(row, columnTotals).filter { $0.1 > 0 }.map(\.0)
        }
    }

    /// The shortage for a test that needs two rows and two columns that hold anything.
    func shortage(_ method: StatisticalMethod) -> TooLittleData? {
        let groups = min(filledRows, filledColumns)
        guard groups < 2 else { return nil }
        return TooLittleData(method: method, needed: 2, available: groups, of: .groups)
    }

    /// What chi-squared approximations assume, checked.
    var assumptions: [Assumption] {
        let cells = zip(rowTotals, expected).filter { $0.0 > 0 }.flatMap { row in
            zip(columnTotals, row.1).filter { $0.0 > 0 }.map(\.1)
        }
        let few = cells.count { $0 < 5 }
        let fair = few * 5 <= cells.count && !cells.contains { $0 < 1 }
        return [
            Assumption("The counts are of independent events."),
            Assumption(
                "At most a fifth of the expected counts are below 5 and none below 1 (Cochran 1954).",
                fair ? .holds : .fails
            ),
            Assumption(
                "Rows and columns without any event say nothing and are left out.",
                filledRows == rowTotals.count && filledColumns == columnTotals.count ? .holds : .notChecked
            ),
        ]
    }
}
