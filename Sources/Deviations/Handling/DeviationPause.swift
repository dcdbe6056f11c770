public import QualityCore

/// A time when an open case waits for someone or is laid aside; then it goes on where it was (*väntar*, *vilande*).
public struct DeviationPause: Hashable, Sendable, Codable {
    /// Why the case stands still. Closed.
    public enum Ground: Hashable, Sendable, Codable {
        /// Someone else must act first: who, in words.
        case waiting(for: String)
        /// Laid aside, with the reason, until a day.
        case parked(reason: String, until: CalendarDate)
    }

    /// Why the case stands still.
    public let ground: Ground
    /// Who let it stand, since which day.
    public let began: Signature
    /// Who took it up again; `nil` while it stands still.
    public internal(set) var ended: Signature?
}
