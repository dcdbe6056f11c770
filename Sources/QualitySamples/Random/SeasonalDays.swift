import QualityCore

/// Days of a period, more of them when staff are on holiday and fewer at weekends, in order.
struct SeasonalDays {
    private static let byMonth = [96, 92, 98, 95, 97, 104, 124, 118, 103, 100, 94, 112]
    private static let byWeekday = [104, 106, 105, 104, 102, 88, 86]

    private let choice: WeightedChoice<CalendarDate>

    init(in period: CalendarPeriod) {
        var days: [(element: CalendarDate, weight: Int)] = []
        days.reserveCapacity(period.first.days(to: period.last) + 1)
        var day: CalendarDate? = period.first
        while let date = day, date <= period.last {
            let weekday = (Int(date.daysSince1970) % 7 + 10) % 7
            days.append((date, Self.byMonth[date.month - 1] * Self.byWeekday[weekday]))
            day = date.adding(days: 1)
        }
        choice = WeightedChoice(days)
    }

    func draw(_ count: Int, _ random: inout SeededGenerator) -> [CalendarDate] {
        var days: [CalendarDate] = []
        days.reserveCapacity(count)
        for _ in 0..<count {
            days.append(choice.draw(&random))
        }
        return days.sorted()
    }
}

extension CalendarDate {
    func later(by days: Int) -> CalendarDate {
        adding(days: days) ?? .latest
    }
}
