/// The number of runs of two kinds of points in random order.
struct RunDistribution {
    /// The probability of each number of runs, from 0.
    private let probabilities: [Double]

    /// The distribution of runs of so many points of either kind, one of them at least.
    init(above: Int, below: Int) {
        let fewer = min(above, below)
        let more = max(above, below)
        guard fewer > 0 else {
            probabilities = more > 0 ? [0, 1] : [1]
            return
        }
        // Ways to part either kind into k runs, relative to one run; the ratio of successive ones is (n - k) / k.
        var weights = [0.0, 0.0]
        var (first, second) = (1.0, 1.0)
        for k in 1...fewer {
            let (n, m) = (Double(fewer), Double(more))
            let next = (first * (n - Double(k)) / Double(k), second * (m - Double(k)) / Double(k))
            weights.append(2 * first * second)
            weights.append(next.0 * second + first * next.1)
            (first, second) = next
            if weights[2 * k] > 1e200 {
                for index in weights.indices { weights[index] *= 1e-200 }
                (first, second) = (first * 1e-100, second * 1e-100)
            }
        }
        let total = weights.reduce(0, +)
        probabilities = weights.map { $0 / total }
    }

    /// The probability of so many runs or fewer.
    func atMost(_ runs: Int) -> Double { probabilities.prefix(runs + 1).reduce(0, +) }

    /// The probability of so many runs or more.
    func atLeast(_ runs: Int) -> Double { probabilities.dropFirst(runs).reversed().reduce(0, +) }
}
