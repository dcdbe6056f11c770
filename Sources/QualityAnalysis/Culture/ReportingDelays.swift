public import QualityStatistics

/// How long it took from the first day of the event to the report, in whole days (*tid till rapport*).
public struct ReportingDelays: Hashable, Sendable {
    /// The number of records with both days, in that order or on one day.
    public let known: Int
    /// The number of records that lack one of the days.
    public let unknown: Int
    /// The number of records that were reported before the event, which are left out.
    public let beforeEvent: Int
    /// The share of the known ones that were reported within the days asked for.
    public let prompt: Proportion?
    private let sorted: [Int32]

    /// The number of days within which half of the known ones were reported; `nil` where none is known.
    public var median: Int? { quantile(0.5) }

    /// The smallest number of days within which at least a share of the known ones were reported.
    ///
    /// `share`: above 0, at most 1.
    /// - Returns: days; `nil` where no delay is known or the share is out of range.
    public func quantile(_ share: Double) -> Int? {
        guard share > 0, share <= 1, !sorted.isEmpty else { return nil }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return Int(sorted[min(max(rank, 1), sorted.count) - 1])
    }

    init(_ delays: [Int32], within days: Int, level: Double) throws(StatisticsError) {
        let stated = delays.filter { $0 != ObservationTable.unknownDelay }
        sorted = stated.filter { $0 >= 0 }.sorted()
        known = sorted.count
        unknown = delays.count - stated.count
        beforeEvent = stated.count - sorted.count
        prompt =
            sorted.isEmpty
            ? nil : try .wilson(count: sorted.count { $0 <= days }, of: sorted.count, level: level)
    }
}
