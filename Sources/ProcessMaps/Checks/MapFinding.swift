/// What a check finds wrong in a process map, and in which element (*brist i kartan*, D-PRO-5).
///
/// Two findings are the same where kind and element are, however they show; only these two are stored.
public struct MapFinding: Sendable {
    /// What can be wrong. Closed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Several elements have the identity.
        case doubledIdentity
        /// The element points at something that the map does not have.
        case unknownReference
        /// A flow goes into or out of a process or sub-process past its border.
        case crossesBorder
        /// A message flow stays inside one pool.
        case messageInsidePool
        /// A node lies in two lanes, neither inside the other.
        case inSeveralLanes
        /// A border event stands on something other than an activity beside it.
        case wrongHost
        /// A link leads to no link, or to several, of the same name.
        case unmatchedLink
        /// A flow leads to what begins the flow, or from what ends it.
        case flowPastEnds
        /// A process or sub-process with steps has nothing that begins it.
        case noStart
        /// A process or sub-process with steps has nothing that ends it.
        case noEnd
        /// No way leads to the node from a start.
        case unreachable
        /// The flow stops at the node without having ended.
        case deadEnd
        /// No way leads from the node to an end.
        case neverEnds
        /// Ways that are taken at the same time never come together again.
        case neverJoins
        /// Nothing can happen any more, but the case has not ended.
        case standstill
        /// What follows can be done twice: two tokens come to the same place.
        case doubled
        /// The case can end while something is still going on.
        case leftOver
        /// Whether every case can end was not decided.
        case notDecided
        /// The step has no name.
        case unnamedStep
        /// Nobody is said to do the step.
        case noRole
        /// The step has neither routine nor a reason why it needs none.
        case noRoutine
        /// A flow from one role to another, or between parties, does not say what is handed over.
        case unnamedHandOver
    }

    /// How a finding shows itself, where the flow was followed. Closed.
    public enum Evidence: Hashable, Sendable {
        /// The shortest way of the tokens to where it shows.
        case trace([SoundnessFlaw.Step])
        /// After so many states it was given up to look further.
        case givenUp(states: Int)
    }

    /// What is wrong.
    public let kind: Kind
    /// The element in which it is.
    public let element: MapElementID
    /// How it shows; `nil` where the element alone tells, and in a finding that was stored.
    public let evidence: Evidence?

    /// A finding.
    public init(_ kind: Kind, in element: MapElementID, evidence: Evidence? = nil) {
        self.kind = kind
        self.element = element
        self.evidence = evidence
    }
}

extension MapFinding: Hashable {
    /// Whether two findings are of one kind in one element.
    public static func == (left: MapFinding, right: MapFinding) -> Bool {
        left.kind == right.kind && left.element == right.element
    }

    /// Hashes kind and element.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(element)
    }
}

extension MapFinding: Codable {
    private enum CodingKeys: String, CodingKey { case kind, element }

    /// Decodes kind and element.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Kind.self, forKey: .kind),
            in: try container.decode(MapElementID.self, forKey: .element)
        )
    }

    /// Encodes kind and element.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(element, forKey: .element)
    }
}
