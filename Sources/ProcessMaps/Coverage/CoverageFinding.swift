public import QualityCore

/// What is missing in the management system about one process (*brist*). Closed.
public enum CoverageFinding: Hashable, Sendable, Codable {
    /// Nobody answers for the process on the day.
    case noOwner
    /// No version is in force on the day.
    case notApproved
    /// No activities, or some without a name.
    case noSteps
    /// A step of the map that neither a lane nor the list of steps gives a role.
    case stepWithoutRole(ProcessStep.ID)
    /// Something else wrong in the map that nobody has accepted.
    case mapFinding(MapFinding)
    /// The same map is in force on the day for another process too.
    case mapInForceElsewhere(RecordID<CareProcess>)
    /// A step without routine and without a reason why it needs none.
    case stepWithoutRoutine(ProcessStep.ID)
    /// A routine of a step that is not in force on the day, or is not among the routines.
    case routineNotInForce(RecordID<Routine>, step: ProcessStep.ID)
    /// A routine that does not say who is responsible.
    case routineWithoutResponsibility(RecordID<Routine>)
    /// A routine past the day by which it was to be reviewed.
    case routinePastReview(RecordID<Routine>)
    /// The version in force is past the day by which it was to be reviewed.
    case pastReview(since: CalendarDate)
    /// The version in force has no day by which it is to be reviewed.
    case noReviewDay
    /// The risks were never analysed.
    case noRiskAnalysis
    /// The newest risk analysis was made before the approval of the version in force.
    case riskAnalysisOlderThanVersion(days: Int)
    /// The newest risk analysis is older than the board allows; days over that age.
    case riskAnalysisTooOld(days: Int)
    /// No self-check was planned.
    case noSelfChecks
    /// So many self-checks were not done in time.
    case selfChecksMissed(Int)
    /// So many deviations are in no analysis.
    case deviationsNotAnalysed(Int)
    /// So many executed measures have no evaluated effect.
    case measuresNotEvaluated(Int)
    /// Co-operation inside the own operation is not described.
    case coOperationInsideNotDescribed
    /// Co-operation with others is not described.
    case coOperationOutsideNotDescribed
    /// So many of the staff have not acknowledged a routine.
    case notAcknowledged(RecordID<Routine>, persons: Int)
}
