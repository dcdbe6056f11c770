import QualityCore

/// Draws one lying bar a category, divided by the series' shares of their sum; values stand above their parts.
struct StackedShares {
    private static let barHeight = 20.0
    let chart: QualityReport.Chart
    let language: Language

    func drawn(below top: Double) -> Plot {
        var shapes: [String] = []
        var y = top
        for index in chart.categories.indices {
            shapes.append(Drawing.label(chart.categories[index], x: "0", y: y + 12, size: 13, anchor: "start"))
            shapes += bar(of: index, at: y + 36)
            y += 36 + Self.barHeight + 16
        }
        return Plot(shapes: shapes, height: max(y, top + 1), leastWidth: 260)
    }

    private func bar(of index: Int, at y: Double) -> [String] {
        let paints = Drawing.paints(for: chart.series)
        let figures = chart.series.map { $0.figures[index] }
        let lengths = Drawing.lengths(of: figures).map { $0 ?? 0 }
        let sum = lengths.reduce(0, +)
        guard sum > 0 else {
            guard let first = figures.first else { return [] }
            return [Drawing.value(first, x: "0", y: y + 8, anchor: "start", in: language)]
        }
        var shapes: [String] = []
        var start = 0.0
        for (position, figure) in figures.enumerated() {
            let share = lengths[position] / sum
            guard share > 0 else { continue }
            let x = Drawing.percent(start)
            shapes.append(
                paints[position].rect(
                    x: x,
                    y: y,
                    width: Drawing.percent(share),
                    height: Self.barHeight,
                    in: chart.id
                )
            )
            let width = Drawing.width(of: figure.shown(in: language), size: 12) + 6
            if let room = Drawing.room(for: width / share) {
                let label = Drawing.value(figure, x: x, dx: 1, y: y - 5, anchor: "start", room: room, in: language)
                shapes.append(label)
            }
            start += share
        }
        return shapes
    }
}
