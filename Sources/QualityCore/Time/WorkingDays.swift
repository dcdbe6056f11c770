/// Which days an office works: the weekdays of the week less the holidays, as data (*arbetsdagar*, D-CMP-4).
///
/// A host can supply its own holidays; ``swedish`` is the default.
public struct WorkingDays: Hashable, Sendable, Codable {
    /// The working days of a week, 1 Monday to 7 Sunday; never empty.
    public let weekdays: Set<Int>
    /// The days of a year on which nobody works although the week would have it so.
    public let holidays: [Holiday]
    /// Single days off that no rule gives, such as a day between two holidays that the board has closed.
    public let closedDays: Set<CalendarDate>

    /// A calendar of working days; `nil` when no weekday is a working day or a number is not 1 to 7.
    public init?(weekdays: Set<Int> = [1, 2, 3, 4, 5], holidays: [Holiday], closedDays: Set<CalendarDate> = []) {
        guard !weekdays.isEmpty, weekdays.isSubset(of: 1...7) else { return nil }
        self.init(checked: weekdays, holidays, closedDays)
    }

    private init(checked weekdays: Set<Int>, _ holidays: [Holiday], _ closedDays: Set<CalendarDate>) {
        self.weekdays = weekdays
        self.holidays = holidays
        self.closedDays = closedDays
    }

    /// Monday to Friday, less the Swedish public holidays and Midsummer, Christmas and New Year's Eve.
    public static let swedish = WorkingDays(checked: [1, 2, 3, 4, 5], Holiday.swedish, [])

    /// Whether the day is a working day.
    public func contains(_ date: CalendarDate) -> Bool {
        weekdays.contains(date.weekday) && !closedDays.contains(date) && holiday(on: date) == nil
    }

    /// The first listed holiday that falls on a day; `nil` when none does.
    public func holiday(on date: CalendarDate) -> Holiday? {
        holidays.first { $0.date(in: date.year) == date }
    }

    /// The holidays of a year with their days, in order of the calendar.
    public func holidays(in year: Int) -> [(date: CalendarDate, holiday: Holiday)] {
        holidays.compactMap { holiday in holiday.date(in: year).map { ($0, holiday) } }
            .sorted { $0.0 < $1.0 }
    }

    /// The working day that lies so many working days after a day, which is day 0 whether it is one or not.
    ///
    /// Nought gives the day itself; `nil` for a negative number and after the year 9999.
    public func day(_ number: Int, after start: CalendarDate) -> CalendarDate? {
        guard number >= 0 else { return nil }
        var date = start
        var left = number
        while left > 0 {
            guard let next = date.adding(days: 1) else { return nil }
            date = next
            if contains(date) { left -= 1 }
        }
        return date
    }

    /// The number of working days after a day, through another; 0 when the other is not later.
    public func count(after start: CalendarDate, through end: CalendarDate) -> Int {
        var number = 0
        var date = start
        while date < end, let next = date.adding(days: 1) {
            date = next
            if contains(date) { number += 1 }
        }
        return number
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard
            let days = try WorkingDays(
                weekdays: container.decode(Set<Int>.self, forKey: .weekdays),
                holidays: container.decode([Holiday].self, forKey: .holidays),
                closedDays: container.decode(Set<CalendarDate>.self, forKey: .closedDays)
            )
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .weekdays,
                in: container,
                debugDescription: "not the working days of a week"
            )
        }
        self = days
    }

    private enum CodingKeys: String, CodingKey { case weekdays, holidays, closedDays }
}
