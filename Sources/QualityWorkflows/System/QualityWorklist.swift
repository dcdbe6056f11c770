public import Complaints
public import Deviations
public import Improvements
public import LexSarah
public import ProcessMaps
public import QualityCore
public import SelfChecks

/// What waits for someone in the whole system as of a day: the lists of every kind of record (*att göra*).
public struct QualityWorklist: Sendable {
    /// The day.
    public let day: CalendarDate
    /// The lists of deviations.
    public let deviations: DeviationWorklists
    /// Deviations that someone should look at as possible misconducts (D-DEV-6).
    public let screening: MisconductScreening.Findings
    /// Deviations whose answer about care injury calls for a track that nobody has opened (D-LXS-12).
    public let lexMariaToOpen: [Deviation]
    /// What is late or waits among submissions.
    public let complaints: ComplaintWorklist
    /// Lex Sarah cases whose danger is not yet removed (D-LXS-3).
    public let openDangers: [LexSarahCase]
    /// Lex Sarah cases that are to be notified and are not (D-LXS-6).
    public let toNotify: [LexSarahCase]
    /// Notified cases whose investigation is late (D-LXS-6).
    public let lateInvestigations: [LexSarahCase]
    /// Cases with a request of the authority that is not answered in time (D-LXS-15).
    public let lateAnswers: [LexSarahCase]
    /// Deadlines of law and targets of the board that are overdue, with their case.
    public let overdueDeadlines: [(found: LexSarahCase, deadline: LexSarahDeadline)]
    /// Measures that were not done by their last day (D-MSR-1).
    public let overdueMeasures: [Measure]
    /// Measures that nobody had followed up by the day set for it (D-MSR-1).
    public let unfollowedMeasures: [Measure]
    /// Measures whose effect waits for a verdict, also where their case is closed (D-DEV-7, D-MSR-2).
    public let awaitingVerdict: [Measure]
    /// Planned occasions of self-check that were not held in time (D-SLF-7).
    public let missedOccasions: [OccasionLedger.Line]
    /// Risk analyses past their day of review (D-RSK-2).
    public let risksPastReview: [RiskAnalysis]
    /// Reports on decisions not carried out that are to be sent (D-EVB-1).
    public let reportsDue: [UnexecutedDecision.DueReport]

    /// The lists of some records as they stand on a day.
    public init(
        of records: Records,
        asOf day: CalendarDate,
        policies: QualityPolicies = QualityPolicies(),
        under law: Law
    ) {
        self.day = day
        deviations = DeviationWorklists(records.deviations, asOf: day, policy: policies.deviations)
        screening = policies.screening.findings(in: records.deviations)
        lexMariaToOpen = records.deviations.lexMariaToOpen()
        complaints = ComplaintWorklist(records.complaints, on: day)
        openDangers = records.cases.openDangers()
        toNotify = records.cases.toNotify()
        lateInvestigations = records.cases.lateInvestigations(on: day)
        lateAnswers = records.cases.lateAnswers(on: day)
        overdueDeadlines = records.cases.filter { $0.phase != .joined }.flatMap { found in
            found.deadlines(under: law, policy: policies.lexSarah, asOf: day)
                .filter { $0.isOverdue(on: day) }.map { (found, $0) }
        }
        overdueMeasures = Measure.overdue(in: records.measures, asOf: day)
        unfollowedMeasures = Measure.unfollowed(in: records.measures, asOf: day)
        awaitingVerdict = Measure.awaitingVerdict(in: records.measures, asOf: day)
        var ledger = OccasionLedger()
        ledger.catchUp(with: records.plans, checks: records.checks, through: day)
        missedOccasions = ledger.lines(with: records.plans, checks: records.checks, asOf: day)
            .filter { $0.standing == .missed }
        risksPastReview = RiskAnalysis.pastReview(in: records.riskAnalyses, asOf: day)
        reportsDue = UnexecutedDecision.dueReports(of: records.unexecutedDecisions, asOf: day, under: law)
    }

    /// The records that lists and links are made of.
    public struct Records: Hashable, Sendable {
        /// The deviations.
        public var deviations: [Deviation] = []
        /// The submissions.
        public var complaints: [Complaint] = []
        /// The Lex Sarah cases.
        public var cases: [LexSarahCase] = []
        /// The measures.
        public var measures: [Measure] = []
        /// The plans of self-checks.
        public var plans: [SelfCheckPlan] = []
        /// The self-checks.
        public var checks: [SelfCheck] = []
        /// The risk analyses.
        public var riskAnalyses: [RiskAnalysis] = []
        /// The decisions not carried out.
        public var unexecutedDecisions: [UnexecutedDecision] = []
        /// The joint analyses.
        public var jointAnalyses: [JointAnalysis] = []
        /// The decisions of the board and of those who decide for it.
        public var boardDecisions: [BoardDecision] = []
        /// The external reviews.
        public var externalReviews: [ExternalReview] = []
        /// The processes.
        public var processes: [CareProcess] = []
        /// The routines.
        public var routines: [Routine] = []
        /// The surveys of users.
        public var surveys: [UserSurvey] = []
        /// The goals.
        public var goals: [Goal] = []
        /// The situation reports.
        public var situationReports: [SituationReport] = []
        /// The follow-ups of private providers.
        public var providerFollowUps: [ProviderFollowUp] = []

        /// No records.
        public init() {}
    }
}
