/// Writes a map as a graph in DOT.
struct DotWriter {
    private var lines: [String] = []
    private let graph: MapGraph

    init(_ graph: MapGraph) {
        self.graph = graph
        let title = graph.map.name.isBlank ? "" : " label=\"\(Self.escaped(graph.map.name))\""
        lines = [
            "digraph map {",
            "  graph [rankdir=LR compound=true labelloc=t fontname=\"Helvetica,Arial,sans-serif\"\(title)]",
            "  node [shape=box style=\"rounded,filled\" fillcolor=\"#ffffff\" color=\"#1c2529\" fontcolor=\"#1c2529\" "
                + "fontsize=12 fontname=\"Helvetica,Arial,sans-serif\"]",
            "  edge [color=\"#1c2529\" fontcolor=\"#1c2529\" fontsize=12 fontname=\"Helvetica,Arial,sans-serif\"]",
        ]
        lines += graph.nested(close: "}") { element, name in
            [
                "subgraph cluster_\(name) {",
                "  graph [\(Self.look(of: element)) label=\"\(label(of: element))\"]",
                "  \(name) [shape=point style=invis width=0 height=0]",
            ]
        } shape: { element, name in
            "\(name) [\(Self.look(of: element)) label=\"\(label(of: element))\"]"
        }
        for line in graph.lines { lines.append("  " + written(line)) }
        lines.append("}")
    }

    /// The graph.
    var written: MapGraphText {
        MapGraphText(text: lines.joined(separator: "\n") + "\n", unsaid: graph.unsaid)
    }

    private func label(of element: MapElement) -> String {
        graph.words(of: element).flatMap { TextMeasure.plain.lines(of: $0, width: 150).lines }.map(Self.escaped)
            .joined(separator: "\\n")
    }

    private static func look(of element: MapElement) -> String {
        switch element {
        case .pool, .process: "style=filled fillcolor=\"#ffffff\" color=\"#5a666d\" penwidth=2"
        case .lane: "style=filled fillcolor=\"#eef3f5\" color=\"#5a666d\""
        case .node(let node):
            switch node.kind {
            case .activity(let activity): look(of: activity)
            case .gateway: "shape=diamond style=filled fillcolor=\"#f6efd9\""
            case .event(let event):
                switch event.position {
                case .start(let stops): "shape=oval style=\"filled\(stops ? "" : ",dashed")\" fillcolor=\"#dcebe2\""
                case .end: "shape=oval style=filled fillcolor=\"#f1ddd0\" penwidth=3"
                case .intermediateCatch, .intermediateThrow: "shape=oval style=filled peripheries=2"
                case .boundary(_, let stops): "shape=oval style=\"filled\(stops ? "" : ",dashed")\" peripheries=2"
                }
            }
        case .data(let data):
            if case .store = data.kind { "shape=cylinder style=filled" } else { "shape=note style=filled" }
        default: "shape=plaintext style=\"\""
        }
    }

    private static func look(of activity: MapActivity) -> String {
        switch activity.kind {
        case .task: "shape=box"
        case .call: "shape=box penwidth=3"
        case .subProcess(let inside):
            switch inside.kind {
            case .embedded, .adHoc: "shape=box style=\"rounded,filled\" fillcolor=\"#ffffff\" color=\"#1c2529\""
            case .event: "shape=box style=\"rounded,filled,dotted\" fillcolor=\"#ffffff\" color=\"#1c2529\""
            case .transaction:
                "shape=box style=\"rounded,filled\" fillcolor=\"#ffffff\" color=\"#1c2529\" peripheries=2"
            }
        }
    }

    private func written(_ line: MapGraph.Line) -> String {
        var attributes: [String] = []
        switch line.kind {
        case .sequence: break
        case .message: attributes += ["style=dashed", "arrowtail=odot", "arrowhead=empty", "dir=both"]
        case .data: attributes += ["style=dotted", "arrowhead=vee"]
        case .border: attributes += ["style=dotted", "dir=none"]
        case .tie:
            attributes += ["style=dotted", "arrowhead=vee", "arrowtail=vee", "constraint=false"]
            attributes.append("dir=\(line.heads == .none ? "none" : line.heads == .one ? "forward" : "both")")
        }
        if graph.frames.contains(line.source) { attributes.append("ltail=cluster_n\(line.source)") }
        if graph.frames.contains(line.target) { attributes.append("lhead=cluster_n\(line.target)") }
        if !line.label.isEmpty {
            let words = TextMeasure.plain.lines(of: line.label, width: 150).lines
            attributes.append("label=\"\(words.map(Self.escaped).joined(separator: "\\n"))\"")
        }
        let said = attributes.isEmpty ? "" : " [\(attributes.joined(separator: " "))]"
        return "n\(line.source) -> n\(line.target)\(said)"
    }

    /// Text between quotation marks, in which `&` and `\` mean something too.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in PictureMarkup.line(text).unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
