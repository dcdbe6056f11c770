/// A day in the proleptic Gregorian calendar, without time of day and without time zone (*datum*).
///
/// Stored as days since 1970-01-01, so that order, distance and storage are integer arithmetic.
/// Years run from 1 to 9999; text is ISO 8601, `2020-02-29`.
public struct CalendarDate: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let daysSince1970: Int32

    /// The first day that can be expressed, 0001-01-01.
    public static let earliest = CalendarDate(unchecked: -719_162)

    /// The last day that can be expressed, 9999-12-31.
    public static let latest = CalendarDate(unchecked: 2_932_896)

    private init(unchecked days: Int32) {
        daysSince1970 = days
    }

    /// The day that lies so many days after 1970-01-01, or `nil` outside the years 1 to 9999.
    public init?(daysSince1970 days: Int32) {
        guard days >= Self.earliest.daysSince1970, days <= Self.latest.daysSince1970 else { return nil }
        daysSince1970 = days
    }

    /// The day with this year, month (1–12) and day of month, or `nil` if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysIn(month: month, year: year)
        else { return nil }
        let shiftedYear = month > 2 ? year : year - 1
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
        let days = 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + dayOfYear
        daysSince1970 = Int32(days - 719_468)
    }

    /// The number of days in a month (1–12) of a year.
    public static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Year, month (1–12) and day of month (1–31).
    ///
    /// Days are counted from 0000-03-01 in cycles of 400 years, so that the leap day ends its year.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSince1970) + 719_468
        let cycle = shifted / 146_097
        let dayOfCycle = shifted - cycle * 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The year, 1 to 9999.
    public var year: Int { components.year }

    /// The month of the year, 1 to 12.
    public var month: Int { components.month }

    /// The day of the month, 1 to 31.
    public var day: Int { components.day }

    /// The day so many days later, or earlier when negative; `nil` outside the years 1 to 9999.
    public func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = Int(daysSince1970).addingReportingOverflow(days)
        return overflow ? nil : Int32(exactly: sum).flatMap(CalendarDate.init(daysSince1970:))
    }

    /// The number of days from this day to another; negative when the other is earlier.
    public func days(to other: CalendarDate) -> Int {
        Int(other.daysSince1970) - Int(daysSince1970)
    }
}

extension CalendarDate: Comparable {
    /// Orders from the first or lowest to the last or highest.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// Reads ISO 8601 calendar dates, exactly `YYYY-MM-DD`; `nil` for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Int(decimalDigits: bytes[0..<4]), let month = Int(decimalDigits: bytes[5..<7]),
            let day = Int(decimalDigits: bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// ISO 8601, `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = components
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }
}

extension CalendarDate: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CalendarDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date of the form YYYY-MM-DD")
        }
        self = date
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Int {
    init?(decimalDigits bytes: ArraySlice<UInt8>) {
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        self = value
    }

    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
