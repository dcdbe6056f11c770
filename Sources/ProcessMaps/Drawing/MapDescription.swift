import QualityCore

/// What a picture shows, in some sentences for those who do not see it.
struct MapDescription {
    let map: ProcessMap
    let index: MapIndex
    let overlay: MapOverlay
    let language: Language

    var title: String {
        let name = PictureMarkup.line(map.name)
        let alone = map.processes.count == 1 && map.pools.isEmpty ? map.processes[0].name : ""
        let found = name.isEmpty ? PictureMarkup.line(alone) : name
        return found.isEmpty ? words("Processkarta", "Process map") : found
    }

    /// The sentences: how much of what, by whom, from what to what, and the counts.
    var text: String {
        let nodes = index.nodes
        let steps = nodes.filter { $0.activity != nil }.count
        let choices = nodes.filter { $0.gateway != nil && index.outgoing($0.id).count > 1 }.count
        var sentences = [
            words(
                "Processkarta med \(steps) \(steps == 1 ? "aktivitet" : "aktiviteter") och \(choices) vägskäl",
                "Process map with \(steps) \(steps == 1 ? "step" : "steps") and \(choices) "
                    + (choices == 1 ? "gateway" : "gateways")
            )
        ]
        list(names(of: map.pools.map(\.name)), words("Parter", "Parties"), into: &sentences)
        let lanes = index.scopes.flatMap { $0.body.allLanes }.filter { $0.lanes.isEmpty }
        list(names(of: lanes.map(\.name)), words("Roller", "Roles"), into: &sentences)
        let outer = index.scopes.filter { $0.depth == 0 }.flatMap { $0.body.nodes }
        let starts = outer.filter { $0.event?.isStart == true }.map(\.name)
        list(names(of: starts), words("Börjar med", "Begins with"), into: &sentences)
        let ends = outer.filter { $0.event?.position == .end }.map(\.name)
        list(names(of: ends), words("Slutar med", "Ends with"), into: &sentences)
        let about = PictureMarkup.line(overlay.title)
        let counts = overlay.kinds.map { kind in
            let places = overlay.elements.filter { overlay[kind, $0] > 0 }
            let place = words(
                places.count == 1 ? "ställe" : "ställen",
                places.count == 1 ? "place" : "places"
            )
            return "\(kind.label(language)) \(overlay.total(of: kind)) \(words("på", "in")) \(places.count) \(place)"
        }
        list(counts, about.isEmpty ? words("Antal", "Counts") : about, into: &sentences)
        return sentences.map { $0 + "." }.joined(separator: " ")
    }

    /// At most eight names, and how many more there are.
    private func list(_ names: [String], _ heading: String, into sentences: inout [String]) {
        guard !names.isEmpty else { return }
        let rest = names.count - 8
        let more = rest > 0 ? words(" och \(rest) till", " and \(rest) more") : ""
        sentences.append("\(heading): " + names.prefix(8).joined(separator: ", ") + more)
    }

    private func names(of names: [String]) -> [String] {
        names.map(PictureMarkup.line).filter { !$0.isEmpty }
    }

    private func words(_ swedish: String, _ english: String) -> String {
        language == .swedish ? swedish : english
    }
}
