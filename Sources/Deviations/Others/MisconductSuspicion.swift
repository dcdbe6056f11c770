public import QualityCore

/// A suspicion of misconduct told about an event: a report with its own receipt in a Lex Sarah case (*misstanke*, D-DEV-6).
public struct MisconductSuspicion: Hashable, Sendable, Codable {
    /// Who received it, and when.
    public let received: Signature
    /// The Lex Sarah case that it opened or joined.
    public let caseReference: RecordReference
}
