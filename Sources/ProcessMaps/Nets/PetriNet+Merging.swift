extension PetriNet {
    /// The net without the silent transitions that only pass tokens on: merged with the one before or the one after.
    ///
    /// Whatever can happen from source to sink stays the same. A choice that leads to a standstill may vanish, so
    /// soundness is never asked of a merged net.
    func merged() -> PetriNet {
        var merging = NetMerging(self)
        merging.run()
        return merging.result
    }
}

private struct NetMerging {
    private var net: PetriNet
    private var producers: [[Int]]
    private var consumers: [[Int]]
    private var isGone: [Bool]
    private var isFixed: [Bool]
    private var isPlaceGone: [Bool]

    init(_ net: PetriNet) {
        self.net = net
        producers = Array(repeating: [], count: net.places.count)
        consumers = producers
        isGone = Array(repeating: false, count: net.transitions.count)
        isFixed = Array(repeating: false, count: net.places.count)
        isPlaceGone = isFixed
        for (position, transition) in net.transitions.enumerated() {
            for place in transition.inputs { consumers[place].append(position) }
            for place in transition.outputs { producers[place].append(position) }
            for place in transition.clears { isFixed[place] = true }
            // A join that waits must see where tokens are.
            if transition.joinsAny { for place in transition.inputs { isFixed[place] = true } }
        }
        isFixed[net.source] = true
        isFixed[net.sink] = true
    }

    mutating func run() {
        var changed = true
        while changed {
            changed = false
            while mergeUpwards() { changed = true }
            while mergeDownwards() { changed = true }
        }
    }

    private func isPassing(_ transition: Int) -> Bool {
        let found = net.transitions[transition]
        return !isGone[transition] && found.label == nil && !found.joinsAny && found.clears.isEmpty
    }

    private mutating func mergeUpwards() -> Bool {
        var changed = false
        for position in net.transitions.indices where isPassing(position) {
            guard net.transitions[position].inputs.count == 1 else { continue }
            let place = net.transitions[position].inputs[0]
            guard !isFixed[place], producers[place].count == 1, consumers[place].count == 1 else { continue }
            let before = producers[place][0]
            guard before != position else { continue }
            let outputs = net.transitions[position].outputs
            if let slot = net.transitions[before].outputs.firstIndex(of: place) {
                net.transitions[before].outputs.replaceSubrange(slot...slot, with: outputs)
            }
            for output in outputs { replace(position, by: before, in: &producers[output]) }
            remove(position, place)
            changed = true
        }
        return changed
    }

    private mutating func mergeDownwards() -> Bool {
        var changed = false
        for position in net.transitions.indices where isPassing(position) {
            guard net.transitions[position].outputs.count == 1 else { continue }
            let place = net.transitions[position].outputs[0]
            guard !isFixed[place], producers[place].count == 1, consumers[place].count == 1 else { continue }
            let after = consumers[place][0]
            guard after != position, !net.transitions[after].joinsAny else { continue }
            let inputs = net.transitions[position].inputs
            if let slot = net.transitions[after].inputs.firstIndex(of: place) {
                net.transitions[after].inputs.replaceSubrange(slot...slot, with: inputs)
            }
            for input in inputs { replace(position, by: after, in: &consumers[input]) }
            remove(position, place)
            changed = true
        }
        return changed
    }

    private func replace(_ old: Int, by new: Int, in list: inout [Int]) {
        if let slot = list.firstIndex(of: old) { list[slot] = new }
    }

    private mutating func remove(_ transition: Int, _ place: Int) {
        isGone[transition] = true
        isPlaceGone[place] = true
        producers[place] = []
        consumers[place] = []
    }

    var result: PetriNet {
        var positions = [Int](repeating: -1, count: net.places.count)
        var places: [PetriNet.Place] = []
        for place in net.places.indices where !isPlaceGone[place] {
            positions[place] = places.count
            places.append(net.places[place])
        }
        let transitions = net.transitions.indices.filter { !isGone[$0] }.map { position in
            var transition = net.transitions[position]
            transition.inputs = transition.inputs.map { positions[$0] }
            transition.outputs = transition.outputs.map { positions[$0] }
            transition.clears = transition.clears.map { positions[$0] }
            return transition
        }
        return PetriNet(
            places: places,
            transitions: transitions,
            source: positions[net.source],
            sink: positions[net.sink]
        )
    }
}
