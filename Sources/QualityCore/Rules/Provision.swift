/// One paragraph of law in one period, with the duty that it lays on someone (*bestämmelse*).
public struct Provision: Hashable, Sendable, Codable {
    /// What a provision asks for. Open: a host may add duties of its own.
    public struct Duty: RawRepresentable, Hashable, Sendable, Codable {
        /// The name as stored.
        public let rawValue: String

        /// A duty by its stored name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Identify, describe and lay down the processes of the work (*processer*).
        public static let mapProcesses = Duty(rawValue: "mapProcesses")
        /// Follow up and evaluate one's own work (*egenkontroll*).
        public static let selfCheck = Duty(rawValue: "selfCheck")
        /// Receive and investigate complaints and viewpoints (*klagomål och synpunkter*).
        public static let receiveComplaints = Duty(rawValue: "receiveComplaints")
        /// Compile and analyse reports, complaints and viewpoints together (*sammanställa och analysera*).
        public static let compile = Duty(rawValue: "compile")
        /// Document the quality work, in a yearly quality report (*kvalitetsberättelse*).
        public static let document = Duty(rawValue: "document")
        /// Report a misconduct or a tangible risk of one (*Lex Sarah, rapportera*).
        public static let reportMisconduct = Duty(rawValue: "reportMisconduct")
        /// Document, investigate and remedy a reported misconduct (*Lex Sarah, utreda och avhjälpa*).
        public static let investigateMisconduct = Duty(rawValue: "investigateMisconduct")
        /// Notify a serious misconduct to the supervisory authority (*Lex Sarah, anmäla till IVO*).
        public static let notifyMisconduct = Duty(rawValue: "notifyMisconduct")
    }

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

    /// What the provision asks for.
    public let duty: Duty
    /// Act or regulation, chapter and paragraph, as cited in Swedish.
    public let citation: String
    /// The days on which the provision is in force.
    public let validity: Validity
    /// How firm the ground of this reading is.
    public let ground: Ground

    /// A provision in force during a period.
    public init(duty: Duty, citation: String, validity: Validity, ground: Ground) {
        self.duty = duty
        self.citation = citation
        self.validity = validity
        self.ground = ground
    }
}
