/// A pattern of consecutive points on a control chart that chance rarely gives.
public enum ControlRule: Hashable, Sendable {
    /// A point more than so many standard deviations from the centre.
    case beyond(sigmas: Double)
    /// So many of the last so many points beyond a number of standard deviations on one side, the last one among them.
    case most(Int, of: Int, beyondSigmas: Double)
    /// So many points on one side of the centre line; a point on the line ends a run.
    case run(Int)
    /// So many points each higher than the one before, or each lower; equal neighbours end a trend.
    case trend(Int)
    /// So many points that rise and fall by turns.
    case alternation(Int)
    /// So many points within one standard deviation of the centre (stratification).
    case hugging(Int)
    /// So many points with none within one standard deviation, and on both sides (mixture).
    case avoiding(Int)

    /// The rule in words, as an English sentence.
    public var text: String {
        switch self {
        case .beyond(let sigmas): "One point more than \(Self.words(sigmas)) from the centre line."
        case .most(let count, let window, let sigmas):
            "\(count) of \(window) consecutive points more than \(Self.words(sigmas)) from the centre line on the same "
                + "side."
        case .run(let count): "\(count) consecutive points on the same side of the centre line."
        case .trend(let count): "\(count) consecutive points, each higher than the one before or each lower."
        case .alternation(let count): "\(count) consecutive points that rise and fall by turns."
        case .hugging(let count): "\(count) consecutive points within 1 sigma of the centre line, on either side."
        case .avoiding(let count):
            "\(count) consecutive points more than 1 sigma from the centre line, some on each side."
        }
    }

    private static func words(_ sigmas: Double) -> String {
        let whole = Int(exactly: sigmas).map(String.init)
        return "\(whole ?? String(sigmas)) sigma"
    }
}

/// A published set of rules for control charts.
public struct ControlRules: Hashable, Sendable {
    /// The set and its source.
    public let method: StatisticalMethod

    /// The rules in the order of their numbers, the first being 1.
    public let rules: [ControlRule]

    /// A set of rules.
    public init(method: StatisticalMethod, rules: [ControlRule]) {
        self.method = method
        self.rules = rules
    }

    /// The four zone rules of Western Electric.
    public static let westernElectric = Self(
        method: StatisticalMethod(
            name: "Western Electric rules",
            source: "Western Electric (1956). Statistical Quality Control Handbook."
        ),
        rules: [
            .beyond(sigmas: 3), .most(2, of: 3, beyondSigmas: 2), .most(4, of: 5, beyondSigmas: 1), .run(8),
        ]
    )

    /// The eight rules of Nelson.
    public static let nelson = Self(
        method: StatisticalMethod(
            name: "Nelson rules",
            source: "Nelson LS (1984). The Shewhart control chart: tests for special causes. J Qual Technol 16: 237."
        ),
        rules: [
            .beyond(sigmas: 3), .run(9), .trend(6), .alternation(14), .most(2, of: 3, beyondSigmas: 2),
            .most(4, of: 5, beyondSigmas: 1), .hugging(15), .avoiding(8),
        ]
    )

    /// The five rules for control charts of the Institute for Healthcare Improvement.
    public static let ihi = Self(
        method: StatisticalMethod(
            name: "IHI control chart rules",
            source: "Provost LP, Murray SK (2011). The Health Care Data Guide. Jossey-Bass."
        ),
        rules: [.beyond(sigmas: 3), .run(8), .trend(6), .most(2, of: 3, beyondSigmas: 2), .hugging(15)]
    )
}

/// What one rule finds on a chart.
public struct ControlRuleFinding: Hashable, Sendable {
    /// The rule.
    public let rule: ControlRule

    /// The places at which the pattern is complete, and each later one at which it still is, in order of time.
    public let completions: [Int]
}
