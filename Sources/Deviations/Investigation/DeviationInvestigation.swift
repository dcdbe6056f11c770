public import QualityCore

/// What an investigation of a deviation has gathered, and what it lacks (*utredning*).
public struct DeviationInvestigation: Hashable, Sendable, Codable {
    /// One note and the item of the checklist that it is about.
    public struct Entry: Hashable, Sendable, Codable {
        /// What it is about.
        public let item: InvestigationItem
        /// The note.
        public let note: InvestigationNote
    }

    /// An item that was found not to apply, with the reason.
    public struct Exemption: Hashable, Sendable, Codable {
        /// What does not apply.
        public let item: InvestigationItem
        /// Why not.
        public let reason: String
        /// Who found so.
        public let by: Signature
    }

    /// How one item of the checklist stands. Closed.
    public enum ItemState: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing is told about it.
        case missing
        /// It is told about.
        case present
        /// It does not apply, with a reason.
        case notApplicable
    }

    /// One line of the checklist.
    public struct ChecklistLine: Hashable, Sendable {
        /// What must be looked at.
        public let item: InvestigationItem
        /// How it stands.
        public let state: ItemState
    }

    /// The notes, in the order in which they were made.
    public internal(set) var entries: [Entry] = []
    /// What was found not to apply.
    public internal(set) var exemptions: [Exemption] = []
    /// The causes that were found, several for one event.
    public internal(set) var causes: [DeviationCause] = []

    /// Every item with its state, in order: what is told wins over what was said not to apply (*checklista*).
    public var checklist: [ChecklistLine] {
        InvestigationItem.allCases.map { ChecklistLine(item: $0, state: state(of: $0)) }
    }

    /// How one item stands.
    public func state(of item: InvestigationItem) -> ItemState {
        let isPresent = item == .causes ? !causes.isEmpty : entries.contains { $0.item == item }
        if isPresent { return .present }
        return exemptions.contains { $0.item == item } ? .notApplicable : .missing
    }
}

extension DeviationInvestigation.ItemState: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .missing: LocalizedText(sv: "Saknas", en: "Missing")
        case .present: LocalizedText(sv: "Finns", en: "Present")
        case .notApplicable: LocalizedText(sv: "Inte tillämpligt", en: "Not applicable")
        }
    }
}
