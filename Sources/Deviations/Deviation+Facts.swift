public import QualityCore

extension Deviation {
    /// The identity of the record.
    public var id: RecordID<Deviation> { report.id }
    /// The unit where it happened (*enhet*).
    public var unit: OrganisationUnitID { current.unit }
    /// When it happened; it is counted on the first day.
    public var occurred: OccurrenceTime { current.occurred }
    /// The day when someone noticed; `nil` when nobody said.
    public var discovered: CalendarDate? { current.discovered }
    /// The day when it was reported (*rapporterad*).
    public var reported: CalendarDate { report.reported }
    /// The acts under which the service is given, at least one (*lagrum*).
    public var legalBases: Stated<[LegalBasis]> { current.legalBases }
    /// What it was about, as finely as it was filed (*kategori* or *rubrik*).
    public var category: Stated<CategoryCode> { current.category }
    /// Where in the unit; may hold personal data (*plats*).
    public var place: Stated<String> { current.place }
    /// What happened, in the reporter's words; may hold personal data (*beskrivning*).
    public var account: Stated<String> { current.account }
    /// What was done at once.
    public var immediateAction: Stated<ImmediateAction> { current.immediateAction }
    /// Whom it concerns.
    public var concerned: Stated<[ConcernedParty]> { current.concerned }

    /// How far the case has come (*status*).
    public var phase: DeviationPhase { steps.last?.phase ?? enteredAs }
    /// The pause that lasts; `nil` when the case does not stand still.
    public var pause: DeviationPause? { pauses.last.flatMap { $0.ended == nil ? $0 : nil } }
    /// The assessment of consequence that stands; `nil` while there is none.
    public var assessment: DeviationAssessment? { assessments.last }
    /// Who investigates now; `nil` for nobody.
    public var investigator: InvestigatorAssignment? { assignments.last.flatMap { $0.relieved == nil ? $0 : nil } }
    /// Whether the Health and Medical Services Act is a basis of the service, as far as stated.
    public var isHealthCare: Bool { legalBases.value?.contains(.hsl) == true }

    /// The decision that stands; `nil` while none was made here.
    public var decision: DeviationDecision? {
        for step in steps.reversed() {
            if case .decided(let decision) = step { return decision }
        }
        return nil
    }

    /// Why it is not counted; `nil` when it is, or another system cancelled it.
    public var cancellation: DeviationCancellation? {
        if case .cancelled(let cancellation)? = steps.last { cancellation } else { nil }
    }

    /// The names of what its source never held and no correction has filled (*luckor*).
    public var gaps: [String] { current.gaps }

    /// Everything that was found about conflicts of interest: investigators, steps and Lex Maria decisions.
    public var clearances: [ConflictClearance] {
        assignments.map(\.clearance) + steps.compactMap(\.clearance) + (lexMaria?.decisions ?? []).map(\.clearance)
    }

    /// Every task done under an exception from the rule on conflict of interest, each exception once, for the report.
    public var conflictExceptions: [ConflictException] { ConflictException.all(in: reference, clearances) }

    /// Every time that the case was closed, oldest first; reopening keeps them all.
    public var closures: [DeviationClosure] {
        var closures: [DeviationClosure] = []
        var isClosed = enteredAs == .closed
        var closed = isClosed ? enteredOn : nil
        for step in steps {
            if isClosed {
                let isReopened = step.isReopening
                closures.append(DeviationClosure(closed: closed, reopened: isReopened ? step.signature.day : nil))
                isClosed = false
            }
            if case .closed(let by) = step {
                isClosed = true
                closed = by.day
            }
        }
        if isClosed { closures.append(DeviationClosure(closed: closed, reopened: nil)) }
        return closures
    }

    /// The days from report to the last closing, never negative; `nil` while open, or closed on an unknown day.
    public var daysToClose: Int? {
        guard phase == .closed else { return nil }
        return closures.last?.closed.map { reported.days(to: $0) }
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            occurred: occurred.firstDay,
            discovered: discovered,
            reported: reported,
            dueOn: dueOn,
            status: status,
            observations: [
                RecordFacts.Observation(codes: [
                    .category: category.value.map { [$0] } ?? [],
                    .legalBasis: (legalBases.value ?? []).map { CategoryCode(rawValue: $0.rawValue) },
                ])
            ]
        ).marking(conflictExceptions)
    }

    /// The steps of the round that lasts, from the report or the last reopening on.
    var round: ArraySlice<DeviationStep> {
        guard let reopening = steps.lastIndex(where: \.isReopening) else { return steps[...] }
        return steps[(reopening + 1)...]
    }

    /// Whether the round that lasts came to a phase by a step taken here.
    func hasTaken(_ phase: DeviationPhase) -> Bool {
        round.contains { $0.phase == phase }
    }

    private var status: String {
        switch pause?.ground {
        case .waiting: "waiting"
        case .parked: "parked"
        case nil: phase.rawValue
        }
    }

    private var dueOn: CalendarDate? {
        if case .parked(_, let until)? = pause?.ground { until } else { nil }
    }
}
