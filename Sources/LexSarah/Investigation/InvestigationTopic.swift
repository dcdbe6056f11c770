public import QualityCore

/// A question that the investigation of a misconduct answers (*utredningens frågor*). Closed (D-LXS-4).
public enum InvestigationTopic: String, Hashable, Sendable, Codable, CaseIterable {
    /// What happened, and with which consequences.
    case course
    /// When and how it was noticed.
    case noticing
    /// When it occurred.
    case occurrence
    /// What caused it.
    case causes
    /// Whether something similar happened before, and why again.
    case before
    /// Whether it can happen again.
    case recurrence
    /// Which measures are taken or planned, and when.
    case measures
    /// What else matters; the one question that may stay empty.
    case other

    /// Whether a full investigation must answer it.
    public var isRequired: Bool { self != .other }
}

extension InvestigationTopic: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .course: LocalizedText(sv: "Händelse och konsekvenser", en: "Course of events and consequences")
        case .noticing: LocalizedText(sv: "När och hur det uppmärksammades", en: "When and how it was noticed")
        case .occurrence: LocalizedText(sv: "När det inträffade", en: "When it occurred")
        case .causes: LocalizedText(sv: "Orsaker", en: "Causes")
        case .before:
            LocalizedText(sv: "Om något liknande har inträffat förut", en: "Whether something similar happened before")
        case .recurrence: LocalizedText(sv: "Om det kan inträffa igen", en: "Whether it can happen again")
        case .measures: LocalizedText(sv: "Åtgärder och när", en: "Measures and when")
        case .other: LocalizedText(sv: "Övrigt", en: "What else")
        }
    }
}
