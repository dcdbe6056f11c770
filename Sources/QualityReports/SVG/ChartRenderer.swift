public import QualityCore

/// Draws a chart as SVG with a title and a description for those who do not see it.
///
/// Places and widths are shares of the drawing's width, so that text keeps its size on a phone. Every value is written
/// at its bar; there is no axis of other numbers. Labels of a comparison, and of narrow shares, give way where they
/// do not fit; the data table has them. Bars start at zero; a value below zero has a label and no bar. An absent
/// value is a dash.
public struct ChartRenderer: Hashable, Sendable {
    /// The language of numbers and of the description.
    public let language: Language

    /// A renderer that writes numbers in a language.
    public init(language: Language) {
        self.language = language
    }

    /// The chart as an SVG element.
    public func render(_ chart: QualityReport.Chart) -> String {
        let legend = Legend(chart)
        let body =
            switch chart.kind {
            case .bars: UprightBars(chart: chart, language: language).drawn(below: legend.height)
            case .horizontalBars: LyingBars(chart: chart, language: language).drawn(below: legend.height)
            case .stackedShare: StackedShares(chart: chart, language: language).drawn(below: legend.height)
            }
        let id = Markup.escaped(chart.id)
        let head =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" "
            + "aria-labelledby=\"\(id)-title \(id)-desc\" width=\"100%\" height=\"\(Drawing.number(body.height))\" "
            + "style=\"min-width:\(Drawing.number(body.leastWidth))px\" font-family=\"\(Drawing.font)\" "
            + "font-size=\"12\" fill=\"\(Drawing.ink)\">"
        let lines =
            [
                head,
                "<title id=\"\(id)-title\">\(Markup.escaped(chart.title))</title>",
                "<desc id=\"\(id)-desc\">\(Markup.escaped(description(of: chart)))</desc>",
            ] + definitions(of: chart) + legend.shapes + body.shapes + ["</svg>"]
        return lines.joined(separator: "\n")
    }

    private func description(of chart: QualityReport.Chart) -> String {
        let kind = Wording.chartKind(chart.kind)(language)
        let names = chart.series.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")
        return kind + (names.isEmpty ? "" : ": " + names) + ". " + Wording.dataBeside(language)
    }

    private func definitions(of chart: QualityReport.Chart) -> [String] {
        let patterns = Set(Drawing.paints(for: chart.series).compactMap(\.pattern))
        guard !patterns.isEmpty else { return [] }
        let id = Markup.escaped(chart.id)
        let drawn = Drawing.Pattern.allCases.filter(patterns.contains).map { $0.definition(in: id) }
        return ["<defs>" + drawn.joined() + "</defs>"]
    }
}

/// The shapes of a drawing, how high they reach and how narrow they may become, in pixels.
struct Plot {
    var shapes: [String]
    var height: Double
    var leastWidth: Double
}

/// The names of a chart's series with their paints. A chart of one series needs none.
struct Legend {
    private static let lineHeight = 20.0
    private static let lineWidth = 300.0
    let shapes: [String]
    let height: Double

    init(_ chart: QualityReport.Chart) {
        guard chart.series.count > 1 else {
            shapes = []
            height = 4
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
        self.shapes = shapes
        height = (line + 1) * Self.lineHeight + 12
    }
}
