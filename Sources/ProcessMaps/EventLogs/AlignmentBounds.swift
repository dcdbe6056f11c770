/// What the rest of a case and of a way through a net cost at least.
///
/// Never too much, and never more than one move and what comes after it, so that A\* finds the best way and visits no
/// state twice.
struct AlignmentBounds: Sendable {
    /// What is told about the rest of a case from each position.
    struct Rest {
        /// Which labels occur from each position on.
        var present: [LabelSet]
        /// The labels from the first position on.
        let trace: [Int]
        /// What is known of a marking, whatever the position.
        var sums: [Marking: Sums] = [:]
        /// What each thread pays at least.
        let threads: AlignmentThreads.Costs?
    }

    struct Sums {
        let reachable: LabelSet
        let demanded: LabelSet
        /// Those of the demanded labels that belong to no thread.
        let loose: LabelSet
        let silent: Int
        let looseSilent: Int
    }

    /// What a token must pass before the end.
    private struct Demand: Hashable {
        var labels: LabelSet
        /// Silent transitions, by their number among them.
        var silent: LabelSet

        mutating func formUnion(_ other: Demand) {
            labels.formUnion(other.labels)
            silent.formUnion(other.silent)
        }

        mutating func formIntersection(_ other: Demand) {
            labels.formIntersection(other.labels)
            silent.formIntersection(other.silent)
        }
    }

    /// The labels that a token in each place can still reach.
    private let reachable: [LabelSet]
    /// What a token in each place must pass; `nil` where it cannot come to the end.
    private let demanded: [Demand?]
    private let nothing: Demand
    private let labelCount: Int
    private let sink: Int
    private let threads: AlignmentThreads?
    /// What belongs to no thread.
    private let loose: Demand

    init(_ game: TokenGame, _ labelOf: [Int], _ labelCount: Int) {
        let net = game.net
        self.labelCount = labelCount
        sink = net.sink
        let isPlain = !net.transitions.contains { $0.joinsAny || !$0.clears.isEmpty }
        let threads = isPlain ? AlignmentThreads(net, labelOf, labelCount) : nil
        self.threads = threads
        var consumers = game.consumers
        // A token that can be cleared away is treated as if what clears it took it.
        for (position, transition) in net.transitions.enumerated() {
            for place in transition.clears where !consumers[place].contains(position) {
                consumers[place].append(position)
            }
        }
        var reachable = [LabelSet](repeating: LabelSet(labelCount), count: net.places.count)
        let silent = net.transitions.indices.filter { labelOf[$0] < 0 }
        let nothing = Demand(labels: LabelSet(labelCount), silent: LabelSet(silent.count))
        var own = [Demand](repeating: nothing, count: net.transitions.count)
        for transition in net.transitions.indices where labelOf[transition] >= 0 {
            own[transition].labels.insert(labelOf[transition])
        }
        for (number, transition) in silent.enumerated() { own[transition].silent.insert(number) }
        var loose = nothing
        for label in 0..<labelCount where threads?.covers(label: label) != true { loose.labels.insert(label) }
        for (number, transition) in silent.enumerated() where threads?.covers(silent: transition) != true {
            loose.silent.insert(number)
        }
        var demanded = [Demand?](repeating: nil, count: net.places.count)
        demanded[net.sink] = nothing
        var changed = true
        while changed {
            changed = false
            for place in net.places.indices.reversed() {
                for transition in consumers[place] {
                    var reach = reachable[place]
                    if labelOf[transition] >= 0 { reach.insert(labelOf[transition]) }
                    for output in net.transitions[transition].outputs { reach.formUnion(reachable[output]) }
                    if reach != reachable[place] {
                        reachable[place] = reach
                        changed = true
                    }
                    // Sets only shrink after the first, so the greatest fixed point is found from above.
                    let outputs = net.transitions[transition].outputs
                    guard outputs.allSatisfy({ demanded[$0] != nil }) else { continue }
                    var must = own[transition]
                    for output in outputs { if let more = demanded[output] { must.formUnion(more) } }
                    if let known = demanded[place] { must.formIntersection(known) }
                    if demanded[place] != must, place != net.sink {
                        demanded[place] = must
                        changed = true
                    }
                }
            }
        }
        self.reachable = reachable
        self.demanded = demanded
        self.nothing = nothing
        self.loose = loose
    }

    func rest(of trace: [Int]) -> Rest {
        var present = [LabelSet](repeating: LabelSet(labelCount), count: trace.count + 1)
        for position in trace.indices.reversed() {
            present[position] = present[position + 1]
            if trace[position] >= 0 { present[position].insert(trace[position]) }
        }
        return Rest(present: present, trace: trace, threads: threads?.costs(of: trace, sink: sink))
    }

    /// What is still to be paid at least; `nil` where no token can come to the end.
    func cost(_ marking: Marking, from position: Int, _ rest: inout Rest) -> Int? {
        let sums: Sums
        if let known = rest.sums[marking] {
            sums = known
        } else {
            var reach = LabelSet(labelCount)
            var must = nothing
            for place in marking.indices where marking[place] > 0 {
                guard let demand = demanded[place] else { return nil }
                reach.formUnion(reachable[place])
                must.formUnion(demand)
            }
            var loose = loose
            loose.formIntersection(must)
            sums = Sums(
                reachable: reach,
                demanded: must.labels,
                loose: loose.labels,
                silent: must.silent.count,
                looseSilent: loose.silent.count
            )
            rest.sums[marking] = sums
        }
        let present = rest.present[position]
        var moves = sums.demanded.count(without: present)
        var looseMoves = sums.loose.count(without: present)
        for label in rest.trace[position...] where label < 0 || !sums.reachable.contains(label) {
            moves += 1
            if label < 0 || loose.labels.contains(label) { looseMoves += 1 }
        }
        let sum = moves * Alignment.moveCost + sums.silent
        guard let threads, let costs = rest.threads else { return sum }
        guard let threadSum = threads.cost(marking, from: position, costs) else { return nil }
        return max(sum, threadSum + looseMoves * Alignment.moveCost + sums.looseSilent)
    }
}
