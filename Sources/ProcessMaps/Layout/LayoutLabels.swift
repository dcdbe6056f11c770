/// Where names stand that stand beside what they name, and how much room they need.
struct LayoutLabels {
    enum Side { case below, above, corner }

    /// The room of the name of each item, nothing for one that is written inside it.
    private let sizes: [LayoutSize]
    private var sides: [Side]
    private var rooms: [LayoutRoute.Line: Int] = [:]

    static let gap = 4

    init(_ model: LayoutModel, _ routes: [LayoutRoute], _ field: LayoutField) {
        sizes = model.items.map { item in
            switch item.shape {
            case .event, .gateway, .data: .text(item.text, within: item.host == nil ? 90 : 70)
            case .activity, .note, .group: .nothing
            }
        }
        var isUsed = Array(repeating: (up: false, down: false), count: model.items.count)
        for route in routes {
            let ranges = field.ranges(of: route)
            let ends = [(route.start, route.lines.first, ranges.first), (route.end, route.lines.last, ranges.last)]
            for case (.item(let item), .some(let line), .some(let range)) in ends where line.isUpright {
                if range.lowerBound < 8 * model.items[item].row + 4 { isUsed[item].up = true }
                if range.upperBound > 8 * model.items[item].row + 4 { isUsed[item].down = true }
            }
        }
        sides = isUsed.map { !$0.down ? .below : !$0.up ? .above : .corner }
        for route in routes {
            let link = model.links[route.link]
            guard link.kind == .flow, case .item(let source) = link.source else { continue }
            let size = LayoutSize.text(link.name, within: 90)
            guard size.width > 0 else { continue }
            let item = model.items[source]
            let channel = LayoutRoute.Line.upright(grid: item.grid, item.column + 1)
            rooms[channel] = max(rooms[channel] ?? 0, size.width + 16)
        }
    }

    func size(of item: Int) -> LayoutSize { sizes[item] }

    /// How far an item and its name reach to either side of the middle of the column.
    func halfWidth(of place: Int, _ model: LayoutModel) -> Int {
        let item = model.items[place]
        let name = sizes[place].width
        if item.host != nil { return abs(item.offset) + max(18, name == 0 ? 0 : LayoutLabels.gap + name) }
        return max(item.size.width / 2, sides[place] == .corner ? 45 : LayoutSize.even(name) / 2)
    }

    /// How far an item and its name reach above and below the middle of the row.
    func reach(of place: Int, _ model: LayoutModel) -> (up: Int, down: Int) {
        let item = model.items[place]
        let name = sizes[place].height == 0 ? 0 : sizes[place].height + LayoutLabels.gap
        if let host = item.host {
            let reach = model.items[host].size.height / 2 + 18 + name
            return item.isAtTop ? (reach, 0) : (0, reach)
        }
        let half = item.size.height / 2
        switch sides[place] {
        case .below: return (half, half + name)
        case .above: return (half + name, half)
        case .corner: return (max(half, 15 + name), half)
        }
    }

    /// The room that the names of flows need in the channel to the left of a column.
    func room(of channel: Int, in grid: Int) -> Int { rooms[.upright(grid: grid, channel)] ?? 0 }

    /// How high a pool or lane must be for its name, which is written upwards in at most two lines.
    func height(ofName name: String) -> Int {
        for width in [80, 120, 160, 200, 260] {
            let size = LayoutSize.text(name, within: width)
            if size.height <= 28 { return size.width + 16 }
        }
        return 280
    }

    /// The bounds of the name of an item.
    func bounds(of place: Int, _ geometry: LayoutGeometry) -> MapBounds? {
        let size = sizes[place]
        guard size.height > 0 else { return nil }
        let (width, height) = (Double(size.width), Double(size.height))
        let item = geometry.model.items[place]
        let around = geometry.bounds(ofItem: place)
        let middle = around.center
        let gap = Double(LayoutLabels.gap)
        func bounds(_ x: Double, _ y: Double) -> MapBounds { MapBounds(x: x, y: y, width: width, height: height) }
        if item.host != nil {
            let x = item.offset < 0 ? middle.x - gap - width : middle.x + gap
            return bounds(x, item.isAtTop ? around.y - gap - height : around.y + around.height + gap)
        }
        switch sides[place] {
        case .below: return bounds(middle.x - width / 2, around.y + around.height + gap)
        case .above: return bounds(middle.x - width / 2, around.y - gap - height)
        case .corner: return bounds(middle.x - 10 - width, middle.y - 15 - height)
        }
    }
}
