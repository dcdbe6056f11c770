/// The measures of every grid in pixels, and from them every place.
///
/// Measured from the innermost grid outwards, since a sub-process is as large as what is inside; placed from the outermost
/// inwards.
struct LayoutGeometry {
    private(set) var model: LayoutModel
    private let tracks: LayoutTracks
    private let labels: LayoutLabels

    /// The measures of one grid, then its places.
    private struct Frame {
        /// From left to right: channel 0, column 0, channel 1 and so on; where each begins, and where the last ends.
        var columns: [Int] = []
        /// From top to bottom: the channel above row 0, row 0, the channel below it and so on, with the room of borders.
        var rows: [Row] = []
        var bandTops: [Int] = []
        var bandBottoms: [Int] = []
        var width = 0
        var height = 0
        /// How far what is in the columns begins from the left: the names of pools and lanes stand there.
        var head = 0
        var origin = MapPoint(x: 0, y: 0)
    }

    private struct Row {
        /// Where the channel above begins, the middle of the row, and where the channel below begins.
        var above = 0
        var top = 0
        var middle = 0
        var below = 0
    }

    private var frames: [Frame]

    static let trackGap = 10
    static let rowGap = 15
    static let columnGap = 50
    static let edgeGap = 30
    static let headWidth = 30
    static let poolGap = 40
    /// The room inside a sub-process above and below what is in it, for its name and for the events on its border.
    static let titleHeight = 24
    static let footHeight = 10
    static let origin = (x: 160, y: 80)

    init(_ model: LayoutModel, _ tracks: LayoutTracks, _ labels: LayoutLabels) {
        self.model = model
        self.tracks = tracks
        self.labels = labels
        frames = Array(repeating: Frame(), count: model.grids.count)
        for grid in model.grids.indices.reversed() { measure(grid) }
        for grid in model.grids.indices {
            if let owner = model.grids[grid].owner {
                let bounds = bounds(ofItem: owner)
                let margin = LayoutGeometry.titleHeight + LayoutGeometry.footHeight
                let room = (
                    bounds.width - Double(frames[grid].width), bounds.height - Double(frames[grid].height + margin)
                )
                frames[grid].origin = MapPoint(
                    x: bounds.x + (room.0 / 2).rounded(.down),
                    y: bounds.y + Double(LayoutGeometry.titleHeight) + (room.1 / 2).rounded(.down)
                )
            } else {
                frames[grid].origin = MapPoint(
                    x: Double(LayoutGeometry.origin.x),
                    y: Double(LayoutGeometry.origin.y)
                )
            }
        }
    }

    // MARK: Measures

    private mutating func measure(_ grid: Int) {
        var frame = Frame()
        let bands = model.grids[grid].bands
        var depths = Array(repeating: 0, count: bands.count)
        for band in model.bandsFromOutside(of: grid) {
            guard let parent = bands[band].parent else { continue }
            depths[band] = depths[parent] + 1
            if bands[band].id != nil { frame.head = max(frame.head, depths[band] * LayoutGeometry.headWidth) }
        }
        measureColumns(of: grid, &frame)
        measureRows(of: grid, &frame)
        frames[grid] = frame
        if let owner = model.grids[grid].owner {
            let size = model.items[owner].size
            model.items[owner].size.width = max(size.width, LayoutSize.subProcess.width, LayoutSize.even(frame.width))
            model.items[owner].size.height = max(
                LayoutSize.subProcess.height,
                LayoutSize.even(frame.height + LayoutGeometry.titleHeight + LayoutGeometry.footHeight)
            )
        }
    }

    private mutating func measureColumns(of grid: Int, _ frame: inout Frame) {
        let count = model.grids[grid].columns
        var widths = Array(repeating: 0, count: count)
        for item in model.grids[grid].items {
            let column = model.items[item].column
            widths[column] = max(widths[column], LayoutSize.even(labels.halfWidth(of: item, model) * 2))
        }
        var x = frame.head
        for channel in 0...count {
            frame.columns.append(x)
            let isEdge = channel == 0 || channel == count
            let least = isEdge ? LayoutGeometry.edgeGap : LayoutGeometry.columnGap
            let tracks = tracks.counts[.upright(grid: grid, channel)] ?? 0
            let margin = isEdge ? 15 : 20
            let room = tracks == 0 ? 0 : 2 * margin + (tracks - 1) * LayoutGeometry.trackGap
            let names = labels.room(of: channel, in: grid)
            x += max(least, room, names == 0 || tracks == 0 ? names : names + room - margin)
            frame.columns.append(x)
            if channel < count { x += widths[channel] }
        }
        frame.width = x
        if model.grids[grid].bands.contains(where: { $0.kind == .pool || $0.kind == .closedPool }) {
            frame.width = max(frame.width, 400)
        }
    }

    private mutating func measureRows(of grid: Int, _ frame: inout Frame) {
        let bands = model.grids[grid].bands
        let count = model.grids[grid].rows
        var up = Array(repeating: 0, count: count)
        var down = up
        for item in model.grids[grid].items {
            let row = model.items[item].row
            let reach = labels.reach(of: item, model)
            up[row] = max(up[row], reach.up)
            down[row] = max(down[row], reach.down)
        }
        var leafOfRow = Array(repeating: 0, count: count)
        for leaf in model.leaves(of: grid) {
            for row in bands[leaf].rows { leafOfRow[row] = leaf }
            if bands[leaf].kind == .closedPool, let row = bands[leaf].rows.first {
                up[row] = LayoutGeometry.rowGap
                down[row] = LayoutGeometry.rowGap
            } else if down[bands[leaf].rows.lowerBound] == 0, bands[leaf].rows.count == 1, bands[leaf].kind != .whole {
                up[bands[leaf].rows.lowerBound] = 40
                down[bands[leaf].rows.lowerBound] = 40
            }
        }
        // How many borders begin and end at each row, and whether those of pools do.
        var padding = Array(repeating: 0, count: count + 1)
        var isPoolEdge = Array(repeating: false, count: count + 1)
        var missing = Array(repeating: 0, count: count)
        for band in bands where band.parent == 0 && bands[0].children.count > 1 && band.kind != .lane {
            isPoolEdge[band.rows.lowerBound] = true
        }
        for leaf in model.leaves(of: grid) where bands[leaf].kind == .pool || bands[leaf].kind == .lane {
            padding[bands[leaf].rows.lowerBound] = 5
            let rows = bands[leaf].rows
            let height = rows.reduce(10) { $0 + room($1, grid, up, down) }
            missing[rows.lowerBound] = max(0, labels.height(ofName: bands[leaf].name) - height)
        }
        frame.bandTops = Array(repeating: 0, count: bands.count)
        frame.bandBottoms = frame.bandTops
        var tops = Array(repeating: 0, count: count)
        var bottoms = tops
        var y = 0
        for row in 0..<count {
            if isPoolEdge[row], row > 0 { y += LayoutGeometry.poolGap }
            tops[row] = y
            let leaf = bands[leafOfRow[row]]
            let isFirst = leaf.rows.lowerBound == row
            let isLast = leaf.rows.upperBound == row + 1
            let extra = missing[leaf.rows.lowerBound]
            let pad = padding[leaf.rows.lowerBound]
            if isFirst { y += pad + extra / 2 }
            var place = Row()
            place.above = y
            y += channelHeight(2 * row, grid)
            place.top = y
            place.middle = y + up[row]
            y += up[row] + down[row]
            place.below = y
            y += channelHeight(2 * row + 1, grid)
            if isLast { y += pad + extra - extra / 2 }
            frame.rows.append(place)
            bottoms[row] = y
        }
        for band in bands.indices where !bands[band].rows.isEmpty {
            frame.bandTops[band] = tops[bands[band].rows.lowerBound]
            frame.bandBottoms[band] = bottoms[bands[band].rows.upperBound - 1]
        }
        frame.height = y
    }

    private func room(_ row: Int, _ grid: Int, _ up: [Int], _ down: [Int]) -> Int {
        channelHeight(2 * row, grid) + up[row] + down[row] + channelHeight(2 * row + 1, grid)
    }

    private func channelHeight(_ channel: Int, _ grid: Int) -> Int {
        let tracks = tracks.counts[.level(grid: grid, channel)] ?? 0
        return tracks == 0 ? LayoutGeometry.rowGap : 30 + (tracks - 1) * LayoutGeometry.trackGap
    }

    // MARK: Places

    func bounds(ofItem place: Int) -> MapBounds {
        let item = model.items[place]
        let center = center(of: place)
        return MapBounds(
            x: center.x - Double(item.size.width) / 2,
            y: center.y - Double(item.size.height) / 2,
            width: Double(item.size.width),
            height: Double(item.size.height)
        )
    }

    func center(of place: Int) -> MapPoint {
        let item = model.items[place]
        let x = self.x(.column(grid: item.grid, item.column, offset: item.offset), track: 0)
        let y = self.y(.row(grid: item.grid, item.row, offset: 0), track: 0)
        guard let host = item.host else { return MapPoint(x: x, y: y) }
        let half = Double(model.items[host].size.height) / 2
        return MapPoint(x: x, y: item.isAtTop ? y - half : y + half)
    }

    /// The bounds of a pool or lane.
    func bounds(ofBand band: Int, in grid: Int) -> MapBounds {
        let frame = frames[grid]
        var depth = -1
        var outer: Int? = band
        while let next = outer {
            depth += 1
            outer = model.grids[grid].bands[next].parent
        }
        let left = Double((depth - 1) * LayoutGeometry.headWidth)
        let top = Double(frame.bandTops[band])
        return MapBounds(
            x: frame.origin.x + left,
            y: frame.origin.y + top,
            width: Double(frame.width) - left,
            height: Double(frame.bandBottoms[band]) - top
        )
    }

    /// How far to the right an upright line runs.
    func x(_ line: LayoutRoute.Line, track: Int) -> Double {
        let frame = frames[line.grid]
        switch line {
        case .column(_, let column, let offset):
            let middle = Double(frame.columns[2 * column + 1] + frame.columns[2 * column + 2]) / 2
            return frame.origin.x + middle + Double(offset)
        case .upright(let grid, let channel):
            let count = tracks.counts[line] ?? 1
            let high = frame.columns[2 * channel + 1]
            // The names of what comes from the left stand before the tracks.
            let least = 40 + (count - 1) * LayoutGeometry.trackGap
            let low = labels.room(of: channel, in: grid) > 0 ? high - least : frame.columns[2 * channel]
            return frame.origin.x + spread(track, count, low, high)
        case .row, .level: return 0
        }
    }

    /// How far down a level line runs.
    func y(_ line: LayoutRoute.Line, track: Int) -> Double {
        let frame = frames[line.grid]
        switch line {
        case .row(_, let row, let offset): return frame.origin.y + Double(frame.rows[row].middle + offset)
        case .level(let grid, let channel):
            let row = frame.rows[channel / 2]
            let low = channel % 2 == 0 ? row.above : row.below
            let height = channelHeight(channel, grid)
            return frame.origin.y + spread(track, tracks.counts[line] ?? 1, low, low + height)
        case .column, .upright: return 0
        }
    }

    /// The place of a track among those in the middle of a channel.
    private func spread(_ track: Int, _ count: Int, _ low: Int, _ high: Int) -> Double {
        let width = (count - 1) * LayoutGeometry.trackGap
        return Double(low + (high - low - width) / 2 + track * LayoutGeometry.trackGap)
    }
}
