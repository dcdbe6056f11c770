public import QualityCore

/// One step of a case from phase to phase, signed (*händelse i ärendet*). Closed: the moves of D-DEV-5.
public enum DeviationStep: Hashable, Sendable, Codable {
    /// Read and sorted.
    case reviewed(Signature)
    /// The investigation is done, with what was found about the investigator's conflict of interest.
    case investigated(Signature, ConflictClearance)
    /// It is decided what is to be done.
    case decided(DeviationDecision)
    /// What was decided has been followed up.
    case followedUp(Signature)
    /// Nothing more is to be done.
    case closed(Signature)
    /// A closed case is taken up again, with the reason.
    case reopened(Signature, reason: String)
    /// It is not to be counted.
    case cancelled(DeviationCancellation)

    /// The phase that the step leads to.
    public var phase: DeviationPhase {
        switch self {
        case .reviewed, .reopened: .reviewed
        case .investigated: .investigated
        case .decided: .decided
        case .followedUp: .followedUp
        case .closed: .closed
        case .cancelled: .cancelled
        }
    }

    /// Who took the step, and when.
    public var signature: Signature {
        switch self {
        case .reviewed(let by), .investigated(let by, _), .followedUp(let by), .closed(let by), .reopened(let by, _):
            by
        case .decided(let decision): decision.by
        case .cancelled(let cancellation): cancellation.by
        }
    }

    var isReopening: Bool {
        if case .reopened = self { true } else { false }
    }

    var clearance: ConflictClearance? {
        switch self {
        case .investigated(_, let clearance): clearance
        case .decided(let decision): decision.clearance
        default: nil
        }
    }

    func mayFollow(on phase: DeviationPhase) -> Bool {
        phase.successors.contains(self.phase) && isReopening == (phase == .closed && self.phase == .reviewed)
    }
}
