/// Decides whether one scope is sound.
struct SoundnessJudge {
    let index: MapIndex
    let shape: ScopeShape
    let effort: SoundnessEffort

    var verdict: Soundness {
        let main = verdict(sides: false)
        guard main.isSound, shape.isSide.contains(true) else { return main }
        return verdict(sides: true)
    }

    private func net(_ shape: ScopeShape, sides: Bool) -> PetriNet {
        var builder = NetBuilder(index)
        builder.build(shape, sides: sides)
        return builder.net
    }

    private func verdict(sides: Bool) -> Soundness {
        let net = net(shape, sides: sides)
        if let flaw = structuralFlaw(of: net) { return .notSound(flaw) }
        var plain = self.net(shape.withPlainJoins, sides: sides)
        for transition in plain.transitions.indices { plain.transitions[transition].clears = [] }
        let isSpecial = net.transitions.contains { $0.joinsAny || !$0.clears.isEmpty }
        let isFreeChoice = FreeChoice.holds(plain)
        if isFreeChoice {
            let small = min(effort.kernel, 100)
            var isSound = FreeChoice.isSound(plain, within: small)
            if isSound == nil, effort.kernel > small {
                // A large tangle most often shows a flaw at once, and the algebra takes long.
                var short = effort
                short.states = min(effort.states, 2_000)
                let outcome = explored(net, isFreeChoice: !isSpecial, within: short)
                if case .flawed(let finding) = outcome { return .notSound(flaw(finding, in: net)) }
                isSound = FreeChoice.isSound(plain, within: effort.kernel)
            }
            if isSound == true { return .sound }
            guard isSpecial || isSound == nil else { return .notSound(foundFlaw(in: net)) }
        }
        switch explored(net, isFreeChoice: isFreeChoice && !isSpecial, within: effort) {
        case .sound: return .sound
        case .flawed(let finding): return .notSound(flaw(finding, in: net))
        case .tooLarge(let states): return .notDecided(states: states)
        }
    }

    private func explored(
        _ net: PetriNet,
        isFreeChoice: Bool,
        within effort: SoundnessEffort,
        oneByOne: Bool = false
    ) -> StateSpace.Outcome {
        // A join that waits is told of every place whether tokens can come from there.
        let ways = net.transitions.reduce(0) { $0 + ($1.joinsAny ? $1.inputs.count : 0) }
        guard ways <= effort.tokens / net.places.count else { return .tooLarge(states: 0) }
        return StateSpace(net, isFreeChoice: isFreeChoice, within: effort, oneByOne: oneByOne).explored()
    }

    /// The flaw of a free-choice net that is known to have one.
    private func foundFlaw(in net: PetriNet) -> SoundnessFlaw {
        for oneByOne in [false, true] {
            let outcome = explored(net, isFreeChoice: true, within: effort, oneByOne: oneByOne)
            if case .flawed(let finding) = outcome { return flaw(finding, in: net) }
        }
        return SoundnessFlaw(reason: .standstill, scope: shape.id, nodes: [], trace: nil)
    }

    /// A node that nothing leads to, or that leads to no end.
    private func structuralFlaw(of net: PetriNet) -> SoundnessFlaw? {
        let forward = net.reached(from: net.source, forward: true)
        let backward = net.reached(from: net.sink, forward: false)
        let lost = net.transitions.indices.filter { !forward.transitions[$0] }
        guard lost.isEmpty else {
            let nodes = distinct(lost.map { net.transitions[$0].element })
            return SoundnessFlaw(reason: .unreachable, scope: shape.id, nodes: nodes, trace: [])
        }
        let stuck = net.transitions.indices.filter { !backward.transitions[$0] }
        let places = net.places.indices.filter { !backward.places[$0] }
        guard !stuck.isEmpty || !places.isEmpty else { return nil }
        let elements = stuck.map { net.transitions[$0].element } + places.compactMap { net.places[$0].element }
        let nodes = distinct(elements).filter { index.node($0) != nil }
        var trace: [SoundnessFlaw.Step]?
        let outcome = explored(net, isFreeChoice: false, within: effort)
        if case .flawed(let finding) = outcome { trace = self.trace(of: finding, in: net) }
        return SoundnessFlaw(reason: .deadEnd, scope: shape.id, nodes: nodes, trace: trace)
    }

    private func flaw(_ finding: StateSpace.Finding, in net: PetriNet) -> SoundnessFlaw {
        var nodes: [MapElementID] = []
        let game = TokenGame(net)
        switch finding.reason {
        case .standstill, .endless:
            for place in finding.marking.indices where finding.marking[place] > 0 {
                nodes += game.consumers[place].map { net.transitions[$0].element }
            }
        case .unused: nodes = finding.transitions.map { net.transitions[$0].element }
        case .doubled, .leftOver, .unreachable, .deadEnd:
            if let last = finding.transitions.last { nodes = [net.transitions[last].element] }
        }
        return SoundnessFlaw(
            reason: finding.reason,
            scope: shape.id,
            nodes: distinct(nodes),
            trace: trace(of: finding, in: net)
        )
    }

    /// The moves that lead to a flaw, none to what never happens; what several transitions of one node do after one another
    /// is one move.
    private func trace(of finding: StateSpace.Finding, in net: PetriNet) -> [SoundnessFlaw.Step] {
        if finding.reason == .unused { return [] }
        let game = TokenGame(net)
        var marking = game.start
        var steps: [SoundnessFlaw.Step] = []
        for transition in finding.transitions {
            guard let next = game.firing(transition, marking) else { break }
            marking = next
            let tokens = net.places.indices.flatMap { place in
                Array(repeating: net.places[place].element, count: Int(marking[place])).compactMap(\.self)
            }
            let step = SoundnessFlaw.Step(node: net.transitions[transition].element, tokens: tokens)
            if steps.last?.node == step.node { steps.removeLast() }
            steps.append(step)
        }
        return steps
    }

    private func distinct(_ ids: [MapElementID]) -> [MapElementID] {
        var seen: Set<MapElementID> = []
        return ids.filter { seen.insert($0).inserted }
    }
}

extension PetriNet {
    /// The places and transitions on the ways from a place, or to it.
    fileprivate func reached(from start: Int, forward: Bool) -> (places: [Bool], transitions: [Bool]) {
        var next = [[Int]](repeating: [], count: places.count)
        for (position, transition) in transitions.enumerated() {
            for place in forward ? transition.inputs : transition.outputs { next[place].append(position) }
        }
        var places = [Bool](repeating: false, count: places.count)
        var reached = [Bool](repeating: false, count: transitions.count)
        places[start] = true
        var waiting = [start]
        while let place = waiting.popLast() {
            for transition in next[place] where !reached[transition] {
                reached[transition] = true
                let found = transitions[transition]
                for place in forward ? found.outputs : found.inputs where !places[place] {
                    places[place] = true
                    waiting.append(place)
                }
            }
        }
        return (places, reached)
    }
}
