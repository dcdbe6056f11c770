/// Who runs an operation (*utförarens driftsform*). Closed: the four of D-ORG-1.
public enum OperatorKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The municipality itself (*egen regi*).
    case own
    /// A private provider by contract or by the user's choice (*enskild verksamhet på entreprenad eller enligt LOV*).
    case privateProvider
    /// Another municipality or a region (*annan kommun*).
    case otherMunicipality
    /// The state (*staten*).
    case state
}

extension OperatorKind: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .own: LocalizedText(sv: "Egen regi", en: "Run by the board")
        case .privateProvider: LocalizedText(sv: "Enskild utförare", en: "Private provider")
        case .otherMunicipality: LocalizedText(sv: "Annan kommun", en: "Other municipality")
        case .state: LocalizedText(sv: "Staten", en: "The state")
        }
    }
}
