public import QualityCore

/// What became of a question that was not met, or only in part (*vad bristen ledde till*). Closed.
public enum FailureOutcome: Hashable, Sendable, Codable {
    /// It became a deviation (*avvikelse*).
    case deviation(RecordReference)
    /// It became a measure (*åtgärd*).
    case measure(RecordReference)
    /// It was accepted by someone, for a reason (*accepterad*).
    case accepted(reason: String, Signature)

    /// The kinds of record that deviations and measures have.
    static let deviationKind = RecordKind(rawValue: "deviation")
    static let measureKind = RecordKind(rawValue: "measure")

    var pointsAtAnotherKind: Bool {
        switch self {
        case .deviation(let record): record.kind != Self.deviationKind
        case .measure(let record): record.kind != Self.measureKind
        case .accepted: false
        }
    }

    var lacksReason: Bool {
        if case .accepted(let reason, _) = self { reason.allSatisfy(\.isWhitespace) } else { false }
    }
}
