public import QualityCore

/// How a check came out by the lines of its template (*utfall*). Closed.
public enum SelfCheckVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// A critical question is not met, or only in part: the check fails whatever its score (*underkänd, kritisk fråga*).
    case failedCritical
    /// The share met lies below the line of the template (*underkänd*).
    case failed
    /// A critical question is unanswered or not assessed, or nothing is left to reckon a share on (*kan ej bedömas*).
    case undetermined
    /// The share met reaches the line of the template (*godkänd*).
    case passed
    /// The template sets no line; the share stands for itself (*utan gräns*).
    case noLine
}

extension SelfCheckVerdict: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .failedCritical: LocalizedText(sv: "Underkänd, kritisk fråga", en: "Failed, critical question")
        case .failed: LocalizedText(sv: "Underkänd", en: "Failed")
        case .undetermined: LocalizedText(sv: "Kan inte bedömas", en: "Cannot be told")
        case .passed: LocalizedText(sv: "Godkänd", en: "Passed")
        case .noLine: LocalizedText(sv: "Utan gräns", en: "No line set")
        }
    }
}
