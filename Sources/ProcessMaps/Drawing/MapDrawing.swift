public import QualityCore

/// A picture of a map as one of its diagrams lays it out, in the notation of BPMN 2.0 (*processkarta i bild*).
///
/// The SVG stands in a page by itself: it needs no font, script or style sheet, has a title and a description for those who
/// do not see it, and says nothing by colour alone. Its text is never smaller than 12 pixels at its own size; a page that is
/// narrower should scroll it rather than shrink it, as ``figure(id:)`` does. A name that its shape has no room for ends in
/// `…`, and stands in full in the title of the shape and in the outline.
///
/// A page sets the colours by `--map-ink`, `--map-paper`, `--map-rule`, `--map-pool`, `--map-lane`, `--map-step`,
/// `--map-start`, `--map-end`, `--map-gateway`, `--map-deviations` and `--map-risks`.
public struct MapDrawing: Hashable, Sendable {
    /// What is drawn.
    public var map: ProcessMap
    /// Where it is drawn; elements without a place in it are not drawn.
    public var diagram: MapDiagram
    /// The counts that are laid on it.
    public var overlay: MapOverlay
    /// The language of what is added to the names.
    public var language: Language

    /// A picture of a map by one of its diagrams, or by another.
    public init(
        of map: ProcessMap,
        diagram: MapDiagram,
        overlay: MapOverlay = MapOverlay(),
        language: Language
    ) {
        self.map = map
        self.diagram = diagram
        self.overlay = overlay
        self.language = language
    }

    /// The map in words, for those who do not see the picture.
    public var outline: MapOutline {
        MapOutline(of: map, overlay: overlay, language: language)
    }

    /// The picture as an SVG element, the same bytes each time.
    ///
    /// - Parameter id: what its identities in the page begin with; two pictures on a page need different ones.
    public func svg(id: String) -> String {
        MapPainter(self, id: PictureMarkup.pageID(id)).svg
    }

    /// The picture and the outline as an HTML element: the picture scrolls where it is too wide, the outline opens.
    ///
    /// - Parameter id: what its identities in the page begin with; two pictures on a page need different ones.
    public func figure(id: String) -> String {
        let outline = self.outline
        let page = PictureMarkup.pageID(id)
        let name = MarkupText.escaped(outline.title)
        let summary = language == .swedish ? "Kartan i ord, steg för steg" : "The map in words, step by step"
        return """
            <figure class="process-map" lang="\(language.rawValue)" aria-labelledby="\(page)-caption">
            <div role="region" aria-labelledby="\(page)-caption" tabindex="0" style="overflow-x:auto">
            \(svg(id: id))
            </div>
            <figcaption id="\(page)-caption">\(name)</figcaption>
            <details><summary>\(summary)</summary>
            \(outline.html)
            </details>
            </figure>
            """
    }
}

extension ProcessMap {
    /// A picture of the map by the first of its diagrams that has something in it, or laid out anew where none has.
    ///
    /// Of several diagrams laid out anew it is the first with steps, events or gateways, or else with anything in it.
    ///
    /// - Parameters:
    ///   - overlay: the counts that are laid on it.
    ///   - language: the language of what is added to the names.
    /// - Throws: ``MapLayoutError`` for a map without diagrams that cannot be laid out.
    public func drawing(
        overlay: MapOverlay = MapOverlay(),
        language: Language
    ) throws(MapLayoutError) -> MapDrawing {
        var diagram = diagrams.first { !$0.shapes.isEmpty }
        if diagram == nil {
            let laidOut = try laidOut().diagrams
            let index = MapIndex(self)
            diagram =
                laidOut.first { $0.shapes.contains { index.node($0.element) != nil } }
                ?? laidOut.first { !$0.shapes.isEmpty } ?? laidOut.first
        }
        return MapDrawing(of: self, diagram: diagram ?? MapDiagram(of: id), overlay: overlay, language: language)
    }
}
