public import QualityCore

extension RecurrenceRule {
    /// A day of the week, Monday first (*veckodag*). Closed.
    public enum Weekday: String, Hashable, Sendable, CaseIterable {
        /// Monday.
        case monday = "MO"
        /// Tuesday.
        case tuesday = "TU"
        /// Wednesday.
        case wednesday = "WE"
        /// Thursday.
        case thursday = "TH"
        /// Friday.
        case friday = "FR"
        /// Saturday.
        case saturday = "SA"
        /// Sunday.
        case sunday = "SU"

        /// The number by ISO 8601, 1 Monday to 7 Sunday.
        public var number: Int {
            switch self {
            case .monday: 1
            case .tuesday: 2
            case .wednesday: 3
            case .thursday: 4
            case .friday: 5
            case .saturday: 6
            case .sunday: 7
            }
        }
    }

    /// A day of the week, each one or one by number within the month or year.
    public struct OrdinalWeekday: Hashable, Sendable {
        /// The day of the week.
        public let weekday: Weekday
        /// Which one: 1 to 53 from the start or −1 to −53 from the end; `nil` for each.
        public let ordinal: Int?

        /// Each such day.
        public init(_ weekday: Weekday) {
            self.weekday = weekday
            ordinal = nil
        }

        /// One such day by number; `nil` when the number is 0 or further than 53 from it.
        public init?(_ ordinal: Int, _ weekday: Weekday) {
            guard ordinal != 0, (-53...53).contains(ordinal) else { return nil }
            self.weekday = weekday
            self.ordinal = ordinal
        }
    }
}

extension RecurrenceRule.OrdinalWeekday: Comparable {
    /// Orders by day of the week, each before numbered ones.
    public static func < (left: Self, right: Self) -> Bool {
        (left.weekday.number, left.ordinal ?? 0) < (right.weekday.number, right.ordinal ?? 0)
    }
}

extension RecurrenceRule.Weekday: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .monday: LocalizedText(sv: "måndag", en: "Monday")
        case .tuesday: LocalizedText(sv: "tisdag", en: "Tuesday")
        case .wednesday: LocalizedText(sv: "onsdag", en: "Wednesday")
        case .thursday: LocalizedText(sv: "torsdag", en: "Thursday")
        case .friday: LocalizedText(sv: "fredag", en: "Friday")
        case .saturday: LocalizedText(sv: "lördag", en: "Saturday")
        case .sunday: LocalizedText(sv: "söndag", en: "Sunday")
        }
    }
}

extension RecurrenceRule.Frequency: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .daily: LocalizedText(sv: "dagligen", en: "daily")
        case .weekly: LocalizedText(sv: "varje vecka", en: "weekly")
        case .monthly: LocalizedText(sv: "varje månad", en: "monthly")
        case .yearly: LocalizedText(sv: "varje år", en: "yearly")
        }
    }
}
