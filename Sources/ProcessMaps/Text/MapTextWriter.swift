import QualityCore

/// Writes a map as text, one element a line, each under what it lies in.
struct MapTextWriter {
    private(set) var text = ""
    /// The deepest level written so far.
    private(set) var depth = 0

    init(_ map: ProcessMap) {
        line(0, ["map", id(map.id), name(map.name)])
        about(map.documentation, 1)
        if !map.subjects.isEmpty { text += "\n" }
        for subject in map.subjects {
            line(0, [subject.kind.rawValue, id(subject.id), name(subject.name), text("code", subject.code)])
        }
        for pool in map.pools {
            text += "\n"
            line(0, ["pool", id(pool.id), name(pool.name), pool.isMultiple ? "multiple" : ""])
            about(pool.documentation, 1)
            if let process = pool.process { write(process, 1) }
        }
        for process in map.processes {
            text += "\n"
            write(process, 0)
        }
        if !map.messageFlows.isEmpty || !map.artifacts.isEmpty || !map.associations.isEmpty { text += "\n" }
        for flow in map.messageFlows {
            let ends = self.ends(flow.id, flow.source, flow.target)
            line(0, ["flow", ends.text, name(flow.name), ends.id, attribute("message", flow.message)])
            about(flow.documentation, 1)
        }
        write(map.artifacts, map.associations, 0)
        for diagram in map.diagrams { write(diagram) }
    }

    private mutating func write(_ process: MapProcess, _ level: Int) {
        line(level, ["process", id(process.id), name(process.name)])
        about(process.documentation, level + 1)
        write(process.body, level + 1)
    }

    private mutating func write(_ body: MapBody, _ level: Int) {
        for lane in body.lanes { write(lane, level) }
        for node in body.nodes { write(node, level) }
        for flow in body.sequenceFlows {
            let ends = self.ends(flow.id, flow.source, flow.target)
            line(level, ["flow", ends.text, name(flow.name), ends.id, attribute("if", flow.condition)])
            about(flow.documentation, level + 1)
        }
        for data in body.data { write(data, level) }
        for association in body.dataAssociations {
            let usual = MapElementID.between(association.node, association.direction, association.data)
            let own = association.id == usual ? "" : attribute("id", association.id)
            line(
                level,
                [association.direction.rawValue, id(association.node)] + association.data.map(id) + [own]
            )
        }
        write(body.artifacts, body.associations, level)
    }

    private mutating func write(_ lane: MapLane, _ level: Int) {
        line(level, ["lane", id(lane.id), name(lane.name)])
        about(lane.documentation, level + 1)
        if !lane.nodes.isEmpty { line(level + 1, ["holds"] + lane.nodes.map(id)) }
        for inner in lane.lanes { write(inner, level + 1) }
    }

    private mutating func write(_ node: MapNode, _ level: Int) {
        switch node.kind {
        case .activity(let activity): write(node, activity, level)
        case .event(let event): write(node, event, level)
        case .gateway(let gateway):
            let (keyword, use) = words(gateway)
            let way = attribute("default", gateway.defaultFlow)
            line(level, [keyword, id(node.id), name(node.name), use, way])
            about(node.documentation, level + 1)
        }
    }

    private mutating func write(_ node: MapNode, _ activity: MapActivity, _ level: Int) {
        let (keyword, kind) = words(activity.kind)
        line(
            level,
            [
                keyword, id(node.id), name(node.name), kind,
                attribute("repeats", activity.repetition?.rawValue ?? ""),
                activity.isForCompensation ? "compensates" : "",
                attribute("default", activity.defaultFlow),
            ]
        )
        about(node.documentation, level + 1)
        switch activity.routineNeed {
        case .routines(let routines)?: line(level + 1, ["routines"] + routines.map { Self.word($0.rawValue) })
        case .some(.none(let reason)): line(level + 1, ["no-routine", Self.quoted(reason)])
        case nil: break
        }
        if let body = activity.subProcess?.body { write(body, level + 1) }
    }

    private mutating func write(_ node: MapNode, _ event: MapEvent, _ level: Int) {
        let (keyword, place) = words(event.position)
        let definitions = event.definitions.map(words)
        let all = event.needsAll ? "all" : ""
        line(level, [keyword, id(node.id), name(node.name)] + place + definitions + [all])
        about(node.documentation, level + 1)
    }

    private mutating func write(_ data: MapData, _ level: Int) {
        let words: [String] =
            switch data.kind {
            case .object(let isCollection): ["object", isCollection ? "collection" : ""]
            case .reference(let object, let state):
                ["reference", attribute("of", object), text("state", state)]
            case .store(let store): ["store", attribute("of", store)]
            case .input(let isCollection): ["input", isCollection ? "collection" : ""]
            case .output(let isCollection): ["output", isCollection ? "collection" : ""]
            }
        line(level, [words[0], id(data.id), name(data.name)] + words.dropFirst())
        about(data.documentation, level + 1)
    }

    private mutating func write(_ artifacts: [MapArtifact], _ associations: [MapAssociation], _ level: Int) {
        for artifact in artifacts {
            switch artifact.kind {
            case .annotation(let text): line(level, ["note", id(artifact.id), name(text)])
            case .group(let category): line(level, ["group", id(artifact.id), attribute("of", category)])
            }
        }
        for association in associations {
            let arrow =
                switch association.direction {
                case .none: "--"
                case .one: "->"
                case .both: "<->"
                }
            let ends = self.ends(association.id, association.source, association.target, arrow: arrow)
            line(level, ["tie", ends.text, ends.id])
        }
    }

    private mutating func write(_ diagram: MapDiagram) {
        text += "\n"
        line(0, ["diagram", id(diagram.plane), name(diagram.name)])
        for shape in diagram.shapes {
            line(
                1,
                [
                    "shape", id(shape.element), Self.numbers(shape.bounds), label(shape.label),
                    shape.isHorizontal.map { $0 ? "horizontal" : "vertical" } ?? "",
                    shape.isExpanded.map { $0 ? "expanded" : "collapsed" } ?? "",
                    shape.isMarkerVisible.map { $0 ? "marked" : "unmarked" } ?? "",
                ]
            )
        }
        for edge in diagram.edges {
            let points = edge.waypoints.map { "\(Self.number($0.x)),\(Self.number($0.y))" }
            line(1, ["edge", id(edge.element)] + points + [label(edge.label)])
        }
    }

    private mutating func about(_ documentation: String, _ level: Int) {
        guard !documentation.isEmpty else { return }
        let lines = documentation.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for told in lines { line(level, ["about", Self.quoted(String(told))]) }
    }

    private mutating func line(_ level: Int, _ words: [String]) {
        depth = max(depth, level)
        text += String(repeating: "  ", count: level)
        text += words.filter { !$0.isEmpty }.joined(separator: " ")
        text += "\n"
    }
}

extension MapTextWriter {
    private func words(_ kind: MapActivity.Kind) -> (String, String) {
        switch kind {
        case .task(let kind): ("step", words(kind))
        case .call(let process): ("call", attribute("of", process))
        case .subProcess(let inside): ("subprocess", inside.kind == .embedded ? "" : inside.kind.rawValue)
        }
    }

    private func words(_ kind: MapActivity.TaskKind) -> String {
        switch kind {
        case .unspecified: ""
        case .user: "user"
        case .manual: "manual"
        case .service: "service"
        case .send(let message): message.map { attribute("send", $0) } ?? "send"
        case .receive(let message): message.map { attribute("receive", $0) } ?? "receive"
        case .script: "script"
        case .businessRule: "businessRule"
        }
    }

    private func words(_ position: MapEvent.Position) -> (String, [String]) {
        switch position {
        case .start(let isInterrupting): ("start", isInterrupting ? [] : ["beside"])
        case .intermediateCatch: ("event", [])
        case .intermediateThrow: ("milestone", [])
        case .boundary(let host, let isInterrupting):
            ("border", [attribute("of", host)] + (isInterrupting ? [] : ["beside"]))
        case .end: ("end", [])
        }
    }

    private func words(_ gateway: MapGateway) -> (String, String) {
        switch gateway {
        case .exclusive: ("choice", "")
        case .inclusive: ("choices", "")
        case .parallel: ("parallel", "")
        case .eventBased(let use): ("first", use == .waits ? "" : use.rawValue)
        case .complex: ("complex", "")
        }
    }

    private func words(_ definition: MapEventDefinition) -> String {
        switch definition {
        case .message(let id): id.map { attribute("message", $0) } ?? "message"
        case .error(let id): id.map { attribute("error", $0) } ?? "error"
        case .escalation(let id): id.map { attribute("escalation", $0) } ?? "escalation"
        case .signal(let id): id.map { attribute("signal", $0) } ?? "signal"
        case .compensation(let id): id.map { attribute("compensation", $0) } ?? "compensation"
        case .timer(.unspecified): "timer"
        case .timer(.date(let text)): "date=" + Self.quoted(text)
        case .timer(.duration(let text)): "duration=" + Self.quoted(text)
        case .timer(.cycle(let text)): "cycle=" + Self.quoted(text)
        case .conditional(let text): text.isEmpty ? "condition" : "condition=" + Self.quoted(text)
        case .link(let text): text.isEmpty ? "link" : "link=" + Self.quoted(text)
        case .cancel: "cancel"
        case .terminate: "terminate"
        }
    }

    private func ends(
        _ id: MapElementID,
        _ source: MapElementID,
        _ target: MapElementID,
        arrow: String = "->"
    ) -> (text: String, id: String) {
        let own = id == .between(source, target) ? "" : attribute("id", id)
        return ("\(self.id(source)) \(arrow) \(self.id(target))", own)
    }

    private func id(_ id: MapElementID) -> String { Self.word(id.rawValue) }

    private func name(_ name: String) -> String { name.isEmpty ? "" : Self.quoted(name) }

    private func attribute(_ key: String, _ id: MapElementID?) -> String {
        id.map { "\(key)=\(self.id($0))" } ?? ""
    }

    private func attribute(_ key: String, _ text: String?) -> String {
        text.map { "\(key)=\(Self.quoted($0))" } ?? ""
    }

    private func attribute(_ key: String, _ text: String) -> String {
        text.isEmpty ? "" : "\(key)=\(Self.word(text))"
    }

    private func text(_ key: String, _ text: String) -> String {
        text.isEmpty ? "" : "\(key)=\(Self.quoted(text))"
    }

    private func label(_ bounds: MapBounds?) -> String {
        bounds.map { "label=\(Self.numbers($0))" } ?? ""
    }

    private static func numbers(_ bounds: MapBounds) -> String {
        [bounds.x, bounds.y, bounds.width, bounds.height].map(number).joined(separator: ",")
    }

    private static func number(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }

    /// The text as a word where it can be told from everything else, otherwise quoted.
    private static func word(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, isLetterOrDigit(first) || first == "_",
            scalars.allSatisfy({ isLetterOrDigit($0) || "_-.:~".unicodeScalars.contains($0) })
        else { return quoted(text) }
        return text
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: scalar.value > 0x7F && scalar.properties.isAlphabetic
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if isInvisible(scalar) {
                    result += "\\u{" + String(scalar.value, radix: 16) + "}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// Whether a reader would not see the character; those that join the parts of a written sign are left as they are.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
        default: false
        }
    }
}
