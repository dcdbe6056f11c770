public import QualityCore

/// Which days a source covers and when units were open: what tells a 0 from a missing count (*täckning*).
public struct ReportingCoverage: Hashable, Sendable {
    /// What a period without any report from an open unit is taken for.
    public enum Silence: Hashable, Sendable {
        /// Missing: nobody knows that the unit reported at all. A category of it is 0 only beside others that are not.
        case missing
        /// 0: it is known otherwise that the unit reports whatever there is to report.
        case zero
    }

    /// The days of which the source holds all that was reported.
    public var days: CalendarPeriod
    /// The days on which units were open; a unit that is not listed was open throughout.
    public var open: [OrganisationUnitID: [CalendarPeriod]] = [:]
    /// What a period without any report from an open unit is taken for.
    public var silence: Silence
    /// The number of days, 0 or more, for which reports still come in: a period that ends later is incomplete.
    public var lateDays: Int

    /// Coverage of a source.
    public init(days: CalendarPeriod, silence: Silence = .missing, lateDays: Int = 0) {
        self.days = days
        self.silence = silence
        self.lateDays = max(0, lateDays)
    }

    /// Coverage with the days on which the units of an organisation were open, as their validity says.
    public init(
        days: CalendarPeriod,
        organisation: Organisation,
        silence: Silence = .missing,
        lateDays: Int = 0
    ) {
        self.init(days: days, silence: silence, lateDays: lateDays)
        for unit in organisation.units where unit.validity != .always {
            let first = unit.validity.from ?? .earliest
            let last = unit.validity.through ?? .latest
            open[unit.id] = CalendarPeriod(first: first, last: last).map { [$0] } ?? []
        }
    }

    /// The number of days of a period on which a unit was open.
    func openDays(of unit: OrganisationUnitID?, in period: CalendarPeriod) -> Int {
        guard let unit, let periods = open[unit] else { return period.dayCount }
        var days = 0
        // The first day that is not counted yet: periods may have days in common.
        var next: CalendarDate? = period.first
        for other in periods.sorted(by: { $0.first < $1.first }) {
            guard let start = next else { break }
            let (first, last) = (max(other.first, start), min(other.last, period.last))
            guard let part = CalendarPeriod(first: first, last: last) else { continue }
            days += part.dayCount
            next = last.adding(days: 1)
        }
        return days
    }
}
