extension LayoutModelBuilder {
    /// Reads information and notes, after all nodes so that each can stand by what it belongs to.
    mutating func readThings(_ scope: MapIndex.Scope) {
        guard let grid = gridOf[scope.id], let root = rootOf[scope.id] else { return }
        for data in scope.body.data where references[data.id] == nil {
            let size: LayoutSize = if case .store = data.kind { .store } else { .data }
            _ = add(data.id, .data, data.name, size, in: grid, band(of: data.id, in: scope, grid, root))
        }
        for artifact in scope.body.artifacts { add(artifact, in: grid, band(of: artifact.id, in: scope, grid, root)) }
    }

    /// Reads what lies beside the pools: above them where it belongs to the upper ones, otherwise below.
    mutating func readThingsBesidePools() {
        guard !map.artifacts.isEmpty, let grid = model.planes.first?.grids.first else { return }
        var above: Int?
        var below: Int?
        for artifact in map.artifacts {
            guard !model.grids[grid].bands[0].children.isEmpty else {
                add(artifact, in: grid, 0)
                continue
            }
            let pool = neighbours[artifact.id]?.compactMap { index.pool(of: $0)?.id ?? $0 }.first
            let place = map.pools.firstIndex { $0.id == pool } ?? map.pools.count
            if place * 2 < map.pools.count {
                let band = above ?? addBand(nil, .rest, in: grid, under: 0, atTop: true)
                above = band
                add(artifact, in: grid, band)
            } else {
                let band = below ?? addBand(nil, .rest, in: grid, under: 0)
                below = band
                add(artifact, in: grid, band)
            }
        }
    }

    private mutating func add(_ artifact: MapArtifact, in grid: Int, _ band: Int) {
        switch artifact.kind {
        case .annotation(let text): _ = add(artifact.id, .note, text, .note(text), in: grid, band)
        case .group(let category):
            _ = add(artifact.id, .group, category.flatMap(index.element)?.name ?? "", .group, in: grid, band)
        }
    }

    /// The lane that lists something, or the band of the first thing of the process that it is tied to.
    private mutating func band(of id: MapElementID, in scope: MapIndex.Scope, _ grid: Int, _ root: Int) -> Int {
        if let band = laneBand(of: id, in: scope, grid) { return band }
        for other in neighbours[id] ?? [] {
            var near = other
            if case .sequenceFlow(let flow)? = index.element(other) { near = flow.source }
            guard let item = itemOf[near].map({ model.items[$0] }), item.grid == grid,
                isInside(item.band, root, of: grid)
            else { continue }
            return item.band
        }
        var band = root
        while let child = model.grids[grid].bands[band].children.first { band = child }
        return band
    }

    private func isInside(_ band: Int, _ root: Int, of grid: Int) -> Bool {
        var next: Int? = band
        while let current = next {
            if current == root { return true }
            next = model.grids[grid].bands[current].parent
        }
        return false
    }
}
