/// A flow, an information flow or a tie: its line, the marks at its ends, and where its name may stand.
struct PictureLine {
    /// What the line is for.
    let element: MapElement
    /// The points of the line, at least two.
    let points: [MapPoint]
    /// The place of the name that the diagram gives.
    let label: MapBounds?
    private let isDefault: Bool
    private let isConditional: Bool
    private let leavesGateway: Bool

    /// The line of an element; `nil` for an element that is no line, or where no two points are known.
    init?(_ element: MapElement, edge: MapDiagram.Edge, in painter: MapPainter) {
        let ends: (source: MapElementID, target: MapElementID)
        switch element {
        case .sequenceFlow(let flow): ends = (flow.source, flow.target)
        case .messageFlow(let flow): ends = (flow.source, flow.target)
        case .association(let association): ends = (association.source, association.target)
        case .dataAssociation(let association):
            let data = association.data.first ?? association.node
            ends = association.direction == .reads ? (data, association.node) : (association.node, data)
        default: return nil
        }
        var points: [MapPoint] = []
        for point in edge.waypoints.map(\.drawable) where points.last != point { points.append(point) }
        if points.count < 2 {
            guard let source = painter.shapes[ends.source]?.bounds.drawable,
                let target = painter.shapes[ends.target]?.bounds.drawable
            else { return nil }
            points = [Self.border(of: source, toward: target.center), Self.border(of: target, toward: source.center)]
            guard points[0] != points[1] else { return nil }
        }
        self.element = element
        self.points = points
        label = edge.label.map(\.drawable).flatMap { $0.width >= 1 ? $0 : nil }
        let source = painter.index.node(ends.source)
        leavesGateway = source?.gateway != nil
        if case .sequenceFlow(let flow) = element {
            isDefault = source?.defaultFlow == flow.id
            isConditional = flow.condition != nil && source?.activity != nil && !isDefault
        } else {
            isDefault = false
            isConditional = false
        }
    }

    /// The point of a rectangle's border on the way from its middle to a point.
    private static func border(of bounds: MapBounds, toward point: MapPoint) -> MapPoint {
        let center = bounds.center
        let dx = abs(point.x - center.x)
        let dy = abs(point.y - center.y)
        let share = min(dx > 0 ? bounds.width / 2 / dx : .infinity, dy > 0 ? bounds.height / 2 / dy : .infinity)
        guard share.isFinite else { return center }
        return MapPoint(x: center.x + (point.x - center.x) * share, y: center.y + (point.y - center.y) * share)
    }

    /// The room that the line takes.
    var box: MapBounds {
        let left = points.map(\.x).min() ?? 0
        let top = points.map(\.y).min() ?? 0
        return MapBounds(
            x: left,
            y: top,
            width: (points.map(\.x).max() ?? 0) - left,
            height: (points.map(\.y).max() ?? 0) - top
        )
    }

    /// The point half way along the line.
    var middle: MapPoint? {
        var rest = zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) } / 2
        for (from, to) in zip(points, points.dropFirst()) {
            let length = from.distance(to: to)
            if rest <= length { return from.moved(toward: to, by: rest) }
            rest -= length
        }
        return points.last
    }

    // MARK: - The line

    var parts: [String] {
        switch element {
        case .sequenceFlow:
            return [line(.flow, shortenedBy: 6, 0)] + startMarks + [arrow(.arrow, length: 10, half: 4.5)]
        case .messageFlow:
            return [
                line(.messageFlow, shortenedBy: 9, 4),
                PictureShape.circle(first.moved(toward: second, by: 4), 4, .light),
                arrow(.openArrow, length: 10, half: 5),
            ]
        case .dataAssociation: return [line(.tie, shortenedBy: 0, 0), head(at: points.reversed())]
        case .association(let association):
            var parts = [line(.tie, shortenedBy: 0, 0)]
            if association.direction != .none { parts.append(head(at: points.reversed())) }
            if association.direction == .both { parts.append(head(at: points)) }
            return parts
        default: return []
        }
    }

    private var first: MapPoint { points[0] }
    private var second: MapPoint { points[1] }

    private func line(_ paint: PicturePaint, shortenedBy end: Double, _ start: Double) -> String {
        var points = self.points
        let last = points.count - 1
        points[last] = points[last].moved(
            toward: points[last - 1],
            by: min(end, points[last].distance(to: points[last - 1]))
        )
        points[0] = points[0].moved(toward: points[1], by: min(start, points[0].distance(to: points[1])))
        return PictureShape.path(PictureShape.softLine(through: points, radius: 6), paint)
    }

    /// The slash of the way that is taken otherwise, or the diamond of a condition.
    private var startMarks: [String] {
        if isDefault {
            let middle = first.moved(toward: second, by: min(11, first.distance(to: second) / 2))
            let ahead = direction(from: first, to: second)
            let from = middle.shifted(-ahead.x * 3.5 - ahead.y * 6, -ahead.y * 3.5 + ahead.x * 6)
            let to = middle.shifted(ahead.x * 3.5 + ahead.y * 6, ahead.y * 3.5 - ahead.x * 6)
            return [PictureShape.path(PictureShape.line(through: [from, to]), .flow)]
        }
        guard isConditional else { return [] }
        let ahead = direction(from: first, to: second)
        let corners = [
            first, first.shifted(ahead.x * 8 - ahead.y * 5, ahead.y * 8 + ahead.x * 5),
            first.shifted(ahead.x * 16, ahead.y * 16),
            first.shifted(ahead.x * 8 + ahead.y * 5, ahead.y * 8 - ahead.x * 5),
        ]
        return [PictureShape.polygon(corners, .openArrow)]
    }

    private func arrow(_ paint: PicturePaint, length: Double, half: Double) -> String {
        let tip = points[points.count - 1]
        let ahead = direction(from: points[points.count - 2], to: tip)
        let base = tip.shifted(-ahead.x * length, -ahead.y * length)
        let corners = [
            tip, base.shifted(-ahead.y * half, ahead.x * half), base.shifted(ahead.y * half, -ahead.x * half),
        ]
        return PictureShape.polygon(corners, paint)
    }

    /// An open arrowhead at the first of some points.
    private func head(at points: [MapPoint]) -> String {
        let tip = points[0]
        let ahead = direction(from: points[1], to: tip)
        let base = tip.shifted(-ahead.x * 8, -ahead.y * 8)
        let corners = [base.shifted(-ahead.y * 4.5, ahead.x * 4.5), tip, base.shifted(ahead.y * 4.5, -ahead.x * 4.5)]
        return PictureShape.path(PictureShape.line(through: corners), .bracket)
    }

    private func direction(from: MapPoint, to: MapPoint) -> MapPoint {
        let length = from.distance(to: to)
        return length > 0 ? MapPoint(x: (to.x - from.x) / length, y: (to.y - from.y) / length) : MapPoint(x: 1, y: 0)
    }

    // MARK: - The name

    /// How wide the name may be before it is broken.
    var roomForName: Double {
        guard let longest = segments.filter({ $0.isLevel }).map(\.length).max() else { return 110 }
        return min(max(longest - 16, 70), 150)
    }

    private var segments: [(from: MapPoint, to: MapPoint, length: Double, isLevel: Bool)] {
        zip(points, points.dropFirst()).map { from, to in
            (from, to, from.distance(to: to), abs(to.x - from.x) >= abs(to.y - from.y))
        }
    }

    /// Where the name may stand: near the start of what leaves a gateway, else along the longest part.
    func candidates(for label: PictureLabel) -> [MapBounds] {
        let width = label.box.width
        let height = label.box.height
        var ordered = segments
        if leavesGateway {
            let start = ordered.prefix(1).filter { $0.length > 12 }
            let rest = ordered.dropFirst().sorted { $0.length > $1.length }
            ordered = start + rest + Array(ordered.prefix(1))
        } else {
            ordered.sort { $0.length > $1.length }
        }
        return ordered.prefix(4).flatMap { segment -> [MapBounds] in
            let middle = MapPoint(x: (segment.from.x + segment.to.x) / 2, y: (segment.from.y + segment.to.y) / 2)
            let isForward = segment.to.x >= segment.from.x
            let isDown = segment.to.y >= segment.from.y
            guard segment.isLevel else {
                let near = isDown ? segment.from.y + 4 : segment.from.y - 4 - height
                let rows = leavesGateway ? [near, middle.y - height / 2] : [middle.y - height / 2, near]
                return rows.flatMap { row in
                    [middle.x + 4, middle.x - 4 - width].map { MapBounds(x: $0, y: row, width: width, height: height) }
                }
            }
            let near = isForward ? segment.from.x + 4 : segment.from.x - 4 - width
            let columns = leavesGateway ? [near, middle.x - width / 2] : [middle.x - width / 2, near]
            return columns.flatMap { column in
                [middle.y - 3 - height, middle.y + 3].map {
                    MapBounds(x: column, y: $0, width: width, height: height)
                }
            }
        }
    }
}
