/// The range that a process without special causes keeps to at one point of a chart.
public struct ControlLimits: Hashable, Sendable {
    /// The lower limit; `nil` where the chart has none, as the time between events, which no event can undercut.
    public let lower: Double?

    /// The upper limit.
    public let upper: Double

    /// A pair of limits.
    public init(lower: Double?, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}
