public import QualityCore

/// Consecutive calendar periods of one length, by which counts are placed in time (*periodindelning*).
public struct PeriodScale: Hashable, Sendable {
    /// How long each period is.
    public enum Length: String, Hashable, Sendable, CaseIterable {
        /// A calendar year (*år*).
        case year
        /// A quarter of a calendar year (*kvartal*).
        case quarter
        /// A calendar month (*månad*).
        case month
        /// A week from Monday to Sunday (*vecka*).
        case week

        /// The number of calendar months, 1, 3 or 12; `nil` of a week, which may lie in two.
        public var months: Int? {
            switch self {
            case .year: 12
            case .quarter: 3
            case .month: 1
            case .week: nil
            }
        }

        /// The number of periods that make a year, 1, 4, 12 or 52.
        public var perYear: Int { months.map { 12 / $0 } ?? 52 }
    }

    /// How long each period is.
    public let length: Length
    /// The periods in order of time, without gaps; at least one.
    public let periods: [CalendarPeriod]
    private let firstIndex: Int

    /// The whole periods that a run of days touches.
    ///
    /// - Parameters:
    ///   - length: how long each period is.
    ///   - days: the days to cover; the first and the last period may reach beyond them.
    public init(_ length: Length, covering days: CalendarPeriod) {
        self.length = length
        firstIndex = Self.index(of: days.first, length)
        periods = (firstIndex...Self.index(of: days.last, length)).compactMap { Self.period($0, length) }
    }

    private static func period(_ index: Int, _ length: Length) -> CalendarPeriod? {
        guard let months = length.months else {
            let first = CalendarDate(daysSince1970: Int32(7 * index - daysFromMonday))
            return first.flatMap { first in
                first.adding(days: 6).flatMap { CalendarPeriod(first: first, last: $0) }
            }
        }
        let month = index * months
        let last = month + months - 1
        guard let first = CalendarPeriod(year: month / 12, month: month % 12 + 1),
            let end = CalendarPeriod(year: last / 12, month: last % 12 + 1)
        else { return nil }
        return CalendarPeriod(first: first.first, last: end.last)
    }

    /// The position of the period that a day lies in; `nil` outside all of them.
    public func position(of day: CalendarDate) -> Int? {
        let position = Self.index(of: day, length) - firstIndex
        return periods.indices.contains(position) ? position : nil
    }

    private static func index(of day: CalendarDate, _ length: Length) -> Int {
        guard let months = length.months else {
            let days = Int(day.daysSince1970) + daysFromMonday
            return days >= 0 ? days / 7 : (days - 6) / 7
        }
        let (year, month, _) = day.components
        return (year * 12 + month - 1) / months
    }

    /// The number of days from the Monday before 1 January 1970, which was a Thursday.
    private static let daysFromMonday = 3
}

extension Validity {
    /// Whether every day of a period lies within the validity.
    func covers(_ period: CalendarPeriod) -> Bool { contains(period.first) && contains(period.last) }
}

extension CalendarPeriod {
    /// The number of days, the first and the last included; at least 1.
    var dayCount: Int { first.days(to: last) + 1 }

    /// Whether every day of another period lies in this one.
    func contains(_ other: CalendarPeriod) -> Bool {
        first <= other.first && other.last <= last
    }

    /// Whether the periods have a day in common.
    func overlaps(_ other: CalendarPeriod) -> Bool {
        first <= other.last && other.first <= last
    }
}
