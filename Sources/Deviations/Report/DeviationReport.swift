public import QualityCore

/// What was reported about an event, as sent; corrections are entries beside it (*avvikelserapport*, D-DEV-3).
public struct DeviationReport: Hashable, Sendable, Codable {
    /// The name of a source that nobody named: what a gap is marked with when a report was made without a fact.
    public static let unspecified = "unspecified"

    /// The identity of the deviation.
    public let id: RecordID<Deviation>
    /// The unit where it happened (*enhet*).
    public internal(set) var unit: OrganisationUnitID
    /// When it happened; it is counted on the first day.
    public internal(set) var occurred: OccurrenceTime
    /// The day when someone noticed; `nil` when nobody said.
    public internal(set) var discovered: CalendarDate?
    /// The day when it was reported (*rapporterad*).
    public let reported: CalendarDate
    /// The day when it was registered; `nil` when only the store knows.
    public let recorded: CalendarDate?
    /// The acts under which the service is given, at least one (*lagrum*).
    public internal(set) var legalBases: Stated<[LegalBasis]>
    /// What it was about, as finely as it was filed (*kategori* or *rubrik*).
    public internal(set) var category: Stated<CategoryCode>
    /// Where in the unit; may hold personal data (*plats*).
    public internal(set) var place: Stated<String>
    /// What happened, in the reporter's words; may hold personal data (*beskrivning*).
    public internal(set) var account: Stated<String>
    /// What was done at once.
    public internal(set) var immediateAction: Stated<ImmediateAction>
    /// Whom it concerns, at least one party.
    public internal(set) var concerned: Stated<[ConcernedParty]>
    /// Who reported it.
    public internal(set) var reporter: Stated<DeviationReporter>
    /// The unit that discovered it; `nil` when the same as where it happened or unknown.
    public internal(set) var discoveredIn: OrganisationUnitID?
    /// The unit that answers for it; `nil` when the same as where it happened.
    public internal(set) var answersFor: OrganisationUnitID?
    /// Circumstances that registration rules ask for.
    public internal(set) var circumstances: [DeviationCircumstance]

    /// A report as sent.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-1` when the days do not follow the order occurred, discovered,
    ///   reported, recorded.
    public init(
        id: RecordID<Deviation>,
        unit: OrganisationUnitID,
        occurred: OccurrenceTime,
        discovered: CalendarDate? = nil,
        reported: CalendarDate,
        recorded: CalendarDate? = nil,
        legalBases: Stated<[LegalBasis]>,
        category: Stated<CategoryCode>,
        place: Stated<String>,
        account: Stated<String>,
        immediateAction: Stated<ImmediateAction>,
        concerned: Stated<[ConcernedParty]>,
        reporter: Stated<DeviationReporter>,
        discoveredIn: OrganisationUnitID? = nil,
        answersFor: OrganisationUnitID? = nil,
        circumstances: [DeviationCircumstance] = []
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.occurred = occurred
        self.discovered = discovered
        self.reported = reported
        self.recorded = recorded
        self.legalBases = legalBases
        self.category = category
        self.place = place
        self.account = account
        self.immediateAction = immediateAction
        self.concerned = concerned
        self.reporter = reporter
        self.discoveredIn = discoveredIn
        self.answersFor = answersFor
        self.circumstances = circumstances
        try checkOrderOfTimes()
    }

    /// The names of the facts that the source of the report never held, as coding keys (*luckor*).
    public var gaps: [String] {
        [
            ("place", place.value == nil), ("legalBases", legalBases.value == nil),
            ("category", category.value == nil), ("account", account.value == nil),
            ("immediateAction", immediateAction.value == nil), ("concerned", concerned.value == nil),
            ("reporter", reporter.value == nil),
        ].compactMap { $0.1 ? $0.0 : nil }
    }

    func checkOrderOfTimes() throws(RuleViolation) {
        let days: [(field: String, day: CalendarDate?)] = [
            ("occurred", occurred.firstDay), ("discovered", discovered), ("reported", reported),
            ("recorded", recorded),
        ]
        var latest: CalendarDate?
        for (field, day) in days {
            guard let day else { continue }
            if let latest, day < latest {
                throw violation(
                    field,
                    LocalizedText(
                        sv: "dagarna ska följa ordningen inträffad, upptäckt, rapporterad, registrerad",
                        en: "the days must follow the order occurred, discovered, reported, recorded"
                    )
                )
            }
            latest = day
        }
        if case .period(let first, let last?) = occurred, last < first {
            throw violation(
                "occurred",
                LocalizedText(sv: "perioden slutar innan den börjar", en: "the period ends before it begins")
            )
        }
    }

    private func violation(_ field: String, _ message: LocalizedText) -> RuleViolation {
        RuleViolation(rule: "D-DEV-1", record: RecordReference(id), field: field, message: message)
    }
}

extension DeviationReport {
    /// Decodes the stored form; refuses what the initialiser refuses. Facts that an older form never held are gaps.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<Deviation>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            occurred: container.decode(OccurrenceTime.self, forKey: .occurred),
            discovered: container.decodeIfPresent(CalendarDate.self, forKey: .discovered),
            reported: container.decode(CalendarDate.self, forKey: .reported),
            recorded: container.decodeIfPresent(CalendarDate.self, forKey: .recorded),
            legalBases: container.decode(Stated<[LegalBasis]>.self, forKey: .legalBases),
            category: container.decode(Stated<CategoryCode>.self, forKey: .category),
            place: container.decodeIfPresent(Stated<String>.self, forKey: .place)
                ?? .notStated(source: Self.unspecified),
            account: container.decode(Stated<String>.self, forKey: .account),
            immediateAction: container.decode(Stated<ImmediateAction>.self, forKey: .immediateAction),
            concerned: container.decodeIfPresent(Stated<[ConcernedParty]>.self, forKey: .concerned)
                ?? .notStated(source: Self.unspecified),
            reporter: container.decodeIfPresent(Stated<DeviationReporter>.self, forKey: .reporter)
                ?? .notStated(source: Self.unspecified),
            discoveredIn: container.decodeIfPresent(OrganisationUnitID.self, forKey: .discoveredIn),
            answersFor: container.decodeIfPresent(OrganisationUnitID.self, forKey: .answersFor),
            circumstances: container.decodeIfPresent([DeviationCircumstance].self, forKey: .circumstances) ?? []
        )
    }
}
