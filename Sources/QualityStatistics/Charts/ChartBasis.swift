/// What the centre line and the limits of a chart rest on: its phases, a frozen baseline, values left out.
public struct ChartBasis: Hashable, Sendable {
    /// Where the chart begins anew, in order of time.
    public var rebasings: [Rebasing] {
        if case .parted(let rebasings, _) = extent { rebasings } else { [] }
    }

    /// Values that are shown and not counted, in order of time.
    public var exclusions: [Exclusion] {
        if case .parted(_, let exclusions) = extent { exclusions } else { [] }
    }

    /// The number of places at the beginning of each phase that its limits rest on; `nil` for all of them.
    ///
    /// Limits that are recalculated from values that hold a shift hide it: freeze them at a period known to be stable.
    public let frozenAfter: Int?

    /// Every value of the series in one phase.
    public static let whole = Self(extent: .whole, frozenAfter: nil)

    private let extent: Extent

    /// Most charts rest on the whole of their series, which holds nothing that is counted when it is copied.
    private enum Extent: Hashable, Sendable {
        case whole
        indirect case parted([Rebasing], [Exclusion])
    }

    /// A basis of phases, values left out and a frozen baseline.
    ///
    /// - Parameters:
    ///   - rebasings: where the chart begins anew, in any order.
    ///   - exclusions: values left out, in any order.
    ///   - frozenAfter: the number of places that the limits of each phase rest on.
    /// - Throws: `out of range` where a place is named twice or `frozenAfter` is below 1.
    public init(
        rebasings: [Rebasing] = [],
        exclusions: [Exclusion] = [],
        frozenAfter: Int? = nil
    ) throws(StatisticsError) {
        let rebasings = rebasings.sorted { $0.position < $1.position }
        let exclusions = exclusions.sorted { $0.position < $1.position }
        guard zip(rebasings, rebasings.dropFirst()).allSatisfy({ $0.position < $1.position }) else {
            throw StatisticsError(.outOfRange, of: "rebasings")
        }
        guard zip(exclusions, exclusions.dropFirst()).allSatisfy({ $0.position < $1.position }) else {
            throw StatisticsError(.outOfRange, of: "exclusions")
        }
        if let frozenAfter, frozenAfter < 1 { throw StatisticsError(.outOfRange, of: "frozenAfter") }
        let isWhole = rebasings.isEmpty && exclusions.isEmpty
        self.init(extent: isWhole ? .whole : .parted(rebasings, exclusions), frozenAfter: frozenAfter)
    }

    private init(extent: Extent, frozenAfter: Int?) {
        self.extent = extent
        self.frozenAfter = frozenAfter
    }
}

extension ChartBasis {
    /// Calls back for each phase of a series in order of time; an empty series has none.
    func forEachPhase(of length: Int, _ body: (Range<Int>, Rebasing?) throws(StatisticsError) -> Void)
        throws(StatisticsError)
    {
        if let last = rebasings.last, last.position >= length { throw StatisticsError(.outOfRange, of: "rebasings") }
        if let last = exclusions.last, last.position >= length { throw StatisticsError(.outOfRange, of: "exclusions") }
        guard length > 0 else { return }
        var start = 0
        var rebasing: Rebasing?
        for next in rebasings {
            try body(start..<next.position, rebasing)
            start = next.position
            rebasing = next
        }
        try body(start..<length, rebasing)
    }

    /// What is made of each phase of a series, in order of time; an empty series has none.
    @inline(__always)
    func mapPhases<Phase>(of length: Int, _ make: (Range<Int>, Rebasing?) -> Phase) throws(StatisticsError) -> [Phase] {
        // Nearly all series have one phase, of which a literal makes the quickest array.
        if case .whole = extent { return length > 0 ? [make(0..<length, nil)] : [] }
        var phases: [Phase] = []
        try forEachPhase(of: length) { phases.append(make($0, $1)) }
        return phases
    }

    /// The places at the beginning of a phase that its limits rest on, those left out among them.
    func baseline(of phase: Range<Int>) -> Range<Int> {
        guard let frozenAfter, frozenAfter < phase.count else { return phase }
        return phase.lowerBound..<phase.lowerBound + frozenAfter
    }

    /// Whether any value is left out.
    var hasExclusions: Bool {
        if case .parted(_, let exclusions) = extent { !exclusions.isEmpty } else { false }
    }

    /// Whether the value at a place is left out.
    @inline(__always)
    func excludes(_ position: Int) -> Bool {
        guard case .parted(_, let exclusions) = extent else { return false }
        return exclusions.contains { $0.position == position }
    }
}

/// How far limits can be relied on, by how many values they rest on.
public enum LimitStanding: Hashable, Sendable {
    /// They rest on fewer than 13 values and move with every new one: trial limits.
    case trial
    /// They rest on 13 values or more.
    case established

    /// The standing of limits that rest on so many values, as *Making Data Count* (NHS England) has it.
    init(values: Int) {
        self = values < 13 ? .trial : .established
    }
}
