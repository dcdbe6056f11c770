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
        count.add(phase) { basis.excludes($0) ? nil : values[$0] }
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
    /// Runs about a centre line, counted 64 values at a time.
    struct Count {
        /// The number of values taken.
        private(set) var values = 0

        /// The number of values that are not on the line.
        private(set) var useful = 0

        /// The length of the longest run so far.
        private(set) var longest = 0

        private let line: Double
        private let tolerance: Double
        private var runs = 0
        /// The length of the newest run.
        private var length = 0
        /// 1 where the newest run is above the line.
        private var side: UInt64 = 0

        /// Values within the tolerance, relative to the centre line, are on it; without a line, all are.
        init(about centre: Double?, tolerance: Double) {
            line = centre ?? .nan
            self.tolerance = tolerance * abs(line)
        }

        /// The number of times that the values cross the line; -1 before the first of them.
        var crossings: Int { runs - 1 }

        /// Takes the values at the next places, `nil` for one that is missing or left out.
        @inline(__always)
        mutating func add(_ places: Range<Int>, _ value: (Int) -> Double?) {
            var start = places.lowerBound
            while start < places.upperBound {
                let end = min(start + 64, places.upperBound)
                // In registers, and without a branch on the side that a value is on, which nothing foretells.
                var (missing, onLine, sides): (Int, Int, UInt64) = (0, 0, 0)
                for index in start..<end {
                    guard let value = value(index) else {
                        missing &+= 1
                        continue
                    }
                    let distance = line - value
                    guard abs(distance) > tolerance else {
                        onLine &+= 1
                        continue
                    }
                    sides = sides << 1 | (distance < 0 ? 1 : 0)
                }
                values += end - start - missing
                add(sides, of: end - start - missing - onLine)
                start = end
            }
        }

        /// Takes the sides of the next useful values, 1 above the line, the newest in the lowest bit.
        private mutating func add(_ sides: UInt64, of count: Int) {
            guard count > 0 else { return }
            useful += count
            let unused = UInt64(64 - count)
            let sides = sides << unused
            // Ones where a value is on the side of the one before it.
            var stays = ~(sides ^ (sides >> 1 | side << 63)) & .max << unused
            if length == 0 { stays &= .max >> 1 }
            runs += count - stays.nonzeroBitCount
            let first = (~stays).leadingZeroBitCount
            longest = max(longest, length + first)
            length = first == count ? length + count : (~stays >> unused).trailingZeroBitCount + 1
            side = sides >> unused & 1
            var inner = 1
            while stays != 0 {
                stays &= stays << 1
                inner += 1
            }
            longest = max(longest, inner)
        }
    }
}
