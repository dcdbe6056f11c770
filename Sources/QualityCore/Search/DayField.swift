/// A day that the facts of a record hold: the times that are never mixed, and the next day of duty.
public enum DayField: String, Hashable, Sendable, Codable, CaseIterable {
    /// The first day of the event (*inträffade*).
    case occurred
    /// The day when someone noticed (*upptäcktes*).
    case discovered
    /// The day of report or receipt (*inkom*).
    case reported
    /// The day when the next duty is due (*förfaller*).
    case due
}

extension RecordFacts {
    /// The day of a field; `nil` when the record has none.
    public subscript(day field: DayField) -> CalendarDate? {
        switch field {
        case .occurred: occurred
        case .discovered: discovered
        case .reported: reported
        case .due: dueOn
        }
    }
}
