public import QualityCore

/// What a finding says of one subject, in words (*utsaga*).
public struct FindingSentence: Hashable, Sendable {
    /// What a sentence claims.
    public enum Claim: Hashable, Sendable {
        /// A difference that chance does not explain.
        case difference
        /// That no difference is shown.
        case noDifference
        /// That there is too little data, or that the numbers can not be compared.
        case refusal
        /// Numbers as they are, without a comparison.
        case description
        /// How a finding is to be read.
        case caution
    }

    /// What the sentence is about.
    public let subject: AnalysisSubject
    /// What it claims.
    public let claim: Claim
    /// The words.
    public let text: LocalizedText
}
