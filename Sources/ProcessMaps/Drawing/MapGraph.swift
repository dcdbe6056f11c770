import QualityCore

/// A map as frames in each other, shapes in them and lines between: what Mermaid and DOT can say.
struct MapGraph {
    /// What is written, in order.
    enum Step {
        /// A frame begins; one without a number has the identity of another.
        case open(MapElement, number: Int?)
        /// The frame that began last ends.
        case close
        /// A shape.
        case shape(MapElement, number: Int)
    }

    /// A line between two shapes or frames.
    struct Line {
        /// What the line means.
        enum Kind { case sequence, message, data, tie, border }

        let element: MapElementID
        let kind: Kind
        let source: Int
        let target: Int
        let label: String
        let heads: MapAssociation.Direction
    }

    private enum Work {
        case open(MapElement)
        case close
        case shape(MapElement)
        case body(MapBody)
        case lane(MapLane, among: [MapElementID: [MapNode]])
    }

    let map: ProcessMap
    let index: MapIndex
    let overlay: MapOverlay
    let language: Language
    private(set) var steps: [Step] = []
    private(set) var lines: [Line] = []
    private(set) var unsaid: [MapGraphText.Unsaid] = []
    /// The number of each shape and frame, from 1.
    private(set) var numbers: [MapElementID: Int] = [:]
    /// The things that are drawn where they are referred to instead.
    private let referred: Set<MapElementID>
    /// The shapes and frames that are frames.
    private(set) var frames: Set<Int> = []

    init(_ map: ProcessMap, overlay: MapOverlay, language: Language) {
        self.map = map
        self.overlay = overlay
        self.language = language
        index = MapIndex(map)
        referred = Set(
            index.scopes.lazy.flatMap(\.body.data).compactMap { data -> MapElementID? in
                if case .reference(let object?, _) = data.kind, object != data.id { return object }
                return nil
            }
        )
        readShapes()
        readLines()
    }

    // MARK: - Shapes

    private mutating func readShapes() {
        var waiting: [Work] = []
        for pool in map.pools {
            waiting.append(.open(.pool(pool)))
            if let process = pool.process { waiting.append(.body(process.body)) }
            waiting.append(.close)
        }
        let isAlone = map.pools.isEmpty && map.processes.count == 1
        for process in map.processes {
            if !isAlone { waiting.append(.open(.process(process))) }
            waiting.append(.body(process.body))
            if !isAlone { waiting.append(.close) }
        }
        waiting += map.artifacts.map { Work.shape(.artifact($0)) }
        waiting.reverse()
        while let work = waiting.popLast() {
            switch work {
            case .open(let element):
                let number = self.number(element)
                if let number { frames.insert(number) }
                steps.append(.open(element, number: number))
            case .close: steps.append(.close)
            case .shape(let element): add(element)
            case .body(let body): waiting += parts(of: body).reversed()
            case .lane(let lane, let nodes):
                var inside: [Work] = lane.lanes.map { .lane($0, among: nodes) }
                for node in nodes[lane.id] ?? [] { inside += parts(of: node) }
                let all: [Work] = [.open(.lane(lane))] + inside + [.close]
                waiting += all.reversed()
            }
        }
    }

    private func parts(of body: MapBody) -> [Work] {
        let lanes = Set(body.allLanes.map(\.id))
        var nodes: [MapElementID: [MapNode]] = [:]
        var outside: [MapNode] = []
        for node in body.nodes {
            if let lane = index.lane(of: node.id)?.id, lanes.contains(lane) {
                nodes[lane, default: []].append(node)
            } else {
                outside.append(node)
            }
        }
        var parts: [Work] = body.lanes.map { .lane($0, among: nodes) }
        for node in outside { parts += self.parts(of: node) }
        parts += body.data.map { Work.shape(.data($0)) }
        parts += body.artifacts.map { Work.shape(.artifact($0)) }
        return parts
    }

    private func parts(of node: MapNode) -> [Work] {
        guard let body = node.body, !body.nodes.isEmpty else { return [.shape(.node(node))] }
        return [.open(.node(node)), .body(body), .close]
    }

    private mutating func add(_ element: MapElement) {
        switch element {
        case .artifact(let artifact):
            if case .group = artifact.kind {
                unsaid.append(MapGraphText.Unsaid(element: artifact.id, reason: .frame))
                return
            }
        case .data(let data) where referred.contains(data.id): return
        default: break
        }
        if let number = self.number(element) { steps.append(.shape(element, number: number)) }
    }

    /// The number of an element that has none yet.
    private mutating func number(_ element: MapElement) -> Int? {
        guard numbers[element.id] == nil else {
            unsaid.append(MapGraphText.Unsaid(element: element.id, reason: .doubledIdentity))
            return nil
        }
        numbers[element.id] = numbers.count + 1
        return numbers.count
    }

    /// The frames and shapes in lines, each below what it lies in and indented by how deep.
    ///
    /// Names are `n` and the number, of a frame without one `d` and a number of its own.
    func nested(
        close: String,
        open: (_ frame: MapElement, _ name: String) -> [String],
        shape: (_ element: MapElement, _ name: String) -> String
    ) -> [String] {
        var lines: [String] = []
        var level = 1
        var unnumbered = 0
        func add(_ line: String) { lines.append(String(repeating: "  ", count: min(level, 20)) + line) }
        for step in steps {
            switch step {
            case .open(let element, let number):
                if number == nil { unnumbered += 1 }
                open(element, number.map { "n\($0)" } ?? "d\(unnumbered)").forEach(add)
                level += 1
            case .close:
                level -= 1
                add(close)
            case .shape(let element, let number): add(shape(element, "n\(number)"))
            }
        }
        return lines
    }

    // MARK: - Lines

    private mutating func readLines() {
        for scope in index.scopes {
            for node in scope.body.nodes {
                guard let host = node.event?.host else { continue }
                addLine(node.id, .border, host, node.id)
            }
            for flow in scope.body.sequenceFlows {
                let name = PictureMarkup.line(flow.name)
                let said = name.isEmpty ? PictureMarkup.line(flow.condition ?? "") : name
                let isDefault = index.node(flow.source)?.defaultFlow == flow.id
                let otherwise = language == .swedish ? "annars" : "otherwise"
                let label = !isDefault ? said : said.isEmpty ? otherwise : "\(said) (\(otherwise))"
                addLine(flow.id, .sequence, flow.source, flow.target, label)
            }
            for association in scope.body.dataAssociations {
                for data in association.data {
                    let reads = association.direction == .reads
                    addLine(association.id, .data, reads ? data : association.node, reads ? association.node : data)
                }
            }
            for association in scope.body.associations { add(association) }
        }
        for flow in map.messageFlows {
            addLine(flow.id, .message, flow.source, flow.target, PictureMarkup.line(flow.name))
        }
        for association in map.associations { add(association) }
    }

    private mutating func add(_ association: MapAssociation) {
        addLine(association.id, .tie, association.source, association.target, heads: association.direction)
    }

    private mutating func addLine(
        _ id: MapElementID,
        _ kind: Line.Kind,
        _ source: MapElementID,
        _ target: MapElementID,
        _ label: String = "",
        heads: MapAssociation.Direction = .one
    ) {
        guard let from = numbers[source], let to = numbers[target] else {
            let isThere = [source, target].allSatisfy { index.element($0) != nil }
            unsaid.append(MapGraphText.Unsaid(element: id, reason: isThere ? .lineToLine : .missingEnd))
            return
        }
        let counts = PictureWords.counts(overlay, at: id, language)
        let words = [label, kind == .border ? "" : counts].filter { !$0.isEmpty }.joined(separator: ", ")
        lines.append(Line(element: id, kind: kind, source: from, target: to, label: words, heads: heads))
    }

    // MARK: - Words

    /// The lines of words in a shape or over a frame: its name, what its icons say, its counts.
    func words(of element: MapElement) -> [String] {
        var words: [String] = []
        let name = PictureMarkup.line(element.name)
        switch element {
        case .node(let node):
            let kind = PictureWords.kind(of: node, in: index)(language)
            let says = name.isEmpty || !isPlain(node)
            words = [name, says ? (name.isEmpty ? kind : "(\(kind.lowercased()))") : ""]
        case .data(let data):
            var state = ""
            if case .reference(_, let found) = data.kind { state = PictureMarkup.line(found) }
            words = [
                name.isEmpty ? PictureWords.kind(of: data)(language) : name, state.isEmpty ? "" : "[\(state)]",
            ]
        default: words = [name]
        }
        words.append(PictureWords.counts(overlay, at: element.id, language))
        return words.filter { !$0.isEmpty }
    }

    /// Whether the shape of a node says all that its icons would.
    private func isPlain(_ node: MapNode) -> Bool {
        switch node.kind {
        case .activity(let activity):
            activity.kind == .task(.unspecified) && activity.repetition == nil && !activity.isForCompensation
        case .event(let event):
            event.definitions.isEmpty && (event.position == .start || event.position == .end)
        case .gateway: false
        }
    }
}
