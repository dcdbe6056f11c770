public import QualityCore

/// What a sender is to the operation (*avsändare*, SOSFS 2011:9 5 kap. 3 §). Open: boards add their own.
public struct ComplaintSender: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A sender by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Someone who receives care or service (*den enskilde*, *patient*).
    public static let recipient = ComplaintSender(rawValue: "recipient")
    /// Someone close (*närstående*).
    public static let relative = ComplaintSender(rawValue: "relative")
    /// Someone employed in the operation (*personal*).
    public static let staff = ComplaintSender(rawValue: "staff")
    /// Someone who performs tasks by contract (*uppdragstagare*).
    public static let contractor = ComplaintSender(rawValue: "contractor")
    /// Someone in training (*praktikant*).
    public static let trainee = ComplaintSender(rawValue: "trainee")
    /// Another care provider (*vårdgivare*).
    public static let careProvider = ComplaintSender(rawValue: "careProvider")
    /// Who runs another operation (*annan som bedriver socialtjänst*).
    public static let serviceOperator = ComplaintSender(rawValue: "serviceOperator")
    /// An authority (*myndighet*).
    public static let authority = ComplaintSender(rawValue: "authority")
    /// An association or other organisation (*förening*).
    public static let association = ComplaintSender(rawValue: "association")
    /// Anyone else (*annan*).
    public static let other = ComplaintSender(rawValue: "other")

    /// The senders that are named here.
    public static let standard: [ComplaintSender] = [
        .recipient, .relative, .staff, .contractor, .trainee, .careProvider, .serviceOperator, .authority,
        .association, .other,
    ]

    /// Whether the sender performs tasks in the operation, and so reports misconduct by duty (D-CMP-1, D-LXS-1).
    public var performsTasks: Bool { [.staff, .contractor, .trainee].contains(self) }
}

extension ComplaintSender: Labelled {
    /// The name that people read; one for all that a board adds.
    public var label: LocalizedText {
        switch self {
        case .recipient: LocalizedText(sv: "Den enskilde", en: "Recipient or patient")
        case .relative: LocalizedText(sv: "Närstående", en: "Relative or close")
        case .staff: LocalizedText(sv: "Personal", en: "Employee")
        case .contractor: LocalizedText(sv: "Uppdragstagare", en: "Contractor")
        case .trainee: LocalizedText(sv: "Praktikant", en: "Someone in training")
        case .careProvider: LocalizedText(sv: "Vårdgivare", en: "Care provider")
        case .serviceOperator: LocalizedText(sv: "Annan utförare", en: "Another operator")
        case .authority: LocalizedText(sv: "Myndighet", en: "Public authority")
        case .association: LocalizedText(sv: "Förening", en: "Organisation of members")
        default: LocalizedText(sv: "Annan", en: "Someone else")
        }
    }
}
