public import QualityCore

/// Counts of consecutive periods, in which a 0 is a finding and a missing count has its reason (*tidsserie*).
public struct ReportedSeries: Hashable, Sendable {
    /// Why a period has no count.
    public enum Missing: Hashable, Sendable {
        /// The source does not cover the period.
        case notCovered
        /// The unit was not open.
        case notOpen
        /// The unit was open and reported nothing of any kind, so that nobody knows whether it reported.
        case silent
        /// The category did not exist.
        case noSuchCategory
    }

    /// Why the count of a period is not that of the whole period.
    public enum Incompleteness: Hashable, Sendable {
        /// Reports of the period still come in.
        case late
        /// The source covers a part of the period.
        case partlyCovered
        /// The unit was open for a part of the period.
        case partlyOpen
        /// The category existed for a part of the period.
        case partlyExisting
    }

    /// What is known of one period.
    public enum Entry: Hashable, Sendable {
        /// The count; 0 where the unit was open and reported, and nothing of this.
        case count(Int)
        /// The count so far, of less than the period.
        case incomplete(Int, Incompleteness)
        /// No count.
        case missing(Missing)
    }

    /// The periods.
    public let scale: PeriodScale
    /// What is known of each period, in order of time.
    public let entries: [Entry]

    /// A series by what is known of each period of a scale.
    ///
    /// - Precondition: there are as many entries as periods.
    public init(_ scale: PeriodScale, _ entries: [Entry]) {
        precondition(entries.count == scale.periods.count, "a series has one entry for each period")
        self.scale = scale
        self.entries = entries
    }

    /// The counts of whole periods, in order of time; `nil` where missing or incomplete.
    public var counts: [Int?] {
        entries.map { if case .count(let count) = $0 { count } else { nil } }
    }

    /// The number of periods with a count of the whole period.
    public var completeCount: Int { entries.count { if case .count = $0 { true } else { false } } }

    /// The periods at the end of the series whose count is not yet that of the whole period.
    public var incompleteEnd: [CalendarPeriod] {
        let trailing = entries.reversed().prefix { if case .incomplete = $0 { true } else { false } }
        return Array(scale.periods.suffix(trailing.count))
    }

    /// The exposure of each period; `nil` where there is none to have a rate of.
    public func exposures(of unit: OrganisationUnitID, in table: ExposureTable) -> [Double?] {
        scale.periods.map { table.amount(of: unit, in: $0) }
    }
}
