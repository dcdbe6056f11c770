/// What stands in the cells of each grid and which lines run through them, so that no line runs through a thing.
///
/// Places are counted from left to right in quarters of a column and from top to bottom in eighths of a row, whatever
/// their size in pixels will be: column `n` has its channel at `4n` and its middle at `4n + 2`; row `n` has its channels
/// at `8n + 1` and `8n + 7` and its middle at `8n + 4`.
struct LayoutField {
    let model: LayoutModel
    /// The things in each row, by column, and in each column, by row.
    private var rows: [[[Int]]] = []
    private var columns: [[[Int]]] = []
    private var rowUses: [[Uses]] = []
    private var columnUses: [[Uses]] = []

    private struct Use {
        let range: ClosedRange<Int>
        let offset: Int
        let link: Int
    }

    /// The lines along one row or column, by the parts of it that they run through.
    private struct Uses {
        private var parts: [Int: [Use]] = [:]

        private func parts(of range: ClosedRange<Int>) -> ClosedRange<Int> {
            (range.lowerBound >> 4)...(range.upperBound >> 4)
        }

        /// Where very many lines run already, one more makes no difference.
        mutating func append(_ use: Use) {
            for part in parts(of: use.range) where parts[part, default: []].count < 64 {
                parts[part, default: []].append(use)
            }
        }

        func contains(in range: ClosedRange<Int>, where isWanted: (Use) -> Bool) -> Bool {
            parts(of: range).contains { parts[$0]?.contains(where: isWanted) == true }
        }
    }

    init(_ model: LayoutModel) {
        self.model = model
        for grid in model.grids {
            var inRow = Array(repeating: [Int](), count: grid.rows)
            var inColumn = Array(repeating: [Int](), count: grid.columns)
            for item in grid.items where model.items[item].host == nil {
                inRow[model.items[item].row].append(model.items[item].column)
                inColumn[model.items[item].column].append(model.items[item].row)
            }
            rows.append(inRow.map { $0.sorted() })
            columns.append(inColumn.map { $0.sorted() })
            rowUses.append(Array(repeating: Uses(), count: grid.rows))
            columnUses.append(Array(repeating: Uses(), count: grid.columns))
        }
    }

    // MARK: Places

    /// The cell of a grid that an inner grid lies in.
    private func owner(of grid: Int, in outer: Int) -> LayoutModel.Item? {
        var grid = grid
        while let owner = model.grids[grid].owner {
            if model.items[owner].grid == outer { return model.items[owner] }
            grid = model.items[owner].grid
        }
        return nil
    }

    /// The place of an upright line from left to right, as seen in a grid.
    func across(_ line: LayoutRoute.Line, in grid: Int) -> Int {
        switch line {
        case .column(let own, let column, _):
            return own == grid ? 4 * column + 2 : 4 * (owner(of: own, in: grid)?.column ?? 0) + 2
        case .upright(let own, let channel):
            if own == grid { return 4 * channel }
            if let owner = owner(of: own, in: grid) { return 4 * owner.column + 2 }
            let column = owner(of: grid, in: own)?.column ?? 0
            return channel <= column ? -1 : 4 * model.grids[grid].columns + 1
        case .row, .level: return 0
        }
    }

    /// The place of a level line from top to bottom, as seen in a grid.
    func down(_ line: LayoutRoute.Line, in grid: Int) -> Int {
        switch line {
        case .row(let own, let row, _):
            return own == grid ? 8 * row + 4 : 8 * (owner(of: own, in: grid)?.row ?? 0) + 4
        case .level(let own, let channel):
            if own == grid { return 8 * (channel / 2) + (channel % 2 == 0 ? 1 : 7) }
            return 8 * (owner(of: own, in: grid)?.row ?? 0) + 4
        case .column, .upright: return 0
        }
    }

    /// The place where a line ends; `other` is that of its other end.
    private func place(_ anchor: LayoutRoute.Anchor, on line: LayoutRoute.Line, from other: Int) -> Int {
        switch anchor {
        case .item(let item):
            let item = model.items[item]
            let middle = line.isUpright ? 8 * item.row + 4 : 4 * item.column + 2
            return other < middle ? middle - 1 : middle + 1
        case .inside(let item):
            let grid = model.items[item].inside ?? 0
            return other < 2 * model.grids[grid].columns ? -1 : 4 * model.grids[grid].columns + 1
        case .band(let grid, let band, let atTop):
            let rows = model.grids[grid].bands[band].rows
            return atTop ? 8 * rows.lowerBound : 8 * rows.upperBound
        case .line(let tapped, _):
            return line.isUpright ? down(tapped, in: line.grid) : across(tapped, in: line.grid)
        }
    }

    /// From where to where each line of a way runs.
    func ranges(of route: LayoutRoute) -> [ClosedRange<Int>] {
        let lines = route.lines
        return lines.indices.map { place in
            let line = lines[place]
            func meeting(_ other: LayoutRoute.Line) -> Int {
                line.isUpright ? down(other, in: line.grid) : across(other, in: line.grid)
            }
            func middle(_ anchor: LayoutRoute.Anchor) -> Int {
                guard case .item(let item) = anchor else { return self.place(anchor, on: line, from: 0) }
                return line.isUpright ? 8 * model.items[item].row + 4 : 4 * model.items[item].column + 2
            }
            let first = place > 0 ? meeting(lines[place - 1]) : nil
            let last = place < lines.count - 1 ? meeting(lines[place + 1]) : nil
            let from = first ?? self.place(route.start, on: line, from: last ?? middle(route.end))
            let to = last ?? self.place(route.end, on: line, from: first ?? middle(route.start))
            return min(from, to)...max(from, to)
        }
    }

    // MARK: Freedom

    /// Whether a way runs through nothing, and along no line that it has nothing to do with.
    func isFree(_ route: LayoutRoute) -> Bool {
        let ranges = ranges(of: route)
        return route.lines.indices.allSatisfy { isFree(route.lines[$0], ranges[$0], for: route.link) }
    }

    /// Whether a way runs through no thing.
    func isClear(_ route: LayoutRoute) -> Bool {
        zip(route.lines, ranges(of: route)).allSatisfy { line, range in
            switch line {
            case .row(let grid, let row, _): !isBlocked(rows[grid][row], size: 4, range)
            case .column(let grid, let column, _): !isBlocked(columns[grid][column], size: 8, range)
            case .upright, .level: true
            }
        }
    }

    func isFree(_ line: LayoutRoute.Line, _ range: ClosedRange<Int>, for link: Int) -> Bool {
        switch line {
        case .row(let grid, let row, let offset):
            !isBlocked(rows[grid][row], size: 4, range) && !isUsed(rowUses[grid][row], range, offset, link, sharing: 4)
        case .column(let grid, let column, let offset):
            !isBlocked(columns[grid][column], size: 8, range)
                && !isUsed(columnUses[grid][column], range, offset, link, sharing: .max)
        case .upright, .level: true
        }
    }

    /// Whether the middle of a thing lies in the range.
    private func isBlocked(_ things: [Int], size: Int, _ range: ClosedRange<Int>) -> Bool {
        var low = 0
        var high = things.count
        while low < high {
            let middle = (low + high) / 2
            if size * things[middle] + size / 2 < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < things.count && size * things[low] + size / 2 <= range.upperBound
    }

    /// Whether a line runs there that another may not run along, or not for so long.
    private func isUsed(
        _ uses: Uses,
        _ range: ClosedRange<Int>,
        _ offset: Int,
        _ link: Int,
        sharing longest: Int
    ) -> Bool {
        uses.contains(in: range) { use in
            guard use.range.overlaps(range), abs(use.offset - offset) < 8 else { return false }
            let shared = use.range.clamped(to: range)
            return shared.upperBound - shared.lowerBound > longest || !canShare(use.link, link)
        }
    }

    /// Whether two lines may run along each other: they come from the same thing, or go to the same, but not both.
    func canShare(_ one: Int, _ other: Int) -> Bool {
        let one = model.links[one]
        let other = model.links[other]
        guard one.kind == .flow, other.kind == .flow else { return false }
        return (one.source == other.source) != (one.target == other.target)
    }

    mutating func take(_ route: LayoutRoute) {
        for (line, range) in zip(route.lines, ranges(of: route)) {
            switch line {
            case .row(let grid, let row, let offset):
                rowUses[grid][row].append(Use(range: range, offset: offset, link: route.link))
            case .column(let grid, let column, let offset):
                columnUses[grid][column].append(Use(range: range, offset: offset, link: route.link))
            case .upright, .level: break
            }
        }
    }
}
