import QualityCore

extension Wording {
    /// The days of a period after a preposition: `under 2020`, `in March 2020`, `from 2020-01-01 to 2020-06-30`.
    static func during(_ period: CalendarPeriod, _ language: Language) -> String {
        name(of: period, language).map { language("under ", "in ") + $0 }
            ?? language("från \(period.first) till \(period.last)", "from \(period.first) to \(period.last)")
    }

    /// The days of a period without a preposition: `2020`, `March 2020`, `2020-01-01–2020-06-30`.
    static func days(_ period: CalendarPeriod, _ language: Language) -> String {
        name(of: period, language) ?? "\(period.first)–\(period.last)"
    }

    /// A calendar year or month by its name.
    private static func name(of period: CalendarPeriod, _ language: Language) -> String? {
        let (year, month, _) = period.first.components
        if CalendarPeriod(year: year) == period { return String(year) }
        return CalendarPeriod(year: year, month: month) == period ? self.month(period, language) : nil
    }

    /// The month that a period begins in, by its name, with its year or without.
    static func month(_ period: CalendarPeriod, withYear: Bool = true, _ language: Language) -> String {
        let (year, month, _) = period.first.components
        let name = language == .swedish ? swedishMonths[month - 1] : englishMonths[month - 1]
        return withYear ? "\(name) \(year)" : name
    }

    private static let swedishMonths = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Within so many days: `samma dag`, `inom 1 dag`, `within 3 days`.
    static func within(_ days: Int, _ language: Language) -> String {
        switch days {
        case ...0: language("samma dag", "on the same day")
        case 1: language("inom 1 dag", "within 1 day")
        default: language("inom \(integer(days, .swedish)) dagar", "within \(integer(days, .english)) days")
        }
    }
}
