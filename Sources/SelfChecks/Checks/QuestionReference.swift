public import QualityCore

/// A question of a check on record, as a deviation or measure names where it comes from (*fråga i egenkontroll*).
public struct QuestionReference: Hashable, Sendable, Codable {
    /// The check.
    public let check: RecordReference
    /// The question in it.
    public let question: QuestionCode

    /// A question of a check.
    public init(check: RecordReference, question: QuestionCode) {
        self.check = check
        self.question = question
    }
}
