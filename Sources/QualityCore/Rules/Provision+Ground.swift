extension Provision {
    /// How firm the ground of a provision is, in this package's reading of it. Closed.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable, Labelled {
        /// The text of the law was read.
        case textRead
        /// The law is known, its text was not read.
        case known
        /// Practice, not law.
        case practice

        /// The name that people read.
        public var label: LocalizedText {
            switch self {
            case .textRead: LocalizedText(sv: "läst i lagtext", en: "read in the text of the law")
            case .known: LocalizedText(sv: "känd, lagtexten ej läst", en: "known, the text not read")
            case .practice: LocalizedText(sv: "praxis", en: "practice")
            }
        }
    }

    /// The day of a case that decides whether the old or the new provision applies. Closed (D-LAW-1).
    public enum SelectingDay: String, Hashable, Sendable, Codable, CaseIterable, Labelled {
        /// When someone became aware: the duty to report (*kännedom*).
        case awareness
        /// When the report was received: the duty to document, investigate and remedy (*mottagande*).
        case receipt
        /// When it was assessed: the duty to notify (*bedömning*).
        case assessment
        /// When a decision was made or its execution interrupted: decisions not carried out (*beslut, avbrott*).
        case decisionOrInterruption
        /// When it was notified: what is to follow on the notification (*anmälan*).
        case notification
        /// The last day of the year that a report is about (*årets sista dag*).
        case endOfYear

        /// The name that people read.
        public var label: LocalizedText {
            switch self {
            case .awareness: LocalizedText(sv: "kännedom", en: "awareness")
            case .receipt: LocalizedText(sv: "mottagande", en: "receipt")
            case .assessment: LocalizedText(sv: "bedömning", en: "assessment")
            case .decisionOrInterruption: LocalizedText(sv: "beslut eller avbrott", en: "decision or interruption")
            case .notification: LocalizedText(sv: "anmälan", en: "notification")
            case .endOfYear: LocalizedText(sv: "årets sista dag", en: "last day of the year")
            }
        }
    }

    /// Someone who must act or who receives under a provision. Open: a host may name others.
    public struct Party: RawRepresentable, Hashable, Sendable, Codable {
        /// The name as stored.
        public let rawValue: String

        /// A party by its stored name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Whoever performs tasks in the operation (*den som fullgör uppgifter*).
        public static let performer = Party(rawValue: "performer")
        /// Whoever runs the operation, board or private (*den som bedriver verksamheten*).
        public static let operatorOfService = Party(rawValue: "operator")
        /// The board concerned (*berörd nämnd*).
        public static let board = Party(rawValue: "board")
        /// A private operator (*enskild verksamhet*).
        public static let privateOperator = Party(rawValue: "privateOperator")
        /// The head of the state agency that runs institutions (*myndighetschef*).
        public static let stateAgency = Party(rawValue: "stateAgency")
        /// The Health and Social Care Inspectorate (*IVO*).
        public static let inspectorate = Party(rawValue: "inspectorate")
        /// The care provider under health law (*vårdgivare*).
        public static let careProvider = Party(rawValue: "careProvider")
        /// Health staff (*hälso- och sjukvårdspersonal*).
        public static let healthStaff = Party(rawValue: "healthStaff")
        /// The medically responsible nurse or counterpart (*MAS, MAR*).
        public static let responsibleNurse = Party(rawValue: "responsibleNurse")
        /// The patient or the person who receives the service (*patient, enskild*).
        public static let person = Party(rawValue: "person")
        /// The auditors of the municipality (*revisorer*).
        public static let auditors = Party(rawValue: "auditors")
        /// The municipal council (*kommunfullmäktige*).
        public static let council = Party(rawValue: "council")
        /// A public authority (*myndighet*).
        public static let authority = Party(rawValue: "authority")
        /// The data protection authority (*IMY*).
        public static let dataProtectionAuthority = Party(rawValue: "dataProtectionAuthority")
    }
}
