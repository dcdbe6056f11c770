public import QualityCore

/// That someone medically responsible has seen a deviation in health care (*MAS/MAR har tagit del*, D-HSL-3).
public struct NurseReview: Hashable, Sendable, Codable {
    /// The responsibility in which it was seen. Closed.
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        /// The medically responsible nurse (*medicinskt ansvarig sjuksköterska*).
        case nurse
        /// The medically responsible for rehabilitation (*medicinskt ansvarig för rehabilitering*).
        case rehabilitation
    }

    /// The responsibility.
    public let role: Role
    /// Who saw it, and when.
    public let by: Signature
}

extension NurseReview.Role: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .nurse: LocalizedText(sv: "Medicinskt ansvarig sjuksköterska", en: "Medically responsible nurse")
        case .rehabilitation:
            LocalizedText(sv: "Medicinskt ansvarig för rehabilitering", en: "Medically responsible for rehabilitation")
        }
    }
}
