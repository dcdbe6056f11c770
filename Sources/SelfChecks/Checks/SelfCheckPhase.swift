public import QualityCore

/// How far an occasion of self-check has come (*status*). Closed.
public enum SelfCheckPhase: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is being done (*pågår*).
    case open
    /// It is done, with answers, outcomes and conclusion (*avslutad*).
    case closed
    /// Registered by mistake, as a test or twice; readable but not counted (*makulerad*).
    case cancelled
}

extension SelfCheckPhase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .open: LocalizedText(sv: "Pågår", en: "Under way")
        case .closed: LocalizedText(sv: "Avslutad", en: "Closed")
        case .cancelled: LocalizedText(sv: "Makulerad", en: "Cancelled")
        }
    }
}
