/// Threads of a net: sets of places of which exactly one holds a token, and only one, as long as a case lasts.
///
/// Where ways are taken at once, each of them is such a thread with what comes before and after. Every label and every
/// silent transition belongs to at most one thread, so that the least costs of the threads, each looked at alone, add up to
/// what is to be paid at least (a decomposition of costs as in Katz and Domshlak 2008).
struct AlignmentThreads: Sendable {
    /// One move of the token of a thread.
    private struct Step: Sendable {
        let from: Int
        let to: Int
        /// The label, where it belongs to the thread; or else -1.
        let label: Int
        /// What the net pays for it in this thread when it moves alone.
        let price: Int
    }

    private struct Thread: Sendable {
        let places: [Int]
        let steps: [Step]
    }

    /// The least costs of each thread by position in the case, then by place of the thread.
    struct Costs {
        fileprivate let tables: [[Int]]
    }

    private static let infinite = Int.max / 4
    /// The most places that threads have, all of them together.
    private static let mostPlaces = 5_000
    /// The most costs to compute for a case.
    private static let mostCosts = 10_000_000

    private var threads: [Thread] = []
    /// For each place of the net, the threads that it belongs to, and its place in each.
    private var memberships: [[(thread: Int, place: Int)]]
    /// The thread that each label belongs to.
    private var threadOfLabel: [Int?]
    private var isSilentTaken: [Bool]

    /// The threads of a net without joins that wait for an open number of ways, and without clearing.
    init(_ net: PetriNet, _ labelOf: [Int], _ labelCount: Int) {
        memberships = Array(repeating: [], count: net.places.count)
        threadOfLabel = Array(repeating: nil, count: labelCount)
        isSilentTaken = Array(repeating: false, count: net.transitions.count)
        var consumers = [[Int]](repeating: [], count: net.places.count)
        var producers = consumers
        for (position, transition) in net.transitions.enumerated() {
            for place in transition.inputs { consumers[place].append(position) }
            for place in transition.outputs { producers[place].append(position) }
        }
        var left = Self.mostPlaces
        for target in net.transitions.indices where labelOf[target] >= 0 && threadOfLabel[labelOf[target]] == nil {
            guard let places = Self.places(through: target, net, consumers, producers) else { continue }
            left -= places.count
            guard left >= 0 else { break }
            add(places, net, labelOf, consumers)
        }
    }

    func covers(label: Int) -> Bool { threadOfLabel[label] != nil }

    func covers(silent transition: Int) -> Bool { isSilentTaken[transition] }

    /// The places of a thread that a transition is part of; `nil` where none is found.
    private static func places(
        through target: Int,
        _ net: PetriNet,
        _ consumers: [[Int]],
        _ producers: [[Int]]
    ) -> [Int]? {
        var distance = [Int](repeating: .max, count: net.places.count)
        var waiting = net.transitions[target].inputs
        for place in waiting { distance[place] = 0 }
        var next = 0
        while next < waiting.count {
            let place = waiting[next]
            next += 1
            for producer in producers[place] {
                for before in net.transitions[producer].inputs where distance[before] == .max {
                    distance[before] = distance[place] + 1
                    waiting.append(before)
                }
            }
        }
        var isInside = [Bool](repeating: false, count: net.places.count)
        var places = [net.source]
        isInside[net.source] = true
        next = 0
        while next < places.count {
            for consumer in consumers[places[next]] {
                let outputs = net.transitions[consumer].outputs
                guard let output = outputs.min(by: { distance[$0] < distance[$1] }) else { return nil }
                guard !isInside[output] else { continue }
                isInside[output] = true
                places.append(output)
            }
            next += 1
        }
        guard isInside[net.sink] else { return nil }
        for transition in net.transitions {
            let taken = transition.inputs.count { isInside[$0] }
            guard taken < 2, transition.outputs.count(where: { isInside[$0] }) == taken else { return nil }
        }
        return places
    }

    private mutating func add(_ places: [Int], _ net: PetriNet, _ labelOf: [Int], _ consumers: [[Int]]) {
        var local: [Int: Int] = [:]
        for (position, place) in places.enumerated() {
            local[place] = position
            memberships[place].append((threads.count, position))
        }
        var inside: [(transition: Int, from: Int, to: Int)] = []
        for (position, place) in places.enumerated() {
            for transition in consumers[place] {
                guard let output = net.transitions[transition].outputs.compactMap({ local[$0] }).first else { continue }
                inside.append((transition, position, output))
            }
        }
        let isInside = Set(inside.map(\.transition))
        for label in Set(isInside.map { labelOf[$0] }) where label >= 0 && threadOfLabel[label] == nil {
            let all = labelOf.indices.filter { labelOf[$0] == label }
            if all.allSatisfy(isInside.contains) { threadOfLabel[label] = threads.count }
        }
        var steps: [Step] = []
        // Places were found from the source on, so that steps from the last ones come first.
        for (transition, from, to) in inside.reversed() {
            let label = labelOf[transition]
            let isOwn = label < 0 ? !isSilentTaken[transition] : threadOfLabel[label] == threads.count
            let price = isOwn ? (label < 0 ? 1 : Alignment.moveCost) : 0
            steps.append(Step(from: from, to: to, label: isOwn ? label : -1, price: price))
            if label < 0 { isSilentTaken[transition] = true }
        }
        threads.append(Thread(places: places, steps: steps))
    }

    /// The least costs of the rest of a case, from each of its positions and from each place; `nil` for too long a case.
    func costs(of trace: [Int], sink: Int) -> Costs? {
        let size = threads.reduce(0) { $0 + $1.places.count } * (trace.count + 1)
        guard size <= Self.mostCosts else { return nil }
        return Costs(
            tables: threads.indices.map { number in
                let thread = threads[number]
                let count = thread.places.count
                var table = [Int](repeating: Self.infinite, count: (trace.count + 1) * count)
                for position in (0...trace.count).reversed() {
                    let row = position * count
                    if position == trace.count {
                        if let end = thread.places.firstIndex(of: sink) { table[row + end] = 0 }
                    } else {
                        let label = trace[position]
                        let isOwn = label >= 0 && threadOfLabel[label] == number
                        for place in 0..<count {
                            table[row + place] = table[row + count + place] + (isOwn ? Alignment.moveCost : 0)
                        }
                        for step in thread.steps where isOwn && step.label == label {
                            table[row + step.from] = min(table[row + step.from], table[row + count + step.to])
                        }
                    }
                    var changed = true
                    while changed {
                        changed = false
                        for step in thread.steps {
                            let found = table[row + step.to] + step.price
                            guard found < table[row + step.from] else { continue }
                            table[row + step.from] = found
                            changed = true
                        }
                    }
                }
                return table
            }
        )
    }

    /// What the threads have to pay at least from a marking on; `nil` where one of them cannot come to the end.
    func cost(_ marking: Marking, from position: Int, _ costs: Costs) -> Int? {
        var sum = 0
        for place in marking.indices where marking[place] > 0 {
            for (thread, local) in memberships[place] {
                let cost = costs.tables[thread][position * threads[thread].places.count + local]
                guard cost < Self.infinite else { return nil }
                sum += cost
            }
        }
        return sum
    }
}
