/// Finds places for the names of lines, beside the line and clear of what else is drawn as far as can be.
struct LayoutNames {
    /// What is drawn, by the squares of 200 pixels that it lies in.
    private var drawn: [Square: [MapBounds]] = [:]

    private struct Square: Hashable {
        let column: Int
        let row: Int
    }

    mutating func add(_ bounds: MapBounds) {
        for square in LayoutNames.squares(bounds) where drawn[square, default: []].count < 200 {
            drawn[square, default: []].append(bounds)
        }
    }

    mutating func add(_ points: [MapPoint]) {
        for (from, to) in zip(points, points.dropFirst()) {
            add(
                MapBounds(
                    x: min(from.x, to.x),
                    y: min(from.y, to.y),
                    width: abs(to.x - from.x),
                    height: abs(to.y - from.y)
                )
            )
        }
    }

    /// The squares that bounds lie in; of very long ones only the first.
    private static func squares(_ bounds: MapBounds) -> [Square] {
        let columns = Int(bounds.x / 200)...Int((bounds.x + bounds.width) / 200)
        let rows = Int(bounds.y / 200)...Int((bounds.y + bounds.height) / 200)
        return columns.prefix(100).flatMap { column in rows.prefix(100).map { Square(column: column, row: $0) } }
    }

    private func isFree(_ bounds: MapBounds) -> Bool {
        LayoutNames.squares(bounds).allSatisfy { square in
            (drawn[square] ?? []).allSatisfy { other in
                bounds.x > other.x + other.width || other.x > bounds.x + bounds.width
                    || bounds.y > other.y + other.height || other.y > bounds.y + bounds.height
            }
        }
    }

    /// The place of a name along a line, as near to its beginning as there is room; nothing for a blank name.
    mutating func place(_ name: String, along points: [MapPoint]) -> MapBounds? {
        let size = LayoutSize.text(name, within: 90)
        guard size.height > 0 else { return nil }
        let places = LayoutNames.places(Double(size.width), Double(size.height), along: points)
        guard let found = places.first(where: isFree) ?? places.first else { return nil }
        add(found)
        return found
    }

    private static func places(_ width: Double, _ height: Double, along points: [MapPoint]) -> [MapBounds] {
        var level: [MapBounds] = []
        var upright: [MapBounds] = []
        for (from, to) in zip(points, points.dropFirst()).prefix(8) {
            if from.y == to.y {
                guard abs(to.x - from.x) >= width + 8 else { continue }
                let middle = ((from.x + to.x - width) / 2).rounded()
                let start = to.x > from.x ? from.x + 6 : from.x - 6 - width
                for x in points.count == 2 ? [middle, start] : [start, middle] {
                    for y in [from.y - height - 2, from.y + 2] {
                        level.append(MapBounds(x: x, y: y, width: width, height: height))
                    }
                }
            } else {
                let start = to.y > from.y ? from.y + 6 : from.y - 6 - height
                let end = to.y > from.y ? to.y - 12 - height : to.y + 12
                for y in [start, ((from.y + to.y - height) / 2).rounded(), end] {
                    for x in [from.x + 4, from.x - 4 - width] {
                        upright.append(MapBounds(x: x, y: y, width: width, height: height))
                    }
                }
            }
        }
        return level + upright
    }
}
