public import QualityCore

/// When a planned self-check is expected: by a rule, so long after the last occasion, or once (*hur ofta*). Closed.
public enum CheckSchedule: Hashable, Sendable, Codable {
    /// By a rule over days, from a first day on.
    case recurring(RecurrenceRule, from: CalendarDate)
    /// On a first day, and then so long after each occasion was done.
    case afterLast(CheckSpacing, first: CalendarDate)
    /// On one day.
    case once(CalendarDate)

    /// Whether it comes again: not a single day and not a rule of a single occasion.
    public var isRecurring: Bool {
        switch self {
        case .recurring(let rule, let start):
            var occurrences = rule.occurrences(from: RecurrenceMoment(start))
            return occurrences.next() != nil && occurrences.next() != nil
        case .afterLast: return true
        case .once: return false
        }
    }

    /// The days of a period on which an occasion is expected, in order.
    ///
    /// - Parameters:
    ///   - period: the days to look at.
    ///   - done: the days on which earlier occasions were done, in any order; only ``afterLast(_:first:)`` asks.
    public func expectedDays(in period: CalendarPeriod, done: [CalendarDate] = []) -> [CalendarDate] {
        switch self {
        case .recurring(let rule, let start): return rule.days(from: start, in: period)
        case .once(let day): return period.contains(day) ? [day] : []
        case .afterLast(let spacing, let first):
            var days = [first]
            for day in done.sorted() {
                guard let next = spacing.day(after: day) else { break }
                days.append(next)
            }
            return days.filter(period.contains)
        }
    }
}
