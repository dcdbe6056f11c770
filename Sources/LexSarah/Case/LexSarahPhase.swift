public import QualityCore

/// How far a Lex Sarah case has come (*status*). Closed: the states of D-LXS-13, and joined to another case (D-LXS-11).
///
/// Remedy and notification stand beside it and have states of their own.
public enum LexSarahPhase: String, Hashable, Sendable, Codable, CaseIterable {
    /// A report has come in (*mottagen*).
    case received
    /// Someone investigates (*under utredning*).
    case underInvestigation
    /// The investigation has ended; its text is locked (*utredning avslutad*).
    case investigationEnded
    /// The degree is decided (*beslutad*).
    case decided
    /// Nothing more is to be done in the case itself (*avslutad*).
    case closed
    /// The reports are handled in another case (*sammanförd*).
    case joined
}

extension LexSarahPhase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .received: LocalizedText(sv: "Mottagen", en: "Received")
        case .underInvestigation: LocalizedText(sv: "Under utredning", en: "Under investigation")
        case .investigationEnded: LocalizedText(sv: "Utredning avslutad", en: "Investigation ended")
        case .decided: LocalizedText(sv: "Beslutad", en: "Decided")
        case .closed: LocalizedText(sv: "Avslutad", en: "Closed")
        case .joined: LocalizedText(sv: "Sammanförd med annat ärende", en: "Joined to another case")
        }
    }
}
