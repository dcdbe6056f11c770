public import QualityCore

/// What someone has yet to do about a record (*uppgift i handläggningen*). Closed.
public enum WorklistTask: String, Hashable, Sendable, Codable, CaseIterable {
    /// Read and sort a reported deviation.
    case reviewDeviation
    /// Take the next step of a deviation that has been read.
    case handleDeviation
    /// Take up a deviation that was laid aside.
    case resumeDeviation
    /// Get, or give, another principal's answer.
    case answerPrincipal
    /// Look at a deviation in health care as medically responsible.
    case reviewAsNurse
    /// Decide whether a care injury is to be notified.
    case decideOnCareInjury
    /// Notify a serious care injury.
    case notifyCareInjury
    /// Send the investigation of a notified care injury.
    case sendCareInjuryInvestigation
    /// Look at a deviation as a possible misconduct.
    case lookForMisconduct
    /// Acknowledge a submission.
    case acknowledgeComplaint
    /// Answer a submission.
    case answerComplaint
    /// Find out whether a submission is an appeal.
    case checkAppeal
    /// Remove a danger.
    case removeDanger
    /// Investigate a misconduct.
    case investigateMisconduct
    /// Notify a serious misconduct.
    case notifyMisconduct
    /// Send the investigation after the notification.
    case completeNotification
    /// Answer a question of the inspectorate.
    case answerAuthority
    /// Make a measure of a demand of the inspectorate.
    case meetAuthorityDemand
    /// Approve, reject or send back a measure.
    case decideOnMeasure
    /// Word a measure anew that was sent back.
    case rewordMeasure
    /// Carry a measure out.
    case executeMeasure
    /// See whether a measure was carried out.
    case followUpMeasure
    /// Judge the effect of a measure.
    case judgeEffect
    /// Do a planned self-check.
    case doSelfCheck
    /// Finish a self-check that was begun.
    case finishSelfCheck
    /// Finish a risk analysis.
    case finishRiskAnalysis
    /// Go through an approved risk analysis again.
    case reviewRiskAnalysis
    /// Report a decision not carried out.
    case reportUnexecutedDecision
    /// Conclude the joint analysis of a period.
    case concludeAnalysis
    /// Go through a lasting decision again, or replace one whose last day has passed.
    case reviewDecision
    /// Answer a demand of an external review.
    case answerDemand
    /// Go through a process in force again.
    case reviewProcess
    /// Go through a routine in force again.
    case reviewRoutine
    /// Another track runs out of the hours that it has (*annat spår*).
    case notifyOtherTrack
    /// A private operator is to tell the board of a report (*information om rapport*).
    case informBoardOfReport
    /// A private operator is to tell the board of a notification (*information om anmälan*).
    case informBoardOfNotification
    /// A survey is to be carried out, or left out with a reason (*brukarundersökning*).
    case carryOutSurvey
    /// A survey was carried out and is to be concluded (*sammanställning*).
    case concludeSurvey
    /// A goal is to be assessed (*måluppfyllelse*).
    case assessGoal
    /// A unit is to tell of its situation (*lägesrapport*).
    case answerSituation
    /// A provider owes data that were asked for (*begärda uppgifter*).
    case awaitProviderData
    /// The follow-up of a provider is to be concluded (*uppföljning av utförare*).
    case concludeProviderFollowUp
}

extension WorklistTask: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .reviewDeviation: LocalizedText(sv: "Granska avvikelse", en: "Review a deviation")
        case .handleDeviation: LocalizedText(sv: "Handlägga avvikelse", en: "Handle a deviation")
        case .resumeDeviation: LocalizedText(sv: "Återuppta avvikelse", en: "Resume a deviation")
        case .answerPrincipal: LocalizedText(sv: "Svar mellan huvudmän", en: "Answer between principals")
        case .reviewAsNurse: LocalizedText(sv: "Granska som MAS eller MAR", en: "Review as medically responsible")
        case .decideOnCareInjury: LocalizedText(sv: "Besluta om Lex Maria", en: "Decide on Lex Maria")
        case .notifyCareInjury: LocalizedText(sv: "Anmäla vårdskada", en: "Notify a care injury")
        case .sendCareInjuryInvestigation:
            LocalizedText(sv: "Sända vårdskadeutredning", en: "Send the investigation of a care injury")
        case .lookForMisconduct: LocalizedText(sv: "Bedöma möjligt missförhållande", en: "Look for misconduct")
        case .acknowledgeComplaint: LocalizedText(sv: "Bekräfta synpunkt", en: "Acknowledge a submission")
        case .answerComplaint: LocalizedText(sv: "Besvara synpunkt", en: "Answer a submission")
        case .checkAppeal: LocalizedText(sv: "Pröva om överklagande", en: "Check for an appeal")
        case .removeDanger: LocalizedText(sv: "Undanröja fara", en: "Remove a danger")
        case .investigateMisconduct: LocalizedText(sv: "Utreda missförhållande", en: "Investigate a misconduct")
        case .notifyMisconduct: LocalizedText(sv: "Anmäla missförhållande", en: "Notify a misconduct")
        case .completeNotification: LocalizedText(sv: "Komplettera anmälan", en: "Complete a notification")
        case .answerAuthority: LocalizedText(sv: "Svara IVO", en: "Answer the inspectorate")
        case .meetAuthorityDemand: LocalizedText(sv: "Åtgärd på krav från IVO", en: "Meet a demand by a measure")
        case .decideOnMeasure: LocalizedText(sv: "Besluta om åtgärd", en: "Decide on a measure")
        case .rewordMeasure: LocalizedText(sv: "Omarbeta åtgärd", en: "Reword a measure")
        case .executeMeasure: LocalizedText(sv: "Genomföra åtgärd", en: "Carry out a measure")
        case .followUpMeasure: LocalizedText(sv: "Följa upp åtgärd", en: "Follow up a measure")
        case .judgeEffect: LocalizedText(sv: "Bedöma effekt", en: "Judge an effect")
        case .doSelfCheck: LocalizedText(sv: "Göra egenkontroll", en: "Do a self-check")
        case .finishSelfCheck: LocalizedText(sv: "Avsluta egenkontroll", en: "Finish a self-check")
        case .finishRiskAnalysis: LocalizedText(sv: "Slutföra riskanalys", en: "Finish a risk analysis")
        case .reviewRiskAnalysis: LocalizedText(sv: "Se över riskanalys", en: "Review a risk analysis")
        case .reportUnexecutedDecision:
            LocalizedText(sv: "Rapportera ej verkställt beslut", en: "Report a decision not carried out")
        case .concludeAnalysis: LocalizedText(sv: "Avsluta analys", en: "Conclude a joint analysis")
        case .reviewDecision: LocalizedText(sv: "Ompröva beslut", en: "Review a decision")
        case .answerDemand: LocalizedText(sv: "Svara på krav", en: "Answer a demand")
        case .reviewProcess: LocalizedText(sv: "Se över process", en: "Review a process")
        case .reviewRoutine: LocalizedText(sv: "Se över rutin", en: "Review a routine")
        case .notifyOtherTrack: LocalizedText(sv: "Anmäla i annat spår", en: "Notify in another track")
        case .informBoardOfReport:
            LocalizedText(sv: "Informera nämnden om rapport", en: "Inform the board of a report")
        case .informBoardOfNotification:
            LocalizedText(sv: "Informera nämnden om anmälan", en: "Inform the board of a notification")
        case .carryOutSurvey: LocalizedText(sv: "Genomföra undersökning", en: "Carry out a survey")
        case .concludeSurvey: LocalizedText(sv: "Sammanställa undersökning", en: "Conclude a survey")
        case .assessGoal: LocalizedText(sv: "Bedöma måluppfyllelse", en: "Assess a goal")
        case .answerSituation: LocalizedText(sv: "Lämna lägesrapport", en: "Answer a situation report")
        case .awaitProviderData: LocalizedText(sv: "Bevaka uppgifter från utförare", en: "Await data of a provider")
        case .concludeProviderFollowUp:
            LocalizedText(sv: "Avsluta uppföljning av utförare", en: "Conclude a follow-up of a provider")
        }
    }
}
