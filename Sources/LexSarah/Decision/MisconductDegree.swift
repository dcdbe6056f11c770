public import QualityCore

/// What an investigated report was found to be (*bedömning av missförhållande*). Closed: the five degrees of D-LXS-5.
///
/// *Not yet assessed* is no degree but the lack of one.
public enum MisconductDegree: String, Hashable, Sendable, Codable, CaseIterable {
    /// No misconduct (*ej missförhållande*).
    case noMisconduct
    /// A tangible risk of misconduct (*påtaglig risk för missförhållande*).
    case tangibleRisk
    /// Misconduct (*missförhållande*).
    case misconduct
    /// A tangible risk of serious misconduct (*påtaglig risk för allvarligt missförhållande*).
    case tangibleRiskOfSerious
    /// Serious misconduct (*allvarligt missförhållande*).
    case serious

    /// Whether the supervisory authority must be notified (*anmäls till IVO*).
    public var requiresNotification: Bool {
        self == .tangibleRiskOfSerious || self == .serious
    }
}

extension MisconductDegree: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .noMisconduct: LocalizedText(sv: "Ej missförhållande", en: "No misconduct")
        case .tangibleRisk:
            LocalizedText(sv: "Påtaglig risk för missförhållande", en: "Tangible risk of misconduct")
        case .misconduct: LocalizedText(sv: "Missförhållande", en: "Misconduct")
        case .tangibleRiskOfSerious:
            LocalizedText(sv: "Påtaglig risk för allvarligt missförhållande", en: "Tangible risk of serious misconduct")
        case .serious: LocalizedText(sv: "Allvarligt missförhållande", en: "Serious misconduct")
        }
    }
}
