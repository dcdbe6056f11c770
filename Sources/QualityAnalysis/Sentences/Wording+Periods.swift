import QualityCore

extension Wording {
    /// One period of a length: `månad`, `quarter`.
    static func period(_ length: PeriodScale.Length, _ language: Language) -> String {
        switch length {
        case .year: language("år", "year")
        case .quarter: language("kvartal", "quarter")
        case .month: language("månad", "month")
        case .week: language("vecka", "week")
        }
    }

    /// Several periods of a length: `månader`, `quarters`.
    static func periods(_ length: PeriodScale.Length, _ language: Language) -> String {
        switch length {
        case .year: language("år", "years")
        case .quarter: language("kvartal", "quarters")
        case .month: language("månader", "months")
        case .week: language("veckor", "weeks")
        }
    }

    /// One period by its name: `mars 2020`, `first quarter of 2020`, `2020`.
    static func period(_ period: CalendarPeriod, _ length: PeriodScale.Length, _ language: Language) -> String {
        guard length == .quarter else { return days(period, language) }
        let (year, month, _) = period.first.components
        let number = (month - 1) / 3
        let sv = ["första", "andra", "tredje", "fjärde"][number]
        let en = ["first", "second", "third", "fourth"][number]
        return language("\(sv) kvartalet \(year)", "the \(en) quarter of \(year)")
    }

    /// One period after a preposition: `under mars 2020`, `in March 2020`.
    static func stretch(_ period: CalendarPeriod, _ length: PeriodScale.Length, _ language: Language) -> String {
        language("under ", "in ") + self.period(period, length, language)
    }

    /// Periods from the first to the last: `mars 2019–april 2020`.
    static func range(_ days: CalendarPeriod, _ length: PeriodScale.Length, _ language: Language) -> String {
        let periods = PeriodScale(length, covering: days).periods
        guard let first = periods.first, let last = periods.last, first != last else {
            return period(days, length, language)
        }
        return period(first, length, language) + "–" + period(last, length, language)
    }
}
