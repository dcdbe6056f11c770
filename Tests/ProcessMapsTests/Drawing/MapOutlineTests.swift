import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("A process map in words")
struct MapOutlineTests {
    private static let support = ProcessMap("Verkställighet") {
        lane("Enhetschef") {
            start("Uppdrag kommer")
            step("Planera insatsen", .user).reads("Beställning").writes("Plan")
            handOver("Genomförandeplan")
        }
        lane("Undersköterska") {
            subProcess("Ge stöd", id: "ge") {
                start("Dagen börjar")
                step("Hälsa på")
                end("Dagen är slut")
            }
            .on("En månad har gått", .timer(.duration("P1M")), isInterrupting: false) { end("Uppföljt") }
            choice("Räcker stödet?") {
                branch("ja", isDefault: true) { end("Insatsen är given") }
                branch("nej") { lane("Enhetschef") { go(to: "planera-insatsen") } }
            }
        }
    }

    @Test("stands role by role in the order of work, with what follows on each step")
    func text() {
        var overlay = MapOverlay()
        overlay[.deviations, "planera-insatsen"] = 2
        let outline = MapOutline(of: Self.support, overlay: overlay, language: .swedish)
        #expect(
            outline.text == """
                Verkställighet
                – Enhetschef (roll)
                   1. Uppdrag kommer (start). Därefter 2 Planera insatsen.
                   2. Planera insatsen (aktivitet med systemstöd). Avvikelser 2. Läser Beställning. Skriver Plan. \
                Därefter ”Genomförandeplan” till 3 Ge stöd (Undersköterska).
                – Undersköterska (roll)
                   3. Ge stöd (delprocess). Därefter 4 Räcker stödet?
                      1. Dagen börjar (start). Därefter 2 Hälsa på.
                      2. Hälsa på (aktivitet). Därefter 3 Dagen är slut.
                      3. Dagen är slut (slut)
                   4. Räcker stödet? (val av en väg). Därefter ”ja” (annars) till 5 Insatsen är given; \
                ”nej” till 2 Planera insatsen (Enhetschef).
                   5. Insatsen är given (slut)
                   6. En månad har gått (händelse som inte avbryter, tid). Gäller 3 Ge stöd. Därefter 7 Uppföljt.
                   7. Uppföljt (slut)

                """
        )
        #expect(MapOutline(of: Self.support, language: .english).text.contains("Then “Genomförandeplan” to 3 Ge stöd"))
    }

    @Test("is ordered lists in each other, whose numbers are those of the flow")
    func html() throws {
        let elements = try #require(
            PictureReader.elements(MapOutline(of: Self.support, language: .swedish).html)
        )
        #expect(elements.first?.name == "ol")
        #expect(elements.allSatisfy { ["ol", "li", "strong"].contains($0.name) })
        let items = elements.filter { $0.name == "li" }
        #expect(items.compactMap { $0.attributes["value"] } == ["1", "2", "3", "1", "2", "3", "4", "5", "6", "7"])
        let inner = try #require(elements.first { $0.name == "strong" && $0.text == "Hälsa på" })
        #expect(inner.path.map { elements[$0].name } == ["ol", "li", "ol", "li", "ol", "li"])
        for place in elements.indices where elements[place].name == "ol" {
            let children = elements.filter { $0.path.last == place }
            #expect(!children.isEmpty && children.allSatisfy { $0.name == "li" })
        }
    }

    @Test("names every step of every map once, however it is nested", arguments: Seeds.some(200))
    func everyStep(seed: UInt64) {
        let map = DrawnMap.map(seed: seed)
        let index = MapIndex(map)
        guard index.duplicates.isEmpty else { return }
        var items = MapOutline(of: map, language: .english).items
        var steps: [MapElementID] = []
        while let item = items.popLast() {
            if item.number != nil, let element = item.element { steps.append(element) }
            items += item.items
        }
        #expect(Set(steps).count == steps.count)
        let others = Set(index.nodes.map(\.id)).subtracting(steps)
        for node in others.compactMap(index.node) {
            let isExclusive = if case .exclusive? = node.gateway { true } else { false }
            #expect(isExclusive && node.name.allSatisfy(\.isWhitespace))
        }
    }

    @Test("does not mention places where ways only meet, not even where they meet in a ring")
    func joins() {
        let map = ProcessMap("Ansökan") {
            start("Ansökan")
            choice("Mer?") {
                branch("ja") { step("Ring") }
                branch("nej")
            }
            end("Klart")
        }
        let text = MapOutline(of: map, language: .swedish).text
        #expect(text.contains("2. Mer? (val av en väg). Därefter ”ja” till 3 Ring; ”nej” till 4 Klart."))
        #expect(text.contains("3. Ring (aktivitet). Därefter 4 Klart."))
        var ring = MapBody(nodes: ["a", "b", "c"].map { MapNode(id: $0, kind: .gateway(.exclusive())) })
        ring.sequenceFlows = [
            MapSequenceFlow(id: "1", from: "a", to: "b"), MapSequenceFlow(id: "2", from: "b", to: "a"),
            MapSequenceFlow(id: "3", from: "c", to: "a"),
        ]
        let outline = MapOutline(
            of: ProcessMap(id: "m", processes: [MapProcess(id: "p", body: ring)]),
            language: .swedish
        )
        #expect(outline.items.count == 1)
    }

    @Test("tells what passes between parties, what links lead to and what notes say")
    func parties() {
        let map = ProcessMap("Remiss") {
            pool("Kommunen") {
                start("Remiss kommer", .message(nil), id: "in")
                milestone("", .link("vidare"), id: "ut")
            }
            pool("Regionen")
            message("Remiss", from: "regionen", to: "in")
        }
        var noted = map
        noted.pools[0].process?.body.nodes.append(
            MapNode(id: "igen", kind: .event(MapEvent(.intermediateCatch, [.link("vidare")])))
        )
        noted.artifacts = [MapArtifact(id: "n", kind: .annotation("Inom ett dygn."))]
        noted.associations = [MapAssociation(id: "t", from: "n", to: "in")]
        let text = MapOutline(of: noted, language: .swedish).text
        #expect(text.contains("1. Remiss kommer (start, meddelande). Får ”Remiss” från Regionen"))
        #expect(text.contains("Anteckning: Inom ett dygn. Därefter 2"))
        #expect(text.contains("2. Utlöst händelse, länk. Därefter 3 inväntad händelse, länk."))
        #expect(text.contains("– Regionen (part). Skickar ”Remiss” till Remiss kommer (Kommunen)."))
    }

    @Test("follows long maps and deep ones")
    func large() {
        var body = MapBody()
        for number in 0..<400 {
            body = MapBody(
                lanes: [MapLane(id: MapElementID("l\(number)"), nodes: [MapElementID("n\(number)")])],
                nodes: [
                    MapNode(
                        id: MapElementID("n\(number)"),
                        kind: .activity(MapActivity(.subProcess(MapSubProcess(body: body))))
                    )
                ]
            )
        }
        let map = ProcessMap(id: "m", processes: [MapProcess(id: "p", body: body)])
        let outline = MapOutline(of: map, language: .swedish)
        #expect(outline.text.split(separator: "\n").count == 801)
        #expect(PictureReader.elements(outline.html)?.filter { $0.name == "li" }.count == 800)
    }
}
