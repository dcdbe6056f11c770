public import QualityCore

/// One act that someone has yet to do about one record, with its last day if it has one (*att göra*).
public struct WorklistItem: Hashable, Sendable, Codable {
    /// The record.
    public let record: RecordReference
    /// What is to be done.
    public let task: WorklistTask
    /// Which one, where a record has several of the same task, such as a receiver or a planned check; else `nil`.
    public let detail: LocalizedText?
    /// The unit that the record belongs to.
    public let unit: OrganisationUnitID
    /// Who is to do it; `nil` while nobody is named.
    public let responsible: PersonReference?
    /// The day from which it has waited; `nil` when unknown.
    public let since: CalendarDate?
    /// The last day on which it is done in time; `nil` where no day is set or known.
    public let due: CalendarDate?
    /// Who set the last day; `nil` where there is none.
    public let source: DueSource?
    /// How it stands on the day of the list.
    public let standing: Standing
    /// The provision that asks for it, in force on the day that selects it; `nil` where none does.
    public let citation: String?
    /// How firm the ground is: of the provision, or practice where there is none.
    public let ground: Provision.Ground
}

extension WorklistItem {
    /// Who set a last day. Closed: a board's own time is never called one of the law (D-LAW-3).
    public enum DueSource: String, Hashable, Sendable, Codable, CaseIterable, Labelled {
        /// The law counts it.
        case law
        /// An authority asked for it.
        case authority
        /// The board's rules give it.
        case board
        /// The record names it, as a plan or a measure does.
        case record

        /// The name that people read.
        public var label: LocalizedText {
            switch self {
            case .law: LocalizedText(sv: "lagens frist", en: "time set by law")
            case .authority: LocalizedText(sv: "begärd av myndighet", en: "asked for by an authority")
            case .board: LocalizedText(sv: "nämndens tid", en: "time set by the board")
            case .record: LocalizedText(sv: "satt i posten", en: "set in the record")
            }
        }
    }

    /// How an act stands on a day: by its distance from the last day, never by a match with one. Closed.
    public enum Standing: Hashable, Sendable, Codable {
        /// So many days after the last one, at least 1.
        case overdue(days: Int)
        /// On the last day.
        case dueToday
        /// So many days are left, within those that the list looks ahead.
        case dueWithin(days: Int)
        /// So many days are left, more than the list looks ahead.
        case later(days: Int)
        /// There is no last day.
        case noDay

        /// How what is due on a day stands on another, looking so many days ahead.
        public init(due: CalendarDate?, on day: CalendarDate, lookingAhead days: Int) {
            switch due.map({ day.days(to: $0) }) {
            case nil: self = .noDay
            case let left? where left < 0: self = .overdue(days: -left)
            case 0?: self = .dueToday
            case let left? where left <= days: self = .dueWithin(days: left)
            case let left?: self = .later(days: left)
            }
        }

        /// Whether the last day has passed.
        public var isOverdue: Bool {
            if case .overdue = self { true } else { false }
        }
    }
}

extension WorklistItem.Standing: Labelled {
    /// The words that people read.
    public var label: LocalizedText {
        switch self {
        case .overdue(1): LocalizedText(sv: "Försenat 1 dag", en: "Overdue by 1 day")
        case .overdue(let days): LocalizedText(sv: "Försenat \(days) dagar", en: "Overdue by \(days) days")
        case .dueToday: LocalizedText(sv: "Sista dag i dag", en: "Due today")
        case .dueWithin(1), .later(1): LocalizedText(sv: "1 dag kvar", en: "Due in 1 day")
        case .dueWithin(let days): LocalizedText(sv: "\(days) dagar kvar", en: "Due in \(days) days")
        case .later(let days): LocalizedText(sv: "Senare, \(days) dagar kvar", en: "Later, in \(days) days")
        case .noDay: LocalizedText(sv: "Ingen sista dag", en: "No last day")
        }
    }
}
