/// One entry of an investigation: when, from where, fact or assessment, and by whom with which title (*utredningsanteckning*).
public struct InvestigationNote: Hashable, Sendable, Codable {
    /// Whether an entry tells what is known or what someone makes of it. Closed.
    public enum Nature: String, Hashable, Sendable, Codable, CaseIterable {
        /// What is known (*faktauppgift*).
        case fact
        /// What the author makes of it (*bedömning*).
        case assessment
    }

    /// What it says; may hold personal data.
    public let text: String
    /// Where it comes from, such as a talk or a document; may hold personal data.
    public let source: String
    /// Fact or assessment.
    public let nature: Nature
    /// Who wrote it, with title and day.
    public let author: Signature

    /// An entry with all that makes it one.
    public init(_ text: String, source: String, nature: Nature, author: Signature) {
        self.text = text
        self.source = source
        self.nature = nature
        self.author = author
    }
}

extension InvestigationNote.Nature: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .fact: LocalizedText(sv: "Faktauppgift", en: "Fact")
        case .assessment: LocalizedText(sv: "Bedömning", en: "Assessment")
        }
    }
}
