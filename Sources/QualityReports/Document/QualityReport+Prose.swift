extension QualityReport {
    /// Running text that keeps its figures and periods apart from its words.
    ///
    /// A bare number cannot be interpolated; say what it is:
    ///
    /// ```swift
    /// let total = QualityReport.Figure(
    ///     id: "deviations.2020", value: .integer(2480), unit: .count, definition: "Reported deviations", period: "2020")
    /// let prose: QualityReport.Prose = "During \(period: 2020) the units reported \(figure: total) deviations."
    /// ```
    public struct Prose: Hashable, Sendable {
        /// A run of text of one sort.
        public enum Inline: Hashable, Sendable {
            /// Words.
            case text(String)
            /// A number that the report answers for.
            case figure(Figure)
            /// Words that carry weight.
            case emphasis(String)
            /// A year, a date or a span of them, whose digits are no figure.
            case period(String)
            /// A law, a decision or a document, whose digits are no figure.
            case reference(String)
        }

        /// The runs in reading order; neighbouring words are one run.
        public private(set) var inlines: [Inline]

        /// Text from its runs.
        public init(_ inlines: [Inline] = []) {
            self.inlines = []
            for inline in inlines { append(inline) }
        }

        /// Whether there is nothing to read.
        public var isEmpty: Bool { inlines.isEmpty }

        /// The figures in reading order.
        public var figures: [Figure] {
            inlines.compactMap {
                if case .figure(let figure) = $0 { figure } else { nil }
            }
        }

        /// Adds a run at the end.
        public mutating func append(_ inline: Inline) {
            switch (inline, inlines.last) {
            case (.text(""), _):
                return
            case (.text(let added), .text(let last)?):
                inlines[inlines.count - 1] = .text(last + added)
            default:
                inlines.append(inline)
            }
        }

        /// Two texts, one after the other, with nothing between.
        public static func + (left: Self, right: Self) -> Self {
            Self(left.inlines + right.inlines)
        }
    }
}
