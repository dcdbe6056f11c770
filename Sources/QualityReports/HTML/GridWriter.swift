import QualityCore

/// Writes a table as HTML with a caption, scopes and a container of its own to scroll in.
struct GridWriter {
    let language: Language
    private var inline: InlineWriter { InlineWriter(language: language) }

    init(language: Language) {
        self.language = language
    }

    func html(_ grid: QualityReport.Grid, captionIsHidden: Bool) -> String {
        let id = MarkupText.escaped(captionIsHidden ? grid.id + "-data" : grid.id)
        var lines = [
            "<div class=\"\(shape(of: grid))\" id=\"\(id)\">",
            "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(id)-caption\">",
            grid.columns.count > 6 ? "<table class=\"many\">" : "<table>",
            "<caption id=\"\(id)-caption\"\(captionIsHidden ? " class=\"hidden\"" : "")>"
                + "<span class=\"caption-title\">\(MarkupText.escaped(grid.caption))</span>"
                + " <span class=\"counted-by\">\(Markup.withTimes(grid.countedBy))</span></caption>",
        ]
        lines += heads(of: grid)
        lines += bodies(of: grid)
        lines += ["</table>", "</div>"]
        lines += grid.notes.map { "<p class=\"table-note\">\(inline.html($0))</p>" }
        if !captionIsHidden, let note = inline.absenceNote(for: grid.figures) { lines.append(note) }
        lines.append("</div>")
        return lines.joined(separator: "\n")
    }

    private func shape(of grid: QualityReport.Grid) -> String {
        var names = ["table-block"]
        if grid.columns.count <= 2 { names.append("slim") }
        if grid.columns.count >= 8 { names.append("dense") }
        if grid.rows.count <= 14 { names.append("short") }
        return names.joined(separator: " ")
    }

    private func heads(of grid: QualityReport.Grid) -> [String] {
        let rowHead = grid.rowHead.isEmpty ? "<td></td>" : "<th scope=\"col\">\(MarkupText.escaped(grid.rowHead))</th>"
        let heads = grid.columns.indices.map { index in
            let column = grid.columns[index]
            let style = style(of: index, in: grid)
            return column.head.isEmpty
                ? "<td\(style)></td>" : "<th scope=\"col\"\(style)>\(MarkupText.escaped(column.head))</th>"
        }
        return ["<thead>", "<tr>" + rowHead + heads.joined() + "</tr>", "</thead>"]
    }

    private func bodies(of grid: QualityReport.Grid) -> [String] {
        var lines = ["<tbody>"]
        for (position, row) in grid.rows.enumerated() {
            if row.kind == .group, position > 0 { lines += ["</tbody>", "<tbody>"] }
            lines.append(html(row, in: grid))
        }
        return lines + ["</tbody>"]
    }

    private func html(_ row: QualityReport.Row, in grid: QualityReport.Grid) -> String {
        let head = MarkupText.escaped(row.head).replacing("/", with: "/<wbr>")
        let indent = row.indent == 0 ? "" : " class=\"indent-\(min(row.indent, 4))\""
        if row.kind == .group, row.cells.allSatisfy({ $0 == .empty }) {
            let span = grid.columns.count + 1
            return "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(span)\"\(indent)>\(head)</th></tr>"
        }
        let kind = row.kind == .body ? "" : " class=\"\(row.kind.rawValue)\""
        let cells = row.cells.indices.map { "<td\(style(of: $0, in: grid))>\(html(row.cells[$0]))</td>" }
        return "<tr\(kind)><th scope=\"row\"\(indent)>\(head)</th>\(cells.joined())</tr>"
    }

    private func html(_ cell: QualityReport.Cell) -> String {
        switch cell {
        case .figure(let figure): inline.html(figure)
        case .text(let words): Markup.withTimes(words)
        case .empty: ""
        case .sparkline(let sparkline): SparklineRenderer().render(sparkline)
        }
    }

    private func style(of index: Int, in grid: QualityReport.Grid) -> String {
        switch grid.columns[index].alignment {
        case .trailing: " class=\"end\""
        case .leading: " class=\"start\""
        }
    }
}
