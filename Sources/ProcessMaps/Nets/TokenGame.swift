/// How many tokens lie in each place of a net.
typealias Marking = [UInt16]

/// A net ready to be played: which transitions a marking lets fire, and what comes of it.
struct TokenGame: Sendable {
    let net: PetriNet
    /// The transitions that take from each place.
    let consumers: [[Int]]
    /// For each inclusive join and each of its inputs: where tokens may lie that can still come there.
    private let upstream: [Int: [[Bool]]]

    init(_ net: PetriNet) {
        self.net = net
        var consumers = [[Int]](repeating: [], count: net.places.count)
        var producers = consumers
        for (position, transition) in net.transitions.enumerated() {
            for place in transition.inputs where consumers[place].last != position { consumers[place].append(position) }
            for place in transition.outputs where producers[place].last != position {
                producers[place].append(position)
            }
        }
        self.consumers = consumers
        var upstream: [Int: [[Bool]]] = [:]
        for (join, transition) in net.transitions.enumerated() where transition.joinsAny {
            upstream[join] = transition.inputs.map { input in
                var reached = [Bool](repeating: false, count: net.places.count)
                reached[input] = true
                var waiting = [input]
                while let place = waiting.popLast() {
                    for producer in producers[place] where producer != join {
                        for before in net.transitions[producer].inputs where !reached[before] {
                            reached[before] = true
                            waiting.append(before)
                        }
                    }
                }
                return reached
            }
        }
        self.upstream = upstream
    }

    /// The marking of a case that begins.
    var start: Marking {
        var marking = Marking(repeating: 0, count: net.places.count)
        marking[net.source] = 1
        return marking
    }

    /// Whether a case has ended: a token in the sink, and none elsewhere.
    func isFinal(_ marking: Marking) -> Bool {
        marking[net.sink] == 1 && !marking.indices.contains { $0 != net.sink && marking[$0] > 0 }
    }

    func isEnabled(_ transition: Int, _ marking: Marking) -> Bool {
        let inputs = net.transitions[transition].inputs
        if net.transitions[transition].joinsAny { return isJoinEnabled(transition, inputs, marking) }
        for (slot, place) in inputs.enumerated() {
            guard marking[place] > 0 else { return false }
            // A place that is listed twice gives two tokens.
            guard marking[place] == 1, slot > 0 else { continue }
            if inputs[..<slot].contains(place) { return false }
        }
        return !inputs.isEmpty
    }

    private func isJoinEnabled(_ join: Int, _ inputs: [Int], _ marking: Marking) -> Bool {
        guard let upstream = upstream[join], inputs.contains(where: { marking[$0] > 0 }) else { return false }
        let full = inputs.indices.filter { marking[inputs[$0]] > 0 }
        for empty in inputs.indices where marking[inputs[empty]] == 0 {
            for place in marking.indices where marking[place] > 0 && upstream[empty][place] {
                guard full.contains(where: { upstream[$0][place] }) else { return false }
            }
        }
        return true
    }

    /// The transitions that can fire, in the order of the net.
    func enabled(_ marking: Marking) -> [Int] {
        var found: [Int] = []
        for place in marking.indices where marking[place] > 0 {
            for transition in consumers[place] where isEnabled(transition, marking) { found.append(transition) }
        }
        found.sort()
        var last = -1
        found.removeAll { transition in
            defer { last = transition }
            return transition == last
        }
        return found
    }

    /// The marking after a transition that can fire; `nil` where a place would hold more tokens than can be counted.
    func firing(_ transition: Int, _ marking: Marking) -> Marking? {
        let fired = net.transitions[transition]
        var next = marking
        for place in fired.inputs {
            if fired.joinsAny && next[place] == 0 { continue }
            next[place] -= 1
        }
        for place in fired.clears { next[place] = 0 }
        for place in fired.outputs {
            guard next[place] < .max else { return nil }
            next[place] += 1
        }
        return next
    }
}
