public import QualityCore

/// What was done towards the person concerned: five questions that every investigation answers (*den enskilde*).
///
/// `nil` is not answered, which is neither yes nor no (D-LXS-14).
public struct PersonAnswers: Hashable, Sendable, Codable {
    /// A question that is answered by yes with day and by whom, or no with reason. Closed.
    public enum Question: String, Hashable, Sendable, Codable, CaseIterable {
        /// Has the person been heard (*hörd*)?
        case heard
        /// Has the person been informed (*informerad*)?
        case informed
        /// Has a representative, guardian or relative been informed (*företrädare, god man, närstående*)?
        case representative
        /// Is it noted in the personal file (*personakt*)?
        case file
    }

    /// Whether the event was reported to the police. Closed.
    public enum PoliceReport: Hashable, Sendable, Codable {
        /// It was, with the number of the report.
        case made(Signature, number: String)
        /// It was considered and not made, and why.
        case notMade(reason: String)
    }

    /// The answers by question; a question that is not there is not answered.
    public internal(set) var considerations: [Question: Consideration]
    /// The police report; `nil` until it is considered.
    public internal(set) var police: PoliceReport?

    /// Answers so far.
    public init(_ considerations: [Question: Consideration] = [:], police: PoliceReport? = nil) {
        self.considerations = considerations
        self.police = police
    }

    func isUnanswered(_ question: Question) -> Bool {
        switch considerations[question] {
        case nil: true
        case .yes?: false
        case .no(let reason)?: reason.allSatisfy(\.isWhitespace)
        }
    }

    var isPoliceUnanswered: Bool {
        switch police {
        case nil: true
        case .made(_, let text)?, .notMade(let text)?: text.allSatisfy(\.isWhitespace)
        }
    }
}

extension PersonAnswers.Question: CodingKeyRepresentable {}

extension PersonAnswers.Question: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .heard: LocalizedText(sv: "Den enskilde har hörts", en: "The person has been heard")
        case .informed: LocalizedText(sv: "Den enskilde har informerats", en: "The person has been informed")
        case .representative:
            LocalizedText(
                sv: "Företrädare eller närstående har informerats",
                en: "A representative or relative has been informed"
            )
        case .file: LocalizedText(sv: "Antecknat i personakten", en: "Noted in the personal file")
        }
    }
}
