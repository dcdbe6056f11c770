/// Fisher's exact test of a table of any size (Freeman and Halton): right where expected counts are small.
///
/// Swedish: Fishers exakta test. The p-value is the probability, given the sums of the rows and columns, of all tables
/// that are no more probable than the one observed.
public struct FisherExactTest: StatisticalResult {
    /// How the p-value was found.
    public enum Precision: Hashable, Sendable {
        /// From all tables.
        case exact
        /// From so many tables drawn at random, which gives the p-value this standard error.
        case simulated(tables: Int, standardError: Double)
    }

    /// The method.
    public let method: StatisticalMethod

    /// What it assumes.
    public let assumptions: [Assumption]

    /// The sum of all counts.
    public let sample: Int

    /// The probability of the observed table and of all that are no more probable.
    public let pValue: Double

    /// Whether the p-value is exact or has an error of simulation.
    public let precision: Precision

    /// The work that ``exact(_:effort:)`` may put in by default: a few seconds.
    public static let defaultEffort = 20_000_000

    private static func finding(
        _ table: ContingencyTable,
        _ find: ([[Int]]) -> (Double, Precision)?
    ) -> Finding<Self>? {
        let method = StatisticalMethod(
            name: "Fisher's exact test",
            source: "Freeman and Halton, Biometrika 38, 1951; Mehta and Patel, JASA 78, 1983"
        )
        if let shortage = table.shortage(method) { return .tooLittleData(shortage) }
        return find(table.filled).map { pValue, precision in
            .found(
                Self(
                    method: method,
                    assumptions: [Assumption("The counts are of independent events.")],
                    sample: table.total,
                    pValue: pValue,
                    precision: precision
                )
            )
        }
    }

    /// The exact test, or `nil` where it would take more work than allowed.
    ///
    /// - Parameters:
    ///   - table: the counts; rows and columns that hold nothing are left out.
    ///   - effort: how many ways of filling a column may be looked at, over all. A table of 3 by 7 with 200 events takes
    ///     some hundred thousands; a table of two by two always stays within.
    public static func exact(_ table: ContingencyTable, effort: Int = defaultEffort) -> Finding<Self>? {
        finding(table) { counts in
            if counts.count == 2, counts[0].count == 2 { return (pValueOfTwoByTwo(counts), .exact) }
            var network = FisherNetwork(counts, effort: effort)
            return network?.pValue().map { ($0, .exact) }
        }
    }

    /// The test by tables drawn at random with the sums of the observed one.
    ///
    /// - Parameters:
    ///   - table: the counts; rows and columns that hold nothing are left out.
    ///   - tables: how many tables are drawn, at least 1.
    ///   - generator: the source of randomness; a seeded one makes the p-value one that can be found again.
    /// - Throws: ``StatisticsError`` where no table is to be drawn.
    public static func simulated(
        _ table: ContingencyTable,
        tables: Int = 100_000,
        using generator: inout some RandomNumberGenerator
    ) throws(StatisticsError) -> Finding<Self> {
        guard tables > 0 else { throw StatisticsError(.outOfRange, of: "tables") }
        let found = finding(table) { counts in
            var simulation = TableSimulation(counts)
            let extreme = (0..<tables).reduce(0) { sum, _ in
                sum + (simulation.isAsImprobable(using: &generator) ? 1 : 0)
            }
            let pValue = Double(extreme + 1) / Double(tables + 1)
            let error = (pValue * (1 - pValue) / Double(tables)).squareRoot()
            return (pValue, .simulated(tables: tables, standardError: error))
        }
        guard let found else { throw StatisticsError(.outOfRange, of: "table") }
        return found
    }

    /// The exact test where it takes no more work than allowed, and otherwise the simulated one.
    ///
    /// Parameters and errors are those of ``exact(_:effort:)`` and ``simulated(_:tables:using:)``.
    public static func test(
        _ table: ContingencyTable,
        effort: Int = defaultEffort,
        tables: Int = 100_000,
        using generator: inout some RandomNumberGenerator
    ) throws(StatisticsError) -> Finding<Self> {
        if let exact = exact(table, effort: effort) { return exact }
        return try simulated(table, tables: tables, using: &generator)
    }

    private static func pValueOfTwoByTwo(_ counts: [[Int]]) -> Double {
        let (row, column) = (counts[0][0] + counts[0][1], counts[0][0] + counts[1][0])
        let total = row + counts[1][0] + counts[1][1]
        guard let distribution = try? HypergeometricDistribution(population: total, marked: row, drawn: column) else {
            return .nan
        }
        return MinimumLikelihood.pValue(
            counts[0][0],
            support: distribution.support,
            mode: Int(min(9e18, Double(row + 1) * (Double(column + 1) / (Double(total) + 2)))),
            probability: distribution.probability,
            tails: distribution.tails
        )
    }
}
