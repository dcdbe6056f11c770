/// The days on which something is in force: from a first day, through a last day or until further notice (*giltighet*).
public struct Validity: Hashable, Sendable, Codable {
    /// The first day in force; `nil` when it has been so as long as anyone knows.
    public let from: CalendarDate?
    /// The last day in force; `nil` until further notice.
    public let through: CalendarDate?

    /// In force always.
    public static let always = Validity(unchecked: nil, nil)

    private init(unchecked from: CalendarDate?, _ through: CalendarDate?) {
        self.from = from
        self.through = through
    }

    /// From a first day through a last day; `nil` when the last lies before the first.
    public init?(from: CalendarDate?, through: CalendarDate? = nil) {
        if let from, let through, through < from { return nil }
        self.init(unchecked: from, through)
    }

    /// Whether the day lies within the validity.
    public func contains(_ date: CalendarDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (through.map { date <= $0 } ?? true)
    }

    /// Whether at least one day of the period lies within the validity.
    public func overlaps(_ period: CalendarPeriod) -> Bool {
        (from.map { $0 <= period.last } ?? true) && (through.map { period.first <= $0 } ?? true)
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let from = try container.decodeIfPresent(CalendarDate.self, forKey: .from)
        let through = try container.decodeIfPresent(CalendarDate.self, forKey: .through)
        guard let validity = Validity(from: from, through: through) else {
            throw DecodingError.dataCorruptedError(
                forKey: .through,
                in: container,
                debugDescription: "the last day lies before the first"
            )
        }
        self = validity
    }

    private enum CodingKeys: String, CodingKey { case from, through }
}
