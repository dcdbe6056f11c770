/// Writes a map as a flowchart of Mermaid.
struct MermaidWriter {
    private var lines = ["flowchart LR"]
    private let graph: MapGraph

    init(_ graph: MapGraph) {
        self.graph = graph
        let title = PictureMarkup.line(graph.map.name)
        if !title.isEmpty { lines.append("  accTitle: \(Self.escaped(title))") }
        lines += graph.nested(close: "end") { element, name in
            ["subgraph \(name)[\"\(words(of: element))\"]"]
        } shape: { element, name in
            let (open, close) = Self.brackets(of: element)
            return "\(name)\(open)\"\(words(of: element))\"\(close)"
        }
        for line in graph.lines { lines.append("  " + written(line)) }
        lines += [
            "  classDef role fill:#eef3f5,stroke:#5a666d,color:#1c2529",
            "  classDef ends stroke-width:3px",
        ]
        mark("role", graph.frames.sorted())
        mark("ends", ends)
    }

    /// The flowchart.
    var written: MapGraphText {
        MapGraphText(text: lines.joined(separator: "\n") + "\n", unsaid: graph.unsaid)
    }

    private func words(of element: MapElement) -> String {
        let words = graph.words(of: element).map(Self.escaped).joined(separator: "<br/>")
        return words.isEmpty ? " " : words
    }

    private static func brackets(of element: MapElement) -> (String, String) {
        switch element {
        case .node(let node):
            switch node.kind {
            case .event: ("([", "])")
            case .gateway: ("{", "}")
            case .activity(let activity):
                if case .task = activity.kind { ("[", "]") } else { ("[[", "]]") }
            }
        case .data(let data): if case .store = data.kind { ("[(", ")]") } else { ("[/", "/]") }
        case .artifact: (">", "]")
        default: ("[", "]")
        }
    }

    private func written(_ line: MapGraph.Line) -> String {
        let arrow =
            switch (line.kind, line.heads) {
            case (.sequence, _): "-->"
            case (.message, _), (.data, _), (.tie, .one): "-.->"
            case (.tie, .both): "<-.->"
            case (.border, _), (.tie, .none): "-.-"
            }
        let label = line.label.isEmpty ? "" : "|\"\(Self.escaped(line.label))\"|"
        return "n\(line.source) \(arrow)\(label) n\(line.target)"
    }

    private var ends: [Int] {
        graph.steps.compactMap { step in
            guard case .shape(.node(let node), let number) = step, node.event?.position == .end else { return nil }
            return number
        }
    }

    private mutating func mark(_ name: String, _ numbers: [Int]) {
        guard !numbers.isEmpty else { return }
        lines.append("  class \(numbers.map { "n\($0)" }.joined(separator: ",")) \(name)")
    }

    /// Text between quotation marks: what means something to Mermaid by its number.
    static func escaped(_ text: String) -> String {
        var result = ""
        var isStart = true
        for scalar in PictureMarkup.line(text).unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", " ", ",", ":", "?", "!", "(", ")", "/", "=", "'":
                if !(isStart && scalar == ")") { isStart = false }
                result.unicodeScalars.append(scalar)
            case "0"..."9": result.unicodeScalars.append(scalar)
            case ".", "-", "+":
                result += isStart ? "#\(scalar.value);" : String(scalar)
                isStart = false
            case _ where scalar.isASCII:
                result += "#\(scalar.value);"
                isStart = false
            default:
                result.unicodeScalars.append(scalar)
                isStart = false
            }
        }
        return result
    }
}
