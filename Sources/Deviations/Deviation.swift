public import QualityCore

/// An event that was not as it should be, from report to closing (*avvikelse*, SOSFS 2011:9 5 kap.).
///
/// The report as sent is never edited; what is known now is ``current``. Everything else changes by acts.
public struct Deviation: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "deviation")
    /// The version of the stored form; version 1 held the report and the phase alone.
    public static let schemaVersion = 2

    /// The report as sent.
    public internal(set) var report: DeviationReport
    /// The phase in which the record came here: reported, or where another system had it.
    public let enteredAs: DeviationPhase
    /// The day when another system says that it came to that phase; `nil` when unknown.
    public let enteredOn: CalendarDate?
    /// The facts of the report with all corrections.
    public internal(set) var current: DeviationReport
    /// What was put right, oldest first (*rättelser*).
    public internal(set) var corrections: [DeviationCorrection] = []
    /// The steps from phase to phase, oldest first.
    public internal(set) var steps: [DeviationStep] = []
    /// The times that the case stood still, oldest first.
    public internal(set) var pauses: [DeviationPause] = []
    /// Severity and probability; `nil` until someone has assessed them.
    public internal(set) var risk: RiskEstimate?
    /// Actual and possible consequence, each time they were assessed.
    public internal(set) var assessments: [DeviationAssessment] = []
    /// Notes, causes and checklist.
    public internal(set) var investigation = DeviationInvestigation()
    /// Who took part in the event, and who stands under whom.
    public internal(set) var involvement = Involvement()
    /// Who had the investigation, oldest first.
    public internal(set) var assignments: [InvestigatorAssignment] = []
    /// The measures that meet its causes.
    public internal(set) var measures: [MeasureLink] = []
    /// The answer to the reporter; `nil` while there is none (*återkoppling*).
    public internal(set) var reporterAnswer: ReporterAnswer?
    /// The answer about care injury; `nil` while nobody has answered.
    public internal(set) var careInjury: CareInjuryAnswer?
    /// What the patient was told; `nil` while nobody has answered.
    public internal(set) var injuryInformation: InjuryInformation?
    /// When it was seen by those medically responsible.
    public internal(set) var nurseReviews: [NurseReview] = []
    /// The track towards a notification of a serious care injury; `nil` when not opened.
    public internal(set) var lexMaria: LexMariaTrack?
    /// The reports of misconduct that were made about the event.
    public internal(set) var suspicions: [MisconductSuspicion] = []
    /// What was sent to or received from other principals.
    public internal(set) var exchanges: [PrincipalExchange] = []
    /// What was decided about other tracks.
    public internal(set) var trackAnswers: [OtherTrackAnswer] = []

    /// A deviation from its report, as reported here or as another system held it.
    ///
    /// - Parameters:
    ///   - report: the report as sent.
    ///   - risk: severity and probability, where the report holds them.
    ///   - phase: where another system had it; what that phase would have asked for is then a gap.
    ///   - day: when it came to that phase there.
    /// - Throws: `RuleViolation` with rule `D-DEV-10` when that day lies before the report.
    public init(
        _ report: DeviationReport,
        risk: RiskEstimate? = nil,
        enteredAs phase: DeviationPhase = .reported,
        on day: CalendarDate? = nil
    ) throws(RuleViolation) {
        self.report = report
        current = report
        self.risk = risk
        enteredAs = phase
        enteredOn = day
        try checkStructure()
    }

    /// A deviation as reported, or with the phase in which another system held it.
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
        phase: DeviationPhase = .reported,
        place: Stated<String> = .notStated(source: DeviationReport.unspecified),
        concerned: Stated<[ConcernedParty]> = .notStated(source: DeviationReport.unspecified),
        reporter: Stated<DeviationReporter> = .notStated(source: DeviationReport.unspecified)
    ) throws(RuleViolation) {
        try self.init(
            DeviationReport(
                id: id,
                unit: unit,
                occurred: occurred,
                discovered: discovered,
                reported: reported,
                legalBases: legalBases,
                category: category,
                place: place,
                account: account,
                immediateAction: immediateAction,
                concerned: concerned,
                reporter: reporter
            ),
            risk: risk,
            enteredAs: phase
        )
    }
}
