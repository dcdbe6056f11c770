public import QualityCore

/// How far a measure has come (*åtgärdens status*). Closed: the phases and moves are those of D-MSR-1.
public enum MeasurePhase: String, Hashable, Sendable, Codable, CaseIterable {
    /// Someone has proposed it (*föreslagen*).
    case proposed
    /// It went back to the proposer to be worked over (*återremitterad*).
    case sentBack
    /// It is to be done (*godkänd*).
    case approved
    /// It is not to be done (*avslagen*).
    case rejected
    /// It is decided how and when it is done (*planerad*).
    case planned
    /// It has been done (*genomförd*).
    case executed
    /// It was to be done and was not (*ej genomförd*).
    case notExecuted
    /// Another than the doer has seen that it is done (*uppföljd*).
    case followedUp
    /// Registered by mistake, as a test or twice; readable but not counted (*makulerad*).
    case cancelled

    /// The phases that may follow on this one.
    public var successors: Set<MeasurePhase> {
        switch self {
        case .proposed: [.approved, .rejected, .sentBack, .cancelled]
        case .sentBack: [.proposed, .cancelled]
        case .approved: [.planned, .notExecuted, .cancelled]
        case .planned: [.executed, .notExecuted, .cancelled]
        case .executed: [.followedUp, .cancelled]
        case .rejected, .notExecuted, .followedUp: [.cancelled]
        case .cancelled: []
        }
    }

    /// Whether the step to this phase is taken with a reason.
    public var needsReason: Bool {
        [.sentBack, .rejected, .notExecuted, .cancelled].contains(self)
    }
}

extension MeasurePhase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .proposed: LocalizedText(sv: "Föreslagen", en: "Proposed")
        case .sentBack: LocalizedText(sv: "Återremitterad", en: "Sent back")
        case .approved: LocalizedText(sv: "Godkänd", en: "Approved")
        case .rejected: LocalizedText(sv: "Avslagen", en: "Rejected")
        case .planned: LocalizedText(sv: "Planerad", en: "Planned")
        case .executed: LocalizedText(sv: "Genomförd", en: "Executed")
        case .notExecuted: LocalizedText(sv: "Ej genomförd", en: "Not executed")
        case .followedUp: LocalizedText(sv: "Uppföljd", en: "Followed up")
        case .cancelled: LocalizedText(sv: "Makulerad", en: "Cancelled")
        }
    }
}
