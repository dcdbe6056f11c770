public import QualityCore

/// A day with an optional time of day to the second, on the local clock and without time zone (*tillfälle*).
public struct RecurrenceMoment: Hashable, Sendable {
    /// The day.
    public let day: CalendarDate
    /// Seconds since midnight, 0 to 86,399; `nil` for the day as a whole.
    public let secondOfDay: Int?

    /// A day as a whole.
    public init(_ day: CalendarDate) {
        self.day = day
        secondOfDay = nil
    }

    /// A day at a time of the local clock.
    public init(_ day: CalendarDate, at time: TimeOfDay) {
        self.init(day, secondOfDay: time.minutesSinceMidnight * 60)
    }

    init(_ day: CalendarDate, secondOfDay: Int?) {
        self.day = day
        self.secondOfDay = secondOfDay
    }

    /// Whether this moment lies after another; where either has no time of day, the days alone are compared.
    func isAfter(_ limit: RecurrenceMoment) -> Bool {
        guard day == limit.day, let own = secondOfDay, let last = limit.secondOfDay else { return day > limit.day }
        return own > last
    }
}

extension RecurrenceMoment: LosslessStringConvertible {
    /// Reads RFC 5545 dates and times, `19970902`, `19970902T090000` or `19970902T090000Z`; `nil` for anything else.
    ///
    /// The letter Z is read and left out: all moments of a rule are on one clock. A leap second is read as the 59th.
    public init?(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.count == 16, bytes.last == UInt8(ascii: "Z") { bytes.removeLast() }
        guard bytes.count == 8 || bytes.count == 15, let year = Self.number(bytes[0..<4]),
            let month = Self.number(bytes[4..<6]), let date = Self.number(bytes[6..<8]),
            let day = CalendarDate(year: year, month: month, day: date)
        else { return nil }
        guard bytes.count == 15 else {
            self.init(day)
            return
        }
        guard bytes[8] == UInt8(ascii: "T"), let hour = Self.number(bytes[9..<11]), hour < 24,
            let minute = Self.number(bytes[11..<13]), minute < 60,
            let second = Self.number(bytes[13..<15]), second <= 60
        else { return nil }
        self.init(day, secondOfDay: hour * 3600 + minute * 60 + min(second, 59))
    }

    /// The form of RFC 5545 without zone, `19970902` or `19970902T090000`.
    public var description: String {
        let date = day.description.filter { $0 != "-" }
        guard let second = secondOfDay else { return date }
        return "\(date)T"
            + [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}

extension RecurrenceMoment: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = RecurrenceMoment(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date or time of RFC 5545")
        }
        self = moment
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
