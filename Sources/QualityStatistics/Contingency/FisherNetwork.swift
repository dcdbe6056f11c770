/// All tables with given sums, column by column, as paths through what is left of the rows.
///
/// What the rest of a table can add depends only on the multiset of what is left of the rows. So paths that agree in it
/// and in their probability are one, and a path whose rest can not change the verdict is not followed. Source: Mehta and
/// Patel, JASA 78, 1983.
struct FisherNetwork {
    /// The most and the least that the rest of a table can add to the sum of −log x! over its cells.
    private struct Reach {
        let greatest: Double
        let least: Double
    }

    /// Paths of one probability: the sum of −log x! so far and the probability of them together.
    private struct Path {
        let score: Double
        var probability: Double
    }

    /// Paths with the same rest, by their scores, and the sums of their probabilities.
    private struct Paths {
        let sorted: [Path]
        private let sums: [Double]

        init(_ paths: some Sequence<Path>) {
            sorted = paths.sorted { $0.score < $1.score }
            var sum = 0.0
            sums =
                [0]
                + sorted.map { path in
                    sum += path.probability
                    return sum
                }
        }

        /// How many have a score up to a bound.
        func count(upTo bound: Double) -> Int {
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle].score <= bound { low = middle + 1 } else { high = middle }
            }
            return low
        }

        func probability(first number: Int) -> Double { sums[number] }
    }

    /// A way to fill a column.
    private struct Step {
        let rest: [Int]
        let score: Double
        let probability: Double
    }

    /// How many paths, or ways to fill a column, are kept at once: some hundred megabytes.
    private static let mostStored = 2_000_000

    private let columns: [Int]
    private let rows: [Int]
    private let factorials: LogFactorials
    private let bound: Double
    private var effort: Int
    private var reaches: [[[Int]: Reach]]

    /// `nil` for a table that is plainly too large.
    init?(_ counts: [[Int]], effort: Int) {
        let sums = (
            counts.map { $0.reduce(0, +) },
            counts[0].indices.map { column in counts.reduce(0) { $0 + $1[column] } }
        )
        let total = sums.0.reduce(0, +)
        guard total <= effort else { return nil }
        let turned = sums.0.count > sums.1.count
        rows = (turned ? sums.1 : sums.0).sorted()
        columns = (turned ? sums.0 : sums.1).sorted(by: >)
        let factorials = LogFactorials(upTo: total)
        self.factorials = factorials
        let observed = counts.joined().reduce(0.0) { $0 - factorials[$1] }
        bound = observed + MinimumLikelihood.equality
        self.effort = effort
        reaches = Array(repeating: [:], count: columns.count)
    }

    /// The probability of all tables that are no more probable than the observed; `nil` where the effort did not suffice.
    mutating func pValue() -> Double? {
        guard reach(of: rows, from: 0) != nil else { return nil }
        var sum = 0.0
        var nodes: [[Int]: [Int: Path]] = [rows: [0: Path(score: 0, probability: 1)]]
        for column in columns.indices.dropLast() {
            var next: [[Int]: [Int: Path]] = [:]
            var stored = 0
            for (rest, paths) in nodes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                let paths = Paths(paths.values)
                guard let steps = steps(from: rest, column) else { return nil }
                for step in steps {
                    guard let reach = reaches[column + 1][step.rest] else { return nil }
                    let below = paths.count(upTo: bound - step.score - reach.greatest)
                    let open = below..<max(below, paths.count(upTo: bound - step.score - reach.least))
                    sum += paths.probability(first: below) * step.probability
                    effort -= open.count
                    guard effort >= 0 else { return nil }
                    for path in paths.sorted[open] {
                        let score = path.score + step.score
                        let probability = path.probability * step.probability
                        let key = Int((score * 1e9).rounded())
                        if next[step.rest]?[key] == nil { stored += 1 }
                        next[step.rest, default: [:]][key, default: Path(score: score, probability: 0)]
                            .probability += probability
                    }
                    guard stored <= Self.mostStored else { return nil }
                }
            }
            nodes = next
        }
        return min(1, sum)
    }

    /// What the columns from one on can add, found for each rest once; `nil` where the effort did not suffice.
    private mutating func reach(of rest: [Int], from column: Int) -> Reach? {
        if let known = reaches[column][rest] { return known }
        let found: Reach
        if column == columns.count - 1 {
            let score = rest.reduce(0.0) { $0 - factorials[$1] }
            found = Reach(greatest: score, least: score)
        } else {
            var (greatest, least) = (-Double.infinity, Double.infinity)
            guard let steps = steps(from: rest, column) else { return nil }
            for step in steps {
                guard let reach = reach(of: step.rest, from: column + 1) else { return nil }
                greatest = max(greatest, step.score + reach.greatest)
                least = min(least, step.score + reach.least)
            }
            found = Reach(greatest: greatest, least: least)
        }
        reaches[column][rest] = found
        return found
    }

    /// All ways to fill a column from what is left of the rows; `nil` where the effort did not suffice.
    private mutating func steps(from rest: [Int], _ column: Int) -> [Step]? {
        let factorials = factorials
        let most = min(effort, Self.mostStored)
        let total = rest.reduce(0, +)
        let whole = factorials[total] - factorials[columns[column]] - factorials[total - columns[column]]
        var found: [Step] = []
        var left = rest
        func fill(_ row: Int, _ missing: Int, _ after: Int, _ score: Double, _ ways: Double) -> Bool {
            if row == rest.count {
                guard found.count < most else { return false }
                found.append(Step(rest: left.sorted(), score: score, probability: exp(ways - whole)))
                return true
            }
            let beyond = after - rest[row]
            for taken in max(0, missing - beyond)...min(rest[row], missing) {
                left[row] = rest[row] - taken
                let ways = ways + factorials[rest[row]] - factorials[taken] - factorials[left[row]]
                guard fill(row + 1, missing - taken, beyond, score - factorials[taken], ways) else { return false }
            }
            left[row] = rest[row]
            return true
        }
        guard fill(0, columns[column], total, 0, 0) else { return nil }
        effort -= found.count
        return found
    }
}
