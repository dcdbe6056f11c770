import QualityCore

/// Makes a map of the lines of a text.
struct MapTextParser {
    /// The deepest level of lines: a pool's process with the deepest lanes in the deepest sub-process.
    static let depthLimit = 2 * ProcessMap.maximumDepth + 8

    private let lines: [MapTextLine]

    static func map(_ text: String) throws(MapTextError) -> ProcessMap {
        let scanner = try MapTextScanner(text, limit: depthLimit)
        return try MapTextParser(lines: scanner.lines).map(scanner.roots)
    }

    private func map(_ roots: [Int]) throws(MapTextError) -> ProcessMap {
        guard let first = roots.first else { throw MapTextError(line: 1, column: 1, .noMap) }
        var head = MapTextReader(lines[first])
        guard head.keyword == "map" else { throw head.fault(.keyword).with(.noMap) }
        var map = ProcessMap(id: try head.id(), name: head.text())
        try head.finish()
        map.documentation = try documentation(of: head.line)
        for index in roots.dropFirst() { try read(lines[index], into: &map) }
        return map
    }

    private func read(_ line: MapTextLine, into map: inout ProcessMap) throws(MapTextError) {
        var reader = MapTextReader(line)
        if let kind = MapSubject.Kind(rawValue: reader.keyword) {
            var subject = MapSubject(id: try reader.id(), kind: kind, name: reader.text())
            subject.code = reader.attribute("code") ?? ""
            map.subjects.append(subject)
            return try finish(reader)
        }
        switch reader.keyword {
        case "pool": map.pools.append(try pool(reader))
        case "process": map.processes.append(try process(line))
        case "flow":
            let flow = try flow(&reader)
            let message = reader.idAttribute("message")
            try reader.finish()
            map.messageFlows.append(
                MapMessageFlow(
                    id: flow.id,
                    name: flow.name,
                    documentation: try documentation(of: line),
                    from: flow.source,
                    to: flow.target,
                    message: message
                )
            )
        case "diagram": map.diagrams.append(try diagram(reader))
        default:
            guard try !readNote(reader, &map.artifacts, &map.associations) else { return }
            throw reader.fault(.keyword)
        }
    }

    private func pool(_ reader: MapTextReader) throws(MapTextError) -> MapPool {
        var reader = reader
        var pool = MapPool(id: try reader.id(), name: reader.text())
        pool.isMultiple = reader.flag("multiple")
        try reader.finish()
        pool.documentation = try documentation(of: reader.line) { line throws(MapTextError) in
            let inner = MapTextReader(line)
            guard inner.keyword == "process" else { return false }
            guard pool.process == nil else { throw inner.fault(.keyword).with(.secondProcess) }
            pool.process = try process(line)
            return true
        }
        return pool
    }

    private func process(_ line: MapTextLine) throws(MapTextError) -> MapProcess {
        var reader = MapTextReader(line)
        var process = MapProcess(id: try reader.id(), name: reader.text())
        try reader.finish()
        process.documentation = try documentation(of: line) { line throws(MapTextError) in
            try read(line, into: &process.body)
        }
        return process
    }

    private func diagram(_ reader: MapTextReader) throws(MapTextError) -> MapDiagram {
        var reader = reader
        var diagram = MapDiagram(of: try reader.id(), name: reader.text())
        try reader.finish()
        for index in reader.line.children {
            var inner = MapTextReader(lines[index])
            switch inner.keyword {
            case "shape":
                let element = try inner.id()
                let place = try inner.numbers(4)
                var shape = MapDiagram.Shape(
                    element,
                    bounds: MapBounds(x: place[0], y: place[1], width: place[2], height: place[3])
                )
                shape.label = try inner.label()
                shape.isHorizontal = inner.either("horizontal", "vertical")
                shape.isExpanded = inner.either("expanded", "collapsed")
                shape.isMarkerVisible = inner.either("marked", "unmarked")
                diagram.shapes.append(shape)
            case "edge":
                var edge = MapDiagram.Edge(try inner.id(), waypoints: [])
                edge.label = try inner.label()
                while !inner.isAtEnd {
                    let place = try inner.numbers(2)
                    edge.waypoints.append(MapPoint(x: place[0], y: place[1]))
                }
                diagram.edges.append(edge)
            default: throw inner.fault(.keyword)
            }
            try finish(inner)
        }
        return diagram
    }

    private func read(_ line: MapTextLine, into body: inout MapBody) throws(MapTextError) -> Bool {
        var reader = MapTextReader(line)
        if let node = try node(reader) {
            body.nodes.append(node)
            return true
        }
        switch reader.keyword {
        case "lane": body.lanes.append(try lane(line))
        case "flow":
            let flow = try flow(&reader)
            let condition = reader.attribute("if")
            try reader.finish()
            body.sequenceFlows.append(
                MapSequenceFlow(
                    id: flow.id,
                    name: flow.name,
                    documentation: try documentation(of: line),
                    from: flow.source,
                    to: flow.target,
                    condition: condition
                )
            )
        case "reads", "writes":
            let direction: MapDataAssociation.Direction = reader.keyword == "reads" ? .reads : .writes
            let node = try reader.id()
            let given = reader.idAttribute("id")
            var data: [MapElementID] = []
            while !reader.isAtEnd { data.append(try reader.id()) }
            let id = given ?? .between(node, direction, data)
            body.dataAssociations.append(MapDataAssociation(id: id, node: node, direction, data))
            try finish(reader)
        default:
            if let data = try data(reader) {
                body.data.append(data)
                return true
            }
            return try readNote(reader, &body.artifacts, &body.associations)
        }
        return true
    }

    private func lane(_ line: MapTextLine) throws(MapTextError) -> MapLane {
        var reader = MapTextReader(line)
        var lane = MapLane(id: try reader.id(), name: reader.text())
        try reader.finish()
        lane.documentation = try documentation(of: line) { line throws(MapTextError) in
            var inner = MapTextReader(line)
            switch inner.keyword {
            case "lane": lane.lanes.append(try self.lane(line))
            case "holds":
                while !inner.isAtEnd { lane.nodes.append(try inner.id()) }
                try finish(inner)
            default: return false
            }
            return true
        }
        return lane
    }

    private func data(_ reader: MapTextReader) throws(MapTextError) -> MapData? {
        var reader = reader
        let keyword = reader.keyword
        guard ["object", "reference", "store", "input", "output"].contains(keyword) else { return nil }
        let id = try reader.id()
        let name = reader.text()
        let kind: MapData.Kind =
            switch keyword {
            case "object": .object(isCollection: reader.flag("collection"))
            case "reference": .reference(to: reader.idAttribute("of"), state: reader.attribute("state") ?? "")
            case "store": .store(reader.idAttribute("of"))
            case "input": .input(isCollection: reader.flag("collection"))
            default: .output(isCollection: reader.flag("collection"))
            }
        try reader.finish()
        return MapData(id: id, name: name, documentation: try documentation(of: reader.line), kind: kind)
    }

    private func readNote(
        _ reader: MapTextReader,
        _ artifacts: inout [MapArtifact],
        _ associations: inout [MapAssociation]
    ) throws(MapTextError) -> Bool {
        var reader = reader
        switch reader.keyword {
        case "note":
            let id = try reader.id()
            artifacts.append(MapArtifact(id: id, kind: .annotation(reader.text())))
        case "group":
            let id = try reader.id()
            artifacts.append(MapArtifact(id: id, kind: .group(reader.idAttribute("of"))))
        case "tie":
            let source = try reader.id()
            guard let arrow = reader.word(among: ["--", "->", "<->"]) else { throw reader.fault(.incomplete) }
            let target = try reader.id()
            let id = reader.idAttribute("id") ?? .between(source, target)
            let direction: MapAssociation.Direction = arrow == "--" ? .none : arrow == "->" ? .one : .both
            associations.append(MapAssociation(id: id, from: source, to: target, direction: direction))
        default: return false
        }
        try finish(reader)
        return true
    }

    private func ends(_ reader: inout MapTextReader) throws(MapTextError) -> (MapElementID, MapElementID) {
        let source = try reader.id()
        guard reader.word(among: ["->"]) != nil else { throw reader.fault(.incomplete) }
        return (source, try reader.id())
    }

    /// What the line of a flow of either kind begins with.
    private func flow(
        _ reader: inout MapTextReader
    ) throws(MapTextError) -> (id: MapElementID, name: String, source: MapElementID, target: MapElementID) {
        let (source, target) = try ends(&reader)
        let name = reader.text()
        return (reader.idAttribute("id") ?? .between(source, target), name, source, target)
    }

    /// Refuses more words on the line, and lines under it.
    private func finish(_ reader: MapTextReader) throws(MapTextError) {
        try reader.finish()
        if let child = reader.line.children.first { throw MapTextReader(lines[child]).fault(.keyword) }
    }

    /// What the `about` lines under a line tell; the others are for `read`, which says whether it knows them.
    private func documentation(
        of line: MapTextLine,
        others read: (MapTextLine) throws(MapTextError) -> Bool = { _ in false }
    ) throws(MapTextError) -> String {
        var told: [String] = []
        for index in line.children {
            var reader = MapTextReader(lines[index])
            if reader.keyword == "about" {
                told.append(try reader.value())
                try finish(reader)
            } else if try !read(lines[index]) {
                throw reader.fault(.keyword)
            }
        }
        return told.joined(separator: "\n")
    }
}

extension MapTextParser {
    private static let activities: Set<String> = ["step", "call", "subprocess"]
    private static let events: Set<String> = ["start", "event", "milestone", "border", "end"]
    private static let gateways: Set<String> = ["choice", "choices", "parallel", "first", "complex"]

    /// The node that a line tells of; `nil` for a line that tells of something else.
    private func node(_ reader: MapTextReader) throws(MapTextError) -> MapNode? {
        let keyword = reader.keyword
        if Self.activities.contains(keyword) { return try activity(reader) }
        let isEvent = Self.events.contains(keyword)
        guard isEvent || Self.gateways.contains(keyword) else { return nil }
        var reader = reader
        let id = try reader.id()
        let name = reader.text()
        let kind: MapNode.Kind = isEvent ? .event(try event(&reader)) : .gateway(try gateway(&reader))
        try reader.finish()
        return MapNode(id: id, name: name, documentation: try documentation(of: reader.line), kind: kind)
    }

    private func event(_ reader: inout MapTextReader) throws(MapTextError) -> MapEvent {
        let position: MapEvent.Position
        switch reader.keyword {
        case "start": position = .start(isInterrupting: !reader.flag("beside"))
        case "event": position = .intermediateCatch
        case "milestone": position = .intermediateThrow
        case "border":
            guard let host = reader.idAttribute("of") else { throw reader.fault(.incomplete) }
            position = .boundary(of: host, isInterrupting: !reader.flag("beside"))
        default: position = .end
        }
        let needsAll = reader.flag("all")
        return MapEvent(position, reader.definitions(), needsAll: needsAll)
    }

    private func gateway(_ reader: inout MapTextReader) throws(MapTextError) -> MapGateway {
        switch reader.keyword {
        case "choice": .exclusive(default: reader.idAttribute("default"))
        case "choices": .inclusive(default: reader.idAttribute("default"))
        case "complex": .complex(default: reader.idAttribute("default"))
        case "first": .eventBased(reader.flag(MapGateway.EventUse.self) ?? .waits)
        default: .parallel
        }
    }

    private func activity(_ reader: MapTextReader) throws(MapTextError) -> MapNode {
        var reader = reader
        let id = try reader.id()
        let name = reader.text()
        var activity = MapActivity()
        activity.repetition = try reader.attribute("repeats", as: MapActivity.Repetition.self)
        activity.isForCompensation = reader.flag("compensates")
        activity.defaultFlow = reader.idAttribute("default")
        var body = MapBody()
        let kind: MapActivity.Kind
        switch reader.keyword {
        case "step": kind = .task(reader.taskKind() ?? .unspecified)
        case "call": kind = .call(reader.attribute("of") ?? "")
        default: kind = .subProcess(MapSubProcess(reader.flag(MapSubProcess.Kind.self) ?? .embedded))
        }
        try reader.finish()
        let documentation = try documentation(of: reader.line) { line throws(MapTextError) in
            if let need = try routineNeed(line) {
                guard activity.routineNeed == nil else { return false }
                activity.routineNeed = need
                return true
            }
            guard case .subProcess = kind else { return false }
            return try read(line, into: &body)
        }
        activity.kind =
            if case .subProcess(let inside) = kind { .subProcess(.init(inside.kind, body: body)) } else { kind }
        return MapNode(id: id, name: name, documentation: documentation, kind: .activity(activity))
    }

    private func routineNeed(_ line: MapTextLine) throws(MapTextError) -> ProcessStep.RoutineNeed? {
        var reader = MapTextReader(line)
        switch reader.keyword {
        case "routines":
            var routines: [RecordID<Routine>] = []
            while !reader.isAtEnd {
                let before = reader
                guard let routine = RecordID<Routine>(try reader.value()) else { throw before.fault(.routine) }
                routines.append(routine)
            }
            try finish(reader)
            return .routines(routines)
        case "no-routine":
            let reason = try reader.value()
            try finish(reader)
            return ProcessStep.RoutineNeed.none(reason: reason)
        default: return nil
        }
    }
}

extension MapTextReader {
    /// Takes the one or the other of two words; `nil` where neither stands on the line.
    fileprivate mutating func either(_ yes: String, _ no: String) -> Bool? {
        flag(yes) ? true : flag(no) ? false : nil
    }
}

extension MapTextError {
    fileprivate func with(_ problem: Problem) -> MapTextError {
        MapTextError(line: line, column: column, problem)
    }
}

extension MapElementID {
    /// The identity of a line between two elements that is written without one.
    static func between(_ source: MapElementID, _ target: MapElementID) -> MapElementID {
        MapElementID("\(source)-\(target)")
    }

    /// The identity of an association with data that is written without one.
    static func between(
        _ node: MapElementID,
        _ direction: MapDataAssociation.Direction,
        _ data: [MapElementID]
    ) -> MapElementID {
        MapElementID(([node.rawValue, direction.rawValue] + data.map(\.rawValue)).joined(separator: "-"))
    }
}
