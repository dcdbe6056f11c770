extension QualityReport.Prose: ExpressibleByStringInterpolation {
    /// Text without figures.
    public init(stringLiteral value: String) {
        self.init([.text(value)])
    }

    /// Text from a literal with figures and periods in it.
    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.prose
    }

    /// What a prose literal may hold: words, figures, periods, references, emphasis and other prose.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var prose = QualityReport.Prose()

        /// Starts an empty text.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds words of the literal.
        public mutating func appendLiteral(_ literal: String) {
            prose.append(.text(literal))
        }

        /// Adds words.
        public mutating func appendInterpolation(_ words: String) {
            prose.append(.text(words))
        }

        /// Adds other prose with its figures.
        public mutating func appendInterpolation(_ other: QualityReport.Prose) {
            for inline in other.inlines { prose.append(inline) }
        }

        /// Adds a figure, shown with its unit.
        public mutating func appendInterpolation(figure: QualityReport.Figure) {
            prose.append(.figure(figure))
        }

        /// Adds a year, a date or a span of them.
        public mutating func appendInterpolation(period: String) {
            prose.append(.period(period))
        }

        /// Adds a year.
        public mutating func appendInterpolation(period year: Int) {
            prose.append(.period(String(year)))
        }

        /// Adds a law, a decision or a document by its name or number.
        public mutating func appendInterpolation(reference: String) {
            prose.append(.reference(reference))
        }

        /// Adds words that carry weight.
        public mutating func appendInterpolation(emphasis: String) {
            prose.append(.emphasis(emphasis))
        }
    }
}
