public import QualityCore

/// An event that was not as it should be, from report to closing (*avvikelse*, SOSFS 2011:9 5 kap.).
///
/// What was reported is never edited: only the phase changes, by ``move(to:)``.
public struct Deviation: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "deviation")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<Deviation>
    /// The unit where it happened (*enhet*).
    public let unit: OrganisationUnitID
    /// When it happened; it is counted on the first day.
    public let occurred: OccurrenceTime
    /// The day when someone noticed; `nil` when nobody said.
    public let discovered: CalendarDate?
    /// The day when it was reported (*rapporterad*).
    public let reported: CalendarDate
    /// The acts under which the service is given, at least one (*lagrum*).
    public let legalBases: Stated<[LegalBasis]>
    /// What it was about, as finely as it was filed (*kategori* or *rubrik*).
    public let category: Stated<CategoryCode>
    /// What happened, in the reporter's words; may hold personal data (*beskrivning*).
    public let account: Stated<String>
    /// What was done at once.
    public let immediateAction: Stated<ImmediateAction>
    /// Severity and probability; `nil` until someone has assessed them.
    public let risk: RiskEstimate?
    /// How far the case has come.
    public private(set) var phase: DeviationPhase

    /// A deviation as reported.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-1` when it was reported or discovered before it happened, or
    ///   reported before it was discovered.
    public init(
        id: RecordID<Deviation>,
        unit: OrganisationUnitID,
        occurred: OccurrenceTime,
        discovered: CalendarDate? = nil,
        reported: CalendarDate,
        legalBases: Stated<[LegalBasis]>,
        category: Stated<CategoryCode>,
        account: Stated<String>,
        immediateAction: Stated<ImmediateAction>,
        risk: RiskEstimate? = nil,
        phase: DeviationPhase = .reported
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.occurred = occurred
        self.discovered = discovered
        self.reported = reported
        self.legalBases = legalBases
        self.category = category
        self.account = account
        self.immediateAction = immediateAction
        self.risk = risk
        self.phase = phase
        try checkOrderOfTimes()
    }

    /// Moves the case to a phase that may follow on the present one.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-5` when it may not; the deviation is then unchanged.
    public mutating func move(to next: DeviationPhase) throws(RuleViolation) {
        guard phase.successors.contains(next) else {
            throw violation(
                "D-DEV-5",
                field: "phase",
                LocalizedText(
                    sv: "\(next.label(.swedish)) kan inte följa på \(phase.label(.swedish))",
                    en: "\(next.label(.english)) cannot follow on \(phase.label(.english))"
                )
            )
        }
        phase = next
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            occurred: occurred.firstDay,
            discovered: discovered,
            reported: reported,
            status: phase.rawValue,
            observations: [
                RecordFacts.Observation(codes: [
                    .category: category.value.map { [$0] } ?? [],
                    .legalBasis: (legalBases.value ?? []).map { CategoryCode(rawValue: $0.rawValue) },
                ])
            ]
        )
    }

    private func checkOrderOfTimes() throws(RuleViolation) {
        let days: [(field: String, day: CalendarDate?)] = [
            ("occurred", occurred.firstDay), ("discovered", discovered), ("reported", reported),
        ]
        var latest: CalendarDate?
        for (field, day) in days {
            guard let day else { continue }
            if let latest, day < latest {
                throw violation(
                    "D-DEV-1",
                    field: field,
                    LocalizedText(
                        sv: "dagarna ska följa ordningen inträffad, upptäckt, rapporterad",
                        en: "the days must follow the order occurred, discovered, reported"
                    )
                )
            }
            latest = day
        }
        if case .period(let first, let last?) = occurred, last < first {
            throw violation(
                "D-DEV-1",
                field: "occurred",
                LocalizedText(sv: "perioden slutar innan den börjar", en: "the period ends before it begins")
            )
        }
    }

    private func violation(_ rule: String, field: String, _ message: LocalizedText) -> RuleViolation {
        RuleViolation(rule: rule, record: reference, field: field, message: message)
    }
}

extension Deviation {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<Deviation>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            occurred: container.decode(OccurrenceTime.self, forKey: .occurred),
            discovered: container.decodeIfPresent(CalendarDate.self, forKey: .discovered),
            reported: container.decode(CalendarDate.self, forKey: .reported),
            legalBases: container.decode(Stated<[LegalBasis]>.self, forKey: .legalBases),
            category: container.decode(Stated<CategoryCode>.self, forKey: .category),
            account: container.decode(Stated<String>.self, forKey: .account),
            immediateAction: container.decode(Stated<ImmediateAction>.self, forKey: .immediateAction),
            risk: container.decodeIfPresent(RiskEstimate.self, forKey: .risk),
            phase: container.decode(DeviationPhase.self, forKey: .phase)
        )
    }
}
