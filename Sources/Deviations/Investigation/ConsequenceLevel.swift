public import QualityCore

/// How grave a consequence was or could have been (*konsekvens*). Closed; unknown never counts as none (D-DEV-4).
public enum ConsequenceLevel: String, Hashable, Sendable, Codable, CaseIterable {
    /// No consequence.
    case none
    /// A minor one.
    case minor
    /// A moderate one.
    case moderate
    /// A considerable one.
    case considerable
    /// A catastrophic one.
    case catastrophic
    /// Asked for, but nobody can tell.
    case unknown

    /// The place on the scale, 0 none to 4 catastrophic; `nil` for unknown.
    public var rank: Int? {
        switch self {
        case .none: 0
        case .minor: 1
        case .moderate: 2
        case .considerable: 3
        case .catastrophic: 4
        case .unknown: nil
        }
    }
}

extension ConsequenceLevel: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .none: LocalizedText(sv: "Ingen", en: "None")
        case .minor: LocalizedText(sv: "Mindre", en: "Minor")
        case .moderate: LocalizedText(sv: "Måttlig", en: "Moderate")
        case .considerable: LocalizedText(sv: "Betydande", en: "Considerable")
        case .catastrophic: LocalizedText(sv: "Katastrofal", en: "Catastrophic")
        case .unknown: LocalizedText(sv: "Okänd", en: "Unknown")
        }
    }
}
