import ProcessMaps
import TestSupport

/// Cases drawn from a seed that go through the net of a map, and then are disturbed.
struct DisturbedLogs {
    private var draws: Draws
    private let names: [String]

    init(seed: UInt64, map: ProcessMap) {
        draws = Draws(seed: seed)
        names = MapIndex(map).nodes.filter { $0.activity != nil }.map(\.name)
    }

    /// Some cases of a net, each with some activities left out, added, moved or strange.
    ///
    /// - Parameters:
    ///   - count: how many cases.
    ///   - net: the net.
    ///   - length: how many activities a case has before it is disturbed, at most.
    ///   - most: how many times it is disturbed, at most.
    mutating func cases(_ count: Int, of net: PetriNet, upTo length: Int = 20, most: Int = 3) -> [[String]] {
        (0..<count).map { _ in
            var activities = played(net, upTo: length)
            for _ in 0..<draws.below(most + 1) { disturb(&activities) }
            return activities
        }
    }

    /// One way through the net, by chance.
    private mutating func played(_ net: PetriNet, upTo length: Int) -> [String] {
        var marking = [Int](repeating: 0, count: net.places.count)
        marking[net.source] = 1
        var activities: [String] = []
        while marking[net.sink] == 0, activities.count < length {
            let enabled = net.transitions.filter { $0.inputs.allSatisfy { marking[$0] > 0 } }
            guard let fired = enabled.randomElement(using: &draws) else { break }
            for place in fired.inputs { marking[place] -= 1 }
            for place in fired.outputs { marking[place] += 1 }
            if let label = fired.label { activities.append(label) }
        }
        return activities
    }

    private mutating func disturb(_ activities: inout [String]) {
        guard !activities.isEmpty else { return }
        let position = draws.below(activities.count)
        switch draws.below(5) {
        case 0: activities.remove(at: position)
        case 1: activities.insert(names[draws.below(names.count)], at: position)
        case 2: activities.swapAt(position, draws.below(activities.count))
        case 3: activities.insert(activities[position], at: position)
        default: activities.insert("something else", at: position)
        }
    }
}
