public import QualityCore

/// One explainable reason to ask whether a deviation may be a misconduct: every criterion must hold (*screeningregel*).
public struct ScreeningRule: Hashable, Sendable, Codable, Identifiable {
    /// What is looked at. Closed.
    public enum Criterion: Hashable, Sendable, Codable {
        /// One of the acts is a basis of the service.
        case legalBasis(anyOf: [LegalBasis])
        /// The severity, 1 to 4, is at least so high.
        case severity(atLeast: Int)
        /// The probability, 1 to 4, is at least so high.
        case probability(atLeast: Int)
        /// Severity times probability, 1 to 16, is at least so high (*riskvärde*).
        case riskValue(atLeast: Int)
        /// What it led to or could have led to is at least so grave.
        case consequence(atLeast: ConsequenceLevel)
        /// It is filed under one of the categories.
        case category(anyOf: [CategoryCode])
        /// The account holds a word that begins with one of these.
        case word(anyOf: [String])
    }

    /// The stable name of the rule.
    public let id: String
    /// What the rule asks about.
    public let label: LocalizedText
    /// What must hold, at least one criterion for the rule to meet anything.
    public let criteria: [Criterion]

    /// A rule from its criteria.
    public init(id: String, label: LocalizedText, criteria: [Criterion]) {
        self.id = id
        self.label = label
        self.criteria = criteria
    }
}
