import QualityCore

/// Writes a table as a Markdown table under its caption. Columns of sparklines are left out.
struct MarkdownTable {
    let language: Language
    private var words: MarkdownText { MarkdownText(language: language) }

    init(language: Language) {
        self.language = language
    }

    func text(_ grid: QualityReport.Grid) -> String {
        let columns = grid.columns.indices.filter { index in
            !grid.rows.contains { if case .sparkline = $0.cells[index] { true } else { false } }
        }
        let heads = [grid.rowHead] + columns.map { grid.columns[$0].head }
        let rules = [":---"] + columns.map { grid.columns[$0].alignment == .trailing ? "---:" : ":---" }
        var lines = [
            "**\(MarkdownText.escaped(grid.caption))**  ",
            "*\(MarkdownText.escaped(grid.countedBy))*",
            "",
            line(heads.map(MarkdownText.escaped)),
            line(rules),
        ]
        lines += grid.rows.map { row in
            let indent = String(repeating: "\u{2003}", count: row.indent)
            let cells = [indent + weighted(MarkdownText.escaped(row.head), in: row)]
            return line(cells + columns.map { weighted(text(row.cells[$0]), in: row) })
        }
        for note in grid.notes { lines += ["", MarkdownText.line(words.text(note))] }
        if let note = Wording.absences(of: grid.figures, in: language) {
            lines += ["", "– \(MarkdownText.escaped(note))"]
        }
        return lines.joined(separator: "\n")
    }

    private func text(_ cell: QualityReport.Cell) -> String {
        switch cell {
        case .figure(let figure): words.text(figure)
        case .text(let text): MarkdownText.escaped(text)
        case .empty, .sparkline: ""
        }
    }

    private func weighted(_ text: String, in row: QualityReport.Row) -> String {
        row.kind == .body || text.isEmpty ? text : "**\(text)**"
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}
