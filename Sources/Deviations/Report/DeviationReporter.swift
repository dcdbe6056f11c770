public import QualityCore

/// Who reported an event: a person, or someone who gave no name (*rapportör*). Closed.
public enum DeviationReporter: Hashable, Sendable, Codable {
    /// A person known to the host.
    case named(PersonReference)
    /// Someone who gave no name.
    case anonymous
}
