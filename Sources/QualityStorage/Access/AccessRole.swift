/// A role that rights are given to (*behörighetsroll*). Open: a board has others.
public struct AccessRole: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A role by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Someone who has reported something (*rapportör*).
    public static let reporter = AccessRole(rawValue: "reporter")
    /// The manager of a unit (*enhetschef*).
    public static let unitManager = AccessRole(rawValue: "unitManager")
    /// Who receives reports of misconduct (*mottagare av lex Sarah*).
    public static let lexSarahReceiver = AccessRole(rawValue: "lexSarahReceiver")
    /// Who investigates what is assigned (*utredare*).
    public static let investigator = AccessRole(rawValue: "investigator")
    /// Who decides by delegation (*beslutsfattare*).
    public static let decider = AccessRole(rawValue: "decider")
    /// Nurse or rehabilitation staff medically responsible (*MAS*, *MAR*): what rests on HSL.
    public static let medicallyResponsible = AccessRole(rawValue: "medicallyResponsible")
    /// Social worker responsible for the quality of social services (*SAS*): figures, and cases by assignment.
    public static let sociallyResponsible = AccessRole(rawValue: "sociallyResponsible")
    /// Who registers documents and answers for what is released of them (*registrator*).
    public static let registrar = AccessRole(rawValue: "registrar")
    /// Who answers for a process (*processägare*).
    public static let processOwner = AccessRole(rawValue: "processOwner")
    /// Who analyses figures (*analytiker*).
    public static let analyst = AccessRole(rawValue: "analyst")
    /// A member of the board (*förtroendevald*): figures, and the cases on the agenda.
    public static let boardMember = AccessRole(rawValue: "boardMember")
    /// Who audits by request (*revisor*).
    public static let auditor = AccessRole(rawValue: "auditor")
    /// An operator on behalf of the board, in its own units (*utförare*).
    public static let provider = AccessRole(rawValue: "provider")
    /// Who administers rights (*systemförvaltare*): no content.
    public static let administrator = AccessRole(rawValue: "administrator")

    /// A program that brings records in, and reads none.
    public static let importProgram = AccessRole(rawValue: "importProgram")
    /// A program that reads the records of the board, such as one that reminds of what is due.
    public static let readingProgram = AccessRole(rawValue: "readingProgram")
    /// A program that archives, restores and verifies a whole register.
    public static let archiveProgram = AccessRole(rawValue: "archiveProgram")
}

extension AccessRole: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}
