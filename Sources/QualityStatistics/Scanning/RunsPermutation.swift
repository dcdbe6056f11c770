/// The longest run and the number of runs of points on two sides of a line, when every order of them is as likely.
///
/// Given the number of points on each side, an order with so many runs, none of them longer than so much, is a pair of
/// compositions with bounded parts (Wald & Wolfowitz 1940; Mood 1940). No distribution of the values is assumed.
package struct RunsPermutation {
    /// The number of points up to which the probabilities are reckoned, beyond which the smallest are no numbers.
    package static let limit = 1_000

    private let above: Int
    private let below: Int
    /// The weight of all orders.
    private let total: Double
    /// By the longest run allowed: the probability of each number of runs together with no longer run.
    private var tables: [Int: [Double]] = [:]

    /// The runs of so many points above the line and so many below it, one of them at least.
    package init(above: Int, below: Int) {
        precondition(above >= 0 && below >= 0 && (1...Self.limit).contains(above + below), "runs have some points")
        self.above = above
        self.below = below
        total = Self.weights(above, below, upTo: above + below).reduce(0, +)
    }

    private var useful: Int { above + below }

    /// The probability of an alarm: a longer run than its limit, or fewer crossings.
    package mutating func alarm(_ limits: RunsLimits) -> Double {
        // So many crossings are one run more.
        max(0, 1 - table(limits.longestRun).dropFirst(limits.crossings + 1).reduce(0, +))
    }

    /// The probability of a departure as rare as that of so many runs or of so long a run, whichever is the rarer.
    package mutating func pValue(runs: Int, longest: Int) -> Double {
        let few = table(useful).prefix(runs + 1).reduce(0, +)
        let least = min(few, atLeast(longest)) * (1 + 1e-9)
        var (runsLimit, sum) = (0, 0.0)
        for (number, probability) in table(useful).enumerated() {
            guard sum + probability <= least else { break }
            sum += probability
            runsLimit = number
        }
        var limit = longest
        while limit > 1, atLeast(limit - 1) <= least { limit -= 1 }
        while limit <= useful, atLeast(limit) > least { limit += 1 }
        let long = zip(table(useful), table(limit - 1)).dropFirst(runsLimit + 1).reduce(0) { $0 + max(0, $1.0 - $1.1) }
        return min(1, sum + long)
    }

    /// The probability that the longest run is so long or longer.
    private mutating func atLeast(_ longest: Int) -> Double {
        longest > useful ? 0 : max(0, 1 - table(longest - 1).reduce(0, +))
    }

    private mutating func table(_ longest: Int) -> [Double] {
        let longest = min(longest, useful)
        if let known = tables[longest] { return known }
        let table = Self.weights(above, below, upTo: longest).map { $0 / total }
        tables[longest] = table
        return table
    }

    /// By the number of runs, the orders in which none is longer than a limit, times 2 to minus the points.
    private static func weights(_ above: Int, _ below: Int, upTo longest: Int) -> [Double] {
        let (first, second) = (parts(above, upTo: longest), parts(below, upTo: longest))
        func part(_ parts: [Double], _ count: Int) -> Double { count < parts.count ? parts[count] : 0 }
        return (0...above + below).map { runs in
            let half = runs / 2
            if runs.isMultiple(of: 2) { return runs == 0 ? 0 : 2 * part(first, half) * part(second, half) }
            return part(first, half + 1) * part(second, half) + part(first, half) * part(second, half + 1)
        }
    }

    /// By their number, the ways to part points into runs of a length of 1 up to a limit, times 2 to minus the points.
    private static func parts(_ points: Int, upTo longest: Int) -> [Double] {
        var result = [Double](repeating: 0, count: points + 1)
        guard points > 0 else { return [1] }
        guard longest > 0 else { return result }
        guard longest < points else {
            result[1] = Double(sign: .plus, exponent: -points, significand: 1)
            for count in 1..<max(1, points) {
                result[count + 1] = result[count] * Double(points - count) / Double(count)
            }
            return result
        }
        let halves = (0...longest).map { Double(sign: .plus, exponent: -$0, significand: 1) }
        var ways = [Double](repeating: 0, count: points + 1)
        ways[0] = 1
        for count in 1...points {
            // Each part takes one point at least, so that higher places are read before they are written.
            for place in stride(from: points, through: count, by: -1) {
                var sum = 0.0
                for length in 1...min(longest, place - count + 1) { sum += ways[place - length] * halves[length] }
                ways[place] = sum
            }
            ways[count - 1] = 0
            result[count] = ways[points]
        }
        return result
    }
}
