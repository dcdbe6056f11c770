/// When something happens again and again, as a rule over days (*upprepningsregel*, a part of RFC 5545).
///
/// Offered are FREQ from DAILY to YEARLY, INTERVAL, COUNT or UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS and WKST;
/// everything else is refused with a ``RecurrenceError``. A day that a month does not have is passed over, as
/// RFC 5545 says; ``lastDayOfMonth(every:end:)`` and ``monthly(every:on:end:)`` never pass over a month.
public struct RecurrenceRule: Hashable, Sendable {
    /// How long a period is. Closed.
    public enum Frequency: String, Hashable, Sendable, CaseIterable {
        /// One day.
        case daily = "DAILY"
        /// One week.
        case weekly = "WEEKLY"
        /// One month.
        case monthly = "MONTHLY"
        /// One year.
        case yearly = "YEARLY"
    }

    /// How long a rule goes on. Closed.
    public enum End: Hashable, Sendable {
        /// Until further notice.
        case never
        /// So many occasions, at least one.
        case count(Int)
        /// Through a moment, itself included; without time of day through the day.
        case until(RecurrenceMoment)
    }

    /// The length of a period.
    public let frequency: Frequency
    /// Every how many periods, at least 1.
    public let interval: Int
    /// How long it goes on.
    public let end: End
    /// Days of the week, some perhaps by number within month or year; empty for no choice.
    public let weekdays: [OrdinalWeekday]
    /// Days of the month, 1 to 31 from its start or −1 to −31 from its end; empty for no choice.
    public let monthDays: [Int]
    /// Months, 1 to 12; empty for no choice.
    public let months: [Int]
    /// Which of the days of each period, 1 to 366 from its start or −1 to −366 from its end; empty for all.
    public let positions: [Int]
    /// The day on which a week begins.
    public let weekStart: Weekday

    /// A rule from its parts; the order of a list and what stands twice in it do not matter.
    ///
    /// - Throws: ``RecurrenceError`` when a value lies outside its range, when days of the month stand in a weekly
    ///   rule, numbered days of the week in a daily or weekly one, or positions without anything to choose from.
    public init(
        _ frequency: Frequency,
        every interval: Int = 1,
        end: End = .never,
        weekdays: [OrdinalWeekday] = [],
        monthDays: [Int] = [],
        months: [Int] = [],
        positions: [Int] = [],
        weekStart: Weekday = .monday
    ) throws(RecurrenceError) {
        guard (1...Self.largestNumber).contains(interval) else { throw RecurrenceError(.outOfRange, in: .interval) }
        if case .count(let count) = end, !(1...Self.largestNumber).contains(count) {
            throw RecurrenceError(.outOfRange, in: .count)
        }
        guard monthDays.allSatisfy({ $0 != 0 && (-31...31).contains($0) }) else {
            throw RecurrenceError(.outOfRange, in: .monthDays)
        }
        guard months.allSatisfy((1...12).contains) else { throw RecurrenceError(.outOfRange, in: .months) }
        guard positions.allSatisfy({ $0 != 0 && (-366...366).contains($0) }) else {
            throw RecurrenceError(.outOfRange, in: .positions)
        }
        if frequency == .weekly, !monthDays.isEmpty { throw RecurrenceError(.contradictory, in: .monthDays) }
        if frequency == .daily || frequency == .weekly, weekdays.contains(where: { $0.ordinal != nil }) {
            throw RecurrenceError(.contradictory, in: .weekdays)
        }
        if !positions.isEmpty, weekdays.isEmpty, monthDays.isEmpty, months.isEmpty {
            throw RecurrenceError(.contradictory, in: .positions)
        }
        self.frequency = frequency
        self.interval = interval
        self.end = end
        self.weekdays = Set(weekdays).sorted()
        self.monthDays = Set(monthDays).sorted()
        self.months = Set(months).sorted()
        self.positions = Set(positions).sorted()
        self.weekStart = weekStart
    }

    /// The largest interval and count that a rule takes, more than the calendar has days.
    static let largestNumber = 1_000_000_000
}
