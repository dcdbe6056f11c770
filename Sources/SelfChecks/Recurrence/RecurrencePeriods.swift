import QualityCore

/// The days that a rule chooses in each of its periods, period by period, as days since 1970.
struct RecurrencePeriods: Sendable {
    private let rule: RecurrenceRule
    private let start: (year: Int, month: Int, day: Int)
    private let weekday: Int
    /// The first day of the next daily or weekly period, the number of its month since year 0, or its year.
    private var cursor: Int

    init(rule: RecurrenceRule, start: CalendarDate) {
        self.rule = rule
        self.start = start.components
        weekday = start.weekday
        switch rule.frequency {
        case .daily: cursor = Int(start.daysSince1970)
        case .weekly:
            cursor = Int(start.daysSince1970) - (start.weekday - rule.weekStart.number + 7) % 7
        case .monthly: cursor = self.start.year * 12 + self.start.month - 1
        case .yearly: cursor = self.start.year
        }
    }

    /// The days of the next period in order, perhaps none; `nil` once periods begin after a day or the year 9999.
    mutating func next(through last: Int) -> [Int]? {
        switch rule.frequency {
        case .daily:
            guard cursor <= last else { return nil }
            let day = cursor
            cursor += rule.interval
            guard let parts = Self.components(day) else { return nil }
            if !rule.months.isEmpty, !rule.months.contains(parts.month) {
                skipMonth(of: parts, at: day)
                return []
            }
            let length = CalendarDate.daysIn(month: parts.month, year: parts.year)
            return chosen(isMonthDay(parts.day, of: length) && isWeekday(Self.weekday(of: day)) ? [day] : [])
        case .weekly:
            guard cursor <= last else { return nil }
            let first = cursor
            cursor += 7 * rule.interval
            return chosen((first..<first + 7).filter(isInWeek))
        case .monthly:
            let (year, month) = (cursor / 12, cursor % 12 + 1)
            guard let first = Self.day(year, month, 1), first <= last else { return nil }
            cursor += rule.interval
            guard rule.months.isEmpty || rule.months.contains(month) else { return [] }
            return chosen(days(of: month, in: year, fallback: start.day))
        case .yearly:
            let year = cursor
            guard let first = Self.day(year, 1, 1), first <= last else { return nil }
            cursor += rule.interval
            return chosen(months.flatMap { days(of: $0, in: year, fallback: start.day) })
        }
    }

    /// The months of a yearly period.
    private var months: [Int] {
        if !rule.months.isEmpty { return rule.months }
        return rule.weekdays.isEmpty && rule.monthDays.isEmpty ? [start.month] : Array(1...12)
    }

    private mutating func skipMonth(of parts: (year: Int, month: Int, day: Int), at day: Int) {
        let next = day + CalendarDate.daysIn(month: parts.month, year: parts.year) - parts.day + 1
        if cursor < next { cursor += (next - cursor + rule.interval - 1) / rule.interval * rule.interval }
    }

    private func isInWeek(_ day: Int) -> Bool {
        guard let parts = Self.components(day) else { return false }
        let number = Self.weekday(of: day)
        return (rule.months.isEmpty || rule.months.contains(parts.month))
            && (rule.weekdays.isEmpty ? number == weekday : isWeekday(number))
    }

    private func days(of month: Int, in year: Int, fallback: Int) -> [Int] {
        let length = CalendarDate.daysIn(month: month, year: year)
        guard let first = Self.day(year, month, 1) else { return [] }
        if rule.weekdays.isEmpty, rule.monthDays.isEmpty {
            return fallback <= length ? [first + fallback - 1] : []
        }
        // A numbered day of the week is one of the year where a yearly rule names no month.
        let ofYear = rule.frequency == .yearly && rule.months.isEmpty
        guard let newYear = Self.day(year, 1, 1) else { return [] }
        let span = ofYear ? (CalendarDate.daysIn(month: 2, year: year) == 29 ? 366 : 365) : length
        let offset = ofYear ? first - newYear : 0
        return (1...length).compactMap { date in
            let isChosen =
                isMonthDay(date, of: length)
                && isWeekday(Self.weekday(of: first + date - 1), at: offset + date, of: span)
            return isChosen ? first + date - 1 : nil
        }
    }

    private func isMonthDay(_ date: Int, of length: Int) -> Bool {
        rule.monthDays.isEmpty || rule.monthDays.contains(date) || rule.monthDays.contains(date - length - 1)
    }

    private func isWeekday(_ number: Int, at position: Int = 1, of span: Int = 1) -> Bool {
        rule.weekdays.isEmpty
            || rule.weekdays.contains { choice in
                guard choice.weekday.number == number else { return false }
                guard let ordinal = choice.ordinal else { return true }
                return ordinal == (position - 1) / 7 + 1 || ordinal == -((span - position) / 7 + 1)
            }
    }

    private func chosen(_ days: [Int]) -> [Int] {
        guard !rule.positions.isEmpty else { return days }
        let indices = rule.positions.map { $0 > 0 ? $0 - 1 : days.count + $0 }
        return Set(indices).sorted().filter(days.indices.contains).map { days[$0] }
    }

    private static func components(_ day: Int) -> (year: Int, month: Int, day: Int)? {
        Int32(exactly: day).flatMap(CalendarDate.init(daysSince1970:))?.components
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        CalendarDate(year: year, month: month, day: day).map { Int($0.daysSince1970) }
    }

    private static func weekday(of day: Int) -> Int {
        let rest = (day + 3) % 7
        return (rest < 0 ? rest + 7 : rest) + 1
    }
}
