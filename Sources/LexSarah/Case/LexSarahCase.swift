public import QualityCore

/// A reported misconduct or tangible risk of one, from report to decision and notification (*Lex Sarah-ärende*).
///
/// Changes through acts that take the law; what an imported case lacks is a gap that the next act that needs it asks for.
public struct LexSarahCase: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "lexSarahCase")
    /// The version of the stored form; version 1 held one report's day, one decision and one day of notification.
    public static let schemaVersion = 2

    /// The identity of the record.
    public let id: RecordID<LexSarahCase>
    /// The unit that it is about (*enhet*).
    public let unit: OrganisationUnitID
    /// The reports, at least one, each with its own receipt (*rapporter*).
    public internal(set) var reports: [MisconductReport]
    /// What it is about: several are possible, so shares of cases may exceed 100 % (D-LXS-10).
    public internal(set) var categories: [CategoryCode]
    /// The acts under which the service is given (*lagrum*).
    public internal(set) var legalBases: Stated<[LegalBasis]>
    /// Who runs the operation (*verksamhetsutövare*).
    public internal(set) var operatedBy: Stated<LexSarahOperator>
    /// Whom it is about (*berörda*).
    public internal(set) var concerned: Stated<PersonsConcerned>
    /// Whether it is remedied: a fact of its own, whatever the phase (*avhjälpt*).
    public internal(set) var remedy: Stated<RemedyState>
    /// The immediate measures (*omedelbara åtgärder*).
    public internal(set) var remedyMeasures: [RemedyMeasure]
    /// Whether a serious misconduct is obvious already at receipt; `nil` until considered.
    public internal(set) var suspicion: Consideration?
    /// Other ways than the reports by which the operator came to know (D-LAW-3).
    public internal(set) var knowledge: [MadeKnown]
    /// How far it has come (*status*).
    public internal(set) var phase: LexSarahPhase
    /// The runs of the investigation; more than one where the case was reopened.
    public internal(set) var rounds: [InvestigationRound]
    /// What came to light after the investigation ended; its text is locked (*tillägg*).
    public internal(set) var additions: [InvestigationNote]
    /// What was done towards the person concerned (D-LXS-14).
    public internal(set) var answers: Stated<PersonAnswers>
    /// What the investigator proposes; `nil` until then.
    public internal(set) var proposal: MisconductDecision.Proposal?
    /// Every decision of degree in order; the last one holds (D-LXS-15).
    public internal(set) var decisions: [MisconductDecision]
    /// The matter at the supervisory authority; `nil` when not notified.
    public internal(set) var matter: AuthorityMatter?
    /// What a private operator told the board (D-LXS-7).
    public internal(set) var boardInformed: [BoardInformation]
    /// When it was closed and reopened; both intervals are kept.
    public internal(set) var closings: [Closing]
    /// The case that it was joined to; `nil` when it stands on its own.
    public internal(set) var joining: Joining?
    /// The cases whose reports were joined to this one.
    public internal(set) var absorbed: [RecordReference]
    /// Who took part in the event, and who stands under whom (*inblandade*, D-SEC-4).
    public internal(set) var involvement = Involvement()
    /// Who had the investigation, oldest first (*utredare*).
    public internal(set) var assignments: [Assignment] = []
    /// What was found about conflicts of interest, oldest first (*jävsprövningar*).
    public internal(set) var taskChecks: [TaskCheck] = []

    /// A case opened by a report that has come in.
    ///
    /// `remedy`: whether the danger is removed, asked for at once.
    /// - Throws: `RuleViolation`, the first rule that the case breaks.
    public init(
        id: RecordID<LexSarahCase>,
        unit: OrganisationUnitID,
        receiving report: MisconductReport,
        categories: [CategoryCode] = [],
        legalBases: [LegalBasis],
        operatedBy: LexSarahOperator,
        concerned: PersonsConcerned,
        remedy: RemedyState,
        suspicion: Consideration? = nil,
        under law: Law
    ) throws(RuleViolation) {
        self.init(id, unit, [report], categories)
        self.legalBases = .value(legalBases)
        self.operatedBy = .value(operatedBy)
        self.concerned = .value(concerned)
        self.remedy = .value(remedy)
        self.suspicion = suspicion
        answers = .value(PersonAnswers())
        for (field, isGap) in [
            ("reports.reporter", report.reporter.value == nil), ("reports.receipt", report.receipt.value == nil),
            ("reports.noticed", report.noticed.value == nil), ("reports.account", report.account.value == nil),
        ] where isGap {
            throw violation("D-LXS-13", field: field, Self.gapMessage)
        }
        try checkStructure()
        if let broken = violations(under: law).first { throw broken }
    }

    /// A case as another system holds it; what is not given is a gap of that source.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-13` when the investigation or the case ended, or `D-LXS-6` when the
    ///   case was notified, before the day of the report.
    public init(
        id: RecordID<LexSarahCase>,
        unit: OrganisationUnitID,
        reported: CalendarDate,
        categories: [CategoryCode],
        investigationEnded: CalendarDate? = nil,
        decision: MisconductDecision? = nil,
        notified: CalendarDate? = nil,
        occurred: OccurrenceTime = .unknown,
        legalBases: Stated<[LegalBasis]> = .notStated(source: "import"),
        operatedBy: Stated<LexSarahOperator> = .notStated(source: "import"),
        closed: CalendarDate? = nil
    ) throws(RuleViolation) {
        guard let report = RecordID<MisconductReport>(id.rawValue) else {
            preconditionFailure("the identity of a case is one of a report")
        }
        let received = MisconductReport(
            id: report,
            received: reported,
            reporter: .notStated(source: "import"),
            receipt: .notStated(source: "import"),
            noticed: .notStated(source: "import"),
            occurred: occurred,
            account: .notStated(source: "import")
        )
        self.init(id, unit, [received], categories)
        self.legalBases = legalBases
        self.operatedBy = operatedBy
        if let investigationEnded {
            rounds = [
                InvestigationRound(
                    begun: .notStated(source: "import"),
                    ended: investigationEnded,
                    endedBy: .notStated(source: "import"),
                    scope: .notStated(source: "import")
                )
            ]
            phase = .investigationEnded
        }
        if let decision {
            decisions = [decision]
            phase = .decided
        }
        if let notified {
            matter = AuthorityMatter(
                sent: notified,
                by: .notStated(source: "import"),
                notifier: .notStated(source: "import")
            )
        }
        if let closed {
            closings = [Closing(day: closed, by: .notStated(source: "import"))]
            phase = .closed
        }
        try checkStructure()
    }

    private init(
        _ id: RecordID<LexSarahCase>,
        _ unit: OrganisationUnitID,
        _ reports: [MisconductReport],
        _ categories: [CategoryCode]
    ) {
        self.id = id
        self.unit = unit
        self.reports = reports
        self.categories = Self.unique(categories)
        legalBases = .notStated(source: "import")
        operatedBy = .notStated(source: "import")
        concerned = .notStated(source: "import")
        remedy = .notStated(source: "import")
        answers = .notStated(source: "import")
        remedyMeasures = []
        knowledge = []
        phase = .received
        rounds = []
        additions = []
        decisions = []
        boardInformed = []
        closings = []
        absorbed = []
    }

    static func unique(_ codes: [CategoryCode]) -> [CategoryCode] {
        var seen: Set<CategoryCode> = []
        return codes.filter { seen.insert($0).inserted }
    }

    private enum CodingKeys: String, CodingKey {
        case id, unit, reports, categories, legalBases, operatedBy, concerned, remedy, remedyMeasures, suspicion
        case knowledge, phase, rounds, additions, answers, proposal, decisions, matter, boardInformed, closings
        case joining, absorbed, involvement, assignments, taskChecks
    }

    private enum FirstKeys: String, CodingKey { case reported, investigationEnded, decision, notified }

    /// Decodes the stored form of any version; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let id = try container.decode(RecordID<LexSarahCase>.self, forKey: .id)
        let unit = try container.decode(OrganisationUnitID.self, forKey: .unit)
        let categories = try container.decode([CategoryCode].self, forKey: .categories)
        guard container.contains(.reports) else {
            let first = try decoder.container(keyedBy: FirstKeys.self)
            try self.init(
                id: id,
                unit: unit,
                reported: first.decode(CalendarDate.self, forKey: .reported),
                categories: categories,
                investigationEnded: first.decodeIfPresent(CalendarDate.self, forKey: .investigationEnded),
                decision: first.decodeIfPresent(MisconductDecision.self, forKey: .decision),
                notified: first.decodeIfPresent(CalendarDate.self, forKey: .notified)
            )
            return
        }
        self.init(id, unit, try container.decode([MisconductReport].self, forKey: .reports), categories)
        legalBases = try container.decode(Stated<[LegalBasis]>.self, forKey: .legalBases)
        operatedBy = try container.decode(Stated<LexSarahOperator>.self, forKey: .operatedBy)
        concerned = try container.decode(Stated<PersonsConcerned>.self, forKey: .concerned)
        remedy = try container.decode(Stated<RemedyState>.self, forKey: .remedy)
        remedyMeasures = try container.decode([RemedyMeasure].self, forKey: .remedyMeasures)
        suspicion = try container.decodeIfPresent(Consideration.self, forKey: .suspicion)
        knowledge = try container.decode([MadeKnown].self, forKey: .knowledge)
        phase = try container.decode(LexSarahPhase.self, forKey: .phase)
        rounds = try container.decode([InvestigationRound].self, forKey: .rounds)
        additions = try container.decode([InvestigationNote].self, forKey: .additions)
        answers = try container.decode(Stated<PersonAnswers>.self, forKey: .answers)
        proposal = try container.decodeIfPresent(MisconductDecision.Proposal.self, forKey: .proposal)
        decisions = try container.decode([MisconductDecision].self, forKey: .decisions)
        matter = try container.decodeIfPresent(AuthorityMatter.self, forKey: .matter)
        boardInformed = try container.decode([BoardInformation].self, forKey: .boardInformed)
        closings = try container.decode([Closing].self, forKey: .closings)
        joining = try container.decodeIfPresent(Joining.self, forKey: .joining)
        absorbed = try container.decode([RecordReference].self, forKey: .absorbed)
        involvement = try container.decodeIfPresent(Involvement.self, forKey: .involvement) ?? Involvement()
        assignments = try container.decodeIfPresent([Assignment].self, forKey: .assignments) ?? []
        taskChecks = try container.decodeIfPresent([TaskCheck].self, forKey: .taskChecks) ?? []
        try checkStructure()
    }

    /// Encodes the stored form; where nothing is known of conflicts of interest, as older forms did.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(unit, forKey: .unit)
        try container.encode(reports, forKey: .reports)
        try container.encode(categories, forKey: .categories)
        try container.encode(legalBases, forKey: .legalBases)
        try container.encode(operatedBy, forKey: .operatedBy)
        try container.encode(concerned, forKey: .concerned)
        try container.encode(remedy, forKey: .remedy)
        try container.encode(remedyMeasures, forKey: .remedyMeasures)
        try container.encodeIfPresent(suspicion, forKey: .suspicion)
        try container.encode(knowledge, forKey: .knowledge)
        try container.encode(phase, forKey: .phase)
        try container.encode(rounds, forKey: .rounds)
        try container.encode(additions, forKey: .additions)
        try container.encode(answers, forKey: .answers)
        try container.encodeIfPresent(proposal, forKey: .proposal)
        try container.encode(decisions, forKey: .decisions)
        try container.encodeIfPresent(matter, forKey: .matter)
        try container.encode(boardInformed, forKey: .boardInformed)
        try container.encode(closings, forKey: .closings)
        try container.encodeIfPresent(joining, forKey: .joining)
        try container.encode(absorbed, forKey: .absorbed)
        if involvement != Involvement() { try container.encode(involvement, forKey: .involvement) }
        if !assignments.isEmpty { try container.encode(assignments, forKey: .assignments) }
        if !taskChecks.isEmpty { try container.encode(taskChecks, forKey: .taskChecks) }
    }
}
