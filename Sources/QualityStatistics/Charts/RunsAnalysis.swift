/// The longest run on one side of a centre line and the number of its crossings, against what chance gives.
///
/// An observation on the centre line is not useful: it neither breaks a run nor counts in it. Swedish: *serieanalys*.
public struct RunsAnalysis: Hashable, Sendable {
    /// A departure from what chance gives, each of which tells a shift.
    public enum Signal: Hashable, Sendable {
        /// The longest run is longer than its limit.
        case unusuallyLongRun
        /// There are fewer crossings than their limit.
        case unusuallyFewCrossings
        /// Both are within their limits, and in the corner that the cut box leaves out.
        case both
    }

    /// The rule that set the limits.
    public let rule: RunsRule

    /// The number of observations that are not on the centre line.
    public let useful: Int

    /// The longest run on one side of the centre line; `nil` without a useful observation.
    public let longestRun: Int?

    /// The number of times that the useful observations cross the centre line; `nil` without a useful observation.
    public let crossings: Int?

    /// What is expected without a shift; `nil` without a useful observation.
    public let limits: RunsLimits?

    /// The departures found; none where the observations are dependent by construction, as moving ranges are.
    public var signals: [Signal] {
        switch departure {
        case .none: []
        case .longRun: [.unusuallyLongRun]
        case .fewCrossings: [.unusuallyFewCrossings]
        case .longRunAndFewCrossings: [.unusuallyLongRun, .unusuallyFewCrossings]
        case .corner: [.both]
        }
    }

    private let departure: Departure

    private enum Departure {
        case none
        case longRun
        case fewCrossings
        case longRunAndFewCrossings
        case corner
    }

    /// Fewer useful observations than ten rarely show a shift, and prove nothing by showing none.
    public var hasFewObservations: Bool { useful < 10 }
}

extension RunsAnalysis {
    /// The rounding that is forgiven where a centre line is computed: 1e-12 of it.
    static let rounding = 1e-12

    /// The runs of the values at the places of a phase about its centre line.
    init(
        of values: [Double?],
        _ phase: Range<Int>,
        _ basis: ChartBasis,
        about centre: Double?,
        tolerance: Double,
        _ rule: RunsRule
    ) {
        var count = Count(about: centre, tolerance: tolerance)
        for index in phase where !basis.excludes(index) {
            if let value = values[index] { count.add(value) }
        }
        self.init(count, rule)
    }

    /// What a rule says of runs that are counted.
    ///
    /// `independent`: whether each observation is independent of the one before by construction.
    init(_ count: Count, _ rule: RunsRule, independent: Bool = true) {
        self.rule = rule
        useful = count.useful
        limits = RunsLimits(rule, useful: count.useful)
        longestRun = limits == nil ? nil : count.longest
        crossings = limits == nil ? nil : count.crossings
        departure = limits.map { independent ? Self.departure(count, $0) : .none } ?? .none
    }

    private static func departure(_ count: Count, _ limits: RunsLimits) -> Departure {
        let long = count.longest > limits.longestRun
        let few = count.crossings < limits.crossings
        switch (long, few) {
        case (true, true): return .longRunAndFewCrossings
        case (true, false): return .longRun
        case (false, true): return .fewCrossings
        case (false, false):
            guard let cut = limits.cut else { return .none }
            let atFewest = count.crossings == limits.crossings && count.longest > cut.longestRunAtFewestCrossings
            let atLongest = count.longest == limits.longestRun && count.crossings < cut.crossingsAtLongestRun
            return atFewest || atLongest ? .corner : .none
        }
    }
}

extension RunsAnalysis {
    /// Runs about a centre line, counted value by value.
    struct Count {
        /// The number of values taken.
        private(set) var values = 0

        /// The length of the longest run so far.
        private(set) var longest = 0

        private let low: Double
        private let high: Double
        private var onLine = 0
        private var runs = 0
        private var length = 0
        /// 1 above the line, 0 below it; -1 before the first value.
        private var last = -1

        /// Values within the tolerance, relative to the centre line, are on it; without a line, all are.
        init(about centre: Double?, tolerance: Double) {
            let centre = centre ?? .nan
            low = centre - tolerance * abs(centre)
            high = centre + tolerance * abs(centre)
        }

        /// The number of values that are not on the line.
        var useful: Int { values - onLine }

        /// The number of times that the values cross the line; -1 before the first of them.
        var crossings: Int { runs - 1 }

        /// Takes the next value, without a branch on the side that it is on, which nothing foretells.
        @inline(__always)
        mutating func add(_ value: Double) {
            values &+= 1
            let isAbove = value > high
            guard isAbove != (value < low) else {
                onLine &+= 1
                return
            }
            let side = isAbove ? 1 : 0
            let isNew = side == last ? 0 : 1
            last = side
            runs &+= isNew
            // A new run begins at 1, another goes on.
            length = length & (isNew &- 1) &+ 1
            longest = max(longest, length)
        }
    }
}
