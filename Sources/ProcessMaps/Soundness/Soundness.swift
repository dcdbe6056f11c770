/// Whether every case that begins in a flow can end, once, with nothing left to do (*sundhet*).
///
/// The notion is that of workflow nets: wherever a case has come it can still end; when it ends, no token is left elsewhere
/// and none ends a second time; and no step is there in vain. Parallel ways must therefore meet before the end.
public enum Soundness: Hashable, Sendable {
    /// It can.
    case sound
    /// It cannot, and this is what goes wrong.
    case notSound(SoundnessFlaw)
    /// Nobody knows after so many states; only flows with joins that wait for an open number of ways, or with an end that
    /// stops everything, can be left undecided.
    case notDecided(states: Int)

    /// Whether it is known to be sound.
    public var isSound: Bool { self == .sound }
}

/// The soundness of one process or sub-process of a map.
public struct FlowSoundness: Hashable, Sendable, Identifiable {
    /// The identity of the process or sub-process.
    public let id: MapElementID
    /// Whether it is sound when each of its sub-processes is taken as a single step.
    public let soundness: Soundness
}

/// One thing that makes a flow unsound.
public struct SoundnessFlaw: Hashable, Sendable {
    /// What goes wrong. Closed.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing leads to a node.
        case unreachable
        /// Nothing leads on from a node, though the flow has ends.
        case deadEnd
        /// Nothing can happen any more, but the case has not ended.
        case standstill
        /// Two tokens lie at one place: what follows is done twice.
        case doubled
        /// The case ends while something is still going on, or ends a second time.
        case leftOver
        /// Something can always happen, but the case can no longer end.
        case endless
        /// A node, or a way out of one, is never used.
        case unused
    }

    /// One move of tokens.
    public struct Step: Hashable, Sendable {
        /// The node that moves them.
        public let node: MapElementID
        /// The flows and nodes where tokens lie afterwards, one of them twice for two tokens. Ended ones are left out.
        public let tokens: [MapElementID]
    }

    /// What goes wrong.
    public let reason: Reason
    /// The process or sub-process where it goes wrong.
    public let scope: MapElementID
    /// The nodes that it concerns: that wait, are passed twice, are never reached.
    public let nodes: [MapElementID]
    /// The shortest way of the tokens to where it shows; empty where no way leads there.
    ///
    /// `nil` where the flow is known to be unsound but none was found within the number of states. In flows with many
    /// parallel ways it is the shortest of those that finish one way after the other.
    public let trace: [Step]?
}
