/// A χ² test of whether the rows and columns of a table have anything to do with each other.
///
/// Swedish: test av oberoende. It says whether there is an association, not how strong it is: see ``Association``.
public struct IndependenceTest: StatisticalResult {
    /// The method of the statistic.
    public let method: StatisticalMethod

    /// What the p-value assumes: small expected counts make it unreliable.
    public let assumptions: [Assumption]

    /// The sum of all counts.
    public let sample: Int

    /// The value that is held against the χ² distribution.
    public let statistic: Double

    /// The degrees of freedom.
    public let degreesOfFreedom: Int

    /// The probability of such a statistic or a larger one where there is no association.
    public let pValue: Double

    /// The number of cells whose expected count is below 5, in rows and columns that hold anything.
    public let expectedBelowFive: Int

    /// The smallest expected count in rows and columns that hold anything.
    public let smallestExpected: Double

    private init(_ method: StatisticalMethod, _ table: ContingencyTable, _ statistic: Double) {
        self.method = method
        self.statistic = statistic
        assumptions = table.assumptions
        sample = table.total
        degreesOfFreedom = table.degreesOfFreedom
        pValue = IncompleteGamma.tails(Double(degreesOfFreedom) / 2, DoubleDouble(statistic / 2)).upper
        let expected = table.expected.joined().filter { $0 > 0 }
        expectedBelowFive = expected.count { $0 < 5 }
        smallestExpected = expected.min() ?? 0
    }

    /// The sum of a function of counts and expected counts over the cells of filled rows and columns.
    private static func find(
        _ name: String,
        _ source: String,
        _ table: ContingencyTable,
        _ contribution: (DoubleDouble, DoubleDouble) -> Double
    ) -> Finding<Self> {
        let method = StatisticalMethod(name: name, source: source)
        if let shortage = table.shortage(method) { return .tooLittleData(shortage) }
        var sum = 0.0
        for (counts, expected) in zip(table.counts, table.exactlyExpected) {
            for (count, expected) in zip(counts, expected) where expected.high > 0 {
                sum += contribution(DoubleDouble(Double(count)), expected)
            }
        }
        return .found(Self(method, table, sum))
    }

    /// Pearson's χ² test, without a correction for continuity.
    public static func pearson(_ table: ContingencyTable) -> Finding<Self> {
        find("Pearson χ²", "Pearson, Philosophical Magazine 50, 1900", table) { count, expected in
            let distance = (count - expected).value
            return distance * distance / expected.high
        }
    }

    /// The likelihood-ratio test, G = 2 Σ O log(O/E).
    public static func likelihoodRatio(_ table: ContingencyTable) -> Finding<Self> {
        find("Likelihood ratio G", "Wilks, Annals of Mathematical Statistics 9, 1938", table) { count, expected in
            2 * deviance(count, expected).value
        }
    }

    /// Pearson's χ² test of a table of two by two with Yates' correction for continuity.
    ///
    /// - Throws: ``StatisticsError`` where the table does not have two rows and two columns that hold anything.
    public static func yates(_ table: ContingencyTable) throws(StatisticsError) -> Finding<Self> {
        guard table.filledRows == 2, table.filledColumns == 2 else { throw StatisticsError(.outOfRange, of: "table") }
        let cells = zip(table.counts.joined(), table.exactlyExpected.joined()).filter { $0.1.high > 0 }
        let distances = cells.map { abs((DoubleDouble(Double($0)) - $1).value) }
        let correction = min(0.5, distances.min() ?? 0)
        return find("Pearson χ² with Yates' correction", "Yates, JRSS Supplement 1, 1934", table) { count, expected in
            let distance = abs((count - expected).value) - correction
            return distance * distance / expected.high
        }
    }
}
