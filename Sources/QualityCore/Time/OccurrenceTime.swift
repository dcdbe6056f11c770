/// When an event occurred, as exactly as anyone knows (*när händelsen inträffade*).
///
/// It is one of four times that are never mixed: occurred, discovered, reported and recorded (D-DEV-1).
public enum OccurrenceTime: Hashable, Sendable, Codable {
    /// On a day, at an unknown time.
    case day(CalendarDate)
    /// On a day at a time of the local clock.
    case moment(CalendarDate, TimeOfDay)
    /// From a day on, through a day or still going on.
    case period(from: CalendarDate, through: CalendarDate?)
    /// Nobody knows.
    case unknown

    /// The first day of the event, by which it is counted; `nil` when unknown.
    public var firstDay: CalendarDate? {
        switch self {
        case .day(let date), .moment(let date, _), .period(let date, _): date
        case .unknown: nil
        }
    }

    /// The last day of the event; `nil` when unknown or still going on.
    public var lastDay: CalendarDate? {
        switch self {
        case .day(let date), .moment(let date, _): date
        case .period(_, let last): last
        case .unknown: nil
        }
    }
}
