/// Whether a draft is still written in (*status*). Closed.
public enum DraftState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Someone is filling it in (*utkast*).
    case open = "draft"
    /// It has become a record and does not change (*inskickat*).
    case submitted
    /// It ceased by the board's rule; nothing is left of what was written (*gallrat*).
    case expired
}

extension DraftState: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .open: LocalizedText(sv: "Utkast", en: "Draft")
        case .submitted: LocalizedText(sv: "Inskickat", en: "Submitted")
        case .expired: LocalizedText(sv: "Gallrat", en: "Expired")
        }
    }
}
