public import QualityCore

/// An immediate measure against the danger: what, who, day and time (*omedelbar åtgärd*).
public struct RemedyMeasure: Hashable, Sendable, Codable {
    /// What was done; may hold personal data.
    public let what: String
    /// Who did it, and on which day.
    public let by: Signature
    /// The time of day.
    public let time: TimeOfDay

    /// An immediate measure.
    public init(_ what: String, by signature: Signature, at time: TimeOfDay) {
        self.what = what
        by = signature
        self.time = time
    }
}
