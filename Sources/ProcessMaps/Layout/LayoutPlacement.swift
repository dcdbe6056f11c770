/// Puts every item of a model into a cell of its grid.
///
/// The nodes of a scope are cut into chains, each of which keeps to one row of its band, so that what is done most often
/// in one go is a straight line. A chain holds its row from the node that it branches from to the one that it joins; a
/// line past other nodes holds a row of its own.
struct LayoutPlacement {
    private(set) var model: LayoutModel
    /// The rows that lines have for themselves.
    private(set) var rowOfLink: [Int: Int] = [:]

    /// A row of a band before rows are numbered: by itself, and how far above or below it a note stands.
    private struct Place: Hashable, Comparable {
        let row: Int
        var level = 0

        static func < (one: Place, other: Place) -> Bool {
            (one.row, one.level) < (other.row, other.level)
        }
    }

    private struct Cell: Hashable {
        let band: Int
        let place: Place
        let column: Int
    }

    private struct Line {
        let link: Int
        let band: Int
        let row: Int
    }

    /// The state of the grid that is being filled.
    private var rows: [Int: LayoutRows] = [:]
    private var places: [Int: Place] = [:]
    private var lines: [Line] = []
    /// What is taken below the rows of a band.
    private var loose: [Int: LayoutRows] = [:]

    init(_ model: LayoutModel) {
        self.model = model
        var scopesOfGrid = Array(repeating: [LayoutScope](), count: model.grids.count)
        for scope in model.scopes { scopesOfGrid[scope.grid].append(scope) }
        let owners = ownersOfThings()
        let correspondents = correspondents()
        for grid in model.grids.indices {
            rows = [:]
            places = [:]
            lines = []
            loose = [:]
            var single: [Int] = []
            var parties = scopesOfGrid[grid].map(LayoutLayers.init)
            // The longest first: the others begin where they stand by it.
            let order = parties.indices.sorted { (-parties[$0].count, $0) < (-parties[$1].count, $1) }
            for party in order {
                if parties.count > 1 { parties[party].shift(by: shift(of: parties[party], beside: correspondents)) }
                single += place(parties[party])
            }
            placeLoose(single, in: grid)
            placeThings(in: grid, owners)
            number(grid)
        }
        for (host, borders) in model.borders {
            for border in borders {
                self.model.items[border].row = self.model.items[host].row
                self.model.items[border].column = self.model.items[host].column
            }
        }
    }

    // MARK: Parties

    /// What each node, or something inside it, exchanges messages with.
    private func correspondents() -> [Int: [Int]] {
        var found: [Int: [Int]] = [:]
        for link in model.links where link.kind == .message {
            guard case .item(let source) = link.source, case .item(let target) = link.target else { continue }
            let (one, other) = (outermost(source), outermost(target))
            found[one, default: []].append(other)
            found[other, default: []].append(one)
        }
        return found
    }

    /// The node of a process that an item is, is on the border of, or is inside.
    private func outermost(_ item: Int) -> Int {
        var item = item
        while let owner = model.grids[model.items[item].grid].owner { item = owner }
        return model.items[item].host ?? item
    }

    /// How far to the right a process may begin so that it stands by those that it exchanges messages with, and the
    /// whole becomes no wider.
    private func shift(of layers: LayoutLayers, beside correspondents: [Int: [Int]]) -> Int {
        let scope = layers.scope
        var distances: [Int] = []
        for (node, item) in scope.nodes.enumerated() {
            for other in correspondents[item] ?? []
            where places[other] != nil && model.items[other].grid == scope.grid {
                distances.append(model.items[other].column - layers.layer[node])
            }
        }
        guard !distances.isEmpty else { return 0 }
        let room = model.grids[scope.grid].columns - layers.count
        return max(0, min(room, distances.sorted()[distances.count / 2]))
    }

    // MARK: Chains

    /// Places the nodes that hang together with others, and gives the rest.
    private mutating func place(_ layers: LayoutLayers) -> [Int] {
        let scope = layers.scope
        var isLoose = Array(repeating: true, count: scope.nodes.count)
        for edge in scope.edges where edge.source != edge.target {
            isLoose[edge.source] = false
            isLoose[edge.target] = false
        }
        for (node, item) in scope.nodes.enumerated() where !isLoose[node] {
            model.items[item].column = layers.layer[node]
            model.grids[scope.grid].columns = max(model.grids[scope.grid].columns, layers.layer[node] + 1)
        }
        let chains = LayoutChains(layers, isLoose) { model.items[scope.nodes[$0]] }
        for chain in chains.all { place(chain, layers) }
        for edge in chains.passing { holdRow(edge, layers) }
        return scope.nodes.indices.filter { isLoose[$0] }.map { scope.nodes[$0] }
    }

    private func item(_ node: Int, _ scope: LayoutScope) -> LayoutModel.Item { model.items[scope.nodes[node]] }

    private mutating func place(_ chain: LayoutChains.Chain, _ layers: LayoutLayers) {
        let scope = layers.scope
        guard let first = chain.nodes.first, let last = chain.nodes.last else { return }
        let band = item(first, scope).band
        var from = layers.layer[first]
        var to = layers.layer[last]
        var base = 0
        var onlyBelow = false
        if let edge = chain.branch {
            let source = item(scope.edges[edge].source, scope)
            let isInBand = source.band == band
            let bends = isInBand && (source.shape == .gateway || scope.edges[edge].border != nil)
            from = min(from, source.column + (bends ? 0 : 1))
            if isInBand {
                base = places[scope.nodes[scope.edges[edge].source]]?.row ?? 0
                onlyBelow = scope.edges[edge].border != nil
            }
        } else if chain.beginsPart {
            base = (rows[band]?.lowest ?? -1) + 1
            onlyBelow = base > 0
        }
        if let edge = chain.join {
            let target = item(scope.edges[edge].target, scope)
            if target.band == band || item(last, scope).shape != .gateway {
                to = max(to, target.column - (target.band == band && target.shape == .gateway ? 0 : 1))
            }
            if chain.branch == nil, !chain.beginsPart, target.band == band {
                base = places[scope.nodes[scope.edges[edge].target]]?.row ?? 0
            }
        }
        let row = rows[band, default: LayoutRows()].takeNearest(to: base, from...to, onlyBelow: onlyBelow)
        for node in chain.nodes { places[scope.nodes[node]] = Place(row: row) }
    }

    /// Holds a row for a line past other nodes of its band.
    private mutating func holdRow(_ edge: Int, _ layers: LayoutLayers) {
        let scope = layers.scope
        let source = item(scope.edges[edge].source, scope)
        let target = item(scope.edges[edge].target, scope)
        guard let link = scope.edges[edge].link, source.band == target.band else { return }
        let isBorder = scope.edges[edge].border != nil
        let from = source.column + (source.shape == .gateway || isBorder ? 0 : 1)
        let to = target.column - (target.shape == .gateway ? 0 : 1)
        guard from <= to else { return }
        let base = places[scope.nodes[scope.edges[edge].source]]?.row ?? 0
        let row = rows[source.band, default: LayoutRows()]
            .takeNearest(to: isBorder ? base + 1 : base, from...to, onlyBelow: isBorder)
        lines.append(Line(link: link, band: source.band, row: row))
    }

    // MARK: What hangs together with nothing

    /// Places what no flow leads to or from: small things in a block below the rest, large ones to the right of it.
    private mutating func placeLoose(_ single: [Int], in grid: Int) {
        guard !single.isEmpty else { return }
        let isAlone = places.isEmpty
        let small = single.filter { isAlone || model.items[$0].isExpanded != true }
        var width = 1
        while width * width < small.count { width += 1 }
        width = max(width, isAlone ? 1 : min(model.grids[grid].columns, 2 * width))
        var next: [Int: Int] = [:]
        for item in small {
            let band = model.items[item].band
            let count = next[band] ?? 0
            next[band] = count + 1
            if count % width == 0 { rows[band, default: LayoutRows()].take((rows[band]?.lowest ?? -1) + 1, 0...0) }
            let column = count % width
            model.items[item].column = column
            if column > 0 { rows[band, default: LayoutRows()].take(rows[band]?.lowest ?? 0, column...column) }
            places[item] = Place(row: rows[band]?.lowest ?? 0)
        }
        var columns = max(model.grids[grid].columns, (small.map { model.items[$0].column }.max() ?? -1) + 1)
        let large = single.filter { !isAlone && model.items[$0].isExpanded == true }
        for item in large {
            let band = model.items[item].band
            model.items[item].column = columns
            let row = rows[band, default: LayoutRows()].takeNearest(to: 0, columns...columns, onlyBelow: true)
            places[item] = Place(row: row)
        }
        if !large.isEmpty { columns += 1 }
        model.grids[grid].columns = columns
    }

    // MARK: Information and notes

    /// What each note and piece of information stands by: the first thing of its grid that it is tied to.
    private func ownersOfThings() -> [Int: Int] {
        var owners: [Int: Int] = [:]
        func tie(_ thing: LayoutModel.End, _ other: LayoutModel.End) {
            guard case .item(let thing) = thing, model.items[thing].isThing, owners[thing] == nil else { return }
            var other = other
            while case .link(let link) = other { other = model.links[link].source }
            guard case .item(let item) = other else { return }
            let owner = model.items[item].host ?? item
            if model.items[owner].grid == model.items[thing].grid, !model.items[owner].isThing { owners[thing] = owner }
        }
        for link in model.links where link.kind == .association || link.kind == .data {
            tie(link.source, link.target)
            tie(link.target, link.source)
        }
        return owners
    }

    private mutating func placeThings(in grid: Int, _ owners: [Int: Int]) {
        let things = model.grids[grid].items.filter { model.items[$0].isThing }
        guard !things.isEmpty else { return }
        var taken: Set<Cell> = []
        var next: [Int: Int] = [:]
        var free: [Int] = []
        let besideGateway = Set(
            model.links.compactMap { link -> Int? in
                guard link.kind == .flow, case .item(let source) = link.source, case .item(let target) = link.target,
                    model.items[target].shape == .gateway
                else { return nil }
                return source
            }
        )
        for thing in things {
            guard let owner = owners[thing], let place = places[owner],
                model.items[owner].band == model.items[thing].band
            else {
                free.append(thing)
                continue
            }
            let isNote = model.items[thing].shape == .note
            let below = !isNote && model.borders[owner] == nil
            let column = model.items[owner].column
            // Beside a gateway it would stand in the way of what branches there.
            let isCrowded = besideGateway.contains(owner)
            var attempt = next[owner] ?? 0
            while true {
                let level = (attempt / (isCrowded ? 2 : 4) + 1) * ((attempt % 2 == 0) == below ? 1 : -1)
                let cell = Cell(
                    band: model.items[thing].band,
                    place: Place(row: place.row, level: level),
                    column: isCrowded || attempt % 4 < 2 ? column : column + 1
                )
                attempt += 1
                if taken.insert(cell).inserted {
                    places[thing] = cell.place
                    model.items[thing].column = cell.column
                    break
                }
            }
            next[owner] = attempt
        }
        placeBelow(free, in: grid, owners)
        let columns = things.map { model.items[$0].column + 1 }.max() ?? 1
        model.grids[grid].columns = max(model.grids[grid].columns, columns)
    }

    /// Places what stands by nothing of its band: in its column where it is tied to something elsewhere.
    private mutating func placeBelow(_ things: [Int], in grid: Int, _ owners: [Int: Int]) {
        var width = 1
        while width * width < things.count { width += 1 }
        width = max(width, min(model.grids[grid].columns, 2 * width))
        var next: [Int: Int] = [:]
        for thing in things {
            let band = model.items[thing].band
            let first = (rows[band]?.lowest ?? -1) + 1
            if let owner = owners[thing] {
                let column = model.items[owner].column
                model.items[thing].column = column
                let row = loose[band, default: LayoutRows()].takeNearest(to: 0, column...column, onlyBelow: true)
                places[thing] = Place(row: first + row)
                continue
            }
            while true {
                let count = next[band] ?? 0
                next[band] = count + 1
                let (row, column) = (count / width, count % width)
                guard loose[band, default: LayoutRows()].isFree(row, column...column) else { continue }
                loose[band, default: LayoutRows()].take(row, column...column)
                model.items[thing].column = column
                places[thing] = Place(row: first + row)
                break
            }
        }
    }

    // MARK: Numbers

    /// Numbers the rows of a grid from top to bottom, band by band; each band has at least one.
    private mutating func number(_ grid: Int) {
        var used: [Int: Set<Place>] = [:]
        for item in model.grids[grid].items {
            if let place = places[item] { used[model.items[item].band, default: []].insert(place) }
        }
        for line in lines { used[line.band, default: []].insert(Place(row: line.row)) }
        var next = 0
        var numbers: [Int: [Place: Int]] = [:]
        for band in model.leaves(of: grid) {
            let first = next
            for place in (used[band] ?? [Place(row: 0)]).sorted() {
                numbers[band, default: [:]][place] = next
                next += 1
            }
            model.grids[grid].bands[band].rows = first..<next
        }
        model.grids[grid].rows = next
        for band in model.bandsFromOutside(of: grid).reversed() {
            let children = model.grids[grid].bands[band].children.map { model.grids[grid].bands[$0].rows }
            guard let first = children.first, let last = children.last else { continue }
            model.grids[grid].bands[band].rows = first.lowerBound..<last.upperBound
        }
        for item in model.grids[grid].items {
            guard let place = places[item], let row = numbers[model.items[item].band]?[place] else { continue }
            model.items[item].row = row
        }
        for line in lines { rowOfLink[line.link] = numbers[line.band]?[Place(row: line.row)] }
    }
}

extension LayoutModel.Item {
    /// Whether it is a note, a frame or information.
    var isThing: Bool {
        switch shape {
        case .data, .note, .group: true
        case .activity, .event, .gateway: false
        }
    }
}
