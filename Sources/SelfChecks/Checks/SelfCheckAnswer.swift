public import QualityCore

/// The answer to one question about one item; an unanswered question is the lack of one (*svar*). Closed.
public enum SelfCheckAnswer: Hashable, Sendable, Codable {
    /// It is met (*ja*).
    case yes
    /// It is met in part (*delvis*).
    case partly
    /// It is not met (*nej*).
    case no
    /// The question does not concern the item (*ej tillämpligt*).
    case notApplicable
    /// Nobody has assessed it, for a reason, such as lack of time (*ej bedömt*).
    case notAssessed(reason: String)

    /// Whether the question is not met, or met only in part.
    public var isFailure: Bool { self == .no || self == .partly }
}

extension SelfCheckAnswer: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .yes: LocalizedText(sv: "Ja", en: "Yes")
        case .partly: LocalizedText(sv: "Delvis", en: "Partly")
        case .no: LocalizedText(sv: "Nej", en: "No")
        case .notApplicable: LocalizedText(sv: "Ej tillämpligt", en: "Not applicable")
        case .notAssessed: LocalizedText(sv: "Ej bedömt", en: "Not assessed")
        }
    }
}
