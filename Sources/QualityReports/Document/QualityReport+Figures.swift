extension QualityReport {
    /// Every figure of the page in reading order, each id once.
    ///
    /// A figure that is shown again is listed where it is shown first. Charts are read category by category.
    public var figures: [Figure] {
        var seen: Set<String> = []
        return sections.flatMap { $0.blocks.flatMap(\.figures) }.filter { seen.insert($0.id).inserted }
    }

    /// Every table of the page in reading order, with those of the charts and those that are folded.
    public var grids: [Grid] {
        sections.flatMap { $0.blocks.flatMap(\.grids) }
    }

    /// The ids that stand for figures which differ from each other, sorted; empty in a sound report.
    public var ambiguousFigureIDs: [String] {
        var first: [String: Figure] = [:]
        var ambiguous: Set<String> = []
        for figure in sections.flatMap({ $0.blocks.flatMap(\.figures) }) {
            if let known = first[figure.id] {
                if known != figure { ambiguous.insert(figure.id) }
            } else {
                first[figure.id] = figure
            }
        }
        return ambiguous.sorted()
    }
}

extension QualityReport.Block {
    var figures: [QualityReport.Figure] {
        switch self {
        case .paragraph(let prose): prose.figures
        case .note(let note): note.prose.figures
        case .keyFigures(let tiles): tiles.flatMap { [$0.figure] + $0.caption.figures }
        case .table(let grid): grid.figures
        case .chart(let chart): chart.grid.figures
        case .list(let items): items.flatMap(\.figures)
        case .details(_, let blocks): blocks.flatMap(\.figures)
        case .missing: []
        }
    }

    var grids: [QualityReport.Grid] {
        switch self {
        case .table(let grid): [grid]
        case .chart(let chart): [chart.grid]
        case .details(_, let blocks): blocks.flatMap(\.grids)
        case .paragraph, .note, .keyFigures, .list, .missing: []
        }
    }
}
