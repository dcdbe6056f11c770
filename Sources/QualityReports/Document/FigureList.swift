public import QualityCore

extension QualityReport {
    /// The figures of the report for machines: each with its meaning and origin, in reading order.
    public func figureList() -> FigureList {
        FigureList(
            title: title,
            language: language.rawValue,
            figures: figures.map { FigureList.Entry($0, in: language) }
        )
    }

    /// The figures of a report as data. A number is a JSON number; an absent one is `null` with its reason.
    public struct FigureList: Hashable, Sendable, Codable {
        /// The title of the report.
        public let title: String
        /// The code of the report's language: `sv` or `en`.
        public let language: String
        /// The figures in reading order.
        public let figures: [Entry]

        /// A list of figures under the title of their report.
        public init(title: String, language: String, figures: [Entry]) {
            self.title = title
            self.language = language
            self.figures = figures
        }
    }
}

extension QualityReport.FigureList {
    /// What a figure says in data.
    public enum Value: Hashable, Sendable {
        /// A whole number.
        case integer(Int)
        /// A number with a fraction, rounded as the page shows it.
        case decimal(Double)
        /// A word.
        case text(String)
        /// No figure, and why.
        case absent(reason: String)
    }

    /// Where a figure was read.
    public struct Source: Hashable, Sendable, Codable {
        /// What was asked.
        public let query: String
        /// The journal position that the register had when it answered.
        public let position: Int

        /// A question asked at a journal position.
        public init(query: String, position: Int) {
            self.query = query
            self.position = position
        }
    }

    /// One figure as data.
    public struct Entry: Hashable, Sendable {
        /// The name of the figure, unique in the list.
        public let id: String
        /// What it says.
        public let value: Value
        /// The code of its unit.
        public let unit: String
        /// What was counted.
        public let definition: String
        /// The period that was counted.
        public let period: String
        /// Where it was read, if from a register.
        public let source: Source?

        /// The data of a figure of a report in a language.
        public init(_ figure: QualityReport.Figure, in language: Language) {
            id = figure.id
            value =
                switch figure.value {
                case .integer(let number): .integer(number)
                case .decimal:
                    figure.value.number.map(Value.decimal) ?? .absent(reason: Wording.notComputable(language))
                case .text(let words): .text(words)
                case .absent(let reason): .absent(reason: reason)
                }
            unit = figure.unit.code
            definition = figure.definition
            period = figure.period
            source = figure.source.map { Source(query: $0.query, position: $0.position) }
        }
    }
}
