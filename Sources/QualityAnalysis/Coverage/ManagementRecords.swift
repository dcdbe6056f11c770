public import Deviations
public import Improvements
public import ProcessMaps
public import QualityCore
public import SelfChecks

/// The records that show how far the management system covers the processes (*ledningssystemets poster*, D-PRO-6).
///
/// Owner, steps, routines, review and co-operation stand in the processes and routines themselves. A risk analysis is
/// about a process when its change names the process or one of its routines; a planned self-check when its subjects do;
/// a measure when its plan of effect or its sources do; a deviation by its unit. A ``ProcessScope`` adds to that.
public struct ManagementRecords: Hashable, Sendable {
    /// The processes.
    public var processes: [CareProcess] = []
    /// The routines that their steps name.
    public var routines: [Routine] = []
    /// The risk analyses.
    public var riskAnalyses: [RiskAnalysis] = []
    /// The plans of self-checks.
    public var plans: [SelfCheckPlan] = []
    /// The self-checks.
    public var checks: [SelfCheck] = []
    /// The deviations.
    public var deviations: [Deviation] = []
    /// The joint analyses.
    public var jointAnalyses: [JointAnalysis] = []
    /// The measures.
    public var measures: [Measure] = []
    /// What else is about a process; at most one is looked at for each.
    public var scopes: [ProcessScope] = []

    /// No records.
    public init() {}

    /// How far the management system covers the processes by these records.
    ///
    /// - Parameters:
    ///   - period: the days whose self-checks, deviations and measures count.
    ///   - staff: those who are to acknowledge routines; `nil` where nobody knows who they are.
    ///   - organisation: the organisation in which they work.
    ///   - day: the day as of which it is judged; what was done after it is not seen.
    ///   - law: the provisions to cite.
    ///   - settings: the board's limits.
    public func coverage(
        in period: CalendarPeriod,
        staff: [StaffMember]?,
        of organisation: Organisation,
        asOf day: CalendarDate,
        under law: Law,
        settings: ManagementCoverage.Settings = ManagementCoverage.Settings()
    ) -> ManagementCoverage {
        ManagementCoverage(
            of: processes,
            routines: routines,
            staff: staff,
            in: organisation,
            evidence: evidence(in: period, of: organisation, asOf: day),
            asOf: day,
            under: law,
            settings: settings
        )
    }

    /// What these records show about each process.
    ///
    /// - Parameters:
    ///   - period: the days whose self-checks, deviations and measures count.
    ///   - organisation: the organisation, for the units of an operation.
    ///   - day: the day as of which it is judged; what was done after it is not seen.
    public func evidence(
        in period: CalendarPeriod,
        of organisation: Organisation,
        asOf day: CalendarDate
    ) -> ManagementEvidence {
        var ledger = OccasionLedger()
        ledger.catchUp(with: plans, checks: checks, through: day)
        let judge = EvidenceJudge(
            records: self,
            lines: ledger.lines(with: plans, checks: checks, asOf: day),
            period: period,
            organisation: organisation,
            day: day
        )
        return ManagementEvidence(
            Dictionary(processes.map { ($0.id, judge.entry(of: $0)) }) { first, _ in first }
        )
    }
}
