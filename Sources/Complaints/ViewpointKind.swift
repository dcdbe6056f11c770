public import QualityCore

/// What a viewpoint expresses (*typ av synpunkt*). Closed: each viewpoint has exactly one.
public enum ViewpointKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Something was good (*beröm*).
    case praise
    /// Something could be done otherwise (*förslag*).
    case suggestion
    /// Something was not good (*missnöje*, *klagomål*).
    case dissatisfaction
    /// Something is asked (*fråga*).
    case question
}

extension ViewpointKind: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .praise: LocalizedText(sv: "Beröm", en: "Praise")
        case .suggestion: LocalizedText(sv: "Förslag", en: "Suggestion")
        case .dissatisfaction: LocalizedText(sv: "Missnöje", en: "Dissatisfaction")
        case .question: LocalizedText(sv: "Fråga", en: "Question")
        }
    }
}
