public import QualityCore

/// What a self-check looks at or compares with (*slag av egenkontroll*). Open: a board may add its own.
///
/// The listed kinds are those of SOSFS 2011:9 5 kap. 2 §, and the review of access logs.
public struct SelfCheckKind: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A kind by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Comparison with figures of national and regional registers (*kvalitetsregister*).
    public static let registers = SelfCheckKind(rawValue: "registers")
    /// Comparison with open comparisons between municipalities (*öppna jämförelser*).
    public static let openComparisons = SelfCheckKind(rawValue: "openComparisons")
    /// Comparison with the operation's own earlier results (*egna tidigare resultat*).
    public static let earlierResults = SelfCheckKind(rawValue: "earlierResults")
    /// Surveys of those who receive services or of staff (*målgruppsundersökning, enkät*).
    public static let surveys = SelfCheckKind(rawValue: "surveys")
    /// Review of files and documentation (*journalgranskning, aktgranskning*).
    public static let fileReview = SelfCheckKind(rawValue: "fileReview")
    /// Whether attitudes and treatment in the staff may lead to lacking quality (*förhållningssätt och attityder*).
    public static let attitudes = SelfCheckKind(rawValue: "attitudes")
    /// Information from patient boards (*patientnämnd*).
    public static let patientBoards = SelfCheckKind(rawValue: "patientBoards")
    /// Views of auditors, supervisory authorities and others (*granskning från revisorer och andra*).
    public static let externalViews = SelfCheckKind(rawValue: "externalViews")
    /// Systematic and recurring review of who has read what (*loggkontroll*, SoLPuL 10 §).
    public static let accessLogReview = SelfCheckKind(rawValue: "accessLogReview")

    /// The kinds that have a name here; any other kind says in words what it is.
    public static let listed: [SelfCheckKind] = [
        .registers, .openComparisons, .earlierResults, .surveys, .fileReview, .attitudes, .patientBoards,
        .externalViews, .accessLogReview,
    ]

    func isUnexplained(by detail: String?) -> Bool {
        !Self.listed.contains(self) && detail?.contains { !$0.isWhitespace } != true
    }
}

extension SelfCheckKind: Labelled {
    /// The name that people read; a kind of the board's own is named by its detail, not here.
    public var label: LocalizedText {
        switch self {
        case .registers: LocalizedText(sv: "Jämförelse med register", en: "Comparison with registers")
        case .openComparisons: LocalizedText(sv: "Öppna jämförelser", en: "Open comparisons")
        case .earlierResults: LocalizedText(sv: "Egna tidigare resultat", en: "Own earlier results")
        case .surveys: LocalizedText(sv: "Enkät eller undersökning", en: "Survey")
        case .fileReview: LocalizedText(sv: "Granskning av akter och journaler", en: "Review of files")
        case .attitudes: LocalizedText(sv: "Förhållningssätt och attityder", en: "Attitudes and treatment")
        case .patientBoards: LocalizedText(sv: "Uppgifter från patientnämnd", en: "Information from patient boards")
        case .externalViews:
            LocalizedText(sv: "Synpunkter från revisorer och andra", en: "Views of auditors and others")
        case .accessLogReview: LocalizedText(sv: "Loggkontroll", en: "Review of access logs")
        default: LocalizedText(sv: "Annat slag", en: "Another kind")
        }
    }
}
