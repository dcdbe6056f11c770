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
    public let signals: [Signal]

    /// Fewer useful observations than ten rarely show a shift, and prove nothing by showing none.
    public var hasFewObservations: Bool { useful < 10 }
}

extension RunsAnalysis {
    /// The rounding that is forgiven where a centre line is computed: 1e-12 of it.
    static let rounding = 1e-12

    /// The runs of the values at the places of a phase about its centre line.
    ///
    /// Values within the tolerance, relative to the centre line, are on it.
    init(
        of values: [Double?],
        _ phase: Range<Int>,
        _ basis: ChartBasis,
        about centre: Double?,
        tolerance: Double,
        _ rule: RunsRule,
        independent: Bool = true
    ) {
        let centre = centre ?? .nan
        let (low, high) = (centre - tolerance * abs(centre), centre + tolerance * abs(centre))
        var useful = 0
        var longest = 0
        var length = 0
        var crossings = -1
        var last = 0
        let hasExclusions = !basis.exclusions.isEmpty
        values.withUnsafeBufferPointer { values in
            for index in phase {
                guard let value = values[index], !hasExclusions || !basis.excludes(index) else { continue }
                let side = (value > high ? 1 : 0) &- (value < low ? 1 : 0)
                if side == 0 { continue }
                let goesOn = side == last
                useful &+= 1
                length = goesOn ? length &+ 1 : 1
                crossings &+= goesOn ? 0 : 1
                longest = max(longest, length)
                last = side
            }
        }
        self.rule = rule
        self.useful = useful
        guard let limits = RunsLimits(rule, useful: useful) else {
            longestRun = nil
            self.crossings = nil
            self.limits = nil
            signals = []
            return
        }
        longestRun = longest
        self.crossings = crossings
        self.limits = limits
        signals = independent ? Self.signals(longest: longest, crossings: crossings, limits) : []
    }

    private static func signals(longest: Int, crossings: Int, _ limits: RunsLimits) -> [Signal] {
        let long = longest > limits.longestRun
        let few = crossings < limits.crossings
        switch (long, few) {
        case (true, true): return [.unusuallyLongRun, .unusuallyFewCrossings]
        case (true, false): return [.unusuallyLongRun]
        case (false, true): return [.unusuallyFewCrossings]
        case (false, false):
            guard let cut = limits.cut else { return [] }
            let atFewest = crossings == limits.crossings && longest > cut.longestRunAtFewestCrossings
            let atLongest = longest == limits.longestRun && crossings < cut.crossingsAtLongestRun
            return atFewest || atLongest ? [.both] : []
        }
    }
}
