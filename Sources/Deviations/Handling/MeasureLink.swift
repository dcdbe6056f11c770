public import QualityCore

/// What a deviation must know of a measure that meets one of its causes, to know when it can close (*åtgärd*).
public struct MeasureLink: Hashable, Sendable, Codable {
    /// When an approved measure is to be done. Closed.
    public enum Timing: Hashable, Sendable, Codable {
        /// It can be done at once.
        case atOnce
        /// It is to be done by a day of a time plan (*tidsplan*).
        case by(CalendarDate)
    }

    /// What became of an approved measure. Closed.
    public enum Outcome: Hashable, Sendable, Codable {
        /// Done on a day, as recorded by another than its doer.
        case executed(on: CalendarDate, recorded: Signature)
        /// Not done, with the reason.
        case notExecuted(reason: String, recorded: Signature)

        /// Who recorded what became of it.
        public var recorded: Signature {
            switch self {
            case .executed(_, let recorded), .notExecuted(_, let recorded): recorded
            }
        }
    }

    /// How far the measure has come, as far as the deviation needs to know. Closed.
    public enum State: Hashable, Sendable, Codable {
        /// Nobody has approved or rejected it.
        case undecided
        /// It is not to be done.
        case rejected(Signature, reason: String)
        /// It is to be done, by a doer; without an outcome until there is one.
        case approved(Signature, doer: PersonReference, timing: Timing?, outcome: Outcome?)
    }

    /// The record of the measure.
    public let measure: RecordReference
    /// The causes of the deviation that it meets.
    public let causes: [DeviationCause.ID]
    /// How far it has come.
    public internal(set) var state: State

    /// A link to a measure.
    public init(_ measure: RecordReference, meeting causes: [DeviationCause.ID], state: State = .undecided) {
        self.measure = measure
        self.causes = causes
        self.state = state
    }

    /// What became of an approved measure; `nil` when nothing is recorded.
    public var outcome: Outcome? {
        if case .approved(_, _, _, let outcome) = state { outcome } else { nil }
    }
}
