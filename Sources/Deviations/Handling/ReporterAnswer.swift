public import QualityCore

/// How the reporter of an event was answered, or why not (*återkoppling*). Closed.
public enum ReporterAnswer: Hashable, Sendable, Codable {
    /// Why a reporter was not answered. Closed.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        /// The reporter gave no name.
        case anonymous
        /// The reporter could not be reached.
        case noContact
        /// The reporter wanted no answer.
        case declined
    }

    /// Answered: by whom, and when.
    case given(Signature)
    /// Not answered: why, as stated by whom.
    case notGiven(Ground, Signature)

    var signature: Signature {
        switch self {
        case .given(let by), .notGiven(_, let by): by
        }
    }
}

extension ReporterAnswer.Ground: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .anonymous: LocalizedText(sv: "Anonym", en: "Anonymous")
        case .noContact: LocalizedText(sv: "Gick inte att nå", en: "Could not be reached")
        case .declined: LocalizedText(sv: "Ville inte ha svar", en: "Wanted no answer")
        }
    }
}
