/// The elements of a map by identity, and what surrounds each of them: built once, then every answer is a look-up.
///
/// Where a faulty map has an identity twice, the first element in the order of ``elements`` answers to it.
public struct MapIndex: Sendable {
    /// A process or a sub-process with what it holds.
    public struct Scope: Sendable, Identifiable {
        /// The identity of the process or of the sub-process.
        public let id: MapElementID
        /// The process or sub-process around it; `nil` for a process.
        public let parent: MapElementID?
        /// The pool of its process; `nil` for a process in none.
        public let pool: MapElementID?
        /// How many processes and sub-processes are around it: 0 for a process.
        public let depth: Int
        /// What it holds.
        public let body: MapBody
    }

    /// Every process and sub-process, each before those inside it.
    public let scopes: [Scope]
    /// Every element: subjects, pools, then scope by scope, and last what lies between the pools.
    public let elements: [MapElement]
    /// The identities that more than one element has, each once.
    public let duplicates: [MapElementID]

    private let places: [MapElementID: Int]
    private let scopeIndices: [MapElementID: Int]
    private let containers: [MapElementID: MapElementID]
    private let flowsIn: [MapElementID: [MapSequenceFlow]]
    private let flowsOut: [MapElementID: [MapSequenceFlow]]
    private let lanePaths: [MapElementID: [MapLane]]
    private let boundary: [MapElementID: [MapNode]]

    /// The index of a map, in time linear in its size.
    public init(_ map: ProcessMap) {
        var builder = MapIndexBuilder()
        builder.read(map)
        scopes = builder.scopes
        elements = builder.elements
        duplicates = builder.duplicates
        places = builder.places
        scopeIndices = builder.scopeIndices
        containers = builder.containers
        flowsIn = builder.flowsIn
        flowsOut = builder.flowsOut
        lanePaths = builder.lanePaths
        boundary = builder.boundary
    }

    /// Every node of every scope, in the order of ``elements``.
    public var nodes: [MapNode] {
        scopes.flatMap(\.body.nodes)
    }

    /// The element with an identity.
    public func element(_ id: MapElementID) -> MapElement? {
        places[id].map { elements[$0] }
    }

    /// The node with an identity; `nil` where another sort of element has it.
    public func node(_ id: MapElementID) -> MapNode? {
        if case .node(let node)? = element(id) { node } else { nil }
    }

    /// The process or sub-process with an identity.
    public func scope(_ id: MapElementID) -> Scope? {
        scopeIndices[id].map { scopes[$0] }
    }

    /// The process or sub-process that an element lies in; `nil` for processes, pools and what lies between them.
    public func container(of id: MapElementID) -> Scope? {
        containers[id].flatMap(scope)
    }

    /// The flows that reach a node, in the order of the map.
    public func incoming(_ id: MapElementID) -> [MapSequenceFlow] {
        flowsIn[id] ?? []
    }

    /// The flows that leave a node, in the order of the map.
    public func outgoing(_ id: MapElementID) -> [MapSequenceFlow] {
        flowsOut[id] ?? []
    }

    /// The events on the border of an activity, in the order of the map.
    public func boundaryEvents(of id: MapElementID) -> [MapNode] {
        boundary[id] ?? []
    }

    /// The innermost lane that a node is listed in; `nil` for one in none.
    public func lane(of id: MapElementID) -> MapLane? {
        lanePaths[id]?.last
    }

    /// The lanes around a node, from the outermost to the one that it is listed in.
    public func lanes(around id: MapElementID) -> [MapLane] {
        lanePaths[id] ?? []
    }

    /// The pool that an element lies in; `nil` for one outside all pools.
    public func pool(of id: MapElementID) -> MapPool? {
        guard let pool = (container(of: id) ?? scope(id))?.pool, case .pool(let found)? = element(pool) else {
            return nil
        }
        return found
    }

    /// The role that a node belongs to (*roll*).
    ///
    /// That of its lane or, inside a sub-process, of the lane where that lies; in a process without lanes that of its
    /// pool. `nil` where none of them has a name.
    public func role(of id: MapElementID) -> ProcessRole? {
        var next: MapElementID? = id
        var outermost: Scope?
        while let current = next, let container = container(of: current) {
            if let role = lanePaths[current]?.last(where: { $0.role != nil })?.role { return role }
            outermost = container
            next = container.parent == nil ? nil : container.id
        }
        guard let outermost, outermost.body.lanes.isEmpty, let name = pool(of: outermost.id)?.name, !name.isBlank else {
            return nil
        }
        return ProcessRole(rawValue: name)
    }
}
