public import QualityCore

/// The way by which a submission came in (*kanal*). Open: boards add their own.
public struct SubmissionChannel: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A channel by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Through the board's own deviation system (*avvikelsesystemet*).
    public static let deviationSystem = SubmissionChannel(rawValue: "deviationSystem")
    /// Through a form on the web (*e-tjänst*).
    public static let eService = SubmissionChannel(rawValue: "eService")
    /// By electronic mail (*e-post*).
    public static let email = SubmissionChannel(rawValue: "email")
    /// By letter (*brev*).
    public static let letter = SubmissionChannel(rawValue: "letter")
    /// By telephone (*telefon*).
    public static let telephone = SubmissionChannel(rawValue: "telephone")
    /// In a visit or a talk (*besök*).
    public static let visit = SubmissionChannel(rawValue: "visit")

    /// The channels that are named here.
    public static let standard: [SubmissionChannel] = [
        .deviationSystem, .eService, .email, .letter, .telephone, .visit,
    ]
}

extension SubmissionChannel: Labelled {
    /// The name that people read; one for all that a board adds.
    public var label: LocalizedText {
        switch self {
        case .deviationSystem: LocalizedText(sv: "Avvikelsesystemet", en: "Deviation system")
        case .eService: LocalizedText(sv: "E-tjänst", en: "Web form")
        case .email: LocalizedText(sv: "E-post", en: "Electronic mail")
        case .letter: LocalizedText(sv: "Brev", en: "By letter")
        case .telephone: LocalizedText(sv: "Telefon", en: "By telephone")
        case .visit: LocalizedText(sv: "Besök", en: "In a visit")
        default: LocalizedText(sv: "Annan kanal", en: "Another channel")
        }
    }
}
