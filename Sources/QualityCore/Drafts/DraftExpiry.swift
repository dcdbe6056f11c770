/// When drafts of a kind that nobody submits cease: a rule that the board sets, as data (*gallring av utkast*).
public struct DraftExpiry: Hashable, Sendable, Codable {
    /// The kind of record that the drafts are to become.
    public let kind: RecordKind
    /// How many days a draft is kept after the day on which someone last wrote in it, 0 or more.
    public let daysAfterEdit: Int
    /// Where the rule comes from, such as the board's plan and the day of its decision.
    public let source: String

    /// A rule; `nil` for a negative number of days.
    public init?(kind: RecordKind, daysAfterEdit: Int, source: String) {
        guard daysAfterEdit >= 0 else { return nil }
        self.kind = kind
        self.daysAfterEdit = daysAfterEdit
        self.source = source
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let days = try container.decode(Int.self, forKey: .daysAfterEdit)
        let kind = try container.decode(RecordKind.self, forKey: .kind)
        let source = try container.decode(String.self, forKey: .source)
        guard let expiry = DraftExpiry(kind: kind, daysAfterEdit: days, source: source) else {
            throw DecodingError.dataCorruptedError(
                forKey: .daysAfterEdit,
                in: container,
                debugDescription: "a negative number of days"
            )
        }
        self = expiry
    }

    private enum CodingKeys: String, CodingKey { case kind, daysAfterEdit, source }
}

extension Draft {
    /// The last day on which the draft is kept; `nil` where no rule is about its kind, or it is open no more.
    public func lastDay(by rules: [DraftExpiry]) -> CalendarDate? {
        guard state == .open else { return nil }
        return rules.first { $0.kind == Form.Record.kind }.flatMap { edited.adding(days: $0.daysAfterEdit) }
    }

    /// Whether the draft has ceased on a day: its last day has passed.
    public func isExpired(on day: CalendarDate, by rules: [DraftExpiry]) -> Bool {
        lastDay(by: rules).map { $0 < day } == true
    }

    /// The open drafts that have ceased as of a day, in their order (*att gallra*).
    public static func expired(
        in drafts: some Sequence<Draft>,
        asOf day: CalendarDate,
        by rules: [DraftExpiry]
    ) -> [Draft] {
        drafts.filter { $0.isExpired(on: day, by: rules) }
    }
}
