/// How strong the association of the rows and columns of a table is, from 0, none, to 1.
///
/// Swedish: sambandsmått. A large table makes a weak association significant; these say how weak it is.
public struct Association: StatisticalResult {
    /// The method of Cramér's V.
    public let method: StatisticalMethod

    /// What it assumes.
    public let assumptions: [Assumption]

    /// The sum of all counts.
    public let sample: Int

    /// Cramér's V, √(χ²/n / min(rows − 1, columns − 1)).
    public let cramersV: Double

    /// Cramér's V without its upward bias in small samples (Bergsma 2013).
    public let correctedCramersV: Double

    /// Tschuprow's T, √(χ²/n / √((rows − 1)(columns − 1))).
    public let tschuprowsT: Double

    /// Pearson's contingency coefficient, √(χ²/(χ² + n)), which stays below 1.
    public let contingencyCoefficient: Double

    /// φ, √(χ²/n), of a table of two by two; `nil` of others.
    public let phi: Double?

    /// The strength of the association in a table.
    public static func of(_ table: ContingencyTable) -> Finding<Self> {
        switch IndependenceTest.pearson(table) {
        case .tooLittleData(let shortage): .tooLittleData(shortage)
        case .found(let test): .found(Self(table, test.statistic))
        }
    }

    private init(_ table: ContingencyTable, _ statistic: Double) {
        method = StatisticalMethod(
            name: "Cramér's V",
            source: "Cramér, Mathematical Methods of Statistics, 1946; Bergsma, J Korean Stat Soc 42, 2013"
        )
        assumptions = table.assumptions
        sample = table.total
        let n = Double(table.total)
        let (rows, columns) = (Double(table.filledRows), Double(table.filledColumns))
        let square = statistic / n
        cramersV = (square / min(rows - 1, columns - 1)).squareRoot()
        tschuprowsT = (square / ((rows - 1) * (columns - 1)).squareRoot()).squareRoot()
        contingencyCoefficient = (statistic / (statistic + n)).squareRoot()
        phi = rows == 2 && columns == 2 ? square.squareRoot() : nil
        let corrected = max(0, square - (rows - 1) * (columns - 1) / (n - 1))
        let correctedRows = rows - (rows - 1) * (rows - 1) / (n - 1)
        let correctedColumns = columns - (columns - 1) * (columns - 1) / (n - 1)
        let least = min(correctedRows - 1, correctedColumns - 1)
        correctedCramersV = corrected == 0 || least <= 0 ? 0 : (corrected / least).squareRoot()
    }
}
