public import QualityCore

/// How long after the last occasion the next one is expected (*intervall från senaste tillfället*).
public struct CheckSpacing: Hashable, Sendable {
    /// What is counted. Closed.
    public enum Span: String, Hashable, Sendable, Codable, CaseIterable {
        /// Days.
        case days
        /// Weeks of seven days.
        case weeks
        /// Months; a date that the month does not have becomes its last day.
        case months
    }

    /// How many, at least one.
    public let count: Int
    /// What is counted.
    public let span: Span

    /// A distance in time; `nil` when it is not at least one, or longer than the calendar.
    public init?(_ count: Int, _ span: Span) {
        guard (1...3_652_059).contains(count) else { return nil }
        self.count = count
        self.span = span
    }

    /// The day so long after a day; `nil` after the year 9999.
    public func day(after day: CalendarDate) -> CalendarDate? {
        switch span {
        case .days: day.adding(days: count)
        case .weeks: day.adding(days: 7 * count)
        case .months: day.adding(months: count)
        }
    }
}

extension CheckSpacing: Codable {
    private enum CodingKeys: String, CodingKey { case count, span }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let count = try container.decode(Int.self, forKey: .count)
        guard let spacing = CheckSpacing(count, try container.decode(Span.self, forKey: .span)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .count,
                in: container,
                debugDescription: "the distance must be at least one"
            )
        }
        self = spacing
    }
}

extension CheckSpacing.Span: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .days: LocalizedText(sv: "dagar", en: "days")
        case .weeks: LocalizedText(sv: "veckor", en: "weeks")
        case .months: LocalizedText(sv: "månader", en: "months")
        }
    }
}
