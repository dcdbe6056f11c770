import QualityCore

/// Paints a map layer by layer: parties, roles, sub-processes, lines, nodes, names and counts.
struct MapPainter {
    /// What lies above what.
    enum Layer: Int, CaseIterable {
        case pools, lanes, frames, lines, nodes, border, names, badges
    }

    let map: ProcessMap
    let index: MapIndex
    let overlay: MapOverlay
    let language: Language
    let shapes: [MapElementID: MapDiagram.Shape]
    private let diagram: MapDiagram
    private let id: String
    private let expanded: Set<MapElementID>
    private let collections: Set<MapElementID>
    private let categories: [MapElementID: String]
    private let laneDepths: [MapElementID: Int]
    private var layers: [[String]] = Layer.allCases.map { _ in [] }
    private var placer = LabelPlacer()
    private var extent: MapBounds?
    private var shown: Set<MapElementID> = []

    init(_ drawing: MapDrawing, id: String) {
        map = drawing.map
        overlay = drawing.overlay
        language = drawing.language
        diagram = drawing.diagram
        self.id = id
        let index = MapIndex(drawing.map)
        self.index = index
        var shapes: [MapElementID: MapDiagram.Shape] = [:]
        for shape in drawing.diagram.shapes where shapes[shape.element] == nil { shapes[shape.element] = shape }
        self.shapes = shapes
        var expanded: Set<MapElementID> = []
        var collections: Set<MapElementID> = []
        var laneDepths: [MapElementID: Int] = [:]
        for scope in index.scopes {
            let isDrawn = scope.body.nodes.contains { shapes[$0.id] != nil }
            if shapes[scope.id]?.isExpanded ?? isDrawn { expanded.insert(scope.id) }
            var lanes = scope.body.lanes
            var depth = 0
            while !lanes.isEmpty {
                for lane in lanes where laneDepths[lane.id] == nil { laneDepths[lane.id] = depth }
                lanes = lanes.flatMap(\.lanes)
                depth += 1
            }
            for data in scope.body.data { if case .object(true) = data.kind { collections.insert(data.id) } }
        }
        self.expanded = expanded
        self.collections = collections
        self.laneDepths = laneDepths
        categories = Dictionary(map.subjects.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        paint()
    }

    /// The picture.
    var svg: String {
        let margin = 12.0
        let box = extent ?? MapBounds(x: 0, y: 0, width: 0, height: 0)
        let page = MapBounds(
            x: box.x - margin,
            y: box.y - margin,
            width: box.width + 2 * margin,
            height: box.height + 2 * margin
        )
        let place = [page.x, page.y, page.width, page.height].map(PictureMarkup.number)
        let description = MapDescription(map: map, index: index, overlay: overlay, language: language)
        let head =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id)\" class=\"process-map-drawing\" role=\"img\" "
            + "aria-labelledby=\"\(id)-title \(id)-desc\" lang=\"\(language.rawValue)\" "
            + "width=\"\(place[2])\" height=\"\(place[3])\" viewBox=\"\(place.joined(separator: " "))\" "
            + "font-family=\"\(Self.font)\" font-size=\"12\" fill=\"\(PicturePaint.ink)\">"
        let lines =
            [
                head,
                "<title id=\"\(id)-title\">\(MarkupText.escaped(description.title))</title>",
                "<desc id=\"\(id)-desc\">\(MarkupText.escaped(description.text))</desc>",
                PicturePaint.styles(of: id),
                "<rect x=\"\(place[0])\" y=\"\(place[1])\" width=\"\(place[2])\" height=\"\(place[3])\" "
                    + "class=\"pm-ground\" fill=\"\(PicturePaint.paper)\"/>",
            ] + layers.flatMap(\.self) + ["</svg>"]
        return lines.joined(separator: "\n")
    }

    static let font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

    // MARK: - In order

    private mutating func paint() {
        let placed = diagram.shapes.compactMap { shape -> (element: MapElement, shape: MapDiagram.Shape, order: Int)? in
            guard let element = index.element(shape.element) else { return nil }
            var drawable = shape
            drawable.bounds = shape.bounds.drawable
            drawable.label = shape.label.map(\.drawable).flatMap { $0.width >= 1 ? $0 : nil }
            return (element, drawable, depth(of: element))
        }
        let ordered = placed.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element)
        let lines = diagram.edges.compactMap { edge in
            index.element(edge.element).flatMap { PictureLine($0, edge: edge, in: self) }
        }
        for (element, shape, _) in ordered { takePlace(of: element, shape) }
        for line in lines { placer.take(line: line.points) }
        let badges = ordered.map { placeBadges(of: $0.element, $0.shape) }
        for ((element, shape, _), corner) in zip(ordered, badges) { add(element, shape, badgesAt: corner) }
        for line in lines { add(line) }
        for line in lines { nameLine(line) }
        addLegend()
    }

    /// How deep an element lies, so that what is around comes before what is inside.
    private func depth(of element: MapElement) -> Int {
        let depth = index.container(of: element.id)?.depth ?? 0
        if case .lane(let lane) = element {
            return depth * Self.levels + min(laneDepths[lane.id] ?? 0, Self.levels - 2)
        }
        return depth * Self.levels + Self.levels - 1
    }

    /// More than the lanes that lie in each other in one process.
    private static let levels = 1_000

    private mutating func takePlace(of element: MapElement, _ shape: MapDiagram.Shape) {
        switch element {
        case .node(let node) where isExpanded(node):
            placer.take(MapBounds(x: shape.bounds.x, y: shape.bounds.y, width: shape.bounds.width, height: 22))
        case .node, .data: placer.take(shape.bounds)
        case .artifact(let artifact): if case .annotation = artifact.kind { placer.take(shape.bounds) }
        case .pool(let pool):
            placer.take(pool.process == nil ? shape.bounds : PictureBand(pool: shape, in: self).head)
        case .lane(let lane): placer.take(PictureBand(lane: lane, shape, in: self).head)
        default: break
        }
        if let label = shape.label { placer.take(label) }
    }

    private mutating func add(_ element: MapElement, _ shape: MapDiagram.Shape, badgesAt corner: MapPoint?) {
        let layer: Layer
        var parts: [String]
        switch element {
        case .pool(let pool):
            layer = .pools
            parts = PictureBand(pool: shape, in: self).parts(name: pool.name, isClosed: pool.process == nil)
            if pool.isMultiple {
                let place = MapPoint(x: shape.bounds.center.x, y: shape.bounds.maxY - 11)
                parts.append(PictureShape.icon(PictureIcon.several, at: place, size: 14))
            }
        case .lane(let lane):
            // The lanes of a sub-process lie on it.
            layer = index.container(of: lane.id)?.parent == nil ? .lanes : .frames
            parts = PictureBand(lane: lane, shape, in: self).parts(name: lane.name)
        case .node(let node):
            let isFrame = isExpanded(node)
            layer = node.event?.host != nil ? .border : isFrame ? .frames : .nodes
            let hasCounts = !overlay.counts(at: node.id).isEmpty
            parts = PictureNode(node: node, shape: shape, isExpanded: isFrame, hasCounts: hasCounts).parts
        case .data(let data):
            layer = .nodes
            parts = PictureData.parts(of: data, in: shape.bounds, isCollection: isCollection(data))
        case .artifact(let artifact):
            switch artifact.kind {
            case .annotation(let text):
                layer = .nodes
                parts = PictureData.note(text, in: shape.bounds)
            case .group(let category):
                layer = .frames
                parts = PictureData.frame(category.flatMap { categories[$0] } ?? "", in: shape.bounds)
            }
        case .process, .sequenceFlow, .messageFlow, .dataAssociation, .association, .subject: return
        }
        append(parts, of: element, to: layer, covering: shape.bounds)
        nameShape(element, shape)
        if let corner { addBadges(of: element, at: corner) }
    }

    private mutating func add(_ line: PictureLine) {
        append(line.parts, of: line.element, to: .lines, covering: line.box)
        if let middle = line.middle { addBadges(of: line.element, at: middle.shifted(24, -10)) }
    }

    private mutating func append(_ parts: [String], of element: MapElement, to layer: Layer, covering box: MapBounds) {
        let title = MarkupText.escaped(self.title(of: element))
        let name = MarkupText.escaped(element.id.rawValue)
        let drawn = parts.filter { !$0.isEmpty }.joined()
        layers[layer.rawValue].append("<g data-element=\"\(name)\"><title>\(title)</title>\(drawn)</g>")
        cover(box)
    }

    private mutating func cover(_ box: MapBounds) {
        extent = extent?.union(box) ?? box
    }

    private func title(of element: MapElement) -> String {
        var title = PictureWords.title(of: element, in: index, language)
        switch element {
        case .sequenceFlow(let flow):
            title += " (\(name(flow.source)) → \(name(flow.target)))"
            if let condition = flow.condition, !condition.isBlank { title += " [\(PictureMarkup.line(condition))]" }
        case .messageFlow(let flow): title += " (\(name(flow.source)) → \(name(flow.target)))"
        case .artifact(let artifact):
            if case .group(let category?) = artifact.kind, let name = categories[category], !name.isBlank {
                title += ": " + PictureMarkup.line(name)
            }
        default: break
        }
        let counts = PictureWords.counts(overlay, at: element.id, language)
        return counts.isEmpty ? title : title + ". " + counts
    }

    private func name(_ id: MapElementID) -> String { PictureWords.name(of: id, in: index, language) }

    /// Whether a node is a sub-process, or a call of one, whose inside is drawn.
    func isExpanded(_ node: MapNode) -> Bool {
        if case .call? = node.activity?.kind { return shapes[node.id]?.isExpanded == true }
        return node.body != nil && expanded.contains(node.id)
    }

    private func isCollection(_ data: MapData) -> Bool {
        switch data.kind {
        case .object(let isCollection), .input(let isCollection), .output(let isCollection): isCollection
        case .reference(let object, _): object.map(collections.contains) ?? false
        case .store: false
        }
    }

    // MARK: - Names

    private mutating func nameShape(_ element: MapElement, _ shape: MapDiagram.Shape) {
        var text = PictureMarkup.line(element.name)
        let sides: [PictureLabel.Side]
        switch element {
        case .node(let node) where node.event != nil:
            sides =
                node.event?.host == nil ? [.below, .above, .right, .left] : [.belowRight, .belowLeft, .right, .below]
        case .node(let node) where node.gateway != nil: sides = [.above, .below, .aboveRight, .belowRight, .right]
        case .data(let data):
            sides = [.below, .right, .above, .left]
            if case .reference(_, let state) = data.kind, !state.isBlank {
                let state = "[\(PictureMarkup.line(state))]"
                if !text.hasSuffix(state) { text += (text.isEmpty ? "" : " ") + state }
            }
        default: return
        }
        guard !text.isEmpty else { return }
        if let label = shape.label {
            write(PictureLabel(text, in: label, of: shape.bounds), of: element)
        } else {
            let label = PictureLabel(text, width: max(100, shape.bounds.width * 1.6))
            guard let box = placer.place(among: sides.map { label.box(beside: shape.bounds, $0) }) else { return }
            write(label.placed(box, beside: shape.bounds), of: element)
        }
    }

    private mutating func nameLine(_ line: PictureLine) {
        let text = PictureMarkup.line(line.element.name)
        guard !text.isEmpty else { return }
        if let label = line.label {
            write(PictureLabel(text, in: label, of: nil), of: line.element)
        } else {
            let label = PictureLabel(text, width: line.roomForName)
            guard let box = placer.place(among: line.candidates(for: label)) else { return }
            write(label.placed(box, beside: nil), of: line.element)
        }
    }

    private mutating func write(_ label: PictureLabel, of element: MapElement) {
        let name = MarkupText.escaped(element.id.rawValue)
        layers[Layer.names.rawValue].append("<g data-label=\"\(name)\">\(label.drawn)</g>")
        cover(label.box)
    }

    // MARK: - Counts

    /// The upper right corner of the badges of an element, where they hide least; `nil` without any.
    private mutating func placeBadges(of element: MapElement, _ shape: MapDiagram.Shape) -> MapPoint? {
        let badges = PictureBadges(overlay, at: element.id, language)
        guard !badges.isEmpty else { return nil }
        let bounds = shape.bounds
        let corners: [MapPoint]
        switch element {
        case .pool, .lane:
            var head = MapBounds(x: bounds.x, y: bounds.y, width: 0, height: bounds.height)
            if case .lane(let lane) = element { head = PictureBand(lane: lane, shape, in: self).head }
            if case .pool(let pool) = element, pool.process != nil { head = PictureBand(pool: shape, in: self).head }
            let left = head.height == bounds.height ? head.maxX : bounds.x
            corners = [MapPoint(x: left + 5 + badges.width, y: bounds.y + 4)]
        case .node(let node) where node.activity == nil:
            let right = bounds.center.x + bounds.width * 0.3 + badges.width
            let left = bounds.center.x - bounds.width * 0.3
            corners = [bounds.y - 11, bounds.maxY - 11].flatMap { y in [right, left].map { MapPoint(x: $0, y: y) } }
        default:
            let right = bounds.maxX + 8
            let left = min(bounds.x - 8 + badges.width, right)
            corners = [bounds.y - 13, bounds.maxY - 9].flatMap { y in [right, left].map { MapPoint(x: $0, y: y) } }
        }
        return placer.place(among: corners.map(badges.box)).map { MapPoint(x: $0.maxX, y: $0.y) }
    }

    private mutating func addBadges(of element: MapElement, at corner: MapPoint) {
        let badges = PictureBadges(overlay, at: element.id, language)
        guard !badges.isEmpty else { return }
        let name = MarkupText.escaped(element.id.rawValue)
        layers[Layer.badges.rawValue].append("<g data-counts=\"\(name)\">\(badges.drawn(at: corner))</g>")
        cover(badges.box(at: corner))
        shown.insert(element.id)
    }

    /// The kinds of counts with their signs and totals, under the picture.
    private mutating func addLegend() {
        guard !overlay.isEmpty else { return }
        let box = extent ?? MapBounds(x: 0, y: 0, width: 0, height: 0)
        let legend = PictureLegend(overlay: overlay, shown: shown, language: language)
        let (drawn, covered) = legend.drawn(at: MapPoint(x: box.x, y: box.maxY + 18), width: max(box.width, 320))
        layers[Layer.badges.rawValue].append(drawn)
        cover(covered)
    }
}
