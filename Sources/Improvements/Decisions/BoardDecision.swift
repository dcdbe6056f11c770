public import QualityCore

/// A decision on the work, with what it rests on and how long it holds (*beslut*).
///
/// Day, content, deciders, presenters and others who took part are asked for by 31 § of the Administrative Procedure Act
/// (2017:900); the rest is practice (D-DEC-1).
public struct BoardDecision: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "boardDecision")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<BoardDecision>
    /// The board or unit that decided (*nämnd*).
    public let unit: OrganisationUnitID
    /// The day of the decision.
    public let day: CalendarDate
    /// Who decides, and by what right.
    public let level: Level
    /// The item of the delegation order that gives the right; `nil` where the decision is not delegated.
    public let delegation: String?
    /// What was decided and how it came about.
    public let content: Content
    /// Whether it is tried out or holds for all.
    public let reach: Reach
    /// The decisions that it replaces or ends.
    public let replaces: [RecordID<BoardDecision>]
    /// How long it holds.
    public private(set) var duration: Duration
    /// Whether consequences were considered; an area without an answer was not asked about.
    public private(set) var consequences: [Area: Consideration]
    /// The days when it was gone through, and by whom.
    public private(set) var reviews: [Signature]
    /// How it ended; `nil` while no decision has ended it.
    public private(set) var ending: Ending?

    /// A decision as made, or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEC-1` when something is dated before the decision.
    public init(
        id: RecordID<BoardDecision>,
        unit: OrganisationUnitID,
        day: CalendarDate,
        level: Level,
        delegation: String? = nil,
        content: Content,
        reach: Reach,
        replaces: [RecordID<BoardDecision>] = [],
        duration: Duration,
        consequences: [Area: Consideration] = [:],
        reviews: [Signature] = [],
        ending: Ending? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.day = day
        self.level = level
        self.delegation = delegation
        self.content = content
        self.reach = reach
        self.replaces = replaces
        self.duration = duration
        self.consequences = consequences
        self.reviews = reviews
        self.ending = ending
        try checkStructure()
    }

    /// How far the decision has come.
    public var phase: Phase { ending == nil ? .inForce : .ended }

    /// Answers whether consequences for an area were considered.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEC-1` when the decision is ended or a no has no reason.
    public mutating func consider(
        _ area: Area,
        as consideration: Consideration,
        under law: Law
    ) throws(RuleViolation) {
        try changeStanding(under: law) { (decision: inout BoardDecision) throws(RuleViolation) in
            decision.consequences[area] = consideration
        }
    }

    /// Goes through the decision and lets it hold, until further notice or through another day.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEC-1` when the decision is ended, the days are out of order, or the
    ///   content has gaps that only the source of the record could fill.
    public mutating func review(
        by signature: Signature,
        lasting duration: Duration,
        under law: Law
    ) throws(RuleViolation) {
        try changeStanding(under: law) { (decision: inout BoardDecision) throws(RuleViolation) in
            try decision.require(decision.content.text, "D-DEC-1", "content.text", under: law)
            try decision.require(decision.content.deciders, "D-DEC-1", "content.deciders", under: law)
            try decision.ensure(
                signature.day < duration.day,
                "D-DEC-1",
                "duration",
                sv: "beslutet ska gälla efter översynen",
                en: "the decision must hold after the review"
            )
            decision.reviews.append(signature)
            decision.duration = duration
        }
    }

    /// Ends the decision by another.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEC-1` when it is ended already, by itself, or before it was made.
    public mutating func end(_ ending: Ending, under law: Law) throws(RuleViolation) {
        try changeStanding(under: law) { (decision: inout BoardDecision) throws(RuleViolation) in
            decision.ending = ending
        }
    }

    private mutating func changeStanding(
        under law: Law,
        _ act: (inout BoardDecision) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try ensure(ending == nil, "D-DEC-1", "ending", sv: "beslutet är upphävt", en: "the decision is ended")
        try change(under: law, act)
    }
}

extension BoardDecision: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        try ensure(
            ([day] + reviews.map(\.day)).isAscending && (ending.map { $0.day >= day } ?? true),
            "D-DEC-1",
            "day",
            sv: "dagen ligger före beslutet eller den förra översynen",
            en: "the day lies before the decision or the review before"
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<BoardDecision>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            day: container.decode(CalendarDate.self, forKey: .day),
            level: container.decode(Level.self, forKey: .level),
            delegation: container.decodeIfPresent(String.self, forKey: .delegation),
            content: container.decode(Content.self, forKey: .content),
            reach: container.decode(Reach.self, forKey: .reach),
            replaces: container.decode([RecordID<BoardDecision>].self, forKey: .replaces),
            duration: container.decode(Duration.self, forKey: .duration),
            consequences: container.decode([Area: Consideration].self, forKey: .consequences),
            reviews: container.decode([Signature].self, forKey: .reviews),
            ending: container.decodeIfPresent(Ending.self, forKey: .ending)
        )
    }
}
