public import QualityCore

/// What an event led to and what it could have led to: two answers, by whom and when (*bedömning av konsekvens*).
public struct DeviationAssessment: Hashable, Sendable, Codable {
    /// What it led to.
    public let actual: ConsequenceLevel
    /// What it could have led to.
    public let possible: ConsequenceLevel
    /// Who assessed it.
    public let by: Signature

    /// An assessment with both answers.
    public init(actual: ConsequenceLevel, possible: ConsequenceLevel, by: Signature) {
        self.actual = actual
        self.possible = possible
        self.by = by
    }

    /// Whether nothing happened that could have: `nil` where an answer is unknown (*tillbud*).
    public var isNearMiss: Bool? {
        guard let actual = actual.rank else { return nil }
        if actual > 0 { return false }
        return possible.rank.map { $0 > 0 }
    }
}
