/// Information, notes and frames.
enum PictureData {
    /// A sheet with a folded corner, or a drum for a register.
    static func parts(of data: MapData, in bounds: MapBounds, isCollection: Bool) -> [String] {
        if case .store = data.kind { return [drum(bounds)] }
        let fold = min(12, bounds.width / 3, bounds.height / 3)
        let outline = [
            MapPoint(x: bounds.x, y: bounds.y), MapPoint(x: bounds.maxX - fold, y: bounds.y),
            MapPoint(x: bounds.maxX, y: bounds.y + fold), MapPoint(x: bounds.maxX, y: bounds.maxY),
            MapPoint(x: bounds.x, y: bounds.maxY),
        ]
        let corner = [
            MapPoint(x: bounds.maxX - fold, y: bounds.y), MapPoint(x: bounds.maxX - fold, y: bounds.y + fold),
            MapPoint(x: bounds.maxX, y: bounds.y + fold),
        ]
        var parts = [
            PictureShape.polygon(outline, .data),
            PictureShape.path(PictureShape.line(through: corner), .icon),
        ]
        let arrow = PictureIcon.data(data.kind)
        if !arrow.isEmpty {
            let place = MapPoint(x: bounds.x + 10, y: bounds.y + 10)
            parts.append(PictureShape.icon(arrow, at: place, size: 12))
        }
        if isCollection {
            let place = MapPoint(x: bounds.center.x, y: bounds.maxY - 9)
            parts.append(PictureShape.icon(PictureIcon.several, at: place, size: 12))
        }
        return parts
    }

    private static func drum(_ bounds: MapBounds) -> String {
        let number = PictureMarkup.number
        let rise = min(bounds.height * 0.14, 10)
        let arc = "\(number(bounds.width / 2)) \(number(rise)) 0 0 "
        let left = number(bounds.x)
        let right = number(bounds.maxX)
        let top = number(bounds.y + rise)
        let bottom = number(bounds.maxY - rise)
        var data = "M\(left) \(top)A\(arc)1 \(right) \(top)V\(bottom)A\(arc)1 \(left) \(bottom)Z"
        for line in 0..<3 {
            data +=
                "M\(left) \(number(bounds.y + rise + Double(line) * rise * 0.6))A\(arc)0 \(right) "
                + number(bounds.y + rise + Double(line) * rise * 0.6)
        }
        return PictureShape.path(data, .data)
    }

    /// A note: its text behind a bracket.
    static func note(_ text: String, in bounds: MapBounds) -> [String] {
        let arm = min(10, bounds.width)
        let bracket = [
            MapPoint(x: bounds.x + arm, y: bounds.y), MapPoint(x: bounds.x, y: bounds.y),
            MapPoint(x: bounds.x, y: bounds.maxY), MapPoint(x: bounds.x + arm, y: bounds.maxY),
        ]
        let measure = TextMeasure.plain
        let room = max(1, Int(bounds.height / measure.lineHeight)) + 1
        let lines = measure.lines(of: text, width: max(bounds.width - 12, 40), most: room).lines
        let height = Double(lines.count) * measure.lineHeight
        let top = max(bounds.y, bounds.center.y - height / 2)
        return [
            PictureShape.path(PictureShape.line(through: bracket), .bracket),
            PictureShape.text(lines, x: bounds.x + 8, top: top, anchor: "start"),
        ]
    }

    /// A frame around what belongs together, with the name of the category.
    static func frame(_ name: String, in bounds: MapBounds) -> [String] {
        let lines = TextMeasure.plain.lines(of: name, width: max(bounds.width - 20, 40), most: 2).lines
        return [
            PictureShape.rect(bounds, radius: 9, .frame),
            PictureShape.text(lines, x: bounds.center.x, top: bounds.y + 4, hasHalo: true),
        ]
    }
}
