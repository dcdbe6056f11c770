import ProcessMaps

extension BPMNPatcher {
    mutating func patchDiagrams() {
        guard old.diagrams != new.diagrams else { return }
        var known: [MapElementID: [Int]] = [:]
        for place in old.diagrams.indices.reversed() { known[old.diagrams[place].plane, default: []].append(place) }
        var wanted: [Int] = []
        for diagram in new.diagrams {
            if let place = known[diagram.plane]?.popLast() {
                wanted.append(trace.diagrams[place].node)
                patch(diagram, old.diagrams[place], trace.diagrams[place])
            } else {
                wanted.append(add(diagram))
            }
        }
        for place in known.values.flatMap(\.self) { tree.remove(trace.diagrams[place].node) }
        arrange(wanted, in: [trace.definitions])
    }

    private mutating func add(_ diagram: MapDiagram) -> Int {
        let node = add("BPMNDiagram", to: trace.definitions, of: BPMNVocabulary.diagram)
        tree.setAttribute("id", of: node, to: unusedIdentity("BPMNDiagram"))
        let plane = add("BPMNPlane", to: node, of: BPMNVocabulary.diagram)
        tree.setAttribute("id", of: plane, to: unusedIdentity("BPMNPlane"))
        setReference("bpmnElement", of: plane, "", diagram.plane)
        patch(diagram, MapDiagram(of: diagram.plane), BPMNTrace.Diagram(node: node, plane: plane))
        return node
    }

    private mutating func patch(_ diagram: MapDiagram, _ old: MapDiagram, _ trace: BPMNTrace.Diagram) {
        setName(of: trace.node, old.name, diagram.name)
        var plane = trace.plane
        if plane == trace.node, diagram.shapes != old.shapes || diagram.edges != old.edges {
            plane = add("BPMNPlane", to: plane, of: BPMNVocabulary.diagram)
        }
        if diagram.shapes != old.shapes {
            patch(diagram.shapes, zip(old.shapes, trace.shapes), \.element, in: plane) { patcher, shape, old, node in
                let place = node ?? patcher.makeDrawn("BPMNShape", shape.element, in: plane)
                patcher.patch(shape, old, at: place)
                return place
            }
        }
        if diagram.edges != old.edges {
            patch(diagram.edges, zip(old.edges, trace.edges), \.element, in: plane) { patcher, edge, old, node in
                let place = node ?? patcher.makeDrawn("BPMNEdge", edge.element, in: plane)
                patcher.patch(edge, old, at: place)
                return place
            }
        }
    }

    /// Matches what is drawn with what was drawn, by element, and takes away what is drawn no more.
    private mutating func patch<Drawn>(
        _ new: [Drawn],
        _ old: some Sequence<(Drawn, Int)>,
        _ element: KeyPath<Drawn, MapElementID>,
        in plane: Int,
        _ place: (inout BPMNPatcher, Drawn, Drawn?, Int?) -> Int
    ) {
        var known: [MapElementID: [(Drawn, Int)]] = [:]
        for pair in old.reversed() { known[pair.0[keyPath: element], default: []].append(pair) }
        var wanted: [Int] = []
        for drawn in new {
            let match = known[drawn[keyPath: element]]?.popLast()
            wanted.append(place(&self, drawn, match?.0, match?.1))
        }
        for pair in known.values.flatMap(\.self) { tree.remove(pair.1) }
        arrange(wanted, in: [plane])
    }

    private mutating func makeDrawn(_ local: String, _ element: MapElementID, in plane: Int) -> Int {
        let node = make(local, in: plane, of: BPMNVocabulary.diagram)
        let name = reference(element)
        tree.setAttribute("id", of: node, to: unusedIdentity(name + "_di"))
        setReference("bpmnElement", of: node, "", element)
        return node
    }

    private mutating func patch(_ shape: MapDiagram.Shape, _ old: MapDiagram.Shape?, at node: Int) {
        if old?.bounds != shape.bounds { set(shape.bounds, of: node) }
        patchLabel(old?.label, shape.label, of: node)
        set("isHorizontal", of: node, old?.isHorizontal.map(String.init), shape.isHorizontal.map(String.init))
        set("isExpanded", of: node, old?.isExpanded.map(String.init), shape.isExpanded.map(String.init))
        set("isMarkerVisible", of: node, old?.isMarkerVisible.map(String.init), shape.isMarkerVisible.map(String.init))
    }

    private mutating func patch(_ edge: MapDiagram.Edge, _ old: MapDiagram.Edge?, at node: Int) {
        if old?.waypoints != edge.waypoints {
            var free = elements(of: node).filter { tree.local($0, in: BPMNVocabulary.interchange) == "waypoint" }
            for point in edge.waypoints {
                let place =
                    free.isEmpty ? add("waypoint", to: node, of: BPMNVocabulary.interchange) : free.removeFirst()
                tree.setAttribute("x", of: place, to: point.x.written)
                tree.setAttribute("y", of: place, to: point.y.written)
            }
            for place in free { tree.remove(place) }
        }
        patchLabel(old?.label, edge.label, of: node)
    }

    private mutating func patchLabel(_ old: MapBounds?, _ new: MapBounds?, of node: Int) {
        guard old != new else { return }
        if let new {
            let label = tree.child(of: node, "BPMNLabel", in: BPMNVocabulary.diagram)
            return set(new, of: label ?? add("BPMNLabel", to: node, of: BPMNVocabulary.diagram))
        }
        // A damaged file may say it twice: what stayed would be read in place of what went.
        for label in elements(of: node) where tree.local(label, in: BPMNVocabulary.diagram) == "BPMNLabel" {
            for bounds in elements(of: label) where tree.local(bounds, in: BPMNVocabulary.common) == "Bounds" {
                tree.remove(bounds)
            }
        }
    }

    private mutating func set(_ bounds: MapBounds, of node: Int) {
        let place =
            tree.child(of: node, "Bounds", in: BPMNVocabulary.common)
            ?? add("Bounds", to: node, of: BPMNVocabulary.common)
        tree.setAttribute("x", of: place, to: bounds.x.written)
        tree.setAttribute("y", of: place, to: bounds.y.written)
        tree.setAttribute("width", of: place, to: bounds.width.written)
        tree.setAttribute("height", of: place, to: bounds.height.written)
    }
}

extension Double {
    /// The shortest number that is read as the same again.
    fileprivate var written: String {
        let text = description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
