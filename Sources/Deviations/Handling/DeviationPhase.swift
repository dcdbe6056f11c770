public import QualityCore

/// How far a deviation has come (*status*). Closed: the phases and moves are those of D-DEV-5.
public enum DeviationPhase: String, Hashable, Sendable, Codable, CaseIterable {
    /// Someone has reported it (*rapporterad*).
    case reported
    /// The unit manager has read and sorted it (*granskad*).
    case reviewed
    /// The investigation is done (*utredd*).
    case investigated
    /// It is decided what is to be done (*beslutad*).
    case decided
    /// What was decided has been followed up (*uppföljd*).
    case followedUp
    /// Nothing more is to be done in the case (*avslutad*).
    case closed
    /// Registered by mistake, as a test or twice; readable but not counted (*makulerad*).
    case cancelled

    /// The phases that may follow on this one.
    public var successors: Set<DeviationPhase> {
        switch self {
        case .reported: [.reviewed, .cancelled]
        case .reviewed: [.investigated, .decided, .cancelled]
        case .investigated: [.decided, .cancelled]
        case .decided: [.followedUp, .cancelled]
        case .followedUp: [.closed, .cancelled]
        case .closed: [.reviewed, .cancelled]
        case .cancelled: []
        }
    }

    /// Whether something is still to be done in the case (*öppet*).
    public var isOpen: Bool { self != .closed && self != .cancelled }
}

extension DeviationPhase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .reported: LocalizedText(sv: "Rapporterad", en: "Reported")
        case .reviewed: LocalizedText(sv: "Granskad", en: "Reviewed")
        case .investigated: LocalizedText(sv: "Utredd", en: "Investigated")
        case .decided: LocalizedText(sv: "Beslutad", en: "Decided")
        case .followedUp: LocalizedText(sv: "Uppföljd", en: "Followed up")
        case .closed: LocalizedText(sv: "Avslutad", en: "Closed")
        case .cancelled: LocalizedText(sv: "Makulerad", en: "Cancelled")
        }
    }
}
