public import QualityCore

/// The decision that ends the investigation of a deviation; it may be that no measure is needed (*beslut*).
public struct DeviationDecision: Hashable, Sendable, Codable {
    /// What is decided and why; may hold personal data.
    public let motivation: String
    /// Who decided.
    public let by: Signature
    /// What was found about the decider's conflict of interest.
    public let clearance: ConflictClearance
}
