/// Reads a map into what is drawn of it: planes, grids, bands, things and lines.
struct LayoutModelBuilder {
    var model = LayoutModel()
    let map: ProcessMap
    let index: MapIndex
    /// Whether the inside of a sub-process is drawn where it stands, as far as the map's diagrams say.
    private let isExpanded: [MapElementID: Bool]
    var itemOf: [MapElementID: Int] = [:]
    var bandOf: [MapElementID: LayoutModel.End] = [:]
    var linkOf: [MapElementID: Int] = [:]
    var planesOfLinks: [Int] = []
    var gridOf: [MapElementID: Int] = [:]
    /// The band under which a scope has its lanes.
    var rootOf: [MapElementID: Int] = [:]
    /// The place of the scope among those of the model.
    var scopeOf: [MapElementID: Int] = [:]
    /// The rows of a band with lanes that belong to none of them.
    private var restOf: [LayoutModel.End: Int] = [:]
    /// Where a piece of information is drawn that is not drawn itself.
    var references: [MapElementID: MapElementID] = [:]
    /// What notes and information are tied to, in the order of the map.
    var neighbours: [MapElementID: [MapElementID]] = [:]

    static func model(of map: ProcessMap, _ index: MapIndex) -> LayoutModel {
        var builder = LayoutModelBuilder(map, index)
        builder.readPools()
        for scope in index.scopes { builder.read(scope) }
        for scope in index.scopes { builder.readThings(scope) }
        builder.readThingsBesidePools()
        for scope in index.scopes { builder.readLinks(scope) }
        builder.readMessages()
        for scope in index.scopes { builder.readTies(scope) }
        builder.readTiesBesidePools()
        return builder.model
    }

    private init(_ map: ProcessMap, _ index: MapIndex) {
        self.map = map
        self.index = index
        var said: [MapElementID: Bool] = [:]
        for shape in map.diagrams.flatMap(\.shapes) {
            if let isExpanded = shape.isExpanded, said[shape.element] == nil { said[shape.element] = isExpanded }
        }
        isExpanded = said
        for element in index.elements {
            switch element {
            case .data(let data):
                guard case .reference(let target?, _) = data.kind, references[target] == nil else { continue }
                references[target] = data.id
            case .association(let association):
                neighbours[association.source, default: []].append(association.target)
                neighbours[association.target, default: []].append(association.source)
            case .dataAssociation(let association):
                for data in association.data { neighbours[data, default: []].append(association.node) }
            default: continue
            }
        }
    }

    // MARK: Planes, grids and bands

    private mutating func addPlane(_ element: MapElementID, owner: Int? = nil) -> Int {
        model.planes.append(LayoutModel.Plane(element: element, owner: owner))
        return addGrid(plane: model.planes.count - 1, owner: nil)
    }

    private mutating func addGrid(plane: Int, owner: Int?) -> Int {
        model.grids.append(LayoutModel.Grid(plane: plane, owner: owner))
        model.planes[plane].grids.append(model.grids.count - 1)
        return model.grids.count - 1
    }

    mutating func addBand(
        _ id: MapElementID?,
        _ kind: LayoutModel.Band.Kind,
        _ name: String = "",
        in grid: Int,
        under parent: Int,
        atTop: Bool = false
    ) -> Int {
        let band = model.grids[grid].bands.count
        model.grids[grid].bands.append(LayoutModel.Band(id: id, kind: kind, name: name, parent: parent))
        let place = atTop ? 0 : model.grids[grid].bands[parent].children.count
        model.grids[grid].bands[parent].children.insert(band, at: place)
        if let id { bandOf[id] = .band(grid: grid, band: band) }
        return band
    }

    private mutating func readPools() {
        let parties = correspondents()
        guard !map.pools.isEmpty || !map.artifacts.isEmpty || !parties.isEmpty else { return }
        let grid = addPlane(map.id)
        for pool in map.pools {
            let band = addBand(pool.id, pool.process == nil ? .closedPool : .pool, pool.name, in: grid, under: 0)
            guard let process = pool.process else { continue }
            gridOf[process.id] = grid
            rootOf[process.id] = band
        }
        for process in map.processes where parties.contains(process.id) {
            gridOf[process.id] = grid
            rootOf[process.id] = addBand(nil, .rest, in: grid, under: 0)
        }
    }

    /// The parties that exchange messages, among them the processes in no pool that are drawn beside the others.
    private func correspondents() -> Set<MapElementID> {
        var found: Set<MapElementID> = []
        for flow in map.messageFlows {
            guard let source = party(flow.source), let target = party(flow.target), source != target else { continue }
            found.formUnion([source, target])
        }
        return found
    }

    /// The pool that an end of a message is or lies in, or the process that is in none.
    ///
    /// Beside pools, modellers show nothing of a process in no pool that has no lanes.
    private func party(_ id: MapElementID) -> MapElementID? {
        if case .pool(let pool)? = index.element(id) { return pool.id }
        var scope = index.container(of: id)
        while let outer = scope?.parent { scope = index.scope(outer) }
        return scope?.pool ?? scope.flatMap { $0.body.lanes.isEmpty ? nil : $0.id }
    }

    private mutating func read(_ scope: MapIndex.Scope) {
        if gridOf[scope.id] == nil {
            if let item = scope.parent == nil ? nil : itemOf[scope.id] {
                guard model.items[item].isExpanded == true || scope.body != MapBody() else { return }
                if model.items[item].isExpanded == true {
                    let grid = addGrid(plane: model.grids[model.items[item].grid].plane, owner: item)
                    model.items[item].inside = grid
                    gridOf[scope.id] = grid
                } else {
                    gridOf[scope.id] = addPlane(scope.id, owner: item)
                }
            } else {
                gridOf[scope.id] = addPlane(scope.id)
            }
        }
        guard let grid = gridOf[scope.id] else { return }
        let root = rootOf[scope.id] ?? 0
        readLanes(scope.body.lanes, in: grid, under: root)
        var flow = LayoutScope(grid: grid)
        for node in scope.body.nodes where node.event?.host == nil {
            let item = add(node, in: grid, band(of: node, in: scope, grid, root))
            flow.nodes.append(item)
            flow.begins.append(node.event?.isStart == true)
        }
        for node in scope.body.nodes {
            guard let host = node.event?.host, let place = itemOf[host] else { continue }
            let item = add(node, in: grid, model.items[place].band)
            model.items[item].host = place
            model.borders[place, default: []].append(item)
        }
        for item in flow.nodes { spreadBorders(of: item) }
        scopeOf[scope.id] = model.scopes.count
        model.scopes.append(flow)
        rootOf[scope.id] = root
    }

    /// Puts the events on a border from right to left, so that the ways down from them need not cross.
    ///
    /// A step of the usual size has two below and two above; what needs more is wider.
    private mutating func spreadBorders(of host: Int) {
        guard let borders = model.borders[host] else { return }
        let isSmall = model.items[host].isExpanded != true && borders.count <= 4
        let outermost = isSmall ? 25 : 25 + 50 * ((borders.count + 1) / 2 - 1)
        for (place, border) in borders.enumerated() {
            model.items[border].offset = outermost - 50 * (isSmall ? place % 2 : place)
            model.items[border].isAtTop = isSmall && place > 1
        }
        model.items[host].size.width = max(model.items[host].size.width, 2 * outermost + 50)
    }

    private mutating func readLanes(_ lanes: [MapLane], in grid: Int, under root: Int) {
        var waiting = lanes.reversed().map { (lane: $0, parent: root) }
        while let (lane, parent) = waiting.popLast() {
            let band = addBand(lane.id, .lane, lane.name, in: grid, under: parent)
            waiting += lane.lanes.reversed().map { ($0, band) }
        }
    }

    /// The band of a node: its lane, or that of what is inside it, or rows beside the lanes.
    private mutating func band(of node: MapNode, in scope: MapIndex.Scope, _ grid: Int, _ root: Int) -> Int {
        if let band = laneBand(of: node.id, in: scope, grid) { return band }
        if let inner = node.body?.nodes.first, let band = laneBand(of: inner.id, in: scope, grid) { return band }
        return leaf(root, in: grid)
    }

    /// The band of the lane of a process that lists an element.
    mutating func laneBand(of id: MapElementID, in scope: MapIndex.Scope, _ grid: Int) -> Int? {
        guard let lane = index.lane(of: id), index.container(of: lane.id)?.id == scope.id,
            case .band(grid, let band)? = bandOf[lane.id]
        else { return nil }
        return leaf(band, in: grid)
    }

    /// The band itself, or rows of it that are in none of the bands inside.
    private mutating func leaf(_ band: Int, in grid: Int) -> Int {
        if model.grids[grid].bands[band].children.isEmpty { return band }
        if let rest = restOf[.band(grid: grid, band: band)] { return rest }
        let rest = addBand(nil, .rest, in: grid, under: band)
        restOf[.band(grid: grid, band: band)] = rest
        return rest
    }

    // MARK: Things

    mutating func add(
        _ id: MapElementID,
        _ shape: LayoutModel.Item.Shape,
        _ text: String,
        _ size: LayoutSize,
        in grid: Int,
        _ band: Int
    ) -> Int {
        let item = model.items.count
        model.items.append(
            LayoutModel.Item(id: id, shape: shape, text: text, grid: grid, band: band, size: size)
        )
        model.grids[grid].items.append(item)
        itemOf[id] = item
        return item
    }

    private mutating func add(_ node: MapNode, in grid: Int, _ band: Int) -> Int {
        switch node.kind {
        case .event: return add(node.id, .event, node.name, .event, in: grid, band)
        case .gateway: return add(node.id, .gateway, node.name, .gateway, in: grid, band)
        case .activity(let activity):
            let item = add(node.id, .activity, node.name, .activity, in: grid, band)
            if let body = activity.subProcess?.body {
                model.items[item].isExpanded = isExpanded[node.id] ?? !body.nodes.isEmpty
            }
            return item
        }
    }
}
