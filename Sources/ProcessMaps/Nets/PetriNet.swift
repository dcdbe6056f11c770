/// A flow as places that hold tokens and transitions that move them (*petrinät*).
///
/// One token in ``source`` is a case that begins, one in ``sink`` and none elsewhere a case that has ended.
public struct PetriNet: Hashable, Sendable {
    /// Where tokens lie: most often a sequence flow of the map.
    public struct Place: Hashable, Sendable {
        /// The name of the place, unique in the net of a map with unique identities.
        public let name: String
        /// The flow or node of the map that it stands for; `nil` for source and sink.
        public let element: MapElementID?
    }

    /// What moves tokens: a node of the map or a part of what it does.
    public struct Transition: Hashable, Sendable {
        /// The name of the transition, unique in the net of a map with unique identities.
        public let name: String
        /// The activity that is seen in an event log; `nil` for what is silent.
        public let label: String?
        /// The node of the map that it belongs to.
        public let element: MapElementID
        /// The places that it takes a token from each, by their positions; a place twice for two tokens.
        public internal(set) var inputs: [Int]
        /// The places that it puts a token in each, by their positions.
        public internal(set) var outputs: [Int]
        /// The places that it empties, as an event that stops a sub-process does.
        public internal(set) var clears: [Int]
        /// Whether it joins as an inclusive gateway does: from the places that have a token, once no more can come.
        public internal(set) var joinsAny: Bool

        init(
            _ name: String,
            _ element: MapElementID,
            label: String? = nil,
            from inputs: [Int],
            to outputs: [Int],
            joinsAny: Bool = false
        ) {
            self.name = name
            self.label = label
            self.element = element
            self.inputs = inputs
            self.outputs = outputs
            clears = []
            self.joinsAny = joinsAny
        }
    }

    /// Where tokens lie.
    public internal(set) var places: [Place]
    /// What moves them.
    public internal(set) var transitions: [Transition]
    /// The place where a case begins, by its position.
    public internal(set) var source: Int
    /// The place where a case has ended, by its position.
    public internal(set) var sink: Int

    init(places: [Place], transitions: [Transition], source: Int, sink: Int) {
        self.places = places
        self.transitions = transitions
        self.source = source
        self.sink = sink
    }

    /// The net of all processes of a map, side by side, or of one of them.
    ///
    /// Sub-processes are part of it with all their steps. The token rules are those of BPMN 2.0:
    ///
    /// - Activities and events let a token of any incoming flow begin, and put one in every outgoing flow; in flows with
    ///   conditions in one or more of them.
    /// - Of several start events any begins a case. In a process without start events all nodes without incoming flows
    ///   begin at once; without end events every node without outgoing flows ends its own branch.
    /// - An inclusive split, and a complex one, chooses one or more ways. An inclusive join waits as long as a token
    ///   can still reach an empty incoming flow and none of those that have one.
    /// - Link events go on at the link of the same name. A terminate end event empties its process.
    /// - An event on a border is taken instead of the activity or, at a sub-process, at any time within it, which
    ///   empties it. What a non-interrupting one begins runs beside the rest and ends on its own.
    /// - The steps of an ad hoc sub-process happen in any order and number; an activity with a marker for loops or several
    ///   instances at least once. Compensation and message flows move no token.
    ///
    /// Tasks, called processes and sub-processes without steps have their names as labels. Silent transitions that only
    /// pass tokens on are merged with their neighbours.
    ///
    /// - Parameters:
    ///   - map: the map.
    ///   - process: the identity of a process of the map; all of them unless given.
    public init(_ map: ProcessMap, process: MapElementID? = nil) {
        self.init(MapIndex(map), process: process)
    }

    init(_ index: MapIndex, process: MapElementID? = nil) {
        var builder = NetBuilder(index)
        builder.buildAll(process)
        self = builder.net.merged()
    }
}
