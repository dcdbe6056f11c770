extension ProcessMap {
    /// Whether the flows of the map are sound: the first flaw in the order of the map, else what is not decided.
    ///
    /// - Parameter states: the number of states after which a flow that has to be explored is left undecided, or
    ///   sooner in a large one.
    public func soundness(states: Int = 100_000) -> Soundness {
        let all = MapIndex(self).soundness(states: states).map(\.soundness)
        let flaw = all.first { if case .notSound = $0 { true } else { false } }
        return flaw ?? all.first { !$0.isSound } ?? .sound
    }
}

extension MapIndex {
    /// The soundness of every process and sub-process that has steps, in the order of the map.
    ///
    /// Each is judged with its sub-processes as single steps, by the token rules of ``PetriNet/init(_:process:)``. A map is
    /// sound where all of its flows are. Left out are ad hoc sub-processes, whose steps have no order, and what holds nothing
    /// but event sub-processes and compensation. What an event begins that does not interrupt is judged as a flow of its
    /// own, unless it comes back to the main flow.
    ///
    /// Flows of exclusive, parallel and event-based gateways are always decided, in time that grows as a power of their
    /// size, and so are those whose inclusive gateways come in matching pairs. Others are explored.
    ///
    /// - Parameter states: the number of states after which a flow that has to be explored is left undecided, or
    ///   sooner in a large one.
    public func soundness(states: Int = 100_000) -> [FlowSoundness] {
        scopes.compactMap { scope in
            soundness(of: scope, within: .full(states: states)).map { FlowSoundness(id: scope.id, soundness: $0) }
        }
    }

    /// The soundness of one process or sub-process; `nil` where the steps have no order, or none is in a flow.
    func soundness(of scope: Scope, within effort: SoundnessEffort) -> Soundness? {
        let isAdHoc = node(scope.id)?.activity?.subProcess?.kind == .adHoc
        guard !scope.body.nodes.isEmpty, !isAdHoc else { return nil }
        let shape = ScopeShape(scope)
        guard shape.isOutside.contains(false) else { return nil }
        return SoundnessJudge(index: self, shape: shape, effort: effort).verdict
    }
}
