public import QualityCore

/// What units had that events could happen in, by period: bed-days, hours, persons (*exponering*).
///
/// An amount belongs to its unit and period. It is never spread over shorter periods, and a period without an amount is
/// missing: its rate is unknown and not 0.
public struct ExposureTable: Hashable, Sendable {
    /// What the amounts are counted in.
    public enum Measure: Hashable, Sendable {
        /// Days on which a place was taken (*vårddygn*).
        case bedDays
        /// Hours of service (*timmar*).
        case hours
        /// Persons who had the service; those of two periods may be the same and are not added (*personer*).
        case persons
        /// Anything else that adds up over time, with its name in the plural.
        case other(LocalizedText)

        /// Whether the amounts of two periods add up to that of both.
        public var addsUpOverTime: Bool { self != .persons }

        /// The name in the plural.
        public var name: LocalizedText {
            switch self {
            case .bedDays: LocalizedText(sv: "vårddygn", en: "bed-days")
            case .hours: LocalizedText(sv: "timmar", en: "hours")
            case .persons: LocalizedText(sv: "personer", en: "persons")
            case .other(let name): name
            }
        }
    }

    /// The amount of one unit in one period.
    public struct Entry: Hashable, Sendable {
        /// The unit, or a node of the organisation that stands for all its units.
        public let unit: OrganisationUnitID
        /// The days that the amount is of.
        public let period: CalendarPeriod
        /// The amount in the measure of the table, 0 or more.
        public let amount: Double

        /// An amount of a unit in a period.
        public init(unit: OrganisationUnitID, period: CalendarPeriod, amount: Double) {
            self.unit = unit
            self.period = period
            self.amount = amount
        }
    }

    /// What the amounts are counted in.
    public let measure: Measure
    private let entries: [OrganisationUnitID: [Entry]]

    /// A table of amounts.
    ///
    /// - Throws: ``AnalysisError`` for an amount that is negative or not finite, and for two amounts of one unit with
    ///   days in common.
    public init(_ measure: Measure, _ entries: [Entry]) throws(AnalysisError) {
        var sorted: [OrganisationUnitID: [Entry]] = [:]
        for entry in entries {
            guard entry.amount >= 0, entry.amount.isFinite else {
                throw .exposureOutOfRange(unit: entry.unit, period: entry.period)
            }
            sorted[entry.unit, default: []].append(entry)
        }
        for unit in sorted.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            let ordered = sorted[unit, default: []].sorted { $0.period.first < $1.period.first }
            for (entry, next) in zip(ordered, ordered.dropFirst()) where entry.period.overlaps(next.period) {
                throw .exposuresOverlap(unit: unit, period: next.period)
            }
            sorted[unit] = ordered
        }
        self.measure = measure
        self.entries = sorted
    }

    /// The units that have an amount in any period, by code.
    public var units: [OrganisationUnitID] {
        entries.keys.sorted { $0.rawValue < $1.rawValue }
    }

    /// The amount of a unit in a period: of it alone, or of shorter periods that fill it without a gap.
    ///
    /// - Returns: the amount above 0; `nil` where it is unknown, where it is 0, so that there is nothing to have a rate
    ///   of, and where the amounts known are of periods that only overlap.
    public func amount(of unit: OrganisationUnitID, in period: CalendarPeriod) -> Double? {
        let inside = entries[unit, default: []].filter { period.contains($0.period) }
        guard measure.addsUpOverTime || inside.count == 1,
            inside.reduce(0, { $0 + $1.period.dayCount }) == period.dayCount
        else { return nil }
        let sum = inside.reduce(0) { $0 + $1.amount }
        return sum > 0 ? sum : nil
    }

    /// The amount of several units together in a period; `nil` where that of any is missing or there are none.
    public func amount(of units: [OrganisationUnitID], in period: CalendarPeriod) -> Double? {
        var sum = 0.0
        for unit in units {
            guard let amount = amount(of: unit, in: period) else { return nil }
            sum += amount
        }
        return units.isEmpty ? nil : sum
    }
}
