public import QualityCore

/// A report on quality for a board, as a document value (*kvalitetsberättelse*): sections of prose, tables and charts.
///
/// The report knows no domain. Whoever builds it gives every number as a ``Figure``, so that each number on the
/// page can be traced to its definition and its source. Renderers turn one report into HTML or Markdown.
public struct QualityReport: Hashable, Sendable {
    /// The title on the first line, such as the kind of the report and its year.
    public let title: String
    /// A line under the title: the body that reports, the period. Empty when there is none.
    public let subtitle: String
    /// The language of the texts, of the numbers' form and of the words that renderers add.
    public let language: Language
    /// The sections in reading order.
    public let sections: [Section]
    /// Lines at the end of the page, such as the register position that the figures were read at.
    public let footerNotes: [String]

    /// A report from its sections, in reading order.
    ///
    /// Section ids are anchors of the page and must differ from each other.
    public init(
        title: String,
        subtitle: String = "",
        language: Language,
        sections: [Section],
        footerNotes: [String] = []
    ) {
        precondition(Set(sections.map(\.id)).count == sections.count, "The ids of sections must differ.")
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.sections = sections
        self.footerNotes = footerNotes
    }
}
