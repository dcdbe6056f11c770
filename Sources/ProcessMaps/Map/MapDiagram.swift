/// Where the elements of a map, a process or a sub-process are drawn (*diagram*).
public struct MapDiagram: Hashable, Sendable {
    /// Where one element is drawn as a shape.
    public struct Shape: Hashable, Sendable {
        /// The element.
        public var element: MapElementID
        /// Its place and size.
        public var bounds: MapBounds
        /// The place of its name; `nil` where the drawing decides.
        public var label: MapBounds?
        /// Whether a pool or lane runs from left to right; `nil` where the file does not say.
        public var isHorizontal: Bool?
        /// Whether the inside of a sub-process is drawn; `nil` where the file does not say.
        public var isExpanded: Bool?
        /// Whether an exclusive gateway is drawn with its cross; `nil` where the file does not say.
        public var isMarkerVisible: Bool?

        /// A shape.
        public init(
            _ element: MapElementID,
            bounds: MapBounds,
            label: MapBounds? = nil,
            isHorizontal: Bool? = nil,
            isExpanded: Bool? = nil,
            isMarkerVisible: Bool? = nil
        ) {
            self.element = element
            self.bounds = bounds
            self.label = label
            self.isHorizontal = isHorizontal
            self.isExpanded = isExpanded
            self.isMarkerVisible = isMarkerVisible
        }
    }

    /// How one element is drawn as a line.
    public struct Edge: Hashable, Sendable {
        /// The element.
        public var element: MapElementID
        /// The points of the line from source to target, at least two in a sound file.
        public var waypoints: [MapPoint]
        /// The place of its name; `nil` where the drawing decides.
        public var label: MapBounds?

        /// A line.
        public init(_ element: MapElementID, waypoints: [MapPoint], label: MapBounds? = nil) {
            self.element = element
            self.waypoints = waypoints
            self.label = label
        }
    }

    /// The name that people read; empty where there is none.
    public var name: String
    /// What it is a drawing of: the map, a process or a sub-process.
    public var plane: MapElementID
    /// The shapes, from back to front.
    public var shapes: [Shape]
    /// The lines, from back to front.
    public var edges: [Edge]

    /// A diagram.
    public init(of plane: MapElementID, name: String = "", shapes: [Shape] = [], edges: [Edge] = []) {
        self.name = name
        self.plane = plane
        self.shapes = shapes
        self.edges = edges
    }
}
