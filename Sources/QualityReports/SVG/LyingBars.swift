import QualityCore

/// Draws lying bars under the names of their categories, the series of a category one under the other.
struct LyingBars {
    private static let barHeight = 15.0
    private static let longest = 0.78
    let chart: QualityReport.Chart
    let language: Language

    func drawn(below top: Double) -> Plot {
        let paints = Drawing.paints(for: chart.series)
        let largest = chart.series.flatMap { Drawing.lengths(of: $0.figures) }.compactMap(\.self).max() ?? 0
        var shapes: [String] = []
        var y = top
        for index in chart.categories.indices {
            shapes.append(Drawing.label(chart.categories[index], x: "0", y: y + 12, size: 13, anchor: "start"))
            y += 18
            for (series, paint) in zip(chart.series, paints) {
                let figure = series.figures[index]
                let length = figure.value.number.map { max(0, $0) } ?? 0
                let share = largest > 0 ? Self.longest * length / largest : 0
                if share > 0 {
                    let width = Drawing.percent(share)
                    shapes.append(paint.rect(x: "0", y: y, width: width, height: Self.barHeight, in: chart.id))
                }
                shapes.append(
                    Drawing.value(
                        figure,
                        x: Drawing.percent(share),
                        dx: share > 0 ? 7 : 1,
                        y: y + Self.barHeight - 3,
                        anchor: "start",
                        isStrong: !series.isComparison,
                        in: language
                    )
                )
                y += Self.barHeight + 3
            }
            y += 10
        }
        return Plot(shapes: shapes, height: max(y, top + 1), leastWidth: 260)
    }
}
