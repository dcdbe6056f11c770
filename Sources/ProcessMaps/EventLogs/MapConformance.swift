/// How the cases of a log went by a map, and where they departed from it.
public struct MapConformance: Sendable {
    /// How often cases departed at one step of the map.
    public struct Departures: Hashable, Sendable {
        /// How often the step was not done though the map demands it.
        public internal(set) var skipped = 0
        /// How often it was done at another place than that of the map.
        public internal(set) var outOfOrder = 0
        /// How often it was done again though the map does not have it again.
        public internal(set) var repeated = 0
    }

    /// The tokens of the log, played on the net of the map.
    public let tokens: TokenCount
    /// The alignment of each case, in the order of the log, or why it has none.
    public let outcomes: [Result<Alignment, AlignmentError>]
    /// The departures at each step that has some.
    public let departures: [MapElementID: Departures]
    /// How often each activity was done where the map has no such step.
    public let unexpected: [String: Int]

    /// Compares a log with a map.
    ///
    /// - Parameters:
    ///   - log: the cases; cases that went the same way are compared once.
    ///   - map: the map, or several processes of it side by side.
    ///   - process: the process that the cases are of; all unless given.
    ///   - states: the number of states after which the search for an alignment is given up.
    public init(of log: EventLog, with map: ProcessMap, process: MapElementID? = nil, states: Int = 2_000_000) {
        let index = MapIndex(map)
        let net = PetriNet(index, process: process)
        tokens = TokenReplay(net).count(log)
        let aligner = Aligner(net, states: states)
        var nodes: [String: MapElementID] = [:]
        let steps = Set(net.transitions.lazy.filter { $0.label != nil }.map(\.element))
        for node in index.nodes where steps.contains(node.id) && nodes[node.name] == nil { nodes[node.name] = node.id }
        var outcomes = [Result<Alignment, AlignmentError>](repeating: .failure(.noWayThrough), count: log.cases.count)
        var departures: [MapElementID: Departures] = [:]
        var unexpected: [String: Int] = [:]
        for variant in log.variants {
            let outcome = Result { () throws(AlignmentError) in try aligner.align(variant.activities) }
            for position in variant.cases { outcomes[position] = outcome }
            guard case .success(let alignment) = outcome else { continue }
            let count = variant.cases.count
            for deviation in alignment.deviations(index) {
                switch deviation {
                case .skipped(let node): departures[node, default: Departures()].skipped += count
                case .outOfOrder(_, let node): departures[node, default: Departures()].outOfOrder += count
                case .repeated(let position):
                    guard let node = nodes[variant.activities[position]] else { continue }
                    departures[node, default: Departures()].repeated += count
                case .unexpected(let position): unexpected[variant.activities[position], default: 0] += count
                }
            }
        }
        self.outcomes = outcomes
        self.departures = departures
        self.unexpected = unexpected
    }

    /// The alignment of each case, in the order of the log; `nil` where there is none.
    public var alignments: [Alignment?] { outcomes.map { try? $0.get() } }

    /// How many cases went as the map has it.
    public var fittingCases: Int { alignments.count { $0?.fits == true } }

    /// How many cases nobody knows of, because the search for an alignment was given up.
    ///
    /// Cases that have no alignment because no way leads through the map are not among them.
    public var undecidedCases: Int {
        outcomes.count { if case .failure(.tooManyStates) = $0 { true } else { false } }
    }
}
