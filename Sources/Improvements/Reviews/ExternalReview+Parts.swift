public import QualityCore

extension ExternalReview {
    /// What sort of review it is (*slag*). Closed.
    public enum Sort: String, Hashable, Sendable, Codable, CaseIterable {
        /// Supervision by an authority (*tillsyn*).
        case supervision
        /// The municipality's auditors (*revision*).
        case audit
        /// A judgment of a court (*dom*).
        case judgment
        /// Another (*övrig*).
        case other
    }

    /// Whose way a judgment went (*utgång*). Closed: every judgment received has exactly one.
    public enum JudgmentOutcome: String, Hashable, Sendable, Codable, CaseIterable {
        /// For the board (*till nämndens fördel*).
        case forBoard
        /// In part for each (*delvis*).
        case partly
        /// For the person (*till den enskildes fördel*).
        case forPerson
        /// Not known yet (*ej avgjord*).
        case pending
    }

    /// What a review asks for, until when and what was answered (*krav*).
    public struct Demand: Hashable, Sendable, Codable {
        /// What is asked for.
        public let text: String
        /// The last day to answer.
        public let due: CalendarDate
        /// What was answered; `nil` until then.
        public internal(set) var answer: Answer?

        /// A demand.
        public init(_ text: String, due: CalendarDate, answer: Answer? = nil) {
            self.text = text
            self.due = due
            self.answer = answer
        }
    }

    /// An answer to a demand: the measures, or why there are none (*svar*).
    public struct Answer: Hashable, Sendable, Codable {
        /// The measures that meet the demand.
        public let measures: [RecordReference]
        /// Why there is no measure; `nil` where there is one.
        public let reasonForNone: String?
        /// Who answered, and when.
        public let by: Signature

        /// An answer.
        public init(measures: [RecordReference], reasonForNone: String? = nil, by: Signature) {
            self.measures = measures
            self.reasonForNone = reasonForNone
            self.by = by
        }
    }

    /// How far a review has come (*status*). Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is handled (*pågår*).
        case open
        /// Nothing more is asked for (*avslutad*).
        case closed
    }
}

extension ExternalReview.Sort: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .supervision: LocalizedText(sv: "Tillsyn", en: "Supervision")
        case .audit: LocalizedText(sv: "Revision", en: "Audit")
        case .judgment: LocalizedText(sv: "Dom", en: "Judgment")
        case .other: LocalizedText(sv: "Övrig", en: "Other")
        }
    }
}

extension ExternalReview.JudgmentOutcome: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .forBoard: LocalizedText(sv: "Till nämndens fördel", en: "For the board")
        case .partly: LocalizedText(sv: "Delvis", en: "In part")
        case .forPerson: LocalizedText(sv: "Till den enskildes fördel", en: "For the person")
        case .pending: LocalizedText(sv: "Ej avgjord", en: "Pending")
        }
    }
}

extension ExternalReview.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .open: LocalizedText(sv: "Pågår", en: "Open")
        case .closed: LocalizedText(sv: "Avslutad", en: "Closed")
        }
    }
}
