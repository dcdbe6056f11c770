/// Which cells of a published two-way table of counts to withhold so that no small one can be derived from the rest.
///
/// A reader who knows the published cells and all margins can solve for what is withheld. A small cell, one of
/// 1..<threshold, is withheld (*primary*), and so are further ones (*complementary*), as few as are found, until every
/// withheld cell can have any value of an interval at least as wide as asked. Each interval comes with two tables that
/// prove it: both agree with all that is published, and the cell has its lowest value in one and its highest in the
/// other.
///
/// Zeros are published, though one may be withheld as complementary. Mark all withheld cells alike: a reader who can tell
/// the primary ones knows that they are small.
public struct CellSuppression: StatisticalResult {
    /// Primary and complementary cell suppression, audited by network flow.
    public let method = StatisticalMethod(
        name: "Cell suppression in a two-way table with published margins",
        source: """
            Cox 1980, Suppression methodology and statistical disclosure control; Gusfield 1988, A graph theoretic \
            approach to statistical data security; Fischetti and Salazar 1999, Models and algorithms for the \
            2-dimensional cell suppression problem
            """
    )

    /// What the intervals assume of readers and of what else is published.
    public let assumptions = [
        Assumption("No reader knows a withheld count from elsewhere."),
        Assumption("No other table of the same events is published."),
        Assumption("The published table marks all withheld cells alike."),
    ]

    /// The number of events in the table.
    public let sample: Int

    /// The counts, row by row.
    public let counts: [[Int]]

    /// What is asked.
    public let rule: Rule

    /// The small cells, row by row.
    public let primary: [Cell]

    /// The margins that are small themselves, which no withheld cell protects: merge their categories, or withhold them.
    public let smallMargins: [Margin]

    /// The pattern found, or that there is none.
    public let outcome: Outcome

    /// The place of a count.
    public struct Cell: Hashable, Comparable, Sendable {
        /// The row, from 0.
        public let row: Int

        /// The column, from 0.
        public let column: Int

        /// A place by row and column, both from 0.
        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }

        /// Whether a cell comes before another, row by row.
        public static func < (first: Self, second: Self) -> Bool {
            (first.row, first.column) < (second.row, second.column)
        }
    }

    /// A sum that is published beside the cells.
    public enum Margin: Hashable, Sendable {
        /// The sum of a row, from 0.
        case row(Int)
        /// The sum of a column, from 0.
        case column(Int)
        /// The sum of all cells.
        case total
    }

    /// What came of the search for a pattern.
    public enum Outcome: Hashable, Sendable {
        /// Cells to withhold.
        case pattern(Pattern)
        /// No choice of cells gives intervals as wide as asked.
        case noPattern(NoPattern)
    }

    /// Finds the cells to withhold from a table of counts, row by row.
    ///
    /// - Parameters:
    ///   - counts: the cells without margins, in rows of one length.
    ///   - rule: what counts as small, and how wide the intervals must be.
    ///   - effort: how many intervals the search for the fewest cells may look at, before it settles for a pattern from
    ///     which no cell can be left out. The default solves most tables of up to some 40 cells.
    /// - Throws: an error when rows differ in length or a count is negative.
    public static func protecting(
        _ counts: [[Int]],
        rule: Rule = Rule.usual,
        effort: Int = 50_000
    ) throws(StatisticsError) -> Self {
        let table = try SuppressionTable(counts)
        return Self(table, rule: rule, effort: max(0, effort))
    }

    private init(_ table: SuppressionTable, rule: Rule, effort: Int) {
        counts = table.rows
        sample = table.total
        self.rule = rule
        primary = table.primary(rule).map(table.cell)
        smallMargins = table.margins.filter { (1..<max(rule.threshold, 1)).contains($0.sum) }.map(\.margin)
        let search = SuppressionSearch(table, rule: rule)
        if let pattern = search.pattern(effort: effort) {
            outcome = .pattern(pattern)
        } else {
            outcome = .noPattern(
                NoPattern(
                    unprotected: search.unprotected,
                    merger: SuppressionMergers(table, rule: rule).best(effort: effort)
                )
            )
        }
    }

    /// The pattern; `nil` where there is none.
    public var pattern: Pattern? {
        guard case .pattern(let pattern) = outcome else { return nil }
        return pattern
    }

    /// The table as it may be published, with `nil` for each withheld cell; `nil` where there is no pattern.
    public var published: [[Int?]]? {
        guard let withheld = pattern.map({ Set($0.withheld) }) else { return nil }
        return counts.enumerated().map { row, cells in
            cells.enumerated().map { withheld.contains(Cell(row: row, column: $0)) ? nil : $1 }
        }
    }

    /// What a reader can derive of each withheld cell of any pattern, in the order of the cells row by row.
    ///
    /// - Parameters:
    ///   - counts: the cells without margins, in rows of one length.
    ///   - withheld: the cells that are not published.
    ///   - threshold: the smallest count that is not small, for a reader who knows the rule; `nil` for one who does not.
    /// - Throws: an error when rows differ in length, a count is negative or a cell is outside the table.
    public static func intervals(
        in counts: [[Int]],
        withholding withheld: [Cell],
        knownThreshold threshold: Int? = nil
    ) throws(StatisticsError) -> [Interval] {
        let table = try SuppressionTable(counts)
        var pattern = [Bool](repeating: false, count: table.counts.count)
        for (index, cell) in withheld.enumerated() {
            guard (0..<table.height).contains(cell.row), (0..<table.width).contains(cell.column) else {
                throw StatisticsError(.outOfRange, of: "withheld", at: index)
            }
            pattern[table.index(cell)] = true
        }
        return SuppressionReader(table, pattern: pattern, threshold: threshold).intervals
    }
}
