/// How far a number may be from the golden one: a relative part and an absolute one.
///
/// The relative parts are those of the README of the golden files.
enum GoldenTolerance: Hashable, Sendable {
    /// The same number: counts, indices, ranks.
    case exact

    /// |ours − golden| ≤ relative · |golden| + absolute.
    case within(relative: Double, absolute: Scale)

    /// A p-value from tables drawn at random, by the program and by us: 4 standard errors of the difference.
    case simulated(theirs: Int, ours: Int)

    /// The size that the absolute part goes by, wherever a value can be 0.
    enum Scale: Hashable, Sendable {
        /// A size that does not hang on the data, such as 1e-15 for a share.
        case fixed(Double)

        /// A factor of the largest number of the case below any of the paths, which begin with `input` or `output`.
        case largest([GoldenPath], times: Double)
    }

    /// Means, limits and slopes: 1e-12, with 1e-12 of the largest number of the input.
    static let measure = measure(of: ["input", "**"])

    /// Means, limits and slopes on the scale of the numbers below a path, such as `["output", "y", "*"]`.
    static func measure(of paths: GoldenPath...) -> Self {
        .within(relative: 1e-12, absolute: .largest(paths, times: 1e-12))
    }

    /// Shares, indices and other numbers of the order of 1: 1e-12, and 1e-15 where they vanish.
    static let share = within(relative: 1e-12, absolute: .fixed(1e-15))

    /// Probabilities: 1e-10 down to 1e-300.
    static let probability = within(relative: 1e-10, absolute: .fixed(1e-300))

    /// Fits by iteration: 1e-8.
    static let fit = fit(of: ["input", "**"])

    /// Fits by iteration on the scale of the numbers below a path.
    static func fit(of paths: GoldenPath...) -> Self {
        .within(relative: 1e-8, absolute: .largest(paths, times: 1e-12))
    }

    /// Deviances and what is made of them: 1e-7.
    static let deviance = within(relative: 1e-7, absolute: .fixed(1e-12))

    /// Farrington bounds as R prints them: 1e-4.
    static let printed = within(relative: 1e-4, absolute: .fixed(0))

    /// Parts of a seasonal decomposition: 1e-9 of the largest value of the series.
    static func decomposition(of path: GoldenPath) -> Self {
        .within(relative: 0, absolute: .largest([path], times: 1e-9))
    }
}

extension GoldenTolerance {
    /// How far a p-value may be from a golden one when each comes from so many tables.
    ///
    /// One less than a share of the tables was not drawn: it is as exact as ``probability``.
    static func margin(of golden: Double, theirs: Int, ours: Int) -> Double {
        guard golden * Double(theirs + 1) >= 0.999 else { return 1e-10 * golden + 1e-300 }
        return 4 * (max(0, golden * (1 - golden)) * (1 / Double(theirs) + 1 / Double(ours))).squareRoot()
    }
}

/// Which tolerance the numbers at the paths of a pattern have.
struct GoldenRule: Sendable {
    let pattern: GoldenPath
    let tolerance: GoldenTolerance

    /// A rule; the pattern is matched as ``matches(_:)`` says.
    init(_ pattern: GoldenPath, _ tolerance: GoldenTolerance) {
        self.pattern = pattern
        self.tolerance = tolerance
    }
}

extension GoldenPath {
    /// Whether a path is one of this pattern: `*` stands for any key or position, a last `**` for any number of them.
    func matches(_ path: GoldenPath) -> Bool {
        if last == "**" {
            guard path.count >= count - 1 else { return false }
        } else if path.count != count {
            return false
        }
        return zip(self, path).allSatisfy { $0 == "*" || $0 == "**" || $0 == $1 }
    }
}

extension GoldenCase {
    /// The size of the absolute part of a tolerance.
    func size(of scale: GoldenTolerance.Scale) -> Double {
        switch scale {
        case .fixed(let size): size
        case .largest(let patterns, let factor):
            patterns.map { factor * largest($0) }.max() ?? 0
        }
    }

    private func largest(_ pattern: GoldenPath) -> Double {
        let tree: GoldenTree = pattern.first == "input" ? input : output
        let rest = GoldenPath(pattern.dropFirst())
        return tree.leaves.reduce(0) { largest, leaf in
            guard case .number(let number) = leaf.value, number.isFinite, rest.matches(leaf.path) else {
                return largest
            }
            return max(largest, abs(number))
        }
    }
}
