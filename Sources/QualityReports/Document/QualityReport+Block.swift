extension QualityReport {
    /// One piece of a section's content.
    public indirect enum Block: Hashable, Sendable {
        /// Running text.
        case paragraph(Prose)
        /// A remark set apart from the text.
        case note(Note)
        /// The few numbers to see first, as tiles.
        case keyFigures([KeyFigure])
        /// A table.
        case table(Grid)
        /// A chart with its data.
        case chart(Chart)
        /// Points of equal rank.
        case list([Prose])
        /// Content that is folded on a screen and open in print.
        case details(summary: String, blocks: [Block])
        /// The statement that the report has nothing to say here, and why.
        ///
        /// Years and ISO dates in the text are marked as time.
        case missing(String)
    }

    /// A remark set apart from the text: what a reader must know to read the figures right.
    public struct Note: Hashable, Sendable {
        /// What a remark is about.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Background that helps the reader.
            case information
            /// How something was counted or delimited.
            case method
            /// A caution: gaps, changed definitions, figures that must not be compared.
            case attention
        }

        /// What the remark is about.
        public let kind: Kind
        /// The remark.
        public let prose: Prose

        /// A remark of a kind.
        public init(_ kind: Kind, _ prose: Prose) {
            self.kind = kind
            self.prose = prose
        }
    }

    /// A number that a reader should see first, shown large on a tile (*nyckeltal*).
    public struct KeyFigure: Hashable, Sendable {
        /// What the number counts, in a few words.
        public let label: String
        /// The number.
        public let figure: Figure
        /// What to compare it with, or what it leaves out. May be empty.
        public let caption: Prose

        /// A tile with its label, number and caption.
        public init(label: String, figure: Figure, caption: Prose = "") {
            self.label = label
            self.figure = figure
            self.caption = caption
        }
    }
}
