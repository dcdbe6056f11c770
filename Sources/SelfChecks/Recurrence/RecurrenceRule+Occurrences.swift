public import QualityCore

extension RecurrenceRule {
    /// The moments of the rule from a start on, in order, reckoned as they are asked for; none after the year 9999.
    ///
    /// The start is itself an occasion only where the rule gives it. COUNT counts from the start.
    public func occurrences(from start: RecurrenceMoment) -> Occurrences {
        Occurrences(rule: self, start: start)
    }

    /// The days of the rule from a start on that lie in a period.
    public func days(from start: CalendarDate, in period: CalendarPeriod) -> [CalendarDate] {
        var days: [CalendarDate] = []
        for moment in occurrences(from: RecurrenceMoment(start)) {
            guard moment.day <= period.last else { break }
            if moment.day >= period.first { days.append(moment.day) }
        }
        return days
    }

    /// The moments of a rule, one at a time.
    public struct Occurrences: Sequence, IteratorProtocol, Sendable {
        private let rule: RecurrenceRule
        private let start: RecurrenceMoment
        private let lastDay: Int
        private var periods: RecurrencePeriods
        private var found: ArraySlice<Int> = []
        private var given = 0
        private var isDone = false

        init(rule: RecurrenceRule, start: RecurrenceMoment) {
            self.rule = rule
            self.start = start
            periods = RecurrencePeriods(rule: rule, start: start.day)
            if case .until(let moment) = rule.end {
                lastDay = Int(moment.day.daysSince1970)
            } else {
                lastDay = Int(CalendarDate.latest.daysSince1970)
            }
        }

        /// The next moment; `nil` when the rule has ended or the calendar has.
        public mutating func next() -> RecurrenceMoment? {
            while !isDone {
                guard let number = found.popFirst() else {
                    if let days = periods.next(through: lastDay) { found = days[...] } else { isDone = true }
                    continue
                }
                guard number >= Int(start.day.daysSince1970) else { continue }
                guard let day = Int32(exactly: number).flatMap(CalendarDate.init(daysSince1970:)) else { break }
                let moment = RecurrenceMoment(day, secondOfDay: start.secondOfDay)
                if case .until(let limit) = rule.end, moment.isAfter(limit) { break }
                given += 1
                if case .count(given) = rule.end { isDone = true }
                return moment
            }
            isDone = true
            return nil
        }
    }
}
