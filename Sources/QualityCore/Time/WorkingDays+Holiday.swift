extension WorkingDays {
    /// One day off of the year: its name, where in the year it falls, and the years in which it is one (*helgdag*).
    public struct Holiday: Hashable, Sendable, Codable {
        /// Where in a year a holiday falls. Closed.
        public enum Occurrence: Hashable, Sendable, Codable {
            /// On a date of the month; none in a year that has no such date.
            case fixed(month: Int, day: Int)
            /// So many days after Easter Sunday, before it when negative.
            case easter(offset: Int)
            /// The first such weekday (1 Monday to 7 Sunday) on or after a date of the month.
            case weekday(Int, onOrAfterMonth: Int, day: Int)
        }

        /// The name that people read.
        public let name: LocalizedText
        /// Where in the year it falls.
        public let occurrence: Occurrence
        /// The days on which it is a holiday at all.
        public let validity: Validity

        /// A day off of the year.
        public init(_ name: LocalizedText, _ occurrence: Occurrence, validity: Validity = .always) {
            self.name = name
            self.occurrence = occurrence
            self.validity = validity
        }

        /// The day of the holiday in a year (1 to 9999); `nil` in a year that has none.
        public func date(in year: Int) -> CalendarDate? {
            let date: CalendarDate? =
                switch occurrence {
                case .fixed(let month, let day): CalendarDate(year: year, month: month, day: day)
                case .easter(let offset): CalendarDate.easterSunday(in: year)?.adding(days: offset)
                case .weekday(let weekday, let month, let day):
                    CalendarDate(year: year, month: month, day: day).flatMap { start in
                        start.adding(days: ((weekday - start.weekday) % 7 + 7) % 7)
                    }
                }
            return date.flatMap { validity.contains($0) ? $0 : nil }
        }
    }
}

extension WorkingDays.Holiday: Labelled {
    /// The name that people read.
    public var label: LocalizedText { name }
}

extension WorkingDays.Holiday {
    /// The Swedish public holidays (act 1989:253) and the three eves on which municipalities do not work.
    ///
    /// The National Day is one since 2005, when it took the place of Whit Monday. Sundays are left to the weekdays.
    public static let swedish: [WorkingDays.Holiday] = [
        holiday("Nyårsdagen", "New Year's Day", .fixed(month: 1, day: 1)),
        holiday("Trettondedag jul", "Epiphany", .fixed(month: 1, day: 6)),
        holiday("Långfredagen", "Good Friday", .easter(offset: -2)),
        holiday("Påskdagen", "Easter Sunday", .easter(offset: 0)),
        holiday("Annandag påsk", "Easter Monday", .easter(offset: 1)),
        holiday("Första maj", "First of May", .fixed(month: 5, day: 1)),
        holiday("Kristi himmelsfärdsdag", "Ascension Day", .easter(offset: 39)),
        holiday("Pingstdagen", "Whit Sunday", .easter(offset: 49)),
        WorkingDays.Holiday(
            LocalizedText(sv: "Annandag pingst", en: "Whit Monday"),
            .easter(offset: 50),
            validity: Validity(from: nil, through: CalendarDate(year: 2004, month: 12, day: 31)) ?? .always
        ),
        WorkingDays.Holiday(
            LocalizedText(sv: "Nationaldagen", en: "National Day"),
            .fixed(month: 6, day: 6),
            validity: Validity(from: CalendarDate(year: 2005, month: 1, day: 1)) ?? .always
        ),
        holiday("Midsommarafton", "Midsummer Eve", .weekday(5, onOrAfterMonth: 6, day: 19)),
        holiday("Midsommardagen", "Midsummer Day", .weekday(6, onOrAfterMonth: 6, day: 20)),
        holiday("Alla helgons dag", "All Saints' Day", .weekday(6, onOrAfterMonth: 10, day: 31)),
        holiday("Julafton", "Christmas Eve", .fixed(month: 12, day: 24)),
        holiday("Juldagen", "Christmas Day", .fixed(month: 12, day: 25)),
        holiday("Annandag jul", "Boxing Day", .fixed(month: 12, day: 26)),
        holiday("Nyårsafton", "New Year's Eve", .fixed(month: 12, day: 31)),
    ]

    private static func holiday(_ swedish: String, _ english: String, _ occurrence: Occurrence) -> WorkingDays.Holiday {
        WorkingDays.Holiday(LocalizedText(sv: swedish, en: english), occurrence)
    }
}
