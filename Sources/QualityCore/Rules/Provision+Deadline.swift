extension Provision {
    /// How soon a provision wants its duty done: a word of the law, or a span that can be counted (*tidsfrist*). Closed.
    ///
    /// A word is no number of days: it has no last day, and no report calls a board's own target a legal deadline
    /// (D-LAW-3).
    public enum Deadline: Hashable, Sendable, Codable {
        /// *Genast*: at once.
        case immediately
        /// *Utan dröjsmål*: without delay.
        case withoutDelay
        /// *Skyndsamt*: with speed.
        case speedily
        /// *Snarast*: as soon as possible.
        case asSoonAsPossible
        /// So many hours from the moment that starts the clock.
        case hours(Int)
        /// So many days after the day that starts the clock, which is day 0.
        case days(Int)
        /// The same date so many months later, or the last day of that month where it has no such date.
        case months(Int)
        /// A date of the year after, such as 1 March.
        case dateOfNextYear(month: Int, day: Int)

        /// The last day on which the duty is done in time; `nil` where the law gives a word and no number.
        ///
        /// `start`: the day that starts the clock.
        public func lastDay(from start: CalendarDate) -> CalendarDate? {
            switch self {
            case .immediately, .withoutDelay, .speedily, .asSoonAsPossible: nil
            case .hours(let hours): start.adding(days: (max(0, hours) + 23) / 24)
            case .days(let days): start.adding(days: days)
            case .months(let months): start.adding(months: months)
            case .dateOfNextYear(let month, let day): CalendarDate(year: start.year + 1, month: month, day: day)
            }
        }

        /// Whether the duty is late on a day: the day after the last one and on; never for a word of the law.
        public func isOverdue(from start: CalendarDate, on day: CalendarDate) -> Bool {
            lastDay(from: start).map { $0 < day } ?? false
        }
    }
}

extension Provision.Deadline: Labelled {
    /// The words that people read.
    public var label: LocalizedText {
        switch self {
        case .immediately: LocalizedText(sv: "genast", en: "immediately")
        case .withoutDelay: LocalizedText(sv: "utan dröjsmål", en: "without delay")
        case .speedily: LocalizedText(sv: "skyndsamt", en: "speedily")
        case .asSoonAsPossible: LocalizedText(sv: "snarast", en: "as soon as possible")
        case .hours(let hours): LocalizedText(sv: "inom \(hours) timmar", en: "within \(hours) hours")
        case .days(let days): LocalizedText(sv: "inom \(days) dagar", en: "within \(days) days")
        case .months(let months): LocalizedText(sv: "inom \(months) månader", en: "within \(months) months")
        case .dateOfNextYear(let month, let day):
            LocalizedText(
                sv: "senast den \(day)/\(month) året efter",
                en: "by day \(day), month \(month) of the next year"
            )
        }
    }
}
