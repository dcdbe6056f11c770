public import QualityCore

/// One run of the investigation, from its beginning to the end that locks its text (*utredning*).
///
/// Reopening begins another; both intervals are kept.
public struct InvestigationRound: Hashable, Sendable, Codable {
    /// How far an investigation went. Closed.
    public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        /// Every question is answered.
        case full
        /// A short stance, possible where it ends in no misconduct.
        case stance
    }

    /// An entry under the question that it answers.
    public struct Entry: Hashable, Sendable, Codable {
        /// The question.
        public let topic: InvestigationTopic
        /// The entry: date, source, fact or assessment, author with title.
        public let note: InvestigationNote

        /// An entry of an investigation.
        public init(_ topic: InvestigationTopic, _ note: InvestigationNote) {
            self.topic = topic
            self.note = note
        }
    }

    /// Who began it, and when.
    public let begun: Stated<Signature>
    /// Why the case was reopened; `nil` for the first run.
    public let reopening: String?
    /// The entries in the order in which they were written.
    public internal(set) var entries: [Entry]
    /// The last day; `nil` while it is open.
    public internal(set) var ended: CalendarDate?
    /// Who ended it; `nil` while it is open.
    public internal(set) var endedBy: Stated<Signature>?
    /// How far it went; `nil` while it is open.
    public internal(set) var scope: Stated<Scope>?

    init(
        begun: Stated<Signature>,
        reopening: String? = nil,
        ended: CalendarDate? = nil,
        endedBy: Stated<Signature>? = nil,
        scope: Stated<Scope>? = nil
    ) {
        self.begun = begun
        self.reopening = reopening
        self.ended = ended
        self.endedBy = endedBy
        self.scope = scope
        entries = []
    }
}

extension InvestigationRound.Scope: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .full: LocalizedText(sv: "Fullständig utredning", en: "Full investigation")
        case .stance: LocalizedText(sv: "Kort ställningstagande", en: "Short stance")
        }
    }
}
