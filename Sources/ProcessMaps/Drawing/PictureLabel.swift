/// A name beside a shape or a line: its lines of text and the room that they take.
struct PictureLabel {
    /// Where a name stands by a shape.
    enum Side {
        case above, below, left, right, aboveRight, belowRight, belowLeft
    }

    private let lines: [String]
    private let anchor: String
    /// The room that the text takes.
    let box: MapBounds

    /// A name that has no place yet, broken at a width.
    init(_ text: String, width: Double) {
        let measure = TextMeasure.plain
        lines = measure.lines(of: text, width: width, most: 6).lines
        anchor = "middle"
        box = MapBounds(
            x: 0,
            y: 0,
            width: (lines.map(measure.width).max() ?? 0) + 4,
            height: Double(lines.count) * measure.lineHeight
        )
    }

    /// A name in the place that the diagram gives it; there it stands as near to its shape as it can.
    init(_ text: String, in place: MapBounds, of shape: MapBounds?) {
        let measure = TextMeasure.plain
        let lines = measure.lines(of: text, width: max(place.width * 1.12 + 8, 40), most: 8).lines
        let width = (lines.map(measure.width).max() ?? 0) + 4
        let height = Double(lines.count) * measure.lineHeight
        var top = place.center.y - height / 2
        if let shape, place.maxY <= shape.y + 2 { top = min(place.maxY - height, place.y) }
        if let shape, place.y >= shape.maxY - 2 { top = place.y }
        self.lines = lines
        anchor = "middle"
        box = MapBounds(x: place.center.x - width / 2, y: top, width: width, height: height)
    }

    private init(_ lines: [String], anchor: String, box: MapBounds) {
        self.lines = lines
        self.anchor = anchor
        self.box = box
    }

    /// The same name in a place.
    func placed(_ place: MapBounds, beside shape: MapBounds?) -> PictureLabel {
        var anchor = "middle"
        if let shape {
            if place.x >= shape.center.x { anchor = "start" }
            if place.maxX <= shape.center.x { anchor = "end" }
        }
        return PictureLabel(lines, anchor: anchor, box: place)
    }

    /// The room that the name takes on a side of a shape.
    func box(beside shape: MapBounds, _ side: Side) -> MapBounds {
        let gap = 4.0
        let (x, y): (Double, Double) =
            switch side {
            case .above: (shape.center.x - box.width / 2, shape.y - gap - box.height)
            case .below: (shape.center.x - box.width / 2, shape.maxY + gap)
            case .left: (shape.x - gap - box.width, shape.center.y - box.height / 2)
            case .right: (shape.maxX + gap, shape.center.y - box.height / 2)
            case .aboveRight: (shape.center.x + gap, shape.y - box.height)
            case .belowRight: (shape.center.x + gap + shape.width * 0.2, shape.maxY - 2)
            case .belowLeft: (shape.center.x - gap - shape.width * 0.2 - box.width, shape.maxY - 2)
            }
        return MapBounds(x: x, y: y, width: box.width, height: box.height)
    }

    /// The text.
    var drawn: String {
        let x =
            switch anchor {
            case "start": box.x + 2
            case "end": box.maxX - 2
            default: box.center.x
            }
        return PictureShape.text(lines, x: x, top: box.y, anchor: anchor, hasHalo: true)
    }
}
