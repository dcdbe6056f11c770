public import QualityCore

/// Who runs the operation that a report is about, and so receives, investigates and notifies (*verksamhetsutövare*).
///
/// Closed: the kinds that the law tells apart.
public enum LexSarahOperator: String, Hashable, Sendable, Codable, CaseIterable {
    /// A board of the municipality (*nämnd*).
    case board
    /// A private operator (*enskild verksamhet*).
    case privateOperator
    /// A state agency that runs institutions (*statlig myndighet*).
    case stateAgency

    /// Who receives a report about services under some acts (D-LXS-1).
    ///
    /// `bases`: the acts; under LSS alone there is no state agency, and the board of LSS 22 § receives.
    public func receiver(under bases: [LegalBasis]) -> LexSarahOperator {
        self == .stateAgency && bases == [.lss] ? .board : self
    }
}

extension LexSarahOperator: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .board: LocalizedText(sv: "Nämnd", en: "Board")
        case .privateOperator: LocalizedText(sv: "Enskild verksamhet", en: "Private operator")
        case .stateAgency: LocalizedText(sv: "Statlig myndighet", en: "State agency")
        }
    }
}
