import QualityCore

/// The counts of an element as signs in a row: each a shape with a letter, and a number.
struct PictureBadges {
    private static let height = 22.0
    private static let signWidth = 28.0
    private static let gap = 4.0
    private static let measure = TextMeasure(size: 12, isBold: true)
    private let counts: [(kind: MapOverlay.Kind, number: String)]
    private let language: Language

    init(_ overlay: MapOverlay, at element: MapElementID, _ language: Language) {
        counts = overlay.counts(at: element).map { ($0.kind, "\($0.count)") }
        self.language = language
    }

    var isEmpty: Bool { counts.isEmpty }

    /// How wide the row is.
    var width: Double {
        counts.map { Self.width(of: $0.number) }.reduce(0, +) + Double(max(counts.count - 1, 0)) * Self.gap
    }

    /// The room that the row takes, by its upper right corner.
    func box(at corner: MapPoint) -> MapBounds {
        MapBounds(x: corner.x - width, y: corner.y, width: width, height: Self.height)
    }

    /// The row, by its upper right corner.
    func drawn(at corner: MapPoint) -> String {
        var x = corner.x - width
        var drawn = ""
        for (kind, number) in counts {
            let width = Self.width(of: number)
            let box = MapBounds(x: x, y: corner.y, width: width, height: Self.height)
            let middle = corner.y + Self.height / 2
            drawn += PictureShape.rect(box, radius: Self.height / 2, .badge)
            drawn += Self.sign(of: kind, at: MapPoint(x: x + Self.signWidth / 2, y: middle), language)
            drawn += PictureShape.text(
                [number],
                x: x + Self.signWidth + 1,
                top: middle - Self.measure.lineHeight / 2,
                anchor: "start",
                Self.measure
            )
            x += width + Self.gap
        }
        return drawn
    }

    private static func width(of number: String) -> Double {
        (signWidth + measure.width(of: number) + 9).rounded(.up)
    }

    /// The sign of a kind around a point: a dark disc, a light triangle or a white square, with the letter of the kind.
    static func sign(of kind: MapOverlay.Kind, at center: MapPoint, _ language: Language) -> String {
        let letter = kind.letter(language)
        let top = center.y - measure.lineHeight / 2
        switch kind {
        case .deviations:
            return PictureShape.circle(center, 9, .deviations)
                + PictureShape.text([letter], x: center.x, top: top, measure, classes: "pm-onDark")
        case .risks:
            let corners = [
                center.shifted(0, -10.5), center.shifted(11.5, 8.5), center.shifted(-11.5, 8.5),
            ]
            return PictureShape.polygon(corners, .risks)
                + PictureShape.text([letter], x: center.x, top: top + 2, measure)
        case .selfChecks:
            let box = MapBounds(x: center.x - 7.5, y: center.y - 7.5, width: 15, height: 15)
            return PictureShape.rect(box, .selfChecks) + PictureShape.text([letter], x: center.x, top: top, measure)
        }
    }
}

/// What the signs mean, and how many there are in all, under the picture.
struct PictureLegend {
    let overlay: MapOverlay
    let shown: Set<MapElementID>
    let language: Language

    /// The legend by its upper left corner, in rows of a width, and the room that it takes.
    func drawn(at corner: MapPoint, width: Double) -> (svg: String, box: MapBounds) {
        let measure = TextMeasure.plain
        var drawn = "<g data-legend=\"true\">"
        var x = corner.x
        var y = corner.y
        let heading = PictureMarkup.line(overlay.title)
        if !heading.isEmpty {
            let bold = TextMeasure(size: 12, isBold: true)
            let lines = bold.lines(of: heading, width: width).lines
            drawn += PictureShape.text(lines, x: x, top: y, anchor: "start", bold)
            y += Double(lines.count) * bold.lineHeight + 6
        }
        for kind in overlay.kinds {
            let words = self.words(for: kind)
            let needed = 28 + measure.width(of: words) + 22
            if x > corner.x, x + needed > corner.x + width {
                x = corner.x
                y += 26
            }
            drawn += PictureBadges.sign(of: kind, at: MapPoint(x: x + 11, y: y + 11), language)
            drawn += PictureShape.text([words], x: x + 28, top: y + 11 - measure.lineHeight / 2, anchor: "start")
            x += needed
        }
        let box = MapBounds(x: corner.x, y: corner.y, width: max(x - corner.x, 1), height: y + 22 - corner.y)
        return (drawn + "</g>", box)
    }

    private func words(for kind: MapOverlay.Kind) -> String {
        let total = overlay.total(of: kind)
        let hidden = overlay.elements.filter { !shown.contains($0) }.reduce(0) { sum, element in
            let (next, isTooMuch) = sum.addingReportingOverflow(overlay[kind, element])
            return isTooMuch ? .max : next
        }
        let words = "\(kind.label(language)): \(total)"
        guard hidden > 0 else { return words }
        return words + (language == .swedish ? " (varav \(hidden) inte i bilden)" : " (\(hidden) of them not shown)")
    }
}
