import Complaints
import Deviations
import Improvements
import LexSarah
import ProcessMaps
import QualityBPMN
import QualityCore
import QualityWorkflows
import SelfChecks

/// The values of one value set, with what they are stored as.
struct ValueSet: Sendable {
    struct Value: Sendable {
        let raw: String
        let label: LocalizedText
    }

    let module: String
    let name: String
    let values: [Value]

    init<Element: Labelled & Sendable>(_ elements: some Collection<Element>) {
        let path = String(reflecting: Element.self).split(separator: ".")
        module = path.prefix(1).joined()
        name = path.dropFirst().joined(separator: ".")
        values = elements.map { element in
            let raw = (element as? any RawRepresentable)?.rawValue as? String
            return Value(raw: raw ?? "\(Element.self)", label: element.label)
        }
    }

    static let all =
        bpmn + complaints + deviations + improvements + lexSarah + processMaps + qualityCore + selfChecks + workflows

    private static let bpmn: [ValueSet] = [
        ValueSet([BPMNFinding(.number, element: "a", kind: "dc:Bounds", line: 2)]),
        ValueSet(BPMNFinding.Problem.allCases),
        ValueSet([XMLReadingError(line: 2, .entity)]),
        ValueSet(XMLReadingError.Problem.allCases),
        ValueSet([XESFinding(.zone, line: 2)]),
        ValueSet(XESFinding.Problem.allCases),
    ]

    private static let complaints: [ValueSet] = [
        ValueSet(Complaint.AnswerWish.allCases),
        ValueSet(Complaint.AppealReferral.Verdict.allCases),
        ValueSet(Complaint.Subject.allCases),
        ValueSet(Complaint.Timeliness.allCases),
        ValueSet([Complaint.Unanswered.notWanted, .anonymous, .secrecy(ground: "x")]),
        ValueSet(ComplaintPhase.allCases),
        ValueSet(ComplaintSender.standard),
        ValueSet(ComplaintTally.Counted.allCases),
        ValueSet(SubmissionChannel.standard),
        ValueSet(ViewpointKind.allCases),
    ]

    private static let deviations: [ValueSet] = [
        ValueSet(CareInjuryAnswer.Injury.allCases),
        ValueSet(CareInjuryAnswer.Seriousness.allCases),
        ValueSet(ConcernedParty.Part.allCases),
        ValueSet(ConsequenceLevel.allCases),
        ValueSet(DeviationInvestigation.ItemState.allCases),
        ValueSet(DeviationPhase.allCases),
        ValueSet(InjuryInformation.Ground.allCases),
        ValueSet(InjuryInformation.Item.allCases),
        ValueSet(InjuryInformation.Receiver.allCases),
        ValueSet(InvestigationItem.allCases),
        ValueSet(LexMariaTrack.Decision.Outcome.allCases),
        ValueSet(NurseReview.Role.allCases),
        ValueSet(OtherTrack.standard),
        ValueSet(PrincipalExchange.Direction.allCases),
        ValueSet(ReporterAnswer.Ground.allCases),
    ]

    private static let improvements: [ValueSet] = [
        ValueSet(BoardDecision.Area.allCases),
        ValueSet(BoardDecision.Level.allCases),
        ValueSet(BoardDecision.Phase.allCases),
        ValueSet(BoardDecision.Reach.allCases),
        ValueSet(ExternalReview.JudgmentOutcome.allCases),
        ValueSet(ExternalReview.Phase.allCases),
        ValueSet(ExternalReview.Sort.allCases),
        ValueSet(Goal.Attainment.allCases),
        ValueSet(Goal.Comparison.Source.allCases),
        ValueSet(Goal.Phase.allCases),
        ValueSet(Goal.Target.Direction.allCases),
        ValueSet(JointAnalysis.Phase.allCases),
        ValueSet(JointAnalysis.Source.allCases),
        ValueSet(Measure.EffectVerdict.Outcome.allCases),
        ValueSet(MeasurePhase.allCases),
        ValueSet(RiskAnalysis.Assessment.Stage.allCases),
        ValueSet(RiskAnalysis.Phase.allCases),
        ValueSet(RiskAnalysis.Trigger.allCases),
        ValueSet(SituationReport.Level.allCases),
        ValueSet(SituationReport.Phase.allCases),
        ValueSet(UnexecutedDecision.Closing.Ground.allCases),
        ValueSet(UnexecutedDecision.Group.allCases),
        ValueSet(UnexecutedDecision.Receiver.allCases),
        ValueSet(UserSurvey.Interval.allCases),
        ValueSet(UserSurvey.Phase.allCases),
        ValueSet(UserSurvey.Sex.allCases),
    ]

    private static let lexSarah: [ValueSet] = [
        ValueSet(AuthorityMatter.SupplementKind.allCases),
        ValueSet(InvestigationRound.Scope.allCases),
        ValueSet(InvestigationTopic.allCases),
        ValueSet([LexSarahDeadline.Origin.law(.days(3), citation: "x"), .authority, .target]),
        ValueSet(LexSarahOperator.allCases),
        ValueSet(LexSarahPhase.allCases),
        ValueSet(MadeKnown.Source.allCases),
        ValueSet(MisconductDegree.allCases),
        ValueSet(MisconductDegree.Task.allCases),
        ValueSet(MisconductGrounds.Interest.allCases),
        ValueSet(MisconductGrounds.RiskQuality.allCases),
        ValueSet(NotificationPackage.Item.allCases),
        ValueSet(NotificationPackage.State.allCases),
        ValueSet(NotificationState.allCases),
        ValueSet(PersonAnswers.Question.allCases),
        ValueSet(PersonsConcerned.Sex.allCases),
        ValueSet([RemedyState.remedied(.earliest), .notYet, .notApplicable(reason: "x")]),
    ]

    private static let processMaps: [ValueSet] = [
        ValueSet(CoverageAspect.allCases),
        ValueSet([
            MapActivity.TaskKind.unspecified, .user, .manual, .service, .send, .receive, .script, .businessRule,
        ]),
        ValueSet(MapFinding.Kind.allCases),
        ValueSet(MapGraphText.Reason.allCases),
        ValueSet(MapOverlay.Kind.allCases),
        ValueSet(MapTextError.Problem.allCases),
        ValueSet(ProcessDescription.Field.allCases),
        ValueSet(ProcessKind.allCases),
        ValueSet(SoundnessFlaw.Reason.allCases),
        ValueSet(VersionStatus.allCases),
    ]

    private static let qualityCore: [ValueSet] = [
        ValueSet(RetentionStanding.StartEvent.allCases),
        ValueSet(RetentionStanding.Stop.allCases),
        ValueSet(BoardOnlyMatter.allCases),
        ValueSet(Delegation.Reporting.allCases),
        ValueSet(InvestigationNote.Nature.allCases),
        ValueSet(DraftState.allCases),
        ValueSet(Involvement.Conflict.allCases),
        ValueSet(Law.Correspondence.Likeness.allCases),
        ValueSet(OperatorKind.allCases),
        ValueSet([OrganisationBranch.socialServices, .healthCare]),
        ValueSet([OrganisationReading.eventDay, .day(.earliest)]),
        ValueSet([Provision.Deadline.immediately, .withoutDelay, .speedily, .asSoonAsPossible, .hours(2), .days(3)]),
        ValueSet(Provision.Ground.allCases),
        ValueSet(Provision.SelectingDay.allCases),
        ValueSet(QualityDuty.standard),
        ValueSet(ResponsibilityFinding.Fault.allCases),
        ValueSet(WorkingDays.Holiday.swedish),
    ]

    private static let workflows: [ValueSet] = [
        ValueSet(WorklistItem.DueSource.allCases),
        ValueSet([
            WorklistItem.Standing.overdue(days: 2), .dueToday, .dueWithin(days: 2), .later(days: 2), .noDay,
        ]),
        ValueSet(WorklistReminder.Ground.allCases),
        ValueSet(WorklistTask.allCases),
    ]

    private static let selfChecks: [ValueSet] = [
        ValueSet(CheckSpacing.Span.allCases),
        ValueSet([
            OccasionLedger.Standing.done(on: .earliest), .late(on: .earliest), .missed, .cancelled(reason: "x"), .open,
        ]),
        ValueSet(OccasionReminder.Ground.allCases),
        ValueSet(ProviderFollowUp.Phase.allCases),
        ValueSet(RecurrenceRule.Frequency.allCases),
        ValueSet(RecurrenceRule.Weekday.allCases),
        ValueSet([SelfCheckAnswer.yes, .partly, .no, .notApplicable, .notAssessed(reason: "x")]),
        ValueSet(SelfCheckKind.listed),
        ValueSet(SelfCheckPhase.allCases),
        ValueSet(SelfCheckPlan.Phase.allCases),
        ValueSet(SelfCheckTemplate.Phase.allCases),
        ValueSet(SelfCheckVerdict.allCases),
        ValueSet(UnitCoverage.Extent.allCases),
    ]
}
