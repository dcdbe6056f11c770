/// Finds the way through a net that a case departs from least.
///
/// The search is A\* over the moves of case and net (Adriansyah 2014). Ahead it counts what cannot be avoided: activities
/// still to come in the case that no token can reach any more, steps that some token must pass but that the rest of the
/// case does not have, and what each of the ways that are taken at once costs by itself. Of moves that can be made in any
/// order it tries one order: the net moves alone only towards the next activity of the case, and when the case is over
/// one choice at a time. The result is optimal.
public struct Aligner: Sendable {
    private let game: TokenGame
    private let limit: Int
    private let labels: [String: Int]
    private let labelOf: [Int]
    private let bounds: AlignmentBounds
    /// For each label, which transitions lead to one that has it; `nil` where the order of moves matters, and in large nets.
    private let leading: [[Bool]]?
    private let isFreeChoice: Bool

    /// An aligner for a net.
    ///
    /// - Parameters:
    ///   - net: the net of a map; meant for up to 60 nodes, larger ones may need more states, and so may cases that have
    ///     next to nothing in common with a map of inclusive gateways.
    ///   - states: the number of states after which the search is given up.
    public init(_ net: PetriNet, states: Int = 2_000_000) {
        game = TokenGame(net)
        limit = states
        var labels: [String: Int] = [:]
        labelOf = net.transitions.map { transition in
            guard let label = transition.label else { return -1 }
            let known = labels[label] ?? labels.count
            labels[label] = known
            return known
        }
        self.labels = labels
        bounds = AlignmentBounds(game, labelOf, labels.count)
        isFreeChoice = FreeChoice.holds(net)
        let mayPostpone = net.transitions.allSatisfy(\.clears.isEmpty)
        let isLarge = labels.count * net.transitions.count > 10_000_000
        leading = isLarge || !mayPostpone ? nil : Self.leading(game, labelOf, labels.count)
    }

    private static func leading(_ game: TokenGame, _ labelOf: [Int], _ labelCount: Int) -> [[Bool]] {
        let net = game.net
        var producers = [[Int]](repeating: [], count: net.places.count)
        for (position, transition) in net.transitions.enumerated() {
            for place in transition.outputs { producers[place].append(position) }
        }
        // A join that waits does so for tokens that may still go elsewhere.
        let waits = net.transitions.contains(where: \.joinsAny)
        return (0..<labelCount).map { label in
            var leads = [Bool](repeating: false, count: net.transitions.count)
            var isVisited = leads
            var waiting = net.transitions.indices.filter { labelOf[$0] == label }
            while let transition = waiting.popLast() {
                for place in net.transitions[transition].inputs {
                    if waits { for consumer in game.consumers[place] { leads[consumer] = true } }
                    for producer in producers[place] where !isVisited[producer] {
                        isVisited[producer] = true
                        leads[producer] = true
                        waiting.append(producer)
                    }
                }
            }
            return leads
        }
    }

    private struct State: Hashable {
        let marking: Marking
        let position: Int
    }

    private struct Entry: Comparable {
        let total: Int
        let position: Int
        let cost: Int
        let state: Int

        /// The better first: less in total, then the one that has come further.
        static func < (left: Entry, right: Entry) -> Bool {
            if left.total != right.total { return left.total < right.total }
            return left.position != right.position ? left.position > right.position : left.cost > right.cost
        }
    }

    /// The best alignment of a case, by the names of what was done.
    ///
    /// - Throws: ``AlignmentError``.
    public func align(_ activities: [String]) throws(AlignmentError) -> Alignment {
        let trace = activities.map { labels[$0] ?? -1 }
        var ahead = bounds.rest(of: trace)
        var states = [State(marking: game.start, position: 0)]
        var known = [states[0]: 0]
        var costs = [0]
        var parents: [(state: Int, move: Alignment.Move)] = [(-1, .caseOnly(0))]
        var isClosed = [false]
        var queue = MinHeap<Entry>()
        guard let first = bounds.cost(states[0].marking, from: 0, &ahead) else { throw .noWayThrough }
        queue.insert(Entry(total: first, position: 0, cost: 0, state: 0))
        while let entry = queue.popMin() {
            let current = entry.state
            guard !isClosed[current] else { continue }
            isClosed[current] = true
            let state = states[current]
            if state.position == trace.count, game.isFinal(state.marking) {
                return Alignment(activities: activities, moves: moves(to: current, parents))
            }
            let cost = costs[current]
            func visit(_ next: State, _ move: Alignment.Move, _ price: Int) -> Bool {
                let reached = cost + price
                if let old = known[next] {
                    guard reached < costs[old], !isClosed[old],
                        let rest = bounds.cost(next.marking, from: next.position, &ahead)
                    else { return true }
                    costs[old] = reached
                    parents[old] = (current, move)
                    queue.insert(Entry(total: reached + rest, position: next.position, cost: reached, state: old))
                    return true
                }
                guard let rest = bounds.cost(next.marking, from: next.position, &ahead) else { return true }
                guard states.count < limit else { return false }
                known[next] = states.count
                queue.insert(Entry(total: reached + rest, position: next.position, cost: reached, state: states.count))
                states.append(next)
                costs.append(reached)
                parents.append((current, move))
                isClosed.append(false)
                return true
            }
            var isWithinLimit = true
            let next = state.position < trace.count ? trace[state.position] : nil
            for transition in candidates(state.marking, before: next) {
                guard let marking = game.firing(transition, state.marking) else { continue }
                let label = labelOf[transition]
                let node = game.net.transitions[transition].element
                if label >= 0, label == next {
                    let next = State(marking: marking, position: state.position + 1)
                    isWithinLimit = visit(next, .together(state.position, node), 0) && isWithinLimit
                }
                guard isWorthwhile(transition, before: next) else { continue }
                let move: Alignment.Move = label < 0 ? .silent(node) : .mapOnly(node)
                let price = label < 0 ? 1 : Alignment.moveCost
                isWithinLimit = visit(State(marking: marking, position: state.position), move, price) && isWithinLimit
            }
            if state.position < trace.count {
                let next = State(marking: state.marking, position: state.position + 1)
                isWithinLimit = visit(next, .caseOnly(state.position), Alignment.moveCost) && isWithinLimit
            }
            guard isWithinLimit else { throw .tooManyStates(limit) }
        }
        throw .noWayThrough
    }

    /// The transitions to try: when the case is over, those that compete with the first one for its tokens.
    ///
    /// Some move must take those tokens before the end, and as nothing else takes them it may as well come first.
    private func candidates(_ marking: Marking, before label: Int?) -> [Int] {
        let enabled = game.enabled(marking)
        guard isFreeChoice, label == nil, let first = enabled.first else { return enabled }
        let inputs = game.net.transitions[first].inputs
        return enabled.filter { game.net.transitions[$0].inputs.contains(inputs[0]) }
    }

    /// Whether the net may move alone: what does not lead to the next activity can as well be done after it.
    private func isWorthwhile(_ transition: Int, before label: Int?) -> Bool {
        guard let leading, let label else { return true }
        return label >= 0 && leading[label][transition]
    }

    private func moves(to state: Int, _ parents: [(state: Int, move: Alignment.Move)]) -> [Alignment.Move] {
        var moves: [Alignment.Move] = []
        var current = state
        while parents[current].state >= 0 {
            moves.append(parents[current].move)
            current = parents[current].state
        }
        return moves.reversed()
    }
}
