extension CellSuppression {
    /// What is small, and how well it is protected.
    public struct Rule: Hashable, Sendable {
        /// What a reader is assumed to use.
        public enum Reader: Hashable, Sendable {
            /// The published cells, the margins, and that no count is negative.
            case knowsMargins
            /// These, and that cells are withheld only where one of them is in 1..<threshold.
            case knowsRule
        }

        /// The smallest count that may be published as it is, 0 apart: 1..<threshold are small.
        public let threshold: Int

        /// By how much the highest and the lowest value of a small cell must differ at least.
        public let width: Int

        /// By how much those of a complementary cell must differ at least.
        public let complementaryWidth: Int

        /// What the reader is assumed to use.
        public let reader: Reader

        /// Counts below 5 are small, and every withheld cell has an interval at least 5 wide for who knows the rule.
        public static let usual = Rule(unchecked: 5, 5, 5, .knowsRule)

        private init(unchecked threshold: Int, _ width: Int, _ complementaryWidth: Int, _ reader: Reader) {
            self.threshold = threshold
            self.width = width
            self.complementaryWidth = complementaryWidth
            self.reader = reader
        }

        /// A rule.
        ///
        /// - Parameters:
        ///   - threshold: the smallest count that is not small, 1 or more; 1 finds none small.
        ///   - width: the least width of the interval of a small cell, 1 or more; 1 is "not disclosed exactly".
        ///   - complementaryWidth: that of a complementary cell, 1 or more; as for small cells where it is `nil`.
        ///   - reader: what a reader is assumed to use.
        public init(
            threshold: Int,
            width: Int,
            complementaryWidth: Int? = nil,
            reader: Reader = .knowsRule
        ) throws(StatisticsError) {
            guard threshold >= 1 else { throw StatisticsError(.outOfRange, of: "threshold") }
            guard width >= 1 else { throw StatisticsError(.outOfRange, of: "width") }
            guard complementaryWidth ?? 1 >= 1 else { throw StatisticsError(.outOfRange, of: "complementaryWidth") }
            self.init(unchecked: threshold, width, complementaryWidth ?? width, reader)
        }

        /// The threshold where the reader uses it.
        var knownThreshold: Int? { reader == .knowsRule ? threshold : nil }
    }

    /// The values that a withheld cell can have for all a reader knows, and the proof of it.
    public struct Interval: Hashable, Sendable {
        /// The cell.
        public let cell: Cell

        /// The lowest and the highest value that agree with all that the reader knows.
        public let values: ClosedRange<Int>

        /// The withheld cells of a table that agrees with all that is published, with the lowest value of this cell.
        ///
        /// In the order of the withheld cells, row by row.
        public let lowest: [Int]

        /// The withheld cells of a table that agrees with all that is published, with the highest value of this cell.
        public let highest: [Int]

        /// By how much the highest and the lowest value differ; 0 when the cell is disclosed.
        public var width: Int { values.upperBound - values.lowerBound }
    }

    /// Cells to withhold.
    public struct Pattern: Hashable, Sendable {
        /// How good the pattern is known to be.
        public enum Search: Hashable, Sendable {
            /// No pattern has fewer complementary cells, nor as few with a smaller sum; so many are as good as it.
            case optimal(equals: Int)
            /// None of its complementary cells can be left out.
            case irredundant
        }

        /// The small cells, row by row.
        public let primary: [Cell]

        /// The further cells, row by row.
        public let complementary: [Cell]

        /// What a reader can derive of each withheld cell, row by row.
        public let intervals: [Interval]

        /// How good the pattern is known to be.
        public let search: Search

        /// The sum of the complementary cells, which the table loses beyond the small ones.
        public let complementarySum: Int

        /// All cells to withhold, row by row.
        public var withheld: [Cell] { intervals.map(\.cell) }
    }

    /// That no choice of cells protects the small ones.
    public struct NoPattern: Hashable, Sendable {
        /// The small cells whose interval is too narrow even when every cell is withheld that may be.
        public let unprotected: [Interval]

        /// Categories to merge so that there is a pattern; `nil` where none was found.
        public let merger: Merger?
    }

    /// Rows and columns merged so that the table can be protected.
    public struct Merger: Hashable, Sendable {
        /// The rows of the table, from 0, that make up each row of the merged one.
        public let rows: [[Int]]

        /// The columns of the table, from 0, that make up each column of the merged one.
        public let columns: [[Int]]

        /// The counts of the merged table, row by row.
        public let counts: [[Int]]

        /// The cells of the merged table to withhold, which may be none.
        public let pattern: Pattern
    }
}
