/// A case laid beside the way through a map that it departs from least (*jämförelse mellan ärende och karta*).
public struct Alignment: Hashable, Sendable {
    /// One move of the case, of the map, or of both. Closed.
    public enum Move: Hashable, Sendable {
        /// The case does what the map has next: the position of the activity in the case, and the node.
        case together(Int, MapElementID)
        /// The case does what the map does not have here: the position of the activity in the case.
        case caseOnly(Int)
        /// The map has a step that the case does not do here.
        case mapOnly(MapElementID)
        /// The map moves tokens without a step that could be seen.
        case silent(MapElementID)
    }

    /// What the departures of a case mean for one step. Closed.
    public enum Deviation: Hashable, Sendable {
        /// A step that the map demands was not done.
        case skipped(MapElementID)
        /// A step was done at another place than that of the map: the position of the activity in the case, and the node.
        case outOfOrder(Int, MapElementID)
        /// A step was done again though the map does not have it again: the position of the activity in the case.
        case repeated(Int)
        /// A step was done that the map does not have there: the position of the activity in the case.
        case unexpected(Int)
    }

    /// The cost of a move of the case alone, or of a step of the map alone; a silent move costs 1, and moving together 0.
    public static let moveCost = 10_000

    /// What was done in the case.
    public let activities: [String]
    /// The moves, from first to last.
    public let moves: [Move]

    /// The cost of all moves: no other way through the map costs less.
    public var cost: Int {
        moves.reduce(0) { sum, move in
            switch move {
            case .together: sum
            case .caseOnly, .mapOnly: sum + Self.moveCost
            case .silent: sum + 1
            }
        }
    }

    /// Whether the case went as the map has it.
    public var fits: Bool { cost < Self.moveCost }

    /// What the departures mean, in the order of the moves.
    ///
    /// A step that the case does at one place and the map has at another is out of order; the place of the map is then not
    /// counted as skipped.
    ///
    /// - Parameter index: the index of the map, for the names of its steps.
    public func deviations(_ index: MapIndex) -> [Deviation] {
        var done: [String: Int] = [:]
        var demanded: [String: [MapElementID]] = [:]
        for move in moves {
            switch move {
            case .together(let position, _): done[activities[position], default: 0] += 1
            case .mapOnly(let node): demanded[index.node(node)?.name ?? "", default: []].append(node)
            case .caseOnly, .silent: break
            }
        }
        var placed: [MapElementID: Int] = [:]
        var found: [Deviation] = []
        for move in moves {
            guard case .caseOnly(let position) = move else {
                if case .mapOnly(let node) = move { found.append(.skipped(node)) }
                continue
            }
            let activity = activities[position]
            if let node = demanded[activity]?.first {
                demanded[activity]?.removeFirst()
                placed[node, default: 0] += 1
                found.append(.outOfOrder(position, node))
            } else {
                found.append(done[activity] == nil ? .unexpected(position) : .repeated(position))
            }
        }
        found.removeAll { deviation in
            guard case .skipped(let node) = deviation, let left = placed[node], left > 0 else { return false }
            placed[node] = left - 1
            return true
        }
        return found
    }
}

/// Why a case could not be aligned.
public enum AlignmentError: Error, Hashable, Sendable {
    /// No way leads through the map from its start to its end.
    case noWayThrough
    /// The search was given up after so many states.
    case tooManyStates(Int)
}
