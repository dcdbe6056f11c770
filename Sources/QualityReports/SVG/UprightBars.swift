import QualityCore

/// Draws bars upright, the series of a category side by side.
struct UprightBars {
    private static let plotHeight = 190.0
    let chart: QualityReport.Chart
    let language: Language

    func drawn(below top: Double) -> Plot {
        let count = Double(max(chart.categories.count, 1))
        let labels = chart.series.flatMap(\.figures).map { $0.shown(in: language) }
        let labelWidth = (labels.map { Drawing.width(of: $0, size: 12) }.max() ?? 0) + 4
        let strong = Double(max(1, chart.series.filter { !$0.isComparison }.count))
        let room = Drawing.room(for: count * Double(chart.series.count) * labelWidth * 1.12)
        let heads = chart.categories.map { $0.split(separator: " ").map(String.init) }
        let longest = heads.flatMap(\.self).map { Drawing.width(of: $0, size: 12) }.max() ?? 0
        let least = max(280, count * max(strong * labelWidth, longest + 6))
        let base = top + 16 + Self.plotHeight
        let lines = chart.categories.map { Drawing.lines(of: $0, width: least / count - 4, size: 12) }
        var shapes = chart.categories.indices.flatMap { category(at: $0, base: base, lines: lines[$0], room: room) }
        shapes.append(
            "<line x1=\"0\" x2=\"100%\" y1=\"\(Drawing.number(base))\" y2=\"\(Drawing.number(base))\" "
                + "stroke=\"\(Drawing.rule)\"/>"
        )
        let depth = Double(lines.map(\.count).max() ?? 1)
        return Plot(shapes: shapes, height: base + 8 + depth * 16, leastWidth: least)
    }

    private func category(at index: Int, base: Double, lines: [String], room: String?) -> [String] {
        let paints = Drawing.paints(for: chart.series)
        let largest = chart.series.flatMap { Drawing.lengths(of: $0.figures) }.compactMap(\.self).max() ?? 0
        let group = 1 / Double(chart.categories.count)
        let slot = group * (chart.series.count > 1 ? 0.84 : 0.62) / Double(chart.series.count)
        let start = group * (Double(index) + 0.5) - slot * Double(chart.series.count) / 2
        var shapes: [String] = []
        for (position, series) in chart.series.enumerated() {
            let figure = series.figures[index]
            let x = start + slot * Double(position)
            let length = figure.value.number.map { max(0, $0) } ?? 0
            let height = largest > 0 ? Self.plotHeight * length / largest : 0
            if height > 0 {
                let width = Drawing.percent(slot * 0.92)
                shapes.append(
                    paints[position].rect(
                        x: Drawing.percent(x + slot * 0.04),
                        y: base - height,
                        width: width,
                        height: height,
                        in: chart.id
                    )
                )
            }
            guard let shownFrom = series.isComparison ? room : "" else { continue }
            shapes.append(
                Drawing.value(
                    figure,
                    x: Drawing.percent(x + slot / 2),
                    y: base - height - 5,
                    anchor: "middle",
                    room: shownFrom,
                    isStrong: !series.isComparison,
                    in: language
                )
            )
        }
        let middle = Drawing.percent(group * (Double(index) + 0.5))
        for (line, words) in lines.enumerated() {
            let y = base + 18 + Double(line) * 15
            shapes.append(Drawing.label(words, x: middle, y: y, size: 12, anchor: "middle"))
        }
        return shapes
    }
}
