public import QualityCore

/// One time that something was closed, and reopened if it was; each is kept (*avslutad, återöppnad*).
public struct CheckClosing: Hashable, Sendable, Codable {
    /// That something was taken up again, by whom and why.
    public struct Reopening: Hashable, Sendable, Codable {
        /// Who took it up and when.
        public let signature: Signature
        /// Why.
        public let reason: String
    }

    /// Who closed it and when.
    public let closed: Signature
    /// Who took it up again; `nil` while it stays closed.
    public internal(set) var reopening: Reopening?

    init(closed: Signature) {
        self.closed = closed
    }
}

extension [CheckClosing] {
    /// Whether the last closing still holds.
    var isClosed: Bool { last.map { $0.reopening == nil } ?? false }

    /// The last day of the closings; `nil` when there is none.
    var lastDay: CalendarDate? { last.map { $0.reopening?.signature.day ?? $0.closed.day } }

    /// Whether each closing follows on the one before, with a reason for taking up again, and none before a day.
    func areInOrder(from start: CalendarDate) -> Bool {
        var latest = start
        for (index, closing) in enumerated() {
            guard closing.closed.day >= latest else { return false }
            latest = closing.closed.day
            guard let reopening = closing.reopening else { return index == count - 1 }
            guard reopening.signature.day >= latest, !reopening.reason.allSatisfy(\.isWhitespace) else { return false }
            latest = reopening.signature.day
        }
        return true
    }

    /// The days from a start to each closing, as far as it was open: never negative.
    func daysOpen(from start: CalendarDate) -> Int {
        var (from, total) = (start, 0)
        for closing in self {
            total += from.days(to: closing.closed.day)
            from = closing.reopening?.signature.day ?? closing.closed.day
        }
        return total
    }
}
