import QualityCore

/// The names of a chart's series with their paints. A chart of one series needs none.
struct Legend {
    private static let lineHeight = 20.0
    private static let lineWidth = 300.0
    let shapes: [String]
    let height: Double

    /// No legend.
    init() {
        shapes = []
        height = 4
    }

    init(_ chart: QualityReport.Chart) {
        guard chart.series.count > 1 else {
            self.init()
            return
        }
        let paints = Drawing.paints(for: chart.series)
        var shapes: [String] = []
        var x = 0.0
        var line = 0.0
        for (series, paint) in zip(chart.series, paints) {
            let width = 24 + Drawing.width(of: series.name, size: 13)
            if x > 0, x + width > Self.lineWidth {
                x = 0
                line += 1
            }
            let top = line * Self.lineHeight
            shapes.append(paint.rect(x: Drawing.number(x), y: top + 3, width: "14", height: 12, in: chart.id))
            shapes.append(
                Drawing.label(series.name, x: Drawing.number(x + 20), y: top + 13, size: 13, anchor: "start")
            )
            x += width + 18
        }
        self.init(shapes: shapes, height: (line + 1) * Self.lineHeight + 12)
    }

    private init(shapes: [String], height: Double) {
        self.shapes = shapes
        self.height = height
    }

    /// The names as a list that wraps as the page does; the patterns are those of the chart's drawing.
    static func html(for chart: QualityReport.Chart) -> String? {
        guard chart.series.count > 1 else { return nil }
        let items = zip(chart.series, Drawing.paints(for: chart.series)).map { series, paint in
            "<li><svg width=\"16\" height=\"14\" aria-hidden=\"true\">"
                + paint.rect(x: "1", y: 1, width: "14", height: 12, in: chart.id)
                + "</svg><span>\(Markup.withTimes(series.name))</span></li>"
        }
        return "<ul class=\"legend\">" + items.joined() + "</ul>"
    }
}
