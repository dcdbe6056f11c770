public import QualityCore

/// Where a version stands on a given day (*status*). Closed.
public enum VersionStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Being written (*utkast*).
    case draft
    /// Approved but not yet in force (*godkänd*).
    case approved
    /// In force (*gällande*).
    case valid
    /// In force, the day by which to review it past (*ska ses över*).
    case dueForReview
    /// Out of force: withdrawn, or followed by a later version (*upphörd*).
    case withdrawn

    /// Whether people are to work by the version.
    public var isInForce: Bool { self == .valid || self == .dueForReview }
}

extension VersionStatus: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .draft: LocalizedText(sv: "Utkast", en: "Draft")
        case .approved: LocalizedText(sv: "Godkänd", en: "Approved")
        case .valid: LocalizedText(sv: "Gällande", en: "In force")
        case .dueForReview: LocalizedText(sv: "Ska ses över", en: "Due for review")
        case .withdrawn: LocalizedText(sv: "Upphörd", en: "Withdrawn")
        }
    }
}
