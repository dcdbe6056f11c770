public import QualityCore

/// How far the notification to the supervisory authority has come, beside the phase of the case. Closed (D-LXS-13).
public enum NotificationState: String, Hashable, Sendable, Codable, CaseIterable {
    /// The degree needs no notification (*behövs inte*).
    case notNeeded
    /// To be sent as soon as possible (*ska skickas*).
    case toSend
    /// Sent (*skickad*).
    case sent
    /// The authority has acknowledged it (*bekräftad*).
    case acknowledged
    /// Something was sent after it (*kompletterad*).
    case supplemented
    /// The authority has decided (*IVO har beslutat*).
    case authorityDecided
    /// The matter has ended (*avslutad hos IVO*).
    case ended
}

extension NotificationState: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .notNeeded: LocalizedText(sv: "Behövs inte", en: "Not needed")
        case .toSend: LocalizedText(sv: "Ska skickas", en: "To send")
        case .sent: LocalizedText(sv: "Skickad", en: "Sent")
        case .acknowledged: LocalizedText(sv: "Bekräftad", en: "Acknowledged")
        case .supplemented: LocalizedText(sv: "Kompletterad", en: "Supplemented")
        case .authorityDecided: LocalizedText(sv: "IVO har beslutat", en: "The authority has decided")
        case .ended: LocalizedText(sv: "Avslutad hos IVO", en: "Ended at the authority")
        }
    }
}
