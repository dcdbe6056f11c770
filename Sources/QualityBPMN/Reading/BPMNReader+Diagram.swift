import ProcessMaps

extension BPMNReader {
    mutating func diagram(_ node: Int) -> MapDiagram {
        let plane = tree.child(of: node, "BPMNPlane", in: BPMNVocabulary.diagram)
        var trace = BPMNTrace.Diagram(node: node, plane: plane ?? node)
        var diagram = MapDiagram(of: "", name: name(node))
        if let plane {
            diagram.plane = demanded("bpmnElement", of: plane)
            for child in tree.children(of: plane) {
                switch tree.local(child, in: BPMNVocabulary.diagram) {
                case "BPMNShape":
                    diagram.shapes.append(shape(child))
                    trace.shapes.append(child)
                case "BPMNEdge":
                    diagram.edges.append(edge(child))
                    trace.edges.append(child)
                default: continue
                }
            }
        } else {
            report(.missingReference, node)
        }
        self.trace.diagrams.append(trace)
        return diagram
    }

    private mutating func shape(_ node: Int) -> MapDiagram.Shape {
        let bounds = tree.child(of: node, "Bounds", in: BPMNVocabulary.common).map { self.bounds($0, for: node) }
        if bounds == nil { report(.number, node) }
        return MapDiagram.Shape(
            demanded("bpmnElement", of: node),
            bounds: bounds ?? MapBounds(x: 0, y: 0, width: 0, height: 0),
            label: label(node),
            isHorizontal: flag("isHorizontal", of: node),
            isExpanded: flag("isExpanded", of: node),
            isMarkerVisible: flag("isMarkerVisible", of: node)
        )
    }

    private mutating func edge(_ node: Int) -> MapDiagram.Edge {
        var waypoints: [MapPoint] = []
        for child in tree.children(of: node) where tree.local(child, in: BPMNVocabulary.interchange) == "waypoint" {
            waypoints.append(MapPoint(x: number("x", of: child, for: node), y: number("y", of: child, for: node)))
        }
        return MapDiagram.Edge(demanded("bpmnElement", of: node), waypoints: waypoints, label: label(node))
    }

    private mutating func label(_ node: Int) -> MapBounds? {
        guard let label = tree.child(of: node, "BPMNLabel", in: BPMNVocabulary.diagram),
            let bounds = tree.child(of: label, "Bounds", in: BPMNVocabulary.common)
        else { return nil }
        return self.bounds(bounds, for: node)
    }

    private mutating func bounds(_ node: Int, for owner: Int) -> MapBounds {
        MapBounds(
            x: number("x", of: node, for: owner),
            y: number("y", of: node, for: owner),
            width: number("width", of: node, for: owner),
            height: number("height", of: node, for: owner)
        )
    }
}
