public import QualityCore

/// Who has answered for a process, one at a time and day by day (*processägare*).
public struct ProcessOwners: Hashable, Sendable {
    /// One person's time as owner.
    public struct Period: Hashable, Sendable, Codable {
        /// The person.
        public let person: PersonReference
        /// The title or role in which the person answers for the process.
        public let title: String
        /// The first day.
        public let from: CalendarDate
        /// The last day; `nil` until further notice.
        public internal(set) var through: CalendarDate?

        /// A time as owner.
        public init(person: PersonReference, title: String, from: CalendarDate, through: CalendarDate? = nil) {
            self.person = person
            self.title = title
            self.from = from
            self.through = through
        }
    }

    /// The periods, oldest first and never overlapping.
    public private(set) var periods: [Period]
    /// The source that held no owners before the first period; `nil` where there were none.
    public let unstatedSource: String?

    /// The owners of a process.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-1`, field `owners`, when two periods overlap or one ends before it
    ///   begins.
    public init(_ periods: [Period] = [], unstatedSource: String? = nil) throws(RuleViolation) {
        self.periods = periods
        self.unstatedSource = unstatedSource
        try checkStructure()
    }

    /// The owner on a day; a gap before the first known owner of an imported process; `nil` for no owner.
    public func owner(on day: CalendarDate) -> Stated<Period>? {
        if let period = periods.last(where: { $0.from <= day }) {
            return period.through.map { day <= $0 } ?? true ? .value(period) : nil
        }
        return unstatedSource.map(Stated.notStated)
    }

    mutating func assign(_ person: PersonReference, title: String, from day: CalendarDate) throws(RuleViolation) {
        var changed = self
        if let last = changed.periods.indices.last, changed.periods[last].through.map({ day <= $0 }) ?? true {
            changed.periods[last].through = day.adding(days: -1) ?? day
        }
        changed.periods.append(Period(person: person, title: title, from: day))
        try changed.checkStructure()
        self = changed
    }

    mutating func release(lastDay day: CalendarDate) throws(RuleViolation) {
        guard let last = periods.indices.last, periods[last].through.map({ day < $0 }) ?? true else {
            throw Self.violation
        }
        var changed = self
        changed.periods[last].through = day
        try changed.checkStructure()
        self = changed
    }

    private func checkStructure() throws(RuleViolation) {
        for (index, period) in periods.enumerated() {
            if let through = period.through, through < period.from { throw Self.violation }
            guard index > 0 else { continue }
            guard let before = periods[index - 1].through, before < period.from else { throw Self.violation }
        }
    }

    private static var violation: RuleViolation {
        RuleViolation(
            rule: "D-PRO-1",
            record: nil,
            field: "owners",
            message: LocalizedText(
                sv: "processägare följer på varandra, en åt gången",
                en: "owners follow on each other, one at a time"
            )
        )
    }
}

extension ProcessOwners: Codable {
    private enum CodingKeys: String, CodingKey { case periods, unstatedSource }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            container.decode([Period].self, forKey: .periods),
            unstatedSource: container.decodeIfPresent(String.self, forKey: .unstatedSource)
        )
    }
}
