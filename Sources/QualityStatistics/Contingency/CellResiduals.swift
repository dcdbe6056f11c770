/// Which cells of a table hold more or fewer than expected, and which of that is more than chance over so many cells.
///
/// Swedish: residualer. All arrays are row by row as the table; `nil` in rows and columns that hold nothing.
public struct CellResiduals: StatisticalResult {
    /// The method.
    public let method: StatisticalMethod

    /// What it assumes.
    public let assumptions: [Assumption]

    /// The sum of all counts.
    public let sample: Int

    /// (O − E)/√E.
    public let pearson: [[Double?]]

    /// (O − E) over its standard deviation, near a standard normal number where there is no association.
    public let adjusted: [[Double?]]

    /// The two-sided p-value of each adjusted residual.
    public let pValues: [[Double?]]

    /// The p-values after Holm: the chance of any false one over the table is held.
    public let holm: [[Double?]]

    /// The p-values after Benjamini and Hochberg: the share of false ones is held.
    public let benjaminiHochberg: [[Double?]]

    /// The share of each cell in χ², which add up to 1; all 0 where χ² is 0.
    public let shares: [[Double?]]

    /// The residuals of a table.
    public static func of(_ table: ContingencyTable) -> Finding<Self> {
        let method = StatisticalMethod(name: "Adjusted residuals", source: "Haberman, Biometrics 29, 1973")
        if let shortage = table.shortage(method) { return .tooLittleData(shortage) }
        return .found(Self(method, table))
    }

    private init(_ method: StatisticalMethod, _ table: ContingencyTable) {
        self.method = method
        assumptions = table.assumptions
        sample = table.total
        let total = Double(table.total)
        let exactlyExpected = table.exactlyExpected
        let expected = table.expected
        func cells(_ value: (Int, Int) -> Double) -> [[Double?]] {
            table.rowTotals.indices.map { row in
                table.columnTotals.indices.map { column in expected[row][column] > 0 ? value(row, column) : nil }
            }
        }
        func difference(_ row: Int, _ column: Int) -> Double {
            (DoubleDouble(Double(table.counts[row][column])) - exactlyExpected[row][column]).value
        }
        func square(_ row: Int, _ column: Int) -> Double {
            difference(row, column) * difference(row, column) / expected[row][column]
        }
        pearson = cells { difference($0, $1) / expected[$0][$1].squareRoot() }
        let adjusted = cells { row, column in
            let rest = Double(table.total - table.rowTotals[row]) / total
            let other = Double(table.total - table.columnTotals[column]) / total
            return difference(row, column) / (expected[row][column] * rest * other).squareRoot()
        }
        self.adjusted = adjusted
        let pValues = adjusted.map { $0.map { $0.map { 2 * StandardNormal.tails(abs($0)).upper } } }
        self.pValues = pValues
        func reshaped(_ adjust: ([Double?]) throws(StatisticsError) -> AdjustedPValues) -> [[Double?]] {
            let flat = Array(pValues.joined())
            let values = (try? adjust(flat))?.values ?? flat
            let width = table.columnTotals.count
            return table.rowTotals.indices.map { Array(values[($0 * width)..<(($0 + 1) * width)]) }
        }
        holm = reshaped(AdjustedPValues.holm)
        benjaminiHochberg = reshaped(AdjustedPValues.benjaminiHochberg)
        let squares = cells(square)
        let sum = squares.joined().reduce(0.0) { $0 + ($1 ?? 0) }
        shares = squares.map { $0.map { $0.map { sum == 0 ? 0 : $0 / sum } } }
    }
}
