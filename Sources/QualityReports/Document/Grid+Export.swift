extension QualityReport.Grid {
    /// The table as plain text: a row of column heads, then the rows, each beginning with its head.
    ///
    /// Numbers are in machine form (`1224`, `0.5`), absent figures and sparklines are empty. Columns and
    /// rows that are not exported are left out.
    public func exportedRows() -> [[String]] {
        let exported = columns.indices.filter { columns[$0].isExported }
        let heads = [rowHead] + exported.map { columns[$0].head }
        return [heads]
            + rows.filter(\.isExported).map { row in [row.head] + exported.map { row.cells[$0].exported } }
    }

    /// The figures of the table and its notes in reading order.
    public var figures: [QualityReport.Figure] {
        rows.flatMap { row in row.cells.compactMap(\.figure) } + notes.flatMap(\.figures)
    }
}

extension QualityReport.Cell {
    var figure: QualityReport.Figure? {
        if case .figure(let figure) = self { figure } else { nil }
    }

    var exported: String {
        switch self {
        case .figure(let figure): figure.value.machineForm ?? ""
        case .text(let words): words
        case .empty, .sparkline: ""
        }
    }
}
