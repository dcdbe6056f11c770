import QualityCore

/// The SVG elements that pictures are made of.
enum PictureShape {
    private static func number(_ value: Double) -> String { PictureMarkup.number(value) }

    static func rect(_ bounds: MapBounds, radius: Double = 0, _ paint: PicturePaint) -> String {
        let corner = radius > 0 ? " rx=\"\(number(min(radius, bounds.width / 2, bounds.height / 2)))\"" : ""
        return "<rect x=\"\(number(bounds.x))\" y=\"\(number(bounds.y))\" width=\"\(number(bounds.width))\" "
            + "height=\"\(number(bounds.height))\"\(corner) \(paint.attributes)/>"
    }

    static func circle(_ center: MapPoint, _ radius: Double, _ paint: PicturePaint) -> String {
        "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(max(radius, 0)))\" "
            + "\(paint.attributes)/>"
    }

    static func path(_ data: String, _ paint: PicturePaint) -> String {
        "<path d=\"\(data)\" \(paint.attributes)/>"
    }

    static func polygon(_ points: [MapPoint], _ paint: PicturePaint) -> String {
        path(line(through: points) + "Z", paint)
    }

    static func line(through points: [MapPoint]) -> String {
        points.enumerated().map { ($0.offset == 0 ? "M" : "L") + number($0.element.x) + " " + number($0.element.y) }
            .joined()
    }

    /// A line with corners that are a little round.
    static func softLine(through points: [MapPoint], radius: Double) -> String {
        guard points.count > 2, let first = points.first, let last = points.last else { return line(through: points) }
        var data = "M\(number(first.x)) \(number(first.y))"
        for place in 1..<points.count - 1 {
            let corner = points[place]
            let cut = min(
                radius,
                corner.distance(to: points[place - 1]) / 2,
                corner.distance(to: points[place + 1]) / 2
            )
            let from = corner.moved(toward: points[place - 1], by: cut)
            let to = corner.moved(toward: points[place + 1], by: cut)
            data += "L\(number(from.x)) \(number(from.y))"
            if cut > 0 { data += "Q\(number(corner.x)) \(number(corner.y)) \(number(to.x)) \(number(to.y))" }
        }
        return data + "L\(number(last.x)) \(number(last.y))"
    }

    /// Parts of an icon, drawn in a square of 20 by 20 around a point.
    static func icon(_ parts: [PictureIcon.Part], at center: MapPoint, size: Double) -> String {
        let scale = size / 20
        let place = "translate(\(number(center.x - size / 2)) \(number(center.y - size / 2)))"
        let sized = scale == 1 ? place : place + " scale(\(number(scale)))"
        let drawn = parts.map { path($0.data, $0.paint) }.joined()
        return "<g transform=\"\(sized)\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\(drawn)</g>"
    }

    /// Lines of text, the first one's middle half a line below the top.
    static func text(
        _ lines: [String],
        x: Double,
        top: Double,
        anchor: String = "middle",
        _ measure: TextMeasure = .plain,
        hasHalo: Bool = false,
        classes: String = "",
        turnedAround center: MapPoint? = nil
    ) -> String {
        guard !lines.isEmpty else { return "" }
        var attributes = " text-anchor=\"\(anchor)\""
        if measure.size != TextMeasure.plain.size { attributes += " font-size=\"\(number(measure.size))\"" }
        if measure.isBold { attributes += " font-weight=\"600\"" }
        let names = [classes, hasHalo ? "pm-halo" : ""].filter { !$0.isEmpty }
        if !names.isEmpty { attributes += " class=\"\(names.joined(separator: " "))\"" }
        if hasHalo {
            attributes += " paint-order=\"stroke\" stroke=\"\(PicturePaint.paper)\" stroke-width=\"4\""
            attributes += " stroke-linejoin=\"round\""
        }
        if classes == "pm-onDark" { attributes += " fill=\"\(PicturePaint.paper)\"" }
        if let center { attributes += " transform=\"rotate(-90 \(number(center.x)) \(number(center.y)))\"" }
        let baseline = top + measure.lineHeight / 2 + measure.size * 0.35
        let spans = lines.enumerated().map { place, line in
            let y = number(baseline + Double(place) * measure.lineHeight)
            return "<tspan x=\"\(number(x))\" y=\"\(y)\">\(MarkupText.escaped(line))</tspan>"
        }
        return "<text\(attributes)>\(spans.joined())</text>"
    }
}

extension MapPoint {
    func distance(to other: MapPoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// The point so far from this one on the way to another.
    func moved(toward other: MapPoint, by length: Double) -> MapPoint {
        let distance = distance(to: other)
        guard distance > 0 else { return self }
        return MapPoint(x: x + (other.x - x) * length / distance, y: y + (other.y - y) * length / distance)
    }

    func shifted(_ dx: Double, _ dy: Double) -> MapPoint { MapPoint(x: x + dx, y: y + dy) }
}

extension MapBounds {
    var maxX: Double { x + width }
    var maxY: Double { y + height }

    /// The rectangle with all four sides moved inwards.
    func inset(_ amount: Double) -> MapBounds {
        let dx = min(amount, width / 2)
        let dy = min(amount, height / 2)
        return MapBounds(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }

    func union(_ other: MapBounds) -> MapBounds {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return MapBounds(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }

    /// How much of the rectangle another one covers, in square pixels.
    func overlap(_ other: MapBounds) -> Double {
        let across = min(maxX, other.maxX) - max(x, other.x)
        let down = min(maxY, other.maxY) - max(y, other.y)
        return across > 0 && down > 0 ? across * down : 0
    }
}
