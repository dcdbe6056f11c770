/// How a part of a picture is painted: a class with colours that a page can set, and the same colours as attributes.
///
/// Every colour is doubled by a shape, a line style or a letter; text on each reaches a contrast of 4.5 to 1.
enum PicturePaint: String, CaseIterable {
    case pool, poolHead, lane, laneHead, frame
    case step, call, subProcess, eventSubProcess
    case start, startBeside, intermediate, intermediateBeside, end, gateway
    case data, bracket
    case flow, messageFlow, tie
    case icon, solid, light, thick
    case arrow, openArrow
    case deviations, risks, selfChecks, badge

    private struct Colour {
        let name: String
        let value: String

        static let ink = Colour(name: "ink", value: "#1c2529")
        static let paper = Colour(name: "paper", value: "#ffffff")
        static let rule = Colour(name: "rule", value: "#5a666d")
        static let poolHead = Colour(name: "pool", value: "#d9e5ea")
        static let laneHead = Colour(name: "lane", value: "#eef3f5")
        static let step = Colour(name: "step", value: "#f7fafb")
        static let start = Colour(name: "start", value: "#dcebe2")
        static let end = Colour(name: "end", value: "#f1ddd0")
        static let gateway = Colour(name: "gateway", value: "#f6efd9")
        static let deviations = Colour(name: "deviations", value: "#1f5268")
        static let risks = Colour(name: "risks", value: "#f2d680")
    }

    /// The colour of letters.
    static let ink = Colour.ink.value
    /// The colour behind everything.
    static let paper = Colour.paper.value

    private var fill: Colour? {
        switch self {
        case .pool, .lane, .intermediate, .intermediateBeside, .data, .light, .openArrow, .selfChecks, .badge: .paper
        case .subProcess, .eventSubProcess: .paper
        case .poolHead: .poolHead
        case .laneHead: .laneHead
        case .step, .call: .step
        case .start, .startBeside: .start
        case .end: .end
        case .gateway: .gateway
        case .solid, .arrow: .ink
        case .deviations: .deviations
        case .risks: .risks
        case .frame, .bracket, .flow, .messageFlow, .tie, .icon, .thick: nil
        }
    }

    private var stroke: Colour? {
        switch self {
        case .pool, .poolHead, .lane, .badge: .rule
        case .laneHead, .solid: nil
        default: .ink
        }
    }

    private var width: Double {
        switch self {
        case .pool, .poolHead, .lane, .badge, .deviations, .risks, .selfChecks: 1
        case .call: 3.5
        case .end: 3.5
        case .thick: 3
        case .icon, .light, .arrow, .openArrow, .data, .bracket, .frame, .tie: 1.2
        default: 1.5
        }
    }

    private var dashes: String? {
        switch self {
        case .startBeside, .intermediateBeside: "4 2.5"
        case .eventSubProcess: "1.5 3"
        case .frame: "9 4 2 4"
        case .messageFlow: "7 4"
        case .tie: "1.5 3.5"
        default: nil
        }
    }

    /// The class and the attributes that stand in for it where a page has no styles.
    var attributes: String {
        var text = "class=\"pm-\(rawValue)\" fill=\"\(fill?.value ?? "none")\""
        guard let stroke else { return text }
        text += " stroke=\"\(stroke.value)\" stroke-width=\"\(PictureMarkup.number(width))\""
        if let dashes { text += " stroke-dasharray=\"\(dashes)\"" }
        return text
    }

    /// The styles of a picture, for its own parts only: what a page sets as `--map-ink` and the like holds in it.
    static func styles(of id: String) -> String {
        func value(_ colour: Colour) -> String { "var(--map-\(colour.name),\(colour.value))" }
        var rules = ["#\(id) text{fill:\(value(.ink))}", "#\(id) .pm-halo{stroke:\(value(.paper))}"]
        for paint in allCases {
            var parts: [String] = []
            if let fill = paint.fill { parts.append("fill:\(value(fill))") }
            if let stroke = paint.stroke { parts.append("stroke:\(value(stroke))") }
            rules.append("#\(id) .pm-\(paint.rawValue){\(parts.joined(separator: ";"))}")
        }
        rules.append("#\(id) text.pm-onDark{fill:\(value(.paper))}")
        rules.append("@media print{#\(id){max-width:100%;height:auto;print-color-adjust:exact}}")
        return "<style>" + rules.joined() + "</style>"
    }
}
