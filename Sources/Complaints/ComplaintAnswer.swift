public import QualityCore

/// What a sender was answered: day, words, and the measures or none (*svar*, D-CMP-3, D-CMP-7).
public struct ComplaintAnswer: Hashable, Sendable, Codable {
    /// What is planned because of a submission, or that nothing is (*åtgärder*). Closed.
    public enum Measures: Hashable, Sendable, Codable {
        /// No measure is planned.
        case nothing
        /// What is planned, as the sender was told.
        case planned(String)
    }

    /// The day of the answer.
    public let day: CalendarDate
    /// Who answered.
    public let author: Stated<PersonReference>
    /// What the sender was told; may hold personal data.
    public let words: Stated<String>
    /// Whether something is planned.
    public let measures: Stated<Measures>
    /// What happened, as told; required in health care (PSL 3:8 b), `nil` where it is not told.
    public let explanation: Stated<String>?
    /// Whether the answer was suited to the person's ability; required in health care, `nil` until considered.
    public let adaptation: Stated<Consideration>?
    /// The ground on which secrecy forbade a part; `nil` where nothing was left out (PSL 3:8 c).
    public let withheld: String?

    /// An answer.
    public init(
        on day: CalendarDate,
        author: Stated<PersonReference>,
        words: Stated<String>,
        measures: Stated<Measures>,
        explanation: Stated<String>? = nil,
        adaptation: Stated<Consideration>? = nil,
        withheld: String? = nil
    ) {
        self.day = day
        self.author = author
        self.words = words
        self.measures = measures
        self.explanation = explanation
        self.adaptation = adaptation
        self.withheld = withheld
    }

    /// An answer of which a source held the day alone.
    public init(on day: CalendarDate, notStatedBy source: String) {
        self.init(
            on: day,
            author: .notStated(source: source),
            words: .notStated(source: source),
            measures: .notStated(source: source),
            explanation: .notStated(source: source),
            adaptation: .notStated(source: source)
        )
    }

    /// Whether a source left out what closing asks for.
    public var hasGaps: Bool { words.value == nil || measures.value == nil || author.value == nil }

    var explainsNothing: Bool {
        let isWithheld = withheld.map { !$0.allSatisfy(\.isWhitespace) } ?? false
        return explanation.map(\.isBlank) ?? !isWithheld
    }

    var lacksAdaptation: Bool {
        switch adaptation {
        case nil: true
        case .value(.no(let reason)): reason.allSatisfy(\.isWhitespace)
        case .value(.yes), .notStated: false
        }
    }
}
