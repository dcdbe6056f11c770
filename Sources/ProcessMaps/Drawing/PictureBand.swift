/// A pool or a lane: a rectangle with its name along one side.
struct PictureBand {
    private static let usual = 30.0
    private let bounds: MapBounds
    private let isHorizontal: Bool
    private let thickness: Double
    private let isPool: Bool

    init(pool shape: MapDiagram.Shape, in painter: MapPainter) {
        guard case .pool(let pool)? = painter.index.element(shape.element) else {
            self.init(shape, isPool: true, inner: [], in: painter)
            return
        }
        self.init(shape, isPool: true, inner: pool.process?.body.lanes ?? [], in: painter)
    }

    init(lane: MapLane, _ shape: MapDiagram.Shape, in painter: MapPainter) {
        self.init(shape, isPool: false, inner: lane.lanes, in: painter)
    }

    private init(_ shape: MapDiagram.Shape, isPool: Bool, inner: [MapLane], in painter: MapPainter) {
        bounds = shape.bounds.drawable
        self.isPool = isPool
        let pool = painter.index.container(of: shape.element)?.pool.flatMap { painter.shapes[$0] }
        let whole = pool?.bounds.drawable ?? bounds
        let isHorizontal =
            shape.isHorizontal ?? pool?.isHorizontal ?? (isPool || pool != nil ? whole.width >= whole.height : true)
        let corner = bounds
        self.isHorizontal = isHorizontal
        let first = inner.lazy.compactMap { painter.shapes[$0.id]?.bounds.drawable }.first
        let gap = first.map { isHorizontal ? $0.x - corner.x : $0.y - corner.y } ?? Self.usual
        let most = (isHorizontal ? bounds.width : bounds.height) / 2
        thickness = min(gap >= 14 && gap <= 80 ? gap : Self.usual, most)
    }

    /// Where the name stands.
    var head: MapBounds {
        isHorizontal
            ? MapBounds(x: bounds.x, y: bounds.y, width: thickness, height: bounds.height)
            : MapBounds(x: bounds.x, y: bounds.y, width: bounds.width, height: thickness)
    }

    /// The rectangle, the band along its side, and the name in it; the name of a closed pool stands in the middle.
    func parts(name: String, isClosed: Bool = false) -> [String] {
        let measure = isPool ? TextMeasure.pool : .lane
        var parts = [PictureShape.rect(bounds, isPool ? .pool : .lane)]
        let isTurned = isHorizontal && !isClosed
        let area = isClosed ? bounds : head
        if isClosed {
            parts = [PictureShape.rect(bounds, .poolHead)]
        } else if isPool {
            parts.append(PictureShape.rect(head, .poolHead))
        } else {
            parts.append(PictureShape.rect(head.inset(0.75), .laneHead))
        }
        let length = (isTurned ? area.height : area.width) - 10
        let room = Int((isTurned ? area.width : area.height) / measure.lineHeight)
        let lines = measure.lines(of: name, width: max(length, 20), most: max(room, 1)).lines
        let center = area.center
        let top = center.y - Double(lines.count) * measure.lineHeight / 2
        parts.append(
            PictureShape.text(lines, x: center.x, top: top, measure, turnedAround: isTurned ? center : nil)
        )
        return parts
    }
}
