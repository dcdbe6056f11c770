public import QualityCore

/// A map in the language of another drawing program, and what of it that language could not say.
///
/// Places and sizes are never said: those programs lay the map out themselves. Icons are said in words.
public struct MapGraphText: Hashable, Sendable {
    /// Why something is not said. Closed.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// There is no frame around what lies in several groups.
        case frame
        /// A line can only go between shapes, not to another line.
        case lineToLine
        /// An end of the line is not in the map.
        case missingEnd
        /// An earlier element has the same identity.
        case doubledIdentity
    }

    /// What is not said.
    public struct Unsaid: Hashable, Sendable {
        /// The element that is left out.
        public let element: MapElementID
        /// Why it is left out.
        public let reason: Reason
    }

    /// The map in the other language.
    public let text: String
    /// The elements that are left out, in the order of the map.
    public let unsaid: [Unsaid]

    init(text: String, unsaid: [Unsaid]) {
        self.text = text
        self.unsaid = unsaid
    }
}

extension ProcessMap {
    /// The map as a flowchart for Mermaid, with roles and parties as frames.
    ///
    /// - Parameters:
    ///   - overlay: the counts that are told under the names of the elements.
    ///   - language: the language of what is added to the names.
    public func mermaid(overlay: MapOverlay = MapOverlay(), language: Language) -> MapGraphText {
        MermaidWriter(MapGraph(self, overlay: overlay, language: language)).written
    }

    /// The map as a graph in DOT for Graphviz, with roles and parties as clusters.
    ///
    /// - Parameters:
    ///   - overlay: the counts that are told under the names of the elements.
    ///   - language: the language of what is added to the names.
    public func dot(overlay: MapOverlay = MapOverlay(), language: Language) -> MapGraphText {
        DotWriter(MapGraph(self, overlay: overlay, language: language)).written
    }
}

extension MapGraphText.Reason: Labelled {
    /// The reason in words.
    public var label: LocalizedText {
        switch self {
        case .frame: LocalizedText(sv: "gruppen kan inte ritas", en: "the group cannot be drawn")
        case .lineToLine:
            LocalizedText(sv: "linjen går till en annan linje", en: "the line goes to another line")
        case .missingEnd: LocalizedText(sv: "linjens ände saknas på kartan", en: "an end of the line is not on the map")
        case .doubledIdentity:
            LocalizedText(sv: "identiteten finns redan", en: "an earlier element has the identity")
        }
    }
}
