public import QualityCore

/// What the investigation of a deviation must have looked at (*utredningens delar*). Closed.
public enum InvestigationItem: String, Hashable, Sendable, Codable, CaseIterable {
    /// What happened, step by step (*händelseförlopp*).
    case courseOfEvents
    /// What it led to for those concerned (*konsekvenser*).
    case consequences
    /// Why it could happen (*orsaker*): present when a cause is recorded.
    case causes
    /// Whether something similar has happened before (*liknande händelser*).
    case similarEvents
    /// Whether it can happen again (*risk för upprepning*).
    case recurrence
    /// What measures can build on (*underlag för åtgärder*).
    case basisForMeasures

    /// Whether an entry of the investigation is what makes the item present; causes have a list of their own.
    public var isToldInNotes: Bool { self != .causes }

    /// The items that the Patient Safety Act 3:3 asks for.
    public static let careInjury: Set<InvestigationItem> = [.courseOfEvents, .causes, .basisForMeasures]
}

extension InvestigationItem: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .courseOfEvents: LocalizedText(sv: "Händelseförlopp", en: "Course of events")
        case .consequences: LocalizedText(sv: "Konsekvenser", en: "Consequences")
        case .causes: LocalizedText(sv: "Orsaker", en: "Causes")
        case .similarEvents: LocalizedText(sv: "Liknande händelser tidigare", en: "Similar events before")
        case .recurrence: LocalizedText(sv: "Risk för upprepning", en: "Risk of recurrence")
        case .basisForMeasures: LocalizedText(sv: "Underlag för åtgärder", en: "Basis for measures")
        }
    }
}
