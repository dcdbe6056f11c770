public import QualityCore

/// One occasion of self-check: questions answered, what failed taken further, a conclusion (*egenkontroll*).
///
/// The check keeps its own copy of the version of the template, so a later version leaves it untouched. Answers,
/// outcomes and conclusion are locked while it is closed; ``reopen(by:reason:under:)`` keeps both intervals.
public struct SelfCheck: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "selfCheck")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<SelfCheck>
    /// The unit that is checked.
    public let unit: OrganisationUnitID
    /// What it looks at or compares with.
    public let sort: SelfCheckKind
    /// What kind it is where the list has no name for it.
    public let sortDetail: String?
    /// The occasion of the plan that it is; `nil` for a check outside any plan.
    public let occasion: PlannedOccasion?
    /// The day when it began.
    public let begun: CalendarDate
    /// What it looks at: the unit as such, all items or a sample.
    public let extent: CheckExtent
    /// The version of the template that asks.
    public private(set) var version: SelfCheckTemplate.Version
    /// The answers so far.
    public private(set) var answers: Stated<SelfCheckAnswers>
    /// What became of each question that was not met, or only in part.
    public private(set) var outcomes: [QuestionCode: Stated<FailureOutcome>]
    /// The days whose events were reviewed, as the access log of a month; `nil` while nobody has said.
    public private(set) var reviewedPeriod: Stated<CalendarPeriod>?
    /// What the check comes to; `nil` until it is written; may hold personal data (*slutsats*).
    public private(set) var conclusion: Stated<String>?
    /// Each time it was closed, and reopened.
    public private(set) var closings: [CheckClosing]
    /// That it does not count; `nil` while it does.
    public private(set) var cancellation: CheckCancellation?

    /// A check that begins, without answers.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-12` when the population is not at least one.
    public init(
        id: RecordID<SelfCheck>,
        unit: OrganisationUnitID,
        sort: SelfCheckKind,
        sortDetail: String? = nil,
        occasion: PlannedOccasion? = nil,
        begun: CalendarDate,
        extent: CheckExtent,
        version: SelfCheckTemplate.Version
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.sort = sort
        self.sortDetail = sortDetail
        self.occasion = occasion
        self.begun = begun
        self.extent = extent
        self.version = version
        answers = .value(SelfCheckAnswers())
        outcomes = [:]
        closings = []
        try check()
    }

    /// A check that another system closed, with the gaps that its source leaves.
    ///
    /// - Throws: `RuleViolation` when the days are out of order, or an answer or outcome stands on no question of the
    ///   version; breaches of rules are told by `violations(under:)`.
    public init(
        imported id: RecordID<SelfCheck>,
        unit: OrganisationUnitID,
        sort: SelfCheckKind,
        sortDetail: String? = nil,
        occasion: PlannedOccasion? = nil,
        begun: CalendarDate,
        extent: CheckExtent,
        version: SelfCheckTemplate.Version,
        answers: Stated<[SelfCheckAnswers.Entry]>,
        outcomes: [QuestionCode: Stated<FailureOutcome>],
        reviewedPeriod: Stated<CalendarPeriod>?,
        conclusion: Stated<String>,
        closed: Signature
    ) throws(RuleViolation) {
        try self.init(
            id: id,
            unit: unit,
            sort: sort,
            sortDetail: sortDetail,
            occasion: occasion,
            begun: begun,
            extent: extent,
            version: version
        )
        switch answers {
        case .notStated(let source): self.answers = .notStated(source: source)
        case .value(let entries):
            var given = SelfCheckAnswers()
            for entry in entries { given[entry.question, entry.item] = entry.answer }
            self.answers = .value(given)
        }
        self.outcomes = outcomes
        self.reviewedPeriod = reviewedPeriod
        self.conclusion = conclusion
        closings = [CheckClosing(closed: closed)]
        try check()
    }

    /// How far it has come.
    public var phase: SelfCheckPhase {
        if cancellation != nil { .cancelled } else { closings.isClosed ? .closed : .open }
    }

    /// The day when it was first closed; `nil` before that.
    public var doneOn: CalendarDate? { closings.first?.closed.day }

    /// The days that it has been open before each closing, never negative; `nil` until it was closed.
    public var daysToClose: Int? { closings.isEmpty ? nil : closings.daysOpen(from: begun) }
}

extension SelfCheck {
    /// Changes the check by an act of one of the phases, and checks what holds of every check.
    mutating func act(
        in phase: SelfCheckPhase = .open,
        under law: Law,
        _ change: (inout SelfCheck) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try perform(under: law) { check throws(RuleViolation) in
            try check.require(phase)
            try change(&check)
            try check.check()
        }
    }

    mutating func set(
        answers: Stated<SelfCheckAnswers>? = nil,
        version: SelfCheckTemplate.Version? = nil
    ) {
        if let answers { self.answers = answers }
        if let version { self.version = version }
    }

    mutating func set(outcome: Stated<FailureOutcome>?, of question: QuestionCode) {
        outcomes[question] = outcome
    }

    mutating func set(reviewedPeriod period: CalendarPeriod) {
        reviewedPeriod = .value(period)
    }

    mutating func set(conclusion text: String) {
        conclusion = .value(text)
    }

    mutating func add(_ closing: CheckClosing) {
        closings.append(closing)
    }

    mutating func reopenLast(_ reopening: CheckClosing.Reopening) {
        closings[closings.count - 1].reopening = reopening
    }

    mutating func set(cancellation: CheckCancellation) {
        self.cancellation = cancellation
    }
}

extension SelfCheck {
    private enum CodingKeys: String, CodingKey {
        case id, unit, sort, sortDetail, occasion, begun, extent, version, answers, outcomes, reviewedPeriod
        case conclusion, closings, cancellation
    }

    /// Decodes the stored form; refuses what the initialisers refuse.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<SelfCheck>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            sort: container.decode(SelfCheckKind.self, forKey: .sort),
            sortDetail: container.decodeIfPresent(String.self, forKey: .sortDetail),
            occasion: container.decodeIfPresent(PlannedOccasion.self, forKey: .occasion),
            begun: container.decode(CalendarDate.self, forKey: .begun),
            extent: container.decode(CheckExtent.self, forKey: .extent),
            version: container.decode(SelfCheckTemplate.Version.self, forKey: .version)
        )
        answers = try container.decode(Stated<SelfCheckAnswers>.self, forKey: .answers)
        outcomes = try container.decode([QuestionCode: Stated<FailureOutcome>].self, forKey: .outcomes)
        reviewedPeriod = try container.decodeIfPresent(Stated<CalendarPeriod>.self, forKey: .reviewedPeriod)
        conclusion = try container.decodeIfPresent(Stated<String>.self, forKey: .conclusion)
        closings = try container.decode([CheckClosing].self, forKey: .closings)
        cancellation = try container.decodeIfPresent(CheckCancellation.self, forKey: .cancellation)
        try check()
    }
}
