/// An unbroken run of days with a first and a last day, both included (*period*).
public struct CalendarPeriod: Hashable, Sendable, Codable {
    /// The first day of the period.
    public let first: CalendarDate
    /// The last day of the period, never before the first.
    public let last: CalendarDate

    /// The days from first to last, both included; `nil` when the last lies before the first.
    public init?(first: CalendarDate, last: CalendarDate) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// The calendar year, 1 January to 31 December; `nil` outside the years 1 to 9999.
    public init?(year: Int) {
        guard let first = CalendarDate(year: year, month: 1, day: 1),
            let last = CalendarDate(year: year, month: 12, day: 31)
        else { return nil }
        self.init(first: first, last: last)
    }

    /// The calendar month; `nil` if there is no such month.
    public init?(year: Int, month: Int) {
        guard let first = CalendarDate(year: year, month: month, day: 1),
            let last = CalendarDate(year: year, month: month, day: CalendarDate.daysIn(month: month, year: year))
        else { return nil }
        self.init(first: first, last: last)
    }

    /// Whether the day lies in the period.
    public func contains(_ date: CalendarDate) -> Bool {
        first <= date && date <= last
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let first = try container.decode(CalendarDate.self, forKey: .first)
        let last = try container.decode(CalendarDate.self, forKey: .last)
        guard let period = CalendarPeriod(first: first, last: last) else {
            throw DecodingError.dataCorruptedError(
                forKey: .last,
                in: container,
                debugDescription: "the last day lies before the first"
            )
        }
        self = period
    }

    private enum CodingKeys: String, CodingKey { case first, last }
}

extension CalendarPeriod: CustomStringConvertible {
    /// `2020` for a calendar year, else ISO 8601, `2020-01-01/2020-03-31`.
    public var description: String {
        CalendarPeriod(year: first.year) == self ? String(first.year) : "\(first)/\(last)"
    }
}
