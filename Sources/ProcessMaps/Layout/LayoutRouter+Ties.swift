extension LayoutRouter {
    /// The shortest way of a line that is no flow, with few bends.
    func tie(_ link: Int) -> LayoutRoute? {
        let (source, target) = (model.links[link].source, model.links[link].target)
        var routes = waysInside(link, source, target)
        if routes.isEmpty, let grid = commonGrid(source, target) {
            let stops = heads(target, toward: source, in: grid, link)
            for start in heads(source, toward: target, in: grid, link) {
                for stop in stops {
                    for middle in connections(start, stop, in: grid) {
                        let lines = start.lines + middle + stop.lines.reversed()
                        routes.append(LayoutRoute(link: link, start: start.anchor, lines: lines, end: stop.anchor))
                    }
                }
            }
            routes = routes.filter(field.isClear)
        }
        return routes.map { (cost: cost($0), route: $0) }.min { $0.cost < $1.cost }?.route
    }

    private func cost(_ route: LayoutRoute) -> Int {
        var cost = 12 * (route.lines.count - 1)
        let isMessage = model.links[route.link].kind == .message
        for (line, range) in zip(route.lines, field.ranges(of: route)) {
            let length = range.upperBound - range.lowerBound
            cost += line.isUpright ? length : 2 * length
            if line.isChannel {
                cost += 2
            } else if !field.isFree(line, range, for: route.link) {
                cost += 200
            } else if isMessage, !line.isUpright {
                cost += 20
            }
        }
        return cost
    }

    // MARK: Straight lines

    /// The way of a line that is no flow, where that can be straight.
    func straight(_ link: Int) -> LayoutRoute? {
        straight(link, model.links[link].source, model.links[link].target).first(where: field.isFree)
    }

    private func straight(_ link: Int, _ source: LayoutModel.End, _ target: LayoutModel.End) -> [LayoutRoute] {
        switch (source, target) {
        case (.item(let source), .item(let target)):
            let (from, to) = (model.items[source], model.items[target])
            guard from.grid == to.grid, source != to.host, target != from.host else { return [] }
            var lines: [Line] = []
            if from.column == to.column, from.row != to.row {
                let offsets = offsets(source, isUp: to.row < from.row).filter(
                    offsets(target, isUp: from.row < to.row).contains
                )
                lines += offsets.map { .column(grid: from.grid, from.column, offset: $0) }
            }
            if from.row == to.row, abs(from.column - to.column) == 1, from.isThing || to.isThing,
                from.host == nil, to.host == nil
            {
                lines.append(row(from))
            }
            return lines.map { LayoutRoute(link: link, start: .item(source), lines: [$0], end: .item(target)) }
        case (.item(let item), .band(let grid, let band)):
            return straight(item, grid, band)
                .map { LayoutRoute(link: link, start: .item(item), lines: [$0.0], end: $0.1) }
        case (.band(let grid, let band), .item(let item)):
            return straight(item, grid, band)
                .map { LayoutRoute(link: link, start: $0.1, lines: [$0.0], end: .item(item)) }
        default: return []
        }
    }

    private func straight(_ item: Int, _ grid: Int, _ band: Int) -> [(Line, Anchor)] {
        let from = model.items[item]
        guard from.grid == grid else { return [] }
        let atTop = isTopNearer(of: band, in: grid, from: from.row)
        let isUp = atTop == model.grids[grid].bands[band].rows.contains(from.row)
        return offsets(item, isUp: isUp).map {
            (.column(grid: grid, from.column, offset: $0), .band(grid: grid, band, atTop: atTop))
        }
    }

    private func isTopNearer(of band: Int, in grid: Int, from row: Int) -> Bool {
        let rows = model.grids[grid].bands[band].rows
        return row < rows.lowerBound || row < rows.upperBound && row - rows.lowerBound < rows.upperBound - row
    }

    /// How far from its middle a line may leave a thing upwards or downwards, the best first.
    private func offsets(_ item: Int, isUp: Bool) -> [Int] {
        let thing = model.items[item]
        if thing.host != nil { return thing.isAtTop == isUp ? [thing.offset] : [] }
        guard thing.shape == .activity else { return [0] }
        let borders = (model.borders[item] ?? []).map { model.items[$0] }.filter { $0.isAtTop == isUp }.map(\.offset)
        return [0, 20, -20, 34, -34].filter { offset in borders.allSatisfy { abs($0 - offset) > 22 } }
    }

    /// How far from its middle a line may leave a thing sideways, the best first.
    private func sideOffsets(_ item: Int) -> [Int] {
        model.items[item].shape == .activity ? [0, 20, -20] : [0]
    }

    // MARK: Ways into channels

    /// The beginning of a way: out of an end, as far as a channel.
    private struct Head {
        let anchor: Anchor
        var lines: [Line]
        var channel: Line
        /// The cell of the grid that it is in or beside.
        var row: Int
        var column: Int

        var isOnWay: Bool {
            if case .line = anchor { lines.isEmpty } else { false }
        }
    }

    /// What lies between the channels of two heads.
    private func connections(_ one: Head, _ other: Head, in grid: Int) -> [[Line]] {
        // Two ends on other ways may each need the side of the channel that is nearer to their own.
        if one.channel == other.channel, !one.isOnWay || !other.isOnWay { return [[one.channel]] }
        if one.channel.isUpright != other.channel.isUpright { return [[one.channel, other.channel]] }
        let between: [Line]
        if one.channel.isUpright {
            between = [2 * one.row, 2 * one.row + 1, 2 * other.row, 2 * other.row + 1].map { .level(grid: grid, $0) }
        } else {
            between = [one.column, one.column + 1, other.column, other.column + 1].map { .upright(grid: grid, $0) }
        }
        return between.map { [one.channel, $0, other.channel] }
    }

    private func heads(
        _ end: LayoutModel.End,
        toward other: LayoutModel.End,
        in grid: Int,
        _ link: Int
    ) -> [Head] {
        var heads: [Head]
        switch end {
        case .item(let item): heads = self.heads(item, toward: cell(other, in: grid), in: grid, link)
        case .link(let tapped): heads = self.heads(onWayOf: tapped)
        case .band(let own, let band):
            let cell = cell(other, in: own)
            let column = cell?.column ?? model.grids[own].columns / 2
            let atTop = isTopNearer(of: band, in: own, from: cell?.row ?? 0)
            let rows = model.grids[own].bands[band].rows
            heads = (cell == nil ? [column] : [column, column + 1]).map {
                Head(
                    anchor: .band(grid: own, band, atTop: atTop),
                    lines: [],
                    channel: .upright(grid: own, $0),
                    row: atTop ? rows.lowerBound : rows.upperBound - 1,
                    column: column
                )
            }
        }
        while let head = heads.first, head.channel.grid != grid {
            // One into each channel is enough; all would double with every sub-process.
            var channels: Set<Line> = []
            heads = heads.flatMap { climb($0) }.filter { channels.insert($0.channel).inserted }
        }
        return heads
    }

    private func heads(_ item: Int, toward other: (row: Int, column: Int)?, in grid: Int, _ link: Int) -> [Head] {
        let thing = model.items[item]
        func head(_ line: Line, _ channel: Line) -> Head {
            Head(anchor: .item(item), lines: [line], channel: channel, row: thing.row, column: thing.column)
        }
        if thing.host != nil { return [head(column(thing), thing.isAtTop ? above(thing) : below(thing))] }
        var heads: [Head] = []
        let middle = 8 * thing.row + 4
        for (isUp, channel, range) in [
            (true, above(thing), middle - 3...middle - 1), (false, below(thing), middle + 1...middle + 3),
        ] {
            let offsets = offsets(item, isUp: isUp)
            let lines = offsets.map { Line.column(grid: thing.grid, thing.column, offset: $0) }
            guard let line = lines.first(where: { field.isFree($0, range, for: link) }) ?? lines.first else { continue }
            heads.append(head(line, channel))
            if thing.grid == grid, let other, isUp ? other.row < thing.row : other.row > thing.row {
                heads.append(head(line, .level(grid: grid, 2 * other.row + (isUp ? 1 : 0))))
            }
        }
        let center = 4 * thing.column + 2
        for (channel, range) in [(left(thing), center - 2...center - 1), (right(thing), center + 1...center + 2)] {
            let lines = sideOffsets(item).map { Line.row(grid: thing.grid, thing.row, offset: $0) }
            guard let line = lines.first(where: { field.isFree($0, range, for: link) }) ?? lines.first else { continue }
            heads.append(head(line, channel))
        }
        return heads
    }

    /// The places where a way that exists crosses its first channel, beside the thing that it leaves.
    private func heads(onWayOf link: Int) -> [Head] {
        guard let route = routes[link] else { return [] }
        for (anchor, lines) in [(route.start, route.lines), (route.end, route.lines.reversed())] {
            guard case .item(let place) = anchor, let line = lines.first else { continue }
            let item = model.items[place]
            let ranges = field.ranges(of: route)
            guard let range = anchor == route.start ? ranges.first : ranges.last else { continue }
            let isFar: Bool
            let channel: Line
            if line.isUpright {
                isFar = range.lowerBound > 8 * item.row + 4
                channel = isFar ? below(item) : above(item)
            } else {
                isFar = range.lowerBound > 4 * item.column + 2
                channel = isFar ? right(item) : left(item)
            }
            let onLine = Anchor.line(line, isNear: isFar)
            return [Head(anchor: onLine, lines: [], channel: channel, row: item.row, column: item.column)]
        }
        return []
    }

    /// Leads a way out of the sub-process that its grid is inside of, to the left and to the right.
    private func climb(_ head: Head) -> [Head] {
        let grid = head.channel.grid
        guard let owner = model.grids[grid].owner.map({ model.items[$0] }) else { return [] }
        var lines = head.lines + [head.channel]
        if head.channel.isUpright { lines.append(.level(grid: grid, 2 * head.row)) }
        return [left(owner), right(owner)].map {
            Head(anchor: head.anchor, lines: lines, channel: $0, row: owner.row, column: owner.column)
        }
    }

    // MARK: Grids

    /// The grid that an end lies in, and those around it, from the inside.
    private func gridsAround(_ end: LayoutModel.End) -> [Int] {
        var grid: Int?
        switch end {
        case .item(let item): grid = model.items[item].grid
        case .band(let own, _): grid = own
        case .link(let link): grid = routes[link]?.lines.first?.grid
        }
        var found: [Int] = []
        while let next = grid {
            found.append(next)
            grid = model.grids[next].owner.map { model.items[$0].grid }
        }
        return found
    }

    private func commonGrid(_ one: LayoutModel.End, _ other: LayoutModel.End) -> Int? {
        let grids = gridsAround(other)
        return gridsAround(one).first { grids.contains($0) }
    }

    /// The cell of a grid that an end is in, itself or deeper.
    private func cell(_ end: LayoutModel.End, in grid: Int) -> (row: Int, column: Int)? {
        var item: Int?
        switch end {
        case .item(let own): item = own
        case .band: return nil
        case .link(let link):
            if case .item(let own)? = routes[link]?.start { item = own }
            if item == nil, case .item(let own)? = routes[link]?.end { item = own }
        }
        while let next = item {
            if model.items[next].grid == grid { return (model.items[next].row, model.items[next].column) }
            item = model.grids[model.items[next].grid].owner
        }
        return nil
    }

    /// The way between a sub-process and something inside it.
    private func waysInside(_ link: Int, _ source: LayoutModel.End, _ target: LayoutModel.End) -> [LayoutRoute] {
        for (outer, inner, isForward) in [(source, target, false), (target, source, true)] {
            guard case .item(let owner) = outer, let inside = model.items[owner].inside,
                gridsAround(inner).contains(inside)
            else { continue }
            return heads(inner, toward: outer, in: inside, link).map { head in
                var lines = head.lines + [head.channel]
                if head.channel.isUpright { lines.append(.level(grid: inside, 2 * head.row)) }
                return isForward
                    ? LayoutRoute(link: link, start: head.anchor, lines: lines, end: .inside(owner))
                    : LayoutRoute(link: link, start: .inside(owner), lines: lines.reversed(), end: head.anchor)
            }
        }
        return []
    }
}
