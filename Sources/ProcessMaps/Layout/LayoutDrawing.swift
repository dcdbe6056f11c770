/// Turns cells and ways into diagrams.
struct LayoutDrawing {
    private let geometry: LayoutGeometry
    private let tracks: LayoutTracks
    private let labels: LayoutLabels
    private let routes: [LayoutRoute]
    private let index: MapIndex

    /// The diagrams of a map, which keep the names of those that it has.
    static func diagrams(of map: ProcessMap, _ index: MapIndex) -> [MapDiagram] {
        let router = LayoutRouter(LayoutPlacement(LayoutModelBuilder.model(of: map, index)))
        let routes = router.routes.compactMap(\.self)
        let tracks = LayoutTracks(routes, router.field)
        let labels = LayoutLabels(router.model, routes, router.field)
        let drawing = LayoutDrawing(
            geometry: LayoutGeometry(router.model, tracks, labels),
            tracks: tracks,
            labels: labels,
            routes: routes,
            index: index
        )
        var names: [MapElementID: String] = [:]
        for diagram in map.diagrams where names[diagram.plane] == nil { names[diagram.plane] = diagram.name }
        var diagrams = router.model.planes.indices.map { plane in
            let element = router.model.planes[plane].element
            return MapDiagram(of: element, name: names[element] ?? "", shapes: drawing.shapes(on: plane))
        }
        drawing.addEdges(to: &diagrams)
        return diagrams
    }

    // MARK: Shapes

    private func shapes(on plane: Int) -> [MapDiagram.Shape] {
        let model = geometry.model
        var shapes: [MapDiagram.Shape] = []
        for grid in model.planes[plane].grids {
            for band in model.bandsFromOutside(of: grid) {
                guard let id = model.grids[grid].bands[band].id else { continue }
                let bounds = geometry.bounds(ofBand: band, in: grid)
                shapes.append(MapDiagram.Shape(id, bounds: bounds, isHorizontal: true))
            }
            for item in model.grids[grid].items {
                shapes.append(
                    MapDiagram.Shape(
                        model.items[item].id,
                        bounds: geometry.bounds(ofItem: item),
                        label: labels.bounds(of: item, geometry),
                        isExpanded: model.items[item].isExpanded,
                        isMarkerVisible: isExclusive(model.items[item].id) ? true : nil
                    )
                )
            }
        }
        return shapes
    }

    private func isExclusive(_ id: MapElementID) -> Bool {
        if case .exclusive? = index.node(id)?.gateway { true } else { false }
    }

    // MARK: Edges

    /// From where a line leaves, and whether upright.
    private struct Beginning: Hashable {
        let plane: Int
        let point: MapPoint?
        let isUpright: Bool

        init(_ points: [MapPoint], _ plane: Int) {
            self.plane = plane
            point = points.first
            isUpright = points.count > 1 && points[0].x == points[1].x
        }
    }

    private func addEdges(to diagrams: inout [MapDiagram]) {
        let model = geometry.model
        var names = Array(repeating: LayoutNames(), count: diagrams.count)
        for item in model.items.indices {
            let plane = model.grids[model.items[item].grid].plane
            if model.items[item].inside == nil { names[plane].add(geometry.bounds(ofItem: item)) }
            if let label = labels.bounds(of: item, geometry) { names[plane].add(label) }
        }
        var lines: [(plane: Int, link: Int, points: [MapPoint])] = []
        var beginnings: [Beginning: Int] = [:]
        for (place, route) in routes.enumerated() {
            guard let grid = route.lines.first?.grid else { continue }
            lines.append((model.grids[grid].plane, route.link, points(of: route, place)))
            names[model.grids[grid].plane].add(lines[lines.count - 1].points)
            beginnings[Beginning(lines[lines.count - 1].points, model.grids[grid].plane), default: 0] += 1
        }
        for (plane, link, points) in lines {
            // What begins together with others has its name where it has left them.
            let isShared = points.count > 2 && (beginnings[Beginning(points, plane)] ?? 0) > 1
            let label = names[plane].place(model.links[link].name, along: isShared ? Array(points.dropFirst()) : points)
            diagrams[plane].edges.append(MapDiagram.Edge(model.links[link].id, waypoints: points, label: label))
        }
    }

    /// The points of a way, without those that it goes straight through.
    private func points(of route: LayoutRoute, _ place: Int) -> [MapPoint] {
        let tracks = tracks.tracks[place] ?? [:]
        let lines = route.lines
        let positions = lines.enumerated().map { number, line in
            let track = tracks[number] ?? 0
            return line.isUpright ? geometry.x(line, track: track) : geometry.y(line, track: track)
        }
        guard let first = lines.first, let last = lines.last else { return [] }
        let from = end(
            route.start,
            of: first,
            positions[0],
            toward: lines.count > 1 ? positions[1] : reference(route.end, first)
        )
        let to = end(
            route.end,
            of: last,
            positions[lines.count - 1],
            toward: lines.count > 1 ? positions[lines.count - 2] : reference(route.start, last)
        )
        var points = [from]
        for number in lines.indices.dropLast() {
            let (x, y) =
                lines[number].isUpright
                ? (positions[number], positions[number + 1]) : (positions[number + 1], positions[number])
            points.append(MapPoint(x: x, y: y))
        }
        points.append(to)
        return LayoutDrawing.simplified(points)
    }

    /// About where an end is along a line.
    private func reference(_ anchor: LayoutRoute.Anchor, _ line: LayoutRoute.Line) -> Double {
        switch anchor {
        case .item(let item), .inside(let item):
            let center = geometry.center(of: item)
            return line.isUpright ? center.y : center.x
        case .band(let grid, let band, let atTop):
            let bounds = geometry.bounds(ofBand: band, in: grid)
            return atTop ? bounds.y : bounds.y + bounds.height
        case .line(let tapped, _):
            return line.isUpright ? geometry.y(tapped, track: 0) : geometry.x(tapped, track: 0)
        }
    }

    private func end(
        _ anchor: LayoutRoute.Anchor,
        of line: LayoutRoute.Line,
        _ position: Double,
        toward other: Double
    ) -> MapPoint {
        let along: Double
        switch anchor {
        case .item(let item), .inside(let item):
            let bounds = geometry.bounds(ofItem: item)
            if line.isUpright {
                along = other < bounds.center.y ? bounds.y : bounds.y + bounds.height
            } else {
                along = other < bounds.center.x ? bounds.x : bounds.x + bounds.width
            }
        case .band, .line: along = reference(anchor, line)
        }
        return line.isUpright ? MapPoint(x: position, y: along) : MapPoint(x: along, y: position)
    }

    private static func simplified(_ points: [MapPoint]) -> [MapPoint] {
        var found: [MapPoint] = []
        for point in points where point != found.last {
            if let last = found.last, let before = found.dropLast().last, isBetween(last, before, point) {
                found[found.count - 1] = point
            } else {
                found.append(point)
            }
        }
        if found.count == 1, let only = found.first { found.append(only) }
        return found
    }

    private static func isBetween(_ middle: MapPoint, _ one: MapPoint, _ other: MapPoint) -> Bool {
        if one.x == middle.x, middle.x == other.x { return (one.y < middle.y) == (middle.y < other.y) }
        return one.y == middle.y && middle.y == other.y && (one.x < middle.x) == (middle.x < other.x)
    }
}
