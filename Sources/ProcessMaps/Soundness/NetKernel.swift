/// A net with a way back from sink to source, shrunk by rules that keep whether it is live and bounded.
struct NetKernel {
    private struct Node {
        var before: Set<Int>
        var after: Set<Int>
        var isGone = false
    }

    private struct Shape: Hashable {
        let before: Set<Int>
        let after: Set<Int>
    }

    private var places: [Node]
    private var transitions: [Node]
    private var tokens: [Int]

    init(_ net: PetriNet) {
        places = Array(repeating: Node(before: [], after: []), count: net.places.count)
        transitions = net.transitions.map { Node(before: Set($0.inputs), after: Set($0.outputs)) }
        transitions.append(Node(before: [net.sink], after: [net.source]))
        for (position, transition) in transitions.enumerated() {
            for place in transition.before { places[place].after.insert(position) }
            for place in transition.after { places[place].before.insert(position) }
        }
        tokens = Array(repeating: 0, count: net.places.count)
        tokens[net.source] = 1
    }

    private var alivePlaces: [Int] { places.indices.filter { !places[$0].isGone } }
    private var aliveTransitions: [Int] { transitions.indices.filter { !transitions[$0].isGone } }

    /// How many transitions are left.
    var transitionCount: Int { transitions.count { !$0.isGone } }

    /// Whether one place with a token and one transition are left.
    var isSingleStep: Bool {
        let left = alivePlaces
        return left.count == 1 && aliveTransitions.count == 1 && tokens[left[0]] > 0
    }

    mutating func reduce() {
        var changed = true
        while changed {
            changed = false
            for transition in transitions.indices where fusePlaces(around: transition) { changed = true }
            for place in places.indices where fuseTransitions(around: place) { changed = true }
            if dropTwinTransitions() { changed = true }
            if dropTwinPlaces() { changed = true }
            for transition in transitions.indices where dropLoop(at: transition) { changed = true }
        }
    }

    /// A place whose only way on is a transition that takes from it alone and gives to one other place: both become one.
    private mutating func fusePlaces(around transition: Int) -> Bool {
        let found = transitions[transition]
        guard !found.isGone, found.before.count == 1, found.after.count == 1, let first = found.before.first,
            let second = found.after.first, first != second, places[first].after.count == 1,
            places[first].before.isDisjoint(with: places[second].before)
        else { return false }
        transitions[transition].isGone = true
        places[first].isGone = true
        places[second].before.remove(transition)
        places[second].before.formUnion(places[first].before)
        for producer in places[first].before {
            transitions[producer].after.remove(first)
            transitions[producer].after.insert(second)
        }
        tokens[second] += tokens[first]
        return true
    }

    /// An empty place between two transitions, the second of which takes from it alone: both transitions become one.
    private mutating func fuseTransitions(around place: Int) -> Bool {
        let found = places[place]
        guard !found.isGone, tokens[place] == 0, found.before.count == 1, found.after.count == 1,
            let first = found.before.first, let second = found.after.first, first != second,
            transitions[second].before.count == 1, !transitions[second].after.isEmpty,
            transitions[second].after.isDisjoint(with: transitions[first].after)
        else { return false }
        places[place].isGone = true
        transitions[second].isGone = true
        transitions[first].after.remove(place)
        transitions[first].after.formUnion(transitions[second].after)
        for output in transitions[second].after {
            places[output].before.remove(second)
            places[output].before.insert(first)
        }
        return true
    }

    private mutating func dropTwinTransitions() -> Bool {
        var seen: Set<Shape> = []
        var changed = false
        for position in aliveTransitions {
            let found = transitions[position]
            guard !seen.insert(Shape(before: found.before, after: found.after)).inserted else { continue }
            drop(transition: position)
            changed = true
        }
        return changed
    }

    private mutating func dropTwinPlaces() -> Bool {
        var seen: [Shape: Int] = [:]
        var changed = false
        for position in alivePlaces {
            let shape = Shape(before: places[position].before, after: places[position].after)
            guard let other = seen[shape] else {
                seen[shape] = position
                continue
            }
            // The place with fewer tokens decides alone.
            let loser = tokens[position] < tokens[other] ? other : position
            seen[shape] = loser == other ? position : other
            places[loser].isGone = true
            for producer in shape.before { transitions[producer].after.remove(loser) }
            for consumer in shape.after { transitions[consumer].before.remove(loser) }
            changed = true
        }
        return changed
    }

    /// A transition that gives back what it takes from a place that has other ways on.
    private mutating func dropLoop(at transition: Int) -> Bool {
        let found = transitions[transition]
        guard !found.isGone, found.before.count == 1, found.before == found.after, let place = found.before.first,
            places[place].after.count > 1
        else { return false }
        drop(transition: transition)
        return true
    }

    private mutating func drop(transition: Int) {
        transitions[transition].isGone = true
        for place in transitions[transition].before { places[place].after.remove(transition) }
        for place in transitions[transition].after { places[place].before.remove(transition) }
    }

    /// Whether there are places without tokens that can only get one from each other.
    var hasEmptySiphon: Bool {
        var isInside = places.indices.map { !places[$0].isGone && tokens[$0] == 0 }
        var waiting = places.indices.filter { isInside[$0] }
        while let place = waiting.popLast() {
            guard isInside[place] else { continue }
            let isFed = places[place].before.contains { producer in
                !transitions[producer].before.contains { isInside[$0] }
            }
            guard isFed else { continue }
            isInside[place] = false
            for consumer in places[place].after {
                waiting += transitions[consumer].after.filter { isInside[$0] }
            }
        }
        return isInside.contains(true)
    }

    /// The number of groups of places and transitions that compete with each other.
    var clusterCount: Int {
        var count = 0
        var seen: Set<Int> = []
        for start in alivePlaces where seen.insert(start).inserted {
            count += 1
            var waiting = [start]
            while let place = waiting.popLast() {
                for consumer in places[place].after {
                    for other in transitions[consumer].before where seen.insert(other).inserted {
                        waiting.append(other)
                    }
                }
            }
        }
        return count
    }

    /// What each transition adds to each place, by places and by transitions.
    var incidence: (rows: [[Int]], columns: [[Int]]) {
        let alive = aliveTransitions
        let rows = alivePlaces.map { place in
            alive.map { transition in
                (transitions[transition].after.contains(place) ? 1 : 0)
                    - (transitions[transition].before.contains(place) ? 1 : 0)
            }
        }
        let columns = alive.indices.map { column in rows.map { $0[column] } }
        return (rows, columns)
    }
}
