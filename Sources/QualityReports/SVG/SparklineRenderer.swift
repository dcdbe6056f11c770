import QualityCore

/// Draws a sparkline as SVG: the shape of the values over time, with gaps where values are absent.
///
/// The height stands for the span from the smallest to the largest value, though never for less than half of the
/// largest, so that a steady series looks steady. An absent value is a small open ring at half height; the last value
/// is a dot.
public struct SparklineRenderer: Hashable, Sendable {
    private static let width = 88.0
    private static let height = 24.0
    private static let margin = 4.0

    /// A renderer.
    public init() {}

    /// The line as an SVG element whose accessible name is its label.
    public func render(_ sparkline: QualityReport.Sparkline) -> String {
        let points = place(sparkline.points)
        var shapes = runs(of: points).map { run in
            let corners = run.map { "\(Drawing.number($0.x)),\(Drawing.number($0.y))" }.joined(separator: " ")
            return "<polyline class=\"line\" points=\"\(corners)\" fill=\"none\" stroke=\"\(Drawing.strong)\" "
                + "stroke-width=\"1.6\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>"
        }
        for index in points.indices {
            guard let point = points[index] else {
                shapes.append(ring(x: x(of: index, among: points.count)))
                continue
            }
            let isLast = points[(index + 1)...].allSatisfy { $0 == nil }
            let isAlone =
                (index == 0 || points[index - 1] == nil) && (index + 1 == points.count || points[index + 1] == nil)
            if isLast || isAlone { shapes.append(dot(point, radius: isLast ? 2.4 : 1.6)) }
        }
        let size = "width=\"\(Drawing.number(Self.width))\" height=\"\(Drawing.number(Self.height))\""
        let box = "viewBox=\"0 0 \(Drawing.number(Self.width)) \(Drawing.number(Self.height))\""
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sparkline\" role=\"img\" \(size) \(box) "
            + "aria-label=\"\(MarkupText.escaped(sparkline.label))\">\(shapes.joined())</svg>"
    }

    private typealias Point = (x: Double, y: Double)

    private func x(of index: Int, among count: Int) -> Double {
        guard count > 1 else { return Self.width / 2 }
        return Self.margin + (Self.width - 2 * Self.margin) * Double(index) / Double(count - 1)
    }

    private func place(_ values: [Double?]) -> [Point?] {
        let present = values.compactMap(\.self).filter(\.isFinite)
        let smallest = present.min() ?? 0
        let largest = present.max() ?? 0
        let span = max(largest - smallest, 0.5 * max(abs(largest), abs(smallest)))
        let low = (largest + smallest - span) / 2
        return values.indices.map { index in
            guard let value = values[index], value.isFinite else { return nil }
            let share = span > 0 ? (value - low) / span : 0.5
            let y = Self.height - Self.margin - (Self.height - 2 * Self.margin) * share
            return (x(of: index, among: values.count), y)
        }
    }

    private func runs(of points: [Point?]) -> [[Point]] {
        points.split(whereSeparator: { $0 == nil }).map { $0.compactMap(\.self) }.filter { $0.count > 1 }
    }

    private func dot(_ point: Point, radius: Double) -> String {
        "<circle class=\"dot\" cx=\"\(Drawing.number(point.x))\" cy=\"\(Drawing.number(point.y))\" "
            + "r=\"\(Drawing.number(radius))\" fill=\"\(Drawing.strong)\"/>"
    }

    private func ring(x: Double) -> String {
        "<circle class=\"gap\" cx=\"\(Drawing.number(x))\" cy=\"\(Drawing.number(Self.height / 2))\" r=\"1.8\" "
            + "fill=\"none\" stroke=\"\(Drawing.muted)\" stroke-width=\"1\"/>"
    }
}
