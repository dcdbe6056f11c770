public import QualityCore

/// The decision that ends the assessment of a case: degree and motivation (*beslut*).
public struct MisconductDecision: Hashable, Sendable, Codable {
    /// What the case was found to be.
    public let degree: MisconductDegree
    /// Why, for every degree; may hold personal data (*motivering*).
    public let motivation: Stated<String>

    /// A decision of degree.
    public init(degree: MisconductDegree, motivation: Stated<String>) {
        self.degree = degree
        self.motivation = motivation
    }
}
