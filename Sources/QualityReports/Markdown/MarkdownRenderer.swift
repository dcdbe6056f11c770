import QualityCore

/// Renders a report as Markdown with GitHub's tables; charts become their tables.
///
/// Words of the report are escaped, so that they show as they are. Equal reports give equal text.
public struct MarkdownRenderer: Hashable, Sendable {
    /// A renderer.
    public init() {}

    /// The report as a Markdown document.
    public func render(_ report: QualityReport) -> String {
        var parts = ["# \(MarkdownText.escaped(report.title))"]
        if !report.subtitle.isEmpty { parts.append(MarkdownText.line(MarkdownText.escaped(report.subtitle))) }
        for section in report.sections {
            parts.append("## \(MarkdownText.escaped(section.title))")
            parts += section.blocks.map { text($0, in: report.language) }
        }
        if !report.footerNotes.isEmpty {
            parts.append("---")
            parts += report.footerNotes.map { MarkdownText.line(MarkdownText.escaped($0)) }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func text(_ block: QualityReport.Block, in language: Language) -> String {
        let words = MarkdownText(language: language)
        switch block {
        case .paragraph(let prose):
            return MarkdownText.line(words.text(prose))
        case .note(let note):
            return "> **\(Wording.noteKind(note.kind)(language)).** \(words.text(note.prose))"
        case .keyFigures(let tiles):
            return tiles.map { tile in
                let value = QualityReport.Prose([.figure(tile.figure)])
                let caption = tile.caption.isEmpty ? "" : " – \(words.text(tile.caption))"
                return "- \(MarkdownText.escaped(tile.label)): **\(words.text(value))**\(caption)"
            }
            .joined(separator: "\n")
        case .table(let grid):
            return MarkdownTable(language: language).text(grid)
        case .chart(let chart):
            let table = MarkdownTable(language: language).text(chart.data(in: language))
            return chart.note.isEmpty ? table : table + "\n\n" + MarkdownText.line(words.text(chart.note))
        case .list(let items):
            return items.map { "- \(words.text($0))" }.joined(separator: "\n")
        case .details(let summary, let blocks):
            let parts = ["**\(MarkdownText.escaped(summary))**"] + blocks.map { text($0, in: language) }
            return parts.joined(separator: "\n\n")
        case .missing(let reason):
            return "*\(MarkdownText.escaped(reason))*"
        }
    }
}
