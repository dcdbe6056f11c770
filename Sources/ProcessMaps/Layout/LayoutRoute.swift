/// The way of one line: from its first end along lines that lie across each other to its last end.
struct LayoutRoute {
    /// Where a part of a way runs: upright and level in turn.
    enum Line: Hashable {
        /// Level through the middle of a row, or so many pixels below it.
        case row(grid: Int, Int, offset: Int)
        /// Upright through the middle of a column, or so many pixels to the right of it.
        case column(grid: Int, Int, offset: Int)
        /// Level in a channel: that above row `n` is `2n`, that below it `2n + 1`.
        case level(grid: Int, Int)
        /// Upright in a channel: that to the left of column `n` is `n`.
        case upright(grid: Int, Int)

        var isUpright: Bool {
            switch self {
            case .column, .upright: true
            case .row, .level: false
            }
        }

        var isChannel: Bool {
            switch self {
            case .upright, .level: true
            case .row, .column: false
            }
        }

        var grid: Int {
            switch self {
            case .row(let grid, _, _), .column(let grid, _, _), .level(let grid, _), .upright(let grid, _): grid
            }
        }
    }

    /// Where a way ends.
    enum Anchor: Hashable {
        /// On the border of a thing, at the side that the way comes from.
        case item(Int)
        /// On the border of a sub-process, from the inside.
        case inside(Int)
        /// On the upper or lower border of a pool or lane.
        case band(grid: Int, Int, atTop: Bool)
        /// On another way, where that crosses a channel: at the near side of the channel, left or above, or the far one.
        case line(Line, isNear: Bool)
    }

    let link: Int
    var start: Anchor
    var lines: [Line]
    var end: Anchor
}
