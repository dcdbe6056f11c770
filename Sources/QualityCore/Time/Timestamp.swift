/// An instant in universal time, to the microsecond (*tidpunkt*).
public struct Timestamp: Hashable, Sendable, Codable {
    /// Microseconds since 1970-01-01T00:00:00Z; negative before it.
    public let microsecondsSince1970: Int64

    /// The instant so many microseconds after 1970-01-01T00:00:00Z.
    public init(microsecondsSince1970: Int64) {
        self.microsecondsSince1970 = microsecondsSince1970
    }

    /// Midnight at the start of a day, universal time.
    public init(startOf date: CalendarDate) {
        self.init(microsecondsSince1970: Int64(date.daysSince1970) * Self.microsecondsPerDay)
    }

    /// The calendar day of the instant, universal time; clamped to the years 1 to 9999.
    public var date: CalendarDate {
        let (whole, rest) = microsecondsSince1970.quotientAndRemainder(dividingBy: Self.microsecondsPerDay)
        let days = rest < 0 ? whole - 1 : whole
        return CalendarDate(daysSince1970: Int32(days)) ?? (days < 0 ? .earliest : .latest)
    }

    private static let microsecondsPerDay: Int64 = 86_400_000_000

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        microsecondsSince1970 = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microsecondsSince1970)
    }
}

extension Timestamp: Comparable {
    /// Orders from the first or lowest to the last or highest.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microsecondsSince1970 < right.microsecondsSince1970
    }
}
