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
    /// Whether the drawing names its series; a page that names them beside it needs no second legend.
    public let includesLegend: Bool

    /// A renderer that writes numbers in a language.
    public init(language: Language, includesLegend: Bool = true) {
        self.language = language
        self.includesLegend = includesLegend
    }

    /// The chart as an SVG element.
    public func render(_ chart: QualityReport.Chart) -> String {
        let legend = includesLegend ? Legend(chart) : Legend()
        let body =
            switch chart.kind {
            case .bars: UprightBars(chart: chart, language: language).drawn(below: legend.height)
            case .horizontalBars: LyingBars(chart: chart, language: language).drawn(below: legend.height)
            case .stackedShare: StackedShares(chart: chart, language: language).drawn(below: legend.height)
            }
        let id = MarkupText.escaped(chart.id)
        let head =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" "
            + "aria-labelledby=\"\(id)-title \(id)-desc\" width=\"100%\" height=\"\(Drawing.number(body.height))\" "
            + "style=\"min-width:\(Drawing.number(body.leastWidth))px\" font-family=\"\(Drawing.font)\" "
            + "font-size=\"12\" fill=\"\(Drawing.ink)\">"
        let lines =
            [
                head,
                "<title id=\"\(id)-title\">\(MarkupText.escaped(chart.title))</title>",
                "<desc id=\"\(id)-desc\">\(MarkupText.escaped(description(of: chart)))</desc>",
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
        let id = MarkupText.escaped(chart.id)
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
