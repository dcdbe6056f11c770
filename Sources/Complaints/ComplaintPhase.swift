public import QualityCore

/// How far a submission has come (*status*). Closed: the phases and moves are those of D-CMP-7.
public enum ComplaintPhase: String, Hashable, Sendable, Codable, CaseIterable {
    /// It has come in (*inkommen*).
    case received
    /// The sender knows that it has come in (*bekräftad*).
    case acknowledged
    /// Someone looks into it (*under handläggning*).
    case underHandling
    /// The sender has an answer (*besvarad*).
    case answered
    /// Nothing more is to be done (*avslutad*).
    case closed
    /// It belongs to someone else, who has got it (*överlämnad*).
    case handedOver
    /// It is or may be an appeal, and is with the decision's handler (*överlämnad som överklagande*).
    case passedOnAsAppeal
    /// It is answered together with others on the same matter (*samlad under tema*).
    case joinedToTheme
    /// Registered by mistake, as a test or twice; readable but not counted (*makulerad*).
    case cancelled

    /// Whether nothing can follow but links and the filling of gaps.
    public var isEnd: Bool {
        switch self {
        case .closed, .handedOver, .passedOnAsAppeal, .cancelled: true
        case .received, .acknowledged, .underHandling, .answered, .joinedToTheme: false
        }
    }
}

extension ComplaintPhase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .received: LocalizedText(sv: "Inkommen", en: "Received")
        case .acknowledged: LocalizedText(sv: "Bekräftad", en: "Acknowledged")
        case .underHandling: LocalizedText(sv: "Under handläggning", en: "Under handling")
        case .answered: LocalizedText(sv: "Besvarad", en: "Answered")
        case .closed: LocalizedText(sv: "Avslutad", en: "Closed")
        case .handedOver: LocalizedText(sv: "Överlämnad", en: "Handed over")
        case .passedOnAsAppeal: LocalizedText(sv: "Överlämnad som överklagande", en: "Passed on as an appeal")
        case .joinedToTheme: LocalizedText(sv: "Samlad under tema", en: "Joined to a theme")
        case .cancelled: LocalizedText(sv: "Makulerad", en: "Cancelled")
        }
    }
}
