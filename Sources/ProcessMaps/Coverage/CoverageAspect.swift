public import QualityCore

/// One thing that the management system is to hold for each process (*krav på ledningssystemet*). Closed.
public enum CoverageAspect: String, Hashable, Sendable, Codable, CaseIterable {
    /// Someone answers for the process.
    case owner
    /// Its activities and their order are laid down.
    case steps
    /// Its activities have routines that are in force, say who is responsible and are not past review.
    case routines
    /// Its own approved version is not past review.
    case review
    /// Its risks are analysed, after its newest version and not too long ago.
    case riskAnalysis
    /// It is checked, as often as planned.
    case selfChecks
    /// The deviations in it are analysed.
    case deviations
    /// The effect of measures taken in it is evaluated.
    case measures
    /// Co-operation is described, inside and with others.
    case coOperation
    /// Staff have acknowledged its routines.
    case acknowledgements

    /// The duty behind it, whose provision a row cites.
    public var duty: Provision.Duty {
        switch self {
        case .owner, .steps, .routines, .review, .coOperation, .acknowledgements: .mapProcesses
        case .riskAnalysis: Provision.Duty(rawValue: "analyseRisks")
        case .selfChecks: .selfCheck
        case .deviations: .compile
        case .measures: Provision.Duty(rawValue: "improve")
        }
    }
}

extension CoverageAspect: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .owner: LocalizedText(sv: "Processägare", en: "Owner")
        case .steps: LocalizedText(sv: "Aktiviteter i ordning", en: "Activities in order")
        case .routines: LocalizedText(sv: "Rutiner", en: "Routines")
        case .review: LocalizedText(sv: "Översyn", en: "Review")
        case .riskAnalysis: LocalizedText(sv: "Riskanalys", en: "Risk analysis")
        case .selfChecks: LocalizedText(sv: "Egenkontroll", en: "Self-checks")
        case .deviations: LocalizedText(sv: "Avvikelser analyserade", en: "Deviations analysed")
        case .measures: LocalizedText(sv: "Åtgärder utvärderade", en: "Measures evaluated")
        case .coOperation: LocalizedText(sv: "Samverkan", en: "Co-operation")
        case .acknowledgements: LocalizedText(sv: "Kvittering", en: "Acknowledgement")
        }
    }
}
