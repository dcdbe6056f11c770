/// Which limits tell an unusually long run and unusually few crossings of the centre line.
///
/// All three hang on the number of useful observations, so that longer series do not alarm more often.
public enum RunsRule: Hashable, Sendable, CaseIterable {
    /// The Anhøj rules: each of the two tests on its own (Anhøj & Olesen 2014).
    case anhoej
    /// The box with the highest power for a shift of 0.8 standard deviations among those with a specificity of 0.925.
    ///
    /// Computed for 10 to 100 useful observations; the Anhøj rules hold outside that range.
    case bestBox
    /// The best box without the cells at its corner that the specificity of 0.925 can spare.
    case cutBox

    /// The rule in words, as an English sentence.
    public var text: String {
        switch self {
        case .anhoej:
            "A run of useful observations longer than log2(n) + 3, rounded, or fewer crossings of the centre line than "
                + "the 5th percentile of a binomial distribution of n - 1 trials, n being the useful observations."
        case .bestBox:
            "A longer run or fewer crossings than the best box allows for the number of useful observations."
        case .cutBox:
            "A longer run or fewer crossings than the cut box allows for the number of useful observations, or both at "
                + "the corner that is cut from it."
        }
    }

    var method: StatisticalMethod {
        switch self {
        case .anhoej: Self.anhoejMethod
        case .bestBox, .cutBox: Self.boxMethod
        }
    }

    private static let anhoejMethod = StatisticalMethod(
        name: "Run chart with Anhøj rules",
        source: "Anhøj J, Olesen AV (2014). Run charts revisited. PLoS ONE 9(11): e113825."
    )

    private static let boxMethod = StatisticalMethod(
        name: "Run chart with box rules",
        source:
            "Anhøj J, Wentzel-Larsen T (2020). Smooth operator: modifying the Anhøj rules to improve runs analysis. "
            + "PLoS ONE 15(6): e0233920."
    )
}

/// The longest run and the fewest crossings that a series without a shift is expected to have.
public struct RunsLimits: Hashable, Sendable {
    /// The longest run that is no signal.
    public let longestRun: Int

    /// The fewest crossings that are no signal.
    public let crossings: Int

    /// Where the corner of the box is cut: what is still no signal on its two borders; `nil` where it is whole.
    public let cut: Cut?

    /// What remains of the borders of a box whose corner is cut.
    public struct Cut: Hashable, Sendable {
        /// The longest run that is no signal at the fewest crossings.
        public let longestRunAtFewestCrossings: Int

        /// The fewest crossings that are no signal at the longest run.
        public let crossingsAtLongestRun: Int
    }

    /// The limits of a rule.
    ///
    /// - Parameters:
    ///   - rule: which limits.
    ///   - useful: the number of observations that are not on the centre line.
    /// - Returns: `nil` for no useful observation.
    public init?(_ rule: RunsRule = .anhoej, useful: Int) {
        guard useful > 0 else { return nil }
        if rule != .anhoej, let row = BoxTable.row(useful: useful) {
            longestRun = row.longestRun
            crossings = row.crossings
            cut = rule == .cutBox ? row.cut : nil
        } else {
            longestRun = Self.longestRun(useful: useful)
            crossings =
                useful < Self.crossingsTable.count ? Self.crossingsTable[useful] : Self.crossings(useful: useful)
            cut = nil
        }
    }

    init(longestRun: Int, crossings: Int, cut: Cut?) {
        self.longestRun = longestRun
        self.crossings = crossings
        self.cut = cut
    }

    /// log₂ n + 3 to the nearest whole number: half the binary digits of n²; log₂ n is never halfway between two.
    private static func longestRun(useful: Int) -> Int {
        let square = UInt128(useful) * UInt128(useful)
        return (UInt128.bitWidth - square.leadingZeroBitCount) / 2 + 3
    }

    private static let crossingsTable = [0] + (1...512).map { crossings(useful: $0) }

    /// The smallest k with P(X ≤ k) ≥ 0.05 for X binomial with n − 1 trials of probability ½.
    private static func crossings(useful: Int) -> Int {
        if useful > 1_000_000, let binomial = try? BinomialDistribution(trials: useful - 1, probability: 0.5) {
            return binomial.quantile(lower: 0.05) ?? 0
        }
        let trials = Double(useful - 1)
        // Nine standard deviations below the mean, P is less than 1e-18.
        let start = max(0, (trials / 2 - 4.5 * trials.squareRoot()).rounded(.down))
        var half = 0.0
        var weight = 1.0
        var k = start
        while 2 * k < trials {
            half += weight
            weight *= (trials - k) / (k + 1)
            k += 1
        }
        if 2 * k == trials { half += weight / 2 }
        var sum = 0.0
        weight = 1
        k = start
        while true {
            sum += weight
            // half is P = 0.5.
            if sum >= 0.1 * half { return Int(k) }
            weight *= (trials - k) / (k + 1)
            k += 1
        }
    }
}
