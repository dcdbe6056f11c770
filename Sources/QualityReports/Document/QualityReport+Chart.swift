import QualityCore

extension QualityReport {
    /// A chart of figures by category (*diagram*). Its figures also stand in a table beside it.
    public struct Chart: Hashable, Sendable {
        /// How the figures are drawn.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Upright bars, the series of a category side by side.
            case bars
            /// Lying bars, for long category names.
            case horizontalBars
            /// One lying bar a category, divided by the series' shares of their sum.
            case stackedShare
        }

        /// A row of figures, one for each category.
        public struct Series: Hashable, Sendable {
            /// The name in the legend.
            public let name: String
            /// One figure a category.
            public let figures: [Figure]
            /// Whether the series is there to compare with, such as the year before; drawn paler.
            public let isComparison: Bool

            /// A series of figures under a name.
            public init(name: String, figures: [Figure], isComparison: Bool = false) {
                self.name = name
                self.figures = figures
                self.isComparison = isComparison
            }
        }

        /// The anchor on the page and the name of its exported table, unique in the report.
        public let id: String
        /// What the chart shows.
        public let title: String
        /// How the figures are drawn.
        public let kind: Kind
        /// The series, in the order they are drawn.
        public let series: [Series]
        /// The categories, in the order they are drawn.
        public let categories: [String]
        /// The sentence that says which day or time counts. Years and ISO dates in it are marked as time.
        public let countedBy: String
        /// A remark under the chart. May be empty.
        public let note: Prose

        /// A chart; every series has one figure a category.
        public init(
            id: String,
            title: String,
            kind: Kind,
            series: [Series],
            categories: [String],
            countedBy: String,
            note: Prose = ""
        ) {
            precondition(
                series.allSatisfy { $0.figures.count == categories.count },
                "A series has another number of figures than there are categories."
            )
            self.id = id
            self.title = title
            self.kind = kind
            self.series = series
            self.categories = categories
            self.countedBy = countedBy
            self.note = note
        }

        /// The figures of the chart as a table: a row a category, a column a series.
        public var grid: Grid {
            Grid(
                id: id,
                caption: title,
                countedBy: countedBy,
                columns: series.map { Column(head: $0.name) },
                rows: categories.indices.map { index in
                    Row(head: categories[index], cells: series.map { .figure($0.figures[index]) })
                },
                notes: note.isEmpty ? [] : [note]
            )
        }

        /// The table beside the drawing, under which the note is not said again.
        func data(in language: Language) -> Grid {
            Grid(
                id: id,
                caption: title,
                countedBy: countedBy,
                rowHead: Wording.category(language),
                columns: grid.columns,
                rows: grid.rows
            )
        }
    }
}
