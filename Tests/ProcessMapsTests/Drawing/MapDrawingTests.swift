import Foundation
import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("A picture of a process map")
struct MapDrawingTests {
    private static let notation = NotationMap()
    private static let svg = drawing().svg(id: "bild")

    private static func drawing(_ overlay: MapOverlay = MapOverlay(), in language: Language = .swedish) -> MapDrawing {
        MapDrawing(of: notation.map, diagram: notation.diagram, overlay: overlay, language: language)
    }

    private static func elements(of svg: String) throws -> [PictureReader.Element] {
        try #require(PictureReader.elements(svg), "not well-formed")
    }

    // MARK: - The whole

    @Test("is one element with a title and a description that name it")
    func accessible() throws {
        let elements = try Self.elements(of: Self.svg)
        let root = try #require(elements.first)
        #expect(root.attributes["role"] == "img")
        #expect(root.attributes["aria-labelledby"] == "bild-title bild-desc")
        #expect(elements.first { $0.attributes["id"] == "bild-title" }?.text == "Allt som kan ritas")
        let description = try #require(elements.first { $0.attributes["id"] == "bild-desc" }).text
        #expect(description.contains("17 aktiviteter"))
        #expect(description.contains("Parter: Part, Sluten part."))
        #expect(description.contains("Roller: Roll."))
    }

    @Test("draws every element of the diagram once, with its name in words")
    func everything() throws {
        let elements = try Self.elements(of: Self.svg)
        let index = MapIndex(Self.notation.map)
        let placed = Self.notation.diagram.shapes.map(\.element) + Self.notation.diagram.edges.map(\.element)
        #expect(
            elements.with("data-element").map { $0.attributes["data-element"] ?? "" }.sorted()
                == placed.map(\.rawValue).sorted()
        )
        for id in placed {
            let name = try #require(index.element(id)).name
            let drawn = elements.group("data-element", id.rawValue)
            #expect(drawn.first { $0.name == "title" }?.text.contains(name) == true || name.isEmpty)
            let lines = drawn.lines + elements.group("data-label", id.rawValue).lines
            let words = lines.joined(separator: " ").replacing("- ", with: "-")
            #expect(words.contains(name) || name.isEmpty, "\(id)")
        }
        #expect(elements.group("data-label", "data-2").lines == ["Information 2", "[utkast]"])
        #expect(elements.group("data-element", "group").lines == ["Hör ihop"])
    }

    @Test("is the same bytes each time, and two of them stand on one page")
    func identities() throws {
        #expect(Self.drawing().svg(id: "bild") == Self.svg)
        for id in ["bild", "två bilder", "1", "", "-", "a_b", "\"><script>"] {
            let elements = try Self.elements(of: Self.drawing().svg(id: id))
            let own = try #require(elements.first?.attributes["id"])
            #expect(own.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
            #expect(own.first?.isLetter == true)
            #expect(elements.with("id").allSatisfy { $0.attributes["id"]?.hasPrefix(own) == true })
            let style = try #require(elements.first { $0.name == "style" }).text
            for rule in style.split(separator: "}") where !rule.isEmpty {
                #expect(rule.drop { $0 == "@" }.contains("#\(own)"))
            }
        }
        #expect(Self.drawing().svg(id: "a_b") != Self.drawing().svg(id: "a-b"))
    }

    @Test("needs nothing from elsewhere, and has its colours as attributes too")
    func selfContained() throws {
        for word in [
            "<script", "href", "url(", "@import", "@font-face", "<image", "<foreignObject", "http://", "https://",
        ] {
            let found = Self.svg.replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!found.contains(word), "\(word)")
        }
        for element in try Self.elements(of: Self.svg) where ["rect", "circle", "path"].contains(element.name) {
            #expect(element.attributes["class"]?.hasPrefix("pm-") == true)
            #expect(element.attributes["fill"] != nil)
            #expect(element.attributes["fill"] != "none" || element.attributes["stroke"] != nil)
        }
    }

    @Test("has letters of at least 12 pixels, in colours that differ enough from what is behind them")
    func readable() throws {
        var overlay = MapOverlay(title: "2026")
        for kind in MapOverlay.Kind.allCases { overlay[kind, "task-user"] = 3 }
        let elements = try Self.elements(of: Self.drawing(overlay).svg(id: "bild"))
        for element in elements {
            if let size = element.attributes["font-size"].flatMap(Double.init) { #expect(size >= 12) }
        }
        let ink = try #require(elements.first?.attributes["fill"])
        let dark = try #require(elements.first { $0.attributes["class"] == "pm-deviations" }?.attributes["fill"])
        let inks: Set<String> = ["none", ink, dark]
        let grounds = Set(elements.compactMap { $0.attributes["fill"] }).subtracting(inks)
        #expect(grounds.count > 6)
        for ground in grounds { #expect(Contrast.ratio(ink, ground) >= 4.5, "\(ground)") }
        #expect(Contrast.ratio("#ffffff", dark) >= 4.5)
        for stroke in Set(elements.compactMap { $0.attributes["stroke"] }).subtracting(["#ffffff"]) {
            #expect(Contrast.ratio(stroke, "#ffffff") >= 3)
        }
    }

    // MARK: - The notation

    @Test("tells each sort of event by its ring and its icon", arguments: NotationMap.positions.indices)
    func events(row: Int) throws {
        let elements = try Self.elements(of: Self.svg)
        let rings = [
            "pm-start", "pm-startBeside", "pm-intermediate", "pm-intermediate", "pm-intermediate",
            "pm-intermediateBeside", "pm-end",
        ]
        var icons: Set<String> = []
        for column in NotationMap.definitions.indices.map(String.init) + ["any", "all"] {
            let group = elements.group("data-element", "event-\(row)-\(column)")
            let circles = group.filter { $0.name == "circle" }
            #expect(circles.count == ((2...5).contains(row) ? 2 : 1))
            #expect(circles.allSatisfy { $0.attributes["class"] == rings[row] })
            icons.insert(group.filter { $0.name == "path" }.map { $0.attributes["d"] ?? "" }.joined())
        }
        let thrown = [3, 6].contains(row)
        #expect(
            icons.count == (thrown ? 12 : 13),
            "several of which any or all happen are one icon where they are thrown"
        )
        let isDashed = elements.group("data-element", "event-\(row)-0").contains {
            $0.attributes["stroke-dasharray"] != nil
        }
        #expect(isDashed == [1, 5].contains(row))
    }

    @Test("tells each sort of gateway and of activity by its marks")
    func marks() throws {
        let elements = try Self.elements(of: Self.svg)
        func marks(_ id: String) -> String {
            elements.group("data-element", id).filter { $0.name == "path" || $0.name == "rect" }
                .map { ($0.attributes["d"] ?? "") + ($0.attributes["class"] ?? "") }.joined(separator: " ")
        }
        let gateways = NotationMap.gateways.indices.map { elements.group("data-element", "gateway-\($0)").dropFirst(3) }
        #expect(Set(gateways.map { $0.map { $0.attributes["d"] ?? "" }.joined() }).count == NotationMap.gateways.count)
        let activities =
            NotationMap.tasks.map { "task-\($0.key)" } + ["call", "undoing"]
            + MapSubProcess.Kind.allCases.map { "sub-\($0.rawValue)" }
            + MapActivity.Repetition.allCases.map { "repeated-\($0.rawValue)" }
        #expect(Set(activities.map(marks)).count == activities.count)
        #expect(marks("call").contains("pm-call"))
        #expect(marks("sub-event").contains("pm-eventSubProcess"))
    }

    @Test("tells lines by their dashes and by the marks at their ends")
    func lines() throws {
        let elements = try Self.elements(of: Self.svg)
        func classes(_ id: String) -> [String] {
            elements.group("data-element", id).compactMap { $0.attributes["class"] }
        }
        #expect(classes("flow") == ["pm-flow", "pm-arrow"])
        #expect(classes("default") == ["pm-flow", "pm-flow", "pm-arrow"])
        #expect(classes("conditional") == ["pm-flow", "pm-openArrow", "pm-arrow"])
        #expect(classes("message") == ["pm-messageFlow", "pm-light", "pm-openArrow"])
        #expect(classes("tie") == ["pm-tie"])
        #expect(classes("tie-one") == ["pm-tie", "pm-bracket"])
        #expect(classes("tie-both") == ["pm-tie", "pm-bracket", "pm-bracket"])
        #expect(classes("reading") == ["pm-tie", "pm-bracket"])
        let dashes = ["flow", "message", "tie"].map {
            elements.group("data-element", $0).compactMap { $0.attributes["stroke-dasharray"] }.first
        }
        #expect(Set(dashes).count == 3)
    }

    @Test("draws what is inside a sub-process only where the diagram does")
    func insides() throws {
        let map = ProcessMap("Ansökan") {
            subProcess("Utred", id: "utred") { lane("Handläggare", id: "roll") { step("Samtala", id: "samtala") } }
        }
        let outer = MapDiagram.Shape("utred", bounds: MapBounds(x: 0, y: 0, width: 300, height: 200))
        let inner = MapDiagram.Shape("samtala", bounds: MapBounds(x: 60, y: 60, width: 100, height: 80))
        func classes(_ shapes: [MapDiagram.Shape]) throws -> [String] {
            let diagram = MapDiagram(of: map.id, shapes: shapes)
            let svg = MapDrawing(of: map, diagram: diagram, language: .english).svg(id: "b")
            return try Self.elements(of: svg).group("data-element", "utred").compactMap { $0.attributes["class"] }
        }
        #expect(try classes([outer, inner]) == ["pm-subProcess"])
        #expect(try classes([outer]).count > 1, "a sign that there is more")
        var collapsed = outer
        collapsed.isExpanded = false
        #expect(try classes([collapsed]).first == "pm-step")
        #expect(try classes([inner, outer]) == ["pm-subProcess"])
    }

    @Test("draws what is around before what is inside, whatever the order of the diagram")
    func order() throws {
        let map = ProcessMap("Ansökan") {
            lane("Handläggare", id: "yttre") {
                subProcess("Utred", id: "utred") { lane("Utredare", id: "inre") { step("Samtala", id: "samtala") } }
            }
        }
        let shapes = ["samtala", "inre", "utred", "yttre"].enumerated().map { place, id in
            let margin = Double(place) * 30
            let bounds = MapBounds(x: -margin, y: -margin, width: 100 + 2 * margin, height: 80 + 2 * margin)
            return MapDiagram.Shape(MapElementID(id), bounds: bounds)
        }
        let svg = MapDrawing(of: map, diagram: MapDiagram(of: map.id, shapes: shapes), language: .english).svg(id: "b")
        let drawn = try Self.elements(of: svg).compactMap { $0.attributes["data-element"] }
        #expect(drawn == ["yttre", "utred", "inre", "samtala"])
    }

    @Test("lays out a map that has no diagram, and takes the first that has something in it otherwise")
    func withoutDiagram() throws {
        let map = ProcessMap("Ansökan") {
            start("Ansökan kommer")
            step("Utred", id: "utred")
            end("Beslut")
        }
        let drawing = try map.drawing(language: .swedish)
        #expect(try Self.elements(of: drawing.svg(id: "b")).with("data-element").count == 5)
        #expect(drawing.map == map)
        var placed = map
        let shape = MapDiagram.Shape("utred", bounds: MapBounds(x: 0, y: 0, width: 100, height: 80))
        placed.diagrams = [MapDiagram(of: map.id), MapDiagram(of: map.id, shapes: [shape])]
        #expect(try placed.drawing(language: .swedish).diagram == placed.diagrams[1])
        #expect(try Self.elements(of: ProcessMap(id: "tom").drawing(language: .english).svg(id: "b")).count > 3)
    }

    @Test(
        "takes the first laid out diagram with steps in it, or else the first with anything",
        arguments: [
            ("q", "process p\nprocess q\n  step a"), ("q", "pool part\nprocess q\n  step a"),
            ("q", "process p\nprocess q\n  note n \"Mer\""), ("p", "process p\nprocess q"),
        ]
    )
    func firstLaidOut(plane: String, text: String) throws {
        let drawing = try ProcessMap(text: "map m\n\(text)").drawing(language: .swedish)
        #expect(drawing.diagram.plane == MapElementID(plane))
        let drawn = try Self.elements(of: drawing.svg(id: "b")).with("data-element").count
        #expect(drawn == (text.contains("\n  ") ? 1 : 0))
    }

    // MARK: - Words

    @Test(
        "keeps the words of a step inside it, and cuts only what has no room",
        arguments: [
            "Ge stöd", "Genomförandeplanering tillsammans med den enskilde", "Verkställighetsuppföljningssamordnare",
            "Utred händelsen, bedöm allvaret och besluta om åtgärder", String(repeating: "w", count: 50_000),
            "日本語日本語日本語日本語",
        ]
    )
    func wrapped(name: String) throws {
        var map = ProcessMap(id: "m", processes: [MapProcess(id: "p")])
        map.processes[0].body.nodes = [MapNode(id: "n", name: name, kind: .activity(MapActivity(.task(.user))))]
        let bounds = MapBounds(x: 0, y: 0, width: 110, height: 84)
        let diagram = MapDiagram(of: "p", shapes: [MapDiagram.Shape("n", bounds: bounds)])
        let svg = MapDrawing(of: map, diagram: diagram, language: .swedish).svg(id: "b")
        let group = try Self.elements(of: svg).group("data-element", "n")
        let spans = group.filter { $0.name == "tspan" }
        let ys = spans.compactMap { $0.attributes["y"].flatMap(Double.init) }
        #expect(ys.allSatisfy { $0 > 10 && $0 < 84 } && ys == ys.sorted())
        #expect(spans.allSatisfy { $0.text.count <= 26 })
        let shown = spans.map(\.text).joined()
        let whole = name.filter { $0 != " " && $0 != "-" }
        #expect(shown.filter { $0 != " " && $0 != "-" } == whole || shown.hasSuffix("…"))
        #expect(group.first { $0.name == "title" }?.text.hasSuffix(name) == true)
        if name.count < 60, name.first?.isASCII == true { #expect(!shown.contains("…")) }
    }

    @Test("is well-formed and tells all names of any map, whatever they hold", arguments: Seeds.some(150))
    func anyMap(seed: UInt64) throws {
        let map = DrawnMap.map(seed: seed)
        var overlay = MapOverlay(title: "<\u{0}&")
        for (number, element) in MapIndex(map).elements.enumerated() where number % 3 == 0 {
            overlay[.risks, element.id] = number
        }
        for diagram in map.diagrams {
            let drawing = MapDrawing(of: map, diagram: diagram, overlay: overlay, language: .english)
            let svg = drawing.svg(id: "b")
            let elements = try Self.elements(of: svg)
            #expect(svg == drawing.svg(id: "b"))
            #expect(elements.filter { $0.name == "script" }.isEmpty)
            #expect(!svg.contains("nan") && !svg.contains("inf\""))
        }
        let figure = try #require(
            PictureReader.elements(MapOutline(of: map, overlay: overlay, language: .swedish).html.wrapped)
        )
        let counted = figure.filter { $0.name == "li" }.map(\.text).joined()
        #expect(overlay.isEmpty || counted.contains("Risker"))
    }

    // MARK: - Counts

    @Test(
        "lays counts on steps by a shape, a letter and a number, and says them in words",
        arguments: Language.allCases
    )
    func counts(language: Language) throws {
        var overlay = MapOverlay(title: "Januari–mars 2026")
        overlay[.deviations, "task-user"] = 12
        overlay[.risks, "task-user"] = 3
        overlay[.selfChecks, "gateway-2"] = 1
        overlay[.deviations, "flow"] = 2
        overlay[.deviations, "lane"] = 4
        overlay[.risks, "borta"] = 5
        let drawing = Self.drawing(overlay, in: language)
        let elements = try Self.elements(of: drawing.svg(id: "b"))
        let letters = MapOverlay.Kind.allCases.map { $0.letter(language) }
        #expect(elements.group("data-counts", "task-user").lines == [letters[0], "12", letters[1], "3"])
        #expect(elements.group("data-counts", "gateway-2").lines == [letters[2], "1"])
        #expect(elements.group("data-counts", "flow").lines.contains("2"))
        #expect(elements.group("data-counts", "lane").lines.contains("4"))
        let legend = elements.group("data-legend", "true").lines
        #expect(legend.first == "Januari–mars 2026")
        #expect(legend.contains("\(MapOverlay.Kind.deviations.label(language)): 18"))
        let risks = try #require(legend.first { $0.hasPrefix(MapOverlay.Kind.risks.label(language)) })
        #expect(risks.contains("8") && risks.contains("5"), "those that are not on the map are told")
        let description = elements.first { $0.attributes["id"] == "b-desc" }?.text ?? ""
        #expect(description.contains("Januari–mars 2026: \(MapOverlay.Kind.deviations.label(language)) 18"))
        let outline = drawing.outline.text
        #expect(outline.contains("\(MapOverlay.Kind.deviations.label(language)) 12, "))
        #expect(outline.contains("borta"))
        #expect(try Self.elements(of: Self.svg).with("data-counts").isEmpty)
    }

    @Test("adds up counts without overflow, and forgets those that are not above zero")
    func sums() {
        var overlay = MapOverlay(.deviations, ["a": 2, "b": 0, "c": -3])
        #expect(overlay.elements == ["a"])
        overlay[.deviations, "b"] = .max
        #expect(overlay.total(of: .deviations) == .max)
        overlay[.deviations, "b"] = 0
        overlay[.deviations, "a"] = 0
        #expect(overlay.isEmpty && overlay == MapOverlay() && overlay.kinds.isEmpty)
    }

    @Test("stands in a page with its caption and the outline beside")
    func figure() throws {
        let elements = try Self.elements(of: Self.drawing().figure(id: "bild"))
        #expect(elements.first?.name == "figure")
        #expect(elements.first { $0.name == "figcaption" }?.text == "Allt som kan ritas")
        #expect(elements.contains { $0.name == "svg" } && elements.contains { $0.name == "ol" })
        let ids = elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
    }
}

extension String {
    fileprivate var wrapped: String { "<div>\(self)</div>" }
}

/// How much two colours differ in light, by WCAG 2.
enum Contrast {
    static func ratio(_ one: String, _ other: String) -> Double {
        let lights = [light(one), light(other)].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private static func light(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
