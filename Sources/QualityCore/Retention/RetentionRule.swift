/// How long records of a kind are kept, decided by an act or by the board's plan (*gallringsregel*, D-SEC-8).
public struct RetentionRule: Hashable, Sendable, Codable, Identifiable {
    /// Who decided it. Closed.
    public enum Source: Hashable, Sendable, Codable {
        /// An act, by its citation.
        case act(String)
        /// The board's plan, with the day of the decision.
        case plan(String, decided: CalendarDate)
    }

    /// Which records a new or changed rule applies to; it must be said. Closed.
    public enum Reach: Hashable, Sendable, Codable {
        /// Those that exist already, too.
        case existingRecords
        /// Only those received on a day or later.
        case received(from: CalendarDate)
    }

    /// The name of the rule, as it stands in the protocol of a disposal.
    public let id: String
    /// The kind of record.
    public let kind: RecordKind
    /// Who runs the operation; `nil` for all.
    public let operators: Set<OperatorKind>?
    /// The day that it counts from.
    public let start: RetentionStanding.StartEvent
    /// How many months a record is kept after that day, at least 1.
    public let months: Int
    /// Who decided it.
    public let source: Source
    /// Which records it applies to.
    public let reach: Reach

    /// A rule; `nil` for less than one month.
    public init?(
        _ id: String,
        kind: RecordKind,
        operators: Set<OperatorKind>? = nil,
        from start: RetentionStanding.StartEvent,
        months: Int,
        source: Source,
        reach: Reach
    ) {
        guard months >= 1 else { return nil }
        self.init(unchecked: id, kind, operators, start, months, source, reach)
    }

    private init(
        unchecked id: String,
        _ kind: RecordKind,
        _ operators: Set<OperatorKind>?,
        _ start: RetentionStanding.StartEvent,
        _ months: Int,
        _ source: Source,
        _ reach: Reach
    ) {
        self.id = id
        self.kind = kind
        self.operators = operators
        self.start = start
        self.months = months
        self.source = source
        self.reach = reach
    }

    /// Reads a rule and refuses one of less than a month.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let months = try container.decode(Int.self, forKey: .months)
        guard months >= 1 else {
            throw DecodingError.dataCorruptedError(
                forKey: .months,
                in: container,
                debugDescription: "less than a month"
            )
        }
        self.init(
            unchecked: try container.decode(String.self, forKey: .id),
            try container.decode(RecordKind.self, forKey: .kind),
            try container.decodeIfPresent(Set<OperatorKind>.self, forKey: .operators),
            try container.decode(RetentionStanding.StartEvent.self, forKey: .start),
            months,
            try container.decode(Source.self, forKey: .source),
            try container.decode(Reach.self, forKey: .reach)
        )
    }

    /// Lex Sarah at a private operator: five years after the last note (SoL 17:10, LSS 23 g §).
    public static let lexSarahAtPrivateOperator = RetentionRule(
        unchecked: "lexSarah-private-5-years",
        RecordKind(rawValue: "lexSarahCase"),
        [.privateProvider],
        .lastNote,
        60,
        .act("17 kap. 10 § SoL, 23 g § LSS"),
        .existingRecords
    )

    /// The last day that a record is kept; `nil` when the rule does not apply to it.
    public func lastDay(for standing: RetentionStanding) -> CalendarDate? {
        if let operators {
            guard let operatedBy = standing.operatedBy, operators.contains(operatedBy) else { return nil }
        }
        if case .received(let first) = reach {
            guard let received = standing.days[.received], received >= first else { return nil }
        }
        return standing.days[start]?.adding(months: months)
    }
}
