import ProcessMaps

/// What holds for every map that is laid out, judged by its diagrams alone.
struct LayoutProperties {
    private let map: ProcessMap
    private let index: MapIndex
    private let diagram: MapDiagram
    private let shapes: [MapElementID: MapBounds]
    private let edges: [MapElementID: [MapPoint]]
    private var faults: [String] = []

    /// What does not hold, each by the elements that it is about; empty for a good layout.
    static func faults(in map: ProcessMap) -> [String] {
        let index = MapIndex(map)
        var faults = missing(map, index)
        for diagram in map.diagrams {
            var properties = LayoutProperties(map, index, diagram)
            properties.judge()
            faults += properties.faults
        }
        return faults
    }

    private init(_ map: ProcessMap, _ index: MapIndex, _ diagram: MapDiagram) {
        self.map = map
        self.index = index
        self.diagram = diagram
        shapes = Dictionary(diagram.shapes.map { ($0.element, $0.bounds) }) { first, _ in first }
        edges = Dictionary(diagram.edges.map { ($0.element, $0.waypoints) }) { first, _ in first }
    }

    /// Everything that can be drawn is drawn, once.
    private static func missing(_ map: ProcessMap, _ index: MapIndex) -> [String] {
        var drawn: [MapElementID: Int] = [:]
        for diagram in map.diagrams {
            for shape in diagram.shapes { drawn[shape.element, default: 0] += 1 }
            for edge in diagram.edges { drawn[edge.element, default: 0] += 1 }
        }
        var stands: Set<MapElementID> = []
        for case .data(let data) in index.elements {
            if case .reference(let target?, _) = data.kind { stands.insert(target) }
        }
        return index.elements.compactMap { element in
            let count = drawn[element.id] ?? 0
            let isExpected: Bool
            switch element {
            case .subject, .process: isExpected = false
            case .data(let data): isExpected = !stands.contains(data.id)
            case .pool, .lane, .node, .sequenceFlow, .artifact: isExpected = true
            case .association, .dataAssociation, .messageFlow: return count > 1 ? "\(element.id) is drawn twice" : nil
            }
            return count == (isExpected ? 1 : 0) ? nil : "\(element.id) is drawn \(count) times"
        }
    }

    private mutating func judge() {
        for shape in diagram.shapes {
            if shape.bounds.width <= 0 || shape.bounds.height <= 0 { faults.append("\(shape.element) has no size") }
            if case .pool(let pool) = index.element(shape.element), pool.process == nil, shape.bounds.height != 60 {
                faults.append("\(shape.element) is closed and not of the usual height")
            }
            judgePlace(shape)
            judgeLanes(of: shape.element)
        }
        judgeOverlaps()
        for edge in diagram.edges { judge(edge) }
    }

    // MARK: Shapes

    private mutating func judgePlace(_ shape: MapDiagram.Shape) {
        let id = shape.element
        if case .lane = index.element(id) { return }
        for lane in index.lanes(around: id) where index.container(of: lane.id)?.id == index.container(of: id)?.id {
            if shapes[lane.id]?.contains(shape.bounds) != true, index.node(id)?.event?.host == nil {
                faults.append("\(id) is not inside its lane \(lane.id)")
            }
        }
        if let pool = index.pool(of: id), let bounds = shapes[pool.id], !bounds.contains(shape.bounds) {
            faults.append("\(id) is not inside its pool \(pool.id)")
        }
        if let container = index.container(of: id), let bounds = shapes[container.id], !bounds.contains(shape.bounds) {
            faults.append("\(id) is not inside \(container.id)")
        }
        if let host = index.node(id)?.event?.host {
            guard let bounds = shapes[host], bounds.hasOnBorder(shape.bounds.center) else {
                faults.append("\(id) is not on the border of \(host)")
                return
            }
        }
    }

    /// Lanes fill what they divide, but for its name and for the nodes that are in none of them.
    private mutating func judgeLanes(of id: MapElementID) {
        let lanes: [MapLane]
        var listed: [MapElementID] = []
        switch index.element(id) {
        case .pool(let pool):
            lanes = pool.process?.body.lanes ?? []
            listed = pool.process?.body.nodes.map(\.id) ?? []
        case .lane(let lane):
            lanes = lane.lanes
            listed = lane.nodes
        default: return
        }
        guard let around = shapes[id], !lanes.isEmpty else { return }
        let bounds = lanes.compactMap { shapes[$0.id] }
        var y = around.y
        for lane in bounds {
            if lane.y != y || lane.x != around.x + 30 || lane.right != around.right {
                faults.append("the lanes of \(id) leave a gap")
            }
            y = lane.bottom
        }
        let inside = Set(lanes.flatMap(LayoutProperties.nodes))
        if y != around.bottom, listed.allSatisfy({ inside.contains($0) || index.node($0)?.event?.host != nil }) {
            faults.append("the lanes of \(id) do not fill it")
        }
    }

    private static func nodes(_ lane: MapLane) -> [MapElementID] {
        var found: [MapElementID] = []
        var waiting = [lane]
        while let lane = waiting.popLast() {
            found += lane.nodes
            waiting += lane.lanes
        }
        return found
    }

    /// Everything that a shape may lie in.
    private func isAround(_ outer: MapElementID, _ inner: MapElementID) -> Bool {
        switch index.element(outer) {
        case .pool: return index.pool(of: inner)?.id == outer
        case .lane:
            if case .lane = index.element(inner) { return true }
            return index.pool(of: inner)?.id == index.pool(of: outer)?.id
        default: break
        }
        var container = index.container(of: inner)
        while let next = container {
            if next.id == outer { return true }
            container = next.parent.flatMap(index.scope)
        }
        return false
    }

    /// Everything that an end of a line may lie in: for an end on another line, what the ends of that may.
    private func isAround(_ outer: MapElementID, ofEnd end: MapElementID) -> Bool {
        var waiting = [end]
        var seen: Set<MapElementID> = []
        while let next = waiting.popLast() {
            if isAround(outer, next) { return true }
            if seen.insert(next).inserted, let (source, targets) = ends(next) { waiting += [source] + targets }
        }
        return false
    }

    private mutating func judgeOverlaps() {
        let sorted = diagram.shapes.sorted { $0.bounds.x < $1.bounds.x }
        for (place, one) in sorted.enumerated() {
            for other in sorted[(place + 1)...] {
                if other.bounds.x >= one.bounds.right { break }
                guard one.bounds.overlaps(other.bounds) else { continue }
                if isAround(one.element, other.element) || isAround(other.element, one.element) { continue }
                if index.node(one.element)?.event?.host == other.element { continue }
                if index.node(other.element)?.event?.host == one.element { continue }
                faults.append("\(one.element) and \(other.element) overlap")
            }
        }
        for case .lane(let lane) in diagram.shapes.compactMap({ index.element($0.element) }) {
            for (one, other) in zip(lane.lanes, lane.lanes.dropFirst()) {
                guard let one = shapes[one.id], let other = shapes[other.id] else { continue }
                if one.overlaps(other) { faults.append("lanes of \(lane.id) overlap") }
            }
        }
    }

    // MARK: Edges

    private func ends(_ id: MapElementID) -> (MapElementID, [MapElementID])? {
        switch index.element(id) {
        case .sequenceFlow(let flow): (flow.source, [flow.target])
        case .messageFlow(let flow): (flow.source, [flow.target])
        case .association(let association): (association.source, [association.target])
        case .dataAssociation(let association): (association.node, association.data)
        default: nil
        }
    }

    /// An element, or the nearest around it that the diagram shows; for a line, what is shown of where it begins.
    private func seen(_ id: MapElementID) -> MapElementID? {
        var next: MapElementID? = id
        var passed: Set<MapElementID> = []
        while let current = next, passed.insert(current).inserted {
            if shapes[current] != nil || edges[current] != nil { return current }
            for case .data(let data) in index.elements {
                if case .reference(current, _) = data.kind, shapes[data.id] != nil { return data.id }
            }
            next = starts(current) ?? index.container(of: current)?.id
        }
        return nil
    }

    /// Where the line of an edge begins: an information that is read is its source.
    private func starts(_ id: MapElementID) -> MapElementID? {
        if case .dataAssociation(let association)? = index.element(id), association.direction == .reads {
            return association.data.first
        }
        return ends(id)?.0
    }

    private mutating func judge(_ edge: MapDiagram.Edge) {
        guard let (first, others) = ends(edge.element), let source = seen(first),
            let target = others.compactMap({ seen($0) }).first,
            var start = edge.waypoints.first, var end = edge.waypoints.last, edge.waypoints.count > 1
        else {
            faults.append("\(edge.element) has no ends")
            return
        }
        if case .dataAssociation(let association)? = index.element(edge.element), association.direction == .reads {
            swap(&start, &end)
        }
        if !isOn(source, start) { faults.append("\(edge.element) does not start on \(source)") }
        if !isOn(target, end) { faults.append("\(edge.element) does not end on \(target)") }
        for (from, to) in zip(edge.waypoints, edge.waypoints.dropFirst()) {
            if from.x != to.x, from.y != to.y { faults.append("\(edge.element) runs aslant") }
            for shape in diagram.shapes where shape.bounds.isCrossed(from, to) {
                switch index.element(shape.element) {
                case .pool, .lane: continue
                default: break
                }
                let isOuter = isAround(shape.element, ofEnd: source) || isAround(shape.element, ofEnd: target)
                if !isOuter { faults.append("\(edge.element) runs through \(shape.element)") }
            }
        }
    }

    private func isOn(_ id: MapElementID, _ point: MapPoint) -> Bool {
        if let bounds = shapes[id] { return bounds.hasOnBorder(point) }
        guard let points = edges[id] else { return false }
        return zip(points, points.dropFirst()).contains { from, to in
            min(from.x, to.x)...max(from.x, to.x) ~= point.x && min(from.y, to.y)...max(from.y, to.y) ~= point.y
        }
    }
}

extension MapBounds {
    fileprivate var right: Double { x + width }
    fileprivate var bottom: Double { y + height }

    fileprivate func contains(_ other: MapBounds) -> Bool {
        x <= other.x && y <= other.y && right >= other.right && bottom >= other.bottom
    }

    fileprivate func overlaps(_ other: MapBounds) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    fileprivate func hasOnBorder(_ point: MapPoint) -> Bool {
        let isInside = x...right ~= point.x && y...bottom ~= point.y
        return isInside && (point.x == x || point.x == right || point.y == y || point.y == bottom)
    }

    /// Whether an upright or level line goes through the inside.
    fileprivate func isCrossed(_ from: MapPoint, _ to: MapPoint) -> Bool {
        min(from.x, to.x) < right && max(from.x, to.x) > x && min(from.y, to.y) < bottom && max(from.y, to.y) > y
    }
}
