public import QualityCore

/// Data that the board asked a private provider for, and when it came (*begärda uppgifter*).
public struct ProviderRequest: Hashable, Sendable, Codable {
    /// How a request ended. Closed.
    public enum Outcome: Hashable, Sendable, Codable {
        /// The data came.
        case arrived(CalendarDate)
        /// The board gave up, for a reason.
        case givenUp(reason: String, Signature)
    }

    /// The number within the follow-up, from 1.
    public let number: Int
    /// What was asked for.
    public let what: String
    /// Who asked and when.
    public let asked: Signature
    /// The day by which the board wants it; the board's choice.
    public let dueOn: CalendarDate
    /// How it ended; `nil` while it is outstanding.
    public internal(set) var outcome: Outcome?

    init(number: Int, what: String, asked: Signature, dueOn: CalendarDate) {
        self.number = number
        self.what = what
        self.asked = asked
        self.dueOn = dueOn
    }

    /// Whether it has come to no end by a day.
    public func isOutstanding(on day: CalendarDate) -> Bool {
        guard asked.day <= day else { return false }
        switch outcome {
        case .arrived(let arrived): return arrived > day
        case .givenUp(_, let signature): return signature.day > day
        case nil: return true
        }
    }

    /// Whether its due day has passed by a day without an end.
    public func isOverdue(on day: CalendarDate) -> Bool {
        isOutstanding(on: day) && dueOn < day
    }

    /// Whether its days follow on each other.
    var isInOrder: Bool {
        guard dueOn >= asked.day else { return false }
        switch outcome {
        case .arrived(let arrived): return arrived >= asked.day
        case .givenUp(_, let signature): return signature.day >= asked.day
        case nil: return true
        }
    }

    var lacksReason: Bool {
        if case .givenUp(let reason, _) = outcome { reason.isBlank } else { false }
    }
}
