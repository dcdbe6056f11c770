import QualityCore

/// Writes the blocks of a section as HTML.
struct BlockWriter {
    let language: Language
    private var inline: InlineWriter { InlineWriter(language: language) }

    init(language: Language) {
        self.language = language
    }

    func html(_ block: QualityReport.Block) -> String {
        switch block {
        case .paragraph(let prose):
            "<p>\(inline.html(prose))</p>"
        case .note(let note):
            html(note)
        case .keyFigures(let tiles):
            (["<dl class=\"key-figures\">"] + tiles.map(html) + ["</dl>"]).joined(separator: "\n")
        case .table(let grid):
            GridWriter(language: language).html(grid, captionIsHidden: false)
        case .chart(let chart):
            html(chart)
        case .list(let items):
            (["<ul class=\"points\">"] + items.map { "<li>\(inline.html($0))</li>" } + ["</ul>"])
                .joined(separator: "\n")
        case .details(let summary, let blocks):
            (["<details>", "<summary>\(Markup.withTimes(summary))</summary>", "<div class=\"folded\">"]
                + blocks.map(html) + ["</div>", "</details>"]).joined(separator: "\n")
        case .missing(let reason):
            "<p class=\"missing\">\(Markup.withTimes(reason))</p>"
        }
    }

    private func html(_ note: QualityReport.Note) -> String {
        """
        <div class="note \(note.kind.rawValue)" role="note">
        <p class="note-kind">\(Wording.noteKind(note.kind)(language))</p>
        <p>\(inline.html(note.prose))</p>
        </div>
        """
    }

    private func html(_ tile: QualityReport.KeyFigure) -> String {
        var lines = [
            "<div>",
            "<dt>\(Markup.withTimes(tile.label))</dt>",
            "<dd class=\"number\">\(inline.html(tile.figure))</dd>",
        ]
        let absence = Wording.absences(of: [tile.figure] + tile.caption.figures, in: language).map(Markup.withTimes)
        let captions = [tile.caption.isEmpty ? nil : inline.html(tile.caption), absence].compactMap(\.self)
        lines.append("<dd class=\"caption\">\(captions.joined(separator: "<br>"))</dd>")
        return (lines + ["</div>"]).joined(separator: "\n")
    }

    private func html(_ chart: QualityReport.Chart) -> String {
        let id = MarkupText.escaped(chart.id)
        var lines = [
            "<figure class=\"chart\" id=\"\(id)\">",
            "<figcaption><span class=\"caption-title\">\(MarkupText.escaped(chart.title))</span>",
            "<span class=\"counted-by\">\(Markup.withTimes(chart.countedBy))</span></figcaption>",
        ]
        lines.append("<div class=\"whole\">")
        if let legend = Legend.html(for: chart) { lines.append(legend) }
        lines.append("<div class=\"drawing\">")
        lines.append(ChartRenderer(language: language, includesLegend: false).render(chart))
        lines.append("</div>")
        lines.append("</div>")
        if !chart.note.isEmpty { lines.append("<p class=\"table-note\">\(inline.html(chart.note))</p>") }
        if let note = inline.absenceNote(for: chart.series.flatMap(\.figures)) { lines.append(note) }
        lines.append("<details>")
        lines.append("<summary>\(Wording.chartData(language))</summary>")
        lines.append(GridWriter(language: language).html(chart.data(in: language), captionIsHidden: true))
        lines += ["</details>", "</figure>"]
        return lines.joined(separator: "\n")
    }
}
