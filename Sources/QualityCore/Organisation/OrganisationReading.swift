/// By which organisation figures are read: that of each event's own day, or that of a chosen day. Closed.
public enum OrganisationReading: Hashable, Sendable, Codable {
    /// Each event stands where its unit stood on the event's day.
    case eventDay
    /// Every event stands where its unit, or what became of it, stands on a chosen day.
    case day(CalendarDate)
}

extension OrganisationReading: Labelled {
    /// The statement that is printed beside the figures.
    public var label: LocalizedText {
        switch self {
        case .eventDay:
            LocalizedText(
                sv: "Enligt organisationen den dag händelsen räknas",
                en: "By the organisation of the day of each event"
            )
        case .day(let day):
            LocalizedText(sv: "Enligt organisationen \(day)", en: "By the organisation of \(day)")
        }
    }
}
