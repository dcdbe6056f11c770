/// Categories by falling count, with the share of the whole that the largest make up together, and ABC classes.
///
/// Two conventions of the ABC classes are in use, and they differ by the category that crosses a limit: ``Entry`` has
/// both. Shares are compared with the limits as exact fractions.
public struct ParetoAnalysis: StatisticalResult {
    /// A class of the ABC analysis.
    public enum ABCClass: Hashable, Sendable {
        /// The vital few.
        case a
        /// Those between.
        case b
        /// The trivial many.
        case c
    }

    /// Up to which percent of the whole a class reaches.
    public struct Limits: Hashable, Sendable {
        /// The end of class A in percent of the whole.
        public let a: Int

        /// The end of class B in percent of the whole.
        public let b: Int

        /// Class A up to 80 percent, class B up to 95.
        public static let usual = Limits(unchecked: 80, 95)

        private init(unchecked a: Int, _ b: Int) {
            self.a = a
            self.b = b
        }

        /// Limits in whole percent, with 0 ≤ a ≤ b ≤ 100.
        public init(a: Int, b: Int) throws(StatisticsError) {
            guard 0 <= a, a <= b, b <= 100 else { throw StatisticsError(.outOfRange, of: "limits") }
            self.init(unchecked: a, b)
        }

        fileprivate func abcClass(_ count: Int, of total: Int, including: Bool) -> ABCClass {
            let hundredfold = 100 * Int128(count)
            func reaches(_ limit: Int) -> Bool {
                let end = Int128(limit) * Int128(total)
                return including ? hundredfold <= end : hundredfold < end
            }
            return reaches(a) ? .a : reaches(b) ? .b : .c
        }
    }

    /// A category in the order of falling counts.
    public struct Entry: Hashable, Sendable {
        /// Its position among the counts given, from 0.
        public let index: Int

        /// How often it was counted.
        public let count: Int

        /// Its share of the whole, 0...1.
        public let share: Double

        /// The share of it and all larger ones, 0...1.
        public let cumulativeShare: Double

        /// Its class by the share of all larger ones: the category that crosses a limit still belongs to the class.
        public let classByShareBefore: ABCClass

        /// Its class by the share of it and all larger ones: the category that crosses a limit belongs to the next class.
        public let classByShareUpTo: ABCClass
    }

    /// Juran's Pareto principle with the classes of Dickie.
    public var method: StatisticalMethod { Self.method }

    /// What the ranks mean for what is done about the categories.
    public var assumptions: [Assumption] {
        [
            Assumption("The categories exclude one another."),
            Assumption("An event of one category weighs as much as one of another; harm may rank them otherwise."),
        ]
    }

    /// The number of events counted.
    public let sample: Int

    /// The limits of the classes.
    public let limits: Limits

    /// The categories by falling count; equal counts keep the order given.
    public let entries: [Entry]

    private static let method = StatisticalMethod(
        name: "Pareto analysis with ABC classes",
        source:
            "Juran 1951, Quality Control Handbook; Dickie 1951, ABC inventory analysis shoots for dollars not pennies"
    )

    /// The analysis of counts of categories, in any order, 0 allowed.
    ///
    /// Too little data when nothing was counted; an error when a count is negative.
    public static func analysis(of counts: [Int], limits: Limits = .usual) throws(StatisticsError) -> Finding<Self> {
        let counts = try CategoryCounts(counts, of: "counts")
        if let shortage = counts.shortage(for: method) { return .tooLittleData(shortage) }
        return .found(Self(counts, limits))
    }

    private init(_ counts: CategoryCounts, _ limits: Limits) {
        sample = counts.total
        self.limits = limits
        let whole = Double(counts.total)
        var sum = 0
        entries = counts.ranking.map { index in
            let before = sum
            let count = counts.counts[index]
            sum += count
            return Entry(
                index: index,
                count: count,
                share: Double(count) / whole,
                cumulativeShare: Double(sum) / whole,
                classByShareBefore: limits.abcClass(before, of: counts.total, including: false),
                classByShareUpTo: limits.abcClass(sum, of: counts.total, including: true)
            )
        }
    }
}
