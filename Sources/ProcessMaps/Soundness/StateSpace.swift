/// The markings that a net can come to, explored breadth first.
struct StateSpace {
    /// Where and how a flaw shows.
    struct Finding {
        let reason: SoundnessFlaw.Reason
        /// The transitions that lead there or, for what is unused, those that never fire.
        let transitions: [Int]
        let marking: Marking
    }

    enum Outcome {
        case sound
        case flawed(Finding)
        case tooLarge(states: Int)
    }

    private let game: TokenGame
    /// Whether two tokens at one place are a flaw already: a sound net of free choices never has them.
    private let isFreeChoice: Bool
    private let effort: SoundnessEffort
    /// Whether to let only one of several independent ways go on at a time, which hides no standstill.
    private let oneByOne: Bool

    init(_ net: PetriNet, isFreeChoice: Bool, within effort: SoundnessEffort, oneByOne: Bool = false) {
        game = TokenGame(net)
        self.isFreeChoice = isFreeChoice
        self.effort = effort
        self.oneByOne = oneByOne
    }

    func explored() -> Outcome {
        var states = [game.start]
        var known = [game.start: 0]
        var parents = [(state: -1, transition: -1)]
        var edges: [(from: Int, to: Int)] = []
        var hasFired = [Bool](repeating: false, count: game.net.transitions.count)
        var enabled = [game.enabled(game.start)]
        func path(to state: Int) -> [Int] {
            var path: [Int] = []
            var current = state
            while parents[current].state >= 0 {
                path.append(parents[current].transition)
                current = parents[current].state
            }
            return path.reversed()
        }
        if enabled[0].isEmpty { return .flawed(Finding(reason: .standstill, transitions: [], marking: states[0])) }
        var budget = effort.tokens / game.net.places.count
        var next = 0
        while next < states.count {
            budget -= enabled[next].count + 1
            guard budget > 0 else { return .tooLarge(states: states.count) }
            let firing = oneByOne ? cluster(of: enabled[next]) : enabled[next]
            enabled[next] = []
            for transition in firing {
                hasFired[transition] = true
                guard let marking = game.firing(transition, states[next]) else {
                    return .tooLarge(states: states.count)
                }
                if let old = known[marking] {
                    edges.append((next, old))
                    continue
                }
                guard states.count < effort.states, states.count < effort.tokens / 10 / marking.count else {
                    return .tooLarge(states: states.count)
                }
                known[marking] = states.count
                edges.append((next, states.count))
                parents.append((next, transition))
                states.append(marking)
                enabled.append(game.enabled(marking))
                if let reason = flaw(of: marking, isStuck: enabled[states.count - 1].isEmpty) {
                    let path = path(to: states.count - 1)
                    return .flawed(Finding(reason: reason, transitions: path, marking: marking))
                }
            }
            next += 1
        }
        if let state = endless(states, edges) {
            return .flawed(Finding(reason: .endless, transitions: path(to: state), marking: states[state]))
        }
        let unused = hasFired.indices.filter { !hasFired[$0] }
        guard unused.isEmpty || oneByOne else {
            return .flawed(Finding(reason: .unused, transitions: unused, marking: []))
        }
        return .sound
    }

    private func flaw(of marking: Marking, isStuck: Bool) -> SoundnessFlaw.Reason? {
        if game.isFinal(marking) { return nil }
        if marking[game.net.sink] > 0 { return .leftOver }
        if isFreeChoice, marking.contains(where: { $0 > 1 }) { return .doubled }
        return isStuck ? .standstill : nil
    }

    /// The first state from which no way leads to the end.
    private func endless(_ states: [Marking], _ edges: [(from: Int, to: Int)]) -> Int? {
        var before = [[Int32]](repeating: [], count: states.count)
        for edge in edges { before[edge.to].append(Int32(edge.from)) }
        var ends = [Bool](repeating: false, count: states.count)
        var waiting = states.indices.filter { game.isFinal(states[$0]) }
        for state in waiting { ends[state] = true }
        while let state = waiting.popLast() {
            for from in before[state] where !ends[Int(from)] {
                ends[Int(from)] = true
                waiting.append(Int(from))
            }
        }
        return ends.firstIndex(of: false)
    }

    /// The transitions that compete with the first one for its tokens.
    private func cluster(of enabled: [Int]) -> [Int] {
        guard let first = enabled.first, let place = game.net.transitions[first].inputs.first else { return enabled }
        return enabled.filter { game.net.transitions[$0].inputs.contains(place) }
    }
}
