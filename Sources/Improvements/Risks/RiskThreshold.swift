public import QualityCore

/// From which risk on someone is to see an event, as the board has decided (*tröskel*).
///
/// It sends the event to a person; it never decides what the event is in law (D-RSK-3).
public struct RiskThreshold: Hashable, Sendable, Codable {
    /// Who is to see the event.
    public let receiver: LocalizedText
    /// The lowest value, likelihood times consequence.
    public let value: Int
    /// The lowest level of the consequence, from 1.
    public let consequence: Int

    /// A threshold of value and, above 1, of consequence.
    public init(receiver: LocalizedText, value: Int, consequence: Int = 1) {
        self.receiver = receiver
        self.value = value
        self.consequence = consequence
    }

    /// Whether an assessment reaches the threshold.
    public func isReached(by assessment: RiskAnalysis.Assessment) -> Bool {
        assessment.value >= value && assessment.consequence >= consequence
    }

    /// Two examples of practice on the matrix of four by four, for a board to replace.
    public static let examples = [
        RiskThreshold(
            receiver: LocalizedText(sv: "medicinskt ansvarig sjuksköterska", en: "medically responsible nurse"),
            value: 4
        ),
        RiskThreshold(
            receiver: LocalizedText(sv: "Lex Sarah-utredare", en: "Lex Sarah investigators"),
            value: 8,
            consequence: 3
        ),
    ]
}
