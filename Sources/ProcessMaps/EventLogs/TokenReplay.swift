/// The tokens that moved, lacked and were left when cases were played on a net (*uppspelning*).
public struct TokenCount: Hashable, Sendable {
    /// Tokens that were put in places, the first one included.
    public internal(set) var produced = 0
    /// Tokens that were taken, the one of the end included.
    public internal(set) var consumed = 0
    /// Tokens that had to be made up for a step to be possible.
    public internal(set) var missing = 0
    /// Tokens that were left when the case had ended.
    public internal(set) var remaining = 0

    /// How well cases fit the net: 1 where no token lacks and none is left, 0 where all do.
    public var fitness: Double {
        guard produced > 0, consumed > 0 else { return 1 }
        let found = 1 - Double(missing) / Double(consumed)
        return 0.5 * found + 0.5 * (1 - Double(remaining) / Double(produced))
    }

    /// Whether no token lacks and none is left.
    public var fits: Bool { missing == 0 && remaining == 0 }

    static func += (left: inout TokenCount, right: TokenCount) {
        left.produced += right.produced
        left.consumed += right.consumed
        left.missing += right.missing
        left.remaining += right.remaining
    }
}

/// Cases played as tokens on the net of a map: quick, and a first answer to how well they fit.
///
/// The replay of Rozinat and van der Aalst (2008) with the search of Berti and van der Aalst (2021) for silent moves that
/// let a step happen: along the shortest silent ways between places. What is not in the map moves no token.
public struct TokenReplay: Sendable {
    private let game: TokenGame
    private let labels: [String: [Int]]
    /// The shortest silent way from each place to others.
    private let ways: [[Int: [Int]]]
    /// The rank of each place in the order of their names.
    private let nameRank: [Int]

    /// A replay on a net.
    public init(_ net: PetriNet) {
        game = TokenGame(net)
        var labels: [String: [Int]] = [:]
        for (position, transition) in net.transitions.enumerated() {
            if let label = transition.label { labels[label, default: []].append(position) }
        }
        self.labels = labels.mapValues { $0.sorted { net.transitions[$0].name < net.transitions[$1].name } }
        let game = self.game
        ways = net.places.indices.map { Self.silentWays(from: $0, game) }
        var rank = [Int](repeating: 0, count: net.places.count)
        for (position, place) in net.places.indices.sorted(by: { net.places[$0].name < net.places[$1].name })
            .enumerated()
        {
            rank[place] = position
        }
        nameRank = rank
    }

    private static func silentWays(from start: Int, _ game: TokenGame) -> [Int: [Int]] {
        var ways: [Int: [Int]] = [:]
        var waiting = [start]
        var next = 0
        while next < waiting.count {
            let place = waiting[next]
            let way = next == 0 ? [] : ways[place] ?? []
            next += 1
            guard way.count <= 50 else { continue }
            for transition in game.consumers[place] where game.net.transitions[transition].label == nil {
                for output in game.net.transitions[transition].outputs where ways[output] == nil {
                    ways[output] = way + [transition]
                    if output != start { waiting.append(output) }
                }
            }
        }
        return ways
    }

    /// The tokens of one case, by the names of what was done.
    public func count(_ activities: [String]) -> TokenCount {
        var marking = game.start
        var count = TokenCount()
        count.produced = 1
        for activity in activities {
            guard let candidates = labels[activity], let last = candidates.last else { continue }
            let transition = candidates.first { game.isEnabled($0, marking) } ?? last
            if !game.isEnabled(transition, marking) {
                var visited: Set<Int> = []
                enable(transition, &marking, &count, &visited, depth: 0)
            }
            if !game.isEnabled(transition, marking) { supply(transition, &marking, &count) }
            fire(transition, &marking, &count)
        }
        finish(&marking, &count)
        let isDone = marking[game.net.sink] > 0
        count.consumed += 1
        if isDone { marking[game.net.sink] -= 1 } else { count.missing += 1 }
        count.remaining = marking.reduce(0) { $0 + Int($1) }
        return count
    }

    /// The tokens of all cases of a log.
    public func count(_ log: EventLog) -> TokenCount {
        var sum = TokenCount()
        for variant in log.variants {
            let count = count(variant.activities)
            for _ in variant.cases { sum += count }
        }
        return sum
    }

    private func fire(_ transition: Int, _ marking: inout Marking, _ count: inout TokenCount) {
        guard let next = game.firing(transition, marking) else { return }
        let fired = game.net.transitions[transition]
        count.consumed += fired.joinsAny ? fired.inputs.count { marking[$0] > 0 } : fired.inputs.count
        count.consumed += fired.clears.reduce(0) { $0 + Int(marking[$1]) }
        count.produced += fired.outputs.count
        marking = next
    }

    /// Makes up the tokens that a step lacks.
    private func supply(_ transition: Int, _ marking: inout Marking, _ count: inout TokenCount) {
        let inputs = game.net.transitions[transition].inputs
        for (slot, place) in inputs.enumerated() {
            // A place that is listed twice gives two tokens.
            let needed = inputs[...slot].count { $0 == place }
            guard marking[place] < needed else { continue }
            marking[place] += 1
            count.missing += 1
        }
    }

    /// The silent ways from places with tokens to others, the shortest first.
    private func ways(to targets: [Int], _ marking: Marking) -> [[Int]] {
        let sources = marking.indices.filter { marking[$0] > 0 }.sorted { nameRank[$0] < nameRank[$1] }
        let found = sources.flatMap { source in targets.compactMap { ways[source][$0] } }
        return found.enumerated().sorted { left, right in
            let lengths = (left.element.count, right.element.count)
            return lengths.0 == lengths.1 ? left.offset < right.offset : lengths.0 < lengths.1
        }.map(\.element)
    }

    /// Makes silent moves towards the places where a transition lacks tokens.
    private func enable(
        _ transition: Int,
        _ marking: inout Marking,
        _ count: inout TokenCount,
        _ visited: inout Set<Int>,
        depth: Int
    ) {
        guard depth < 2, visited.insert(transition).inserted else { return }
        let lacking = game.net.transitions[transition].inputs.filter { marking[$0] == 0 }
            .sorted { nameRank[$0] < nameRank[$1] }
        let first = ways(to: lacking, marking)
        guard !first.isEmpty else { return }
        for way in first {
            var hasMoved = false
            for silent in way where silent != transition && !visited.contains(silent) {
                guard game.isEnabled(silent, marking) else { continue }
                fire(silent, &marking, &count)
                visited.insert(silent)
                hasMoved = true
                if game.isEnabled(transition, marking) { return }
            }
            if !hasMoved { break }
        }
        // The moves before a place are made by the same search, one level down.
        for way in ways(to: lacking, marking) {
            for silent in way where silent != transition && !visited.contains(silent) {
                if !game.isEnabled(silent, marking) { enable(silent, &marking, &count, &visited, depth: depth + 1) }
                guard game.isEnabled(silent, marking) else { continue }
                fire(silent, &marking, &count)
                visited.insert(silent)
            }
        }
    }

    /// Makes silent moves towards the end.
    private func finish(_ marking: inout Marking, _ count: inout TokenCount) {
        let sink = game.net.sink
        for _ in 0..<5 where marking[sink] == 0 {
            for way in ways(to: [sink], marking) {
                for silent in way where game.isEnabled(silent, marking) { fire(silent, &marking, &count) }
                if marking[sink] > 0 { break }
            }
        }
        guard marking[sink] == 0 else { return }
        let last = ways(to: [sink], marking)
        for _ in 0..<5 {
            for way in last {
                for silent in way {
                    guard game.isEnabled(silent, marking) else { break }
                    fire(silent, &marking, &count)
                }
            }
        }
    }
}
