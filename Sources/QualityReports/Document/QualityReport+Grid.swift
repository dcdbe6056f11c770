extension QualityReport {
    /// A table with a caption, a statement of what its counts go by, and rows of cells (*tabell*).
    public struct Grid: Hashable, Sendable {
        /// The anchor on the page and the name of the exported file, unique in the report.
        public let id: String
        /// What the table shows.
        public let caption: String
        /// The sentence that says which day or time counts. Years and ISO dates in it are marked as time.
        public let countedBy: String
        /// The head above the row heads. May be empty.
        public let rowHead: String
        /// The columns of cells, without the column of row heads.
        public let columns: [Column]
        /// The rows in reading order, each with as many cells as there are columns.
        public let rows: [Row]
        /// Remarks under the table.
        public let notes: [Prose]

        /// A table. A row with fewer cells than columns is filled with empty cells; one with more is a fault.
        public init(
            id: String,
            caption: String,
            countedBy: String,
            rowHead: String = "",
            columns: [Column],
            rows: [Row],
            notes: [Prose] = []
        ) {
            precondition(rows.allSatisfy { $0.cells.count <= columns.count }, "A row has more cells than columns.")
            self.id = id
            self.caption = caption
            self.countedBy = countedBy
            self.rowHead = rowHead
            self.columns = columns
            self.rows = rows.map { $0.filled(to: columns.count) }
            self.notes = notes
        }
    }

    /// A column of a table.
    public struct Column: Hashable, Sendable {
        /// How the cells of a column stand.
        public enum Alignment: String, Hashable, Sendable, CaseIterable {
            /// At the start of the line, for words.
            case leading
            /// At the end of the line, for numbers.
            case trailing
        }

        /// The head of the column.
        public let head: String
        /// How its cells stand.
        public let alignment: Alignment
        /// Whether the column belongs in the exported table.
        public let isExported: Bool

        /// A column under a head.
        public init(head: String, alignment: Alignment = .trailing, isExported: Bool = true) {
            self.head = head
            self.alignment = alignment
            self.isExported = isExported
        }
    }

    /// A row of a table.
    public struct Row: Hashable, Sendable {
        /// What a row is among the others.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// A row of content.
            case body
            /// A sum of other rows.
            case total
            /// A heading over the rows that follow.
            case group
        }

        /// The head of the row.
        public let head: String
        /// How deep the row stands under the rows before it, from 0.
        public let indent: Int
        /// What the row is among the others.
        public let kind: Kind
        /// Whether the row belongs to the table as data.
        public let isExported: Bool
        /// One cell a column.
        public let cells: [Cell]

        /// A row with its head and cells.
        public init(
            head: String,
            indent: Int = 0,
            kind: Kind = .body,
            isExported: Bool = true,
            cells: [Cell] = []
        ) {
            precondition(indent >= 0, "A row cannot stand above the first level.")
            self.head = head
            self.indent = indent
            self.kind = kind
            self.isExported = isExported
            self.cells = cells
        }

        func filled(to count: Int) -> Self {
            let missing = Array(repeating: Cell.empty, count: max(0, count - cells.count))
            return Self(head: head, indent: indent, kind: kind, isExported: isExported, cells: cells + missing)
        }
    }

    /// A cell of a table.
    public enum Cell: Hashable, Sendable {
        /// A number that the report answers for.
        case figure(Figure)
        /// Words. Years and ISO dates in them are marked as time.
        case text(String)
        /// Nothing, where nothing belongs. A number that is lacking is an absent figure instead.
        case empty
        /// A small line of the values over time.
        case sparkline(Sparkline)
    }
}
