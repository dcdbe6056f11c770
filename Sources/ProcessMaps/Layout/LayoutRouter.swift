/// Finds a way for every line: flows first, then messages, then what ties notes and information.
struct LayoutRouter {
    typealias Line = LayoutRoute.Line
    typealias Anchor = LayoutRoute.Anchor

    let model: LayoutModel
    var field: LayoutField
    /// The way of each link; `nil` for one that has none, since an end of it is not drawn.
    private(set) var routes: [LayoutRoute?]
    private let rowOfLink: [Int: Int]
    /// How many flows leave and reach each item.
    private var leaving: [Int]
    private var reaching: [Int]

    init(_ placement: LayoutPlacement) {
        model = placement.model
        field = LayoutField(model)
        rowOfLink = placement.rowOfLink
        routes = Array(repeating: nil, count: model.links.count)
        leaving = Array(repeating: 0, count: model.items.count)
        reaching = leaving
        for link in model.links where link.kind == .flow {
            if case .item(let source) = link.source { leaving[source] += 1 }
            if case .item(let target) = link.target { reaching[target] += 1 }
        }
        routeFlows()
        let kinds: [LayoutModel.Link.Kind] = [.message, .data, .association]
        let ties = kinds.flatMap { kind in model.links.indices.filter { model.links[$0].kind == kind } }
        for link in ties { take(straight(link)) }
        for link in ties where routes[link] == nil { take(tie(link)) }
    }

    private mutating func take(_ route: LayoutRoute?) {
        guard let route else { return }
        field.take(route)
        routes[route.link] = route
    }

    // MARK: Flows

    /// Straight ones first, so that none of the others takes their row; then those forward, then those back.
    private mutating func routeFlows() {
        var turns: [[(link: Int, source: Int, target: Int)]] = [[], [], [], []]
        for (place, link) in model.links.enumerated() where link.kind == .flow {
            guard case .item(let source) = link.source, case .item(let target) = link.target else { continue }
            let (from, to) = (model.items[source], model.items[target])
            let turn =
                to.column <= from.column ? 3 : from.row == to.row ? 0 : rowOfLink[place] != nil ? 1 : 2
            turns[turn].append((place, source, target))
        }
        for (link, source, target) in turns.flatMap(\.self) {
            let ways = ways(link, source, target)
            take(ways.first { field.isFree($0) } ?? ways.last)
        }
    }

    /// The ways that a flow may take, the best first; the last can always be taken.
    private func ways(_ link: Int, _ source: Int, _ target: Int) -> [LayoutRoute] {
        let (from, to) = (model.items[source], model.items[target])
        let lines: [[Line]]
        if to.host != nil {
            lines = waysToBorder(from, to)
        } else if from.host != nil {
            lines = waysFromBorder(from, to)
        } else if to.column > from.column {
            lines = waysForward(link, source, target)
        } else {
            lines = waysBack(from, to, isLoop: source == target)
        }
        return lines.map { LayoutRoute(link: link, start: .item(source), lines: $0, end: .item(target)) }
    }

    func row(_ item: LayoutModel.Item, offset: Int = 0) -> Line { .row(grid: item.grid, item.row, offset: offset) }
    func column(_ item: LayoutModel.Item, offset: Int = 0) -> Line {
        .column(grid: item.grid, item.column, offset: offset + item.offset)
    }
    func left(_ item: LayoutModel.Item) -> Line { .upright(grid: item.grid, item.column) }
    func right(_ item: LayoutModel.Item) -> Line { .upright(grid: item.grid, item.column + 1) }
    func above(_ item: LayoutModel.Item) -> Line { .level(grid: item.grid, 2 * item.row) }
    func below(_ item: LayoutModel.Item) -> Line { .level(grid: item.grid, 2 * item.row + 1) }

    private func waysForward(_ link: Int, _ source: Int, _ target: Int) -> [[Line]] {
        let (from, to) = (model.items[source], model.items[target])
        let divides = from.shape == .gateway && leaving[source] > 1
        let joins = to.shape == .gateway && reaching[target] > 1
        var ways: [[Line]] = []
        if from.row == to.row { ways.append([row(from)]) }
        if let own = rowOfLink[link] {
            let way = Line.row(grid: from.grid, own, offset: 0)
            if divides, joins { ways.append([column(from), way, column(to)]) }
            if divides { ways.append([column(from), way, left(to), row(to)]) }
            if joins { ways.append([row(from), right(from), way, column(to)]) }
            ways.append([row(from), right(from), way, left(to), row(to)])
        }
        if from.row != to.row {
            if divides { ways.append([column(from), row(to)]) }
            if joins { ways.append([row(from), column(to)]) }
            let early = [row(from), right(from), row(to)]
            let late = [row(from), left(to), row(to)]
            ways += leaving[source] > 1 || reaching[target] < 2 ? [early, late] : [late, early]
        }
        let isDown = to.row > from.row
        let isLevel = to.row == from.row
        let outs =
            isLevel ? [below(from), above(from)] : isDown ? [below(from), above(to)] : [above(from), below(to)]
        for channel in outs {
            if divides, joins { ways.append([column(from), channel, column(to)]) }
        }
        for channel in outs {
            if divides { ways.append([column(from), channel, left(to), row(to)]) }
            if joins { ways.append([row(from), right(from), channel, column(to)]) }
        }
        ways.append([row(from), right(from), outs[0], left(to), row(to)])
        return ways
    }

    private func waysBack(_ from: LayoutModel.Item, _ to: LayoutModel.Item, isLoop: Bool) -> [[Line]] {
        if isLoop {
            return [above(from), below(from)].map { [row(from), right(from), $0, column(from)] }
                + [[row(from), right(from), above(from), left(from), row(from)]]
        }
        var ways: [[Line]] = []
        if from.row == to.row {
            for channel in [above(from), below(from)] { ways.append([column(from), channel, column(to)]) }
            for channel in [above(from), below(from)] {
                ways.append([row(from), right(from), channel, column(to)])
                ways.append([column(from), channel, left(to), row(to)])
            }
        } else {
            let isDown = to.row > from.row
            let channels = isDown ? [above(to), below(from)] : [below(to), above(from)]
            ways.append([column(from), channels[0], column(to)])
            ways.append([column(from), row(to)])
            ways.append([row(from), right(from), channels[0], column(to)])
            ways.append([column(from), channels[1], left(to), row(to)])
            let others = isDown ? [above(from), below(to)] : [below(from), above(to)]
            ways.append([column(from), others[0], left(to), row(to)])
            ways.append([row(from), right(from), others[1], column(to)])
            ways.append([column(from), channels[1], left(to), channels[0], column(to)])
        }
        let channel = to.row < from.row ? above(from) : below(from)
        ways.append([row(from), right(from), channel, left(to), row(to)])
        return ways
    }

    /// An event on a border is left away from what it stands on.
    private func waysFromBorder(_ from: LayoutModel.Item, _ to: LayoutModel.Item) -> [[Line]] {
        let out = from.isAtTop ? above(from) : below(from)
        var ways: [[Line]] = []
        let isAhead = from.isAtTop ? to.row < from.row : to.row > from.row
        if isAhead {
            if to.column > from.column { ways.append([column(from), row(to)]) }
            ways.append([column(from), from.isAtTop ? below(to) : above(to), column(to)])
        } else if to.row == from.row, to.column != from.column {
            ways.append([column(from), out, left(to), row(to)])
            ways.append([column(from), out, column(to)])
        }
        ways.append([column(from), out, left(to), row(to)])
        return ways
    }

    /// Nothing should lead to an event on a border; what does comes from outside.
    private func waysToBorder(_ from: LayoutModel.Item, _ to: LayoutModel.Item) -> [[Line]] {
        let into = to.isAtTop ? above(to) : below(to)
        if from.host == nil { return [[row(from), right(from), into, column(to)]] }
        let out = from.isAtTop ? above(from) : below(from)
        return [out == into ? [column(from), out, column(to)] : [column(from), out, right(from), into, column(to)]]
    }
}
