/// Shares of a whole in equal units, such as whole percent, that add up: rounded together and not each on its own.
///
/// Remainders and quotients are compared as exact fractions. Where they are equal, the category with the larger count
/// comes first, then the one given first: ``cut`` says whether that decided. A category with events may get no unit
/// (``vanishing``); print "less than 1 %" for it and not 0.
public struct Apportionment: StatisticalResult {
    /// How the units that remain after rounding down are given.
    public enum Rule: Hashable, Sendable {
        /// The largest remainders get one each (Hare–Niemeyer): no share is a unit or more from the exact one.
        case largestRemainder
        /// The largest quotients of count and 1, 3, 5, … get them all (Sainte-Laguë, Webster): no paradoxes.
        case sainteLague
    }

    /// Whether the counts alone say who gets the last unit.
    public enum Cut: Hashable, Sendable {
        /// They do.
        case decided
        /// Two categories had the same claim to it.
        case tied
    }

    /// The rule that was followed.
    public let rule: Rule

    /// The number of events counted.
    public let sample: Int

    /// The counts, in the order given.
    public let counts: [Int]

    /// The number of units that the whole has.
    public let units: Int

    /// The units of each category, in the order given; their sum is ``units``.
    public let shares: [Int]

    /// What each category has beyond its whole units before any is given, as a part of a unit, 0..<1.
    public let remainders: [Double]

    /// Whether the counts alone decide.
    public let cut: Cut

    init(rule: Rule, counts: CategoryCounts, units: Int, shares: [Int], remainders: [Int], cut: Cut) {
        self.rule = rule
        self.counts = counts.counts
        self.units = units
        self.shares = shares
        self.remainders = remainders.map { Double($0) / Double(counts.total) }
        self.cut = cut
        sample = counts.total
    }

    /// The method of largest remainders, or that of Sainte-Laguë.
    public var method: StatisticalMethod { Self.method(rule) }

    /// What the shares assume of the categories.
    public var assumptions: [Assumption] { [Assumption("The categories exclude one another.")] }

    /// The shares in percent, such as 14.7 for 147 units of 1,000.
    public var percentages: [Double] {
        shares.map { 100 * Double($0) / Double(units) }
    }

    /// The positions of the categories that have events and no unit.
    public var vanishing: [Int] {
        counts.indices.filter { counts[$0] > 0 && shares[$0] == 0 }
    }

    /// The shares of counts of categories in so many units: 100 for whole percent, 1,000 for tenths of a percent.
    ///
    /// Too little data when nothing was counted; an error when a count is negative or there is no unit.
    public static func of(
        _ counts: [Int],
        units: Int = 100,
        rule: Rule = .largestRemainder
    ) throws(StatisticsError) -> Finding<Self> {
        guard units > 0 else { throw StatisticsError(.outOfRange, of: "units") }
        let counts = try CategoryCounts(counts, of: "counts")
        if let shortage = counts.shortage(for: method(rule)) { return .tooLittleData(shortage) }
        return switch rule {
        case .largestRemainder: .found(largestRemainder(counts, units))
        case .sainteLague: .found(sainteLague(counts, units))
        }
    }

    private static func method(_ rule: Rule) -> StatisticalMethod {
        let source = "Balinski and Young 1982, Fair Representation"
        return switch rule {
        case .largestRemainder: StatisticalMethod(name: "Largest remainder (Hare–Niemeyer)", source: source)
        case .sainteLague: StatisticalMethod(name: "Sainte-Laguë (Webster)", source: source)
        }
    }
}
